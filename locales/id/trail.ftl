# /riwayat: siapa, apa, kapan.

trail-page =
    🧾 Riwayat { $what }
    { $lines }
trail-about_group = kelompok { $group }
trail-about_loan = pinjaman { $number }
trail-about_report = laporan { $number }
trail-about_entry = catatan { $number }
trail-about_decision = usulan { $number }
trail-line = { $at }, { $by }: { $what }
trail-gulir = Gulir
trail-entry = catatan { $number }, { $kind } { $amount }
trail-entry_approved = catatan { $number }, { $kind } { $amount }, disetujui { $approver }
trail-nothing = Belum ada riwayat { $what }.
trail-unknown = “{ $said }” tidak ada dalam catatan. Mohon periksa nomornya.
trail-older = Lebih lama
trail-newer = Lebih baru
trail-kind-capital_in = modal masuk
trail-kind-disbursement = pencairan
trail-kind-repayment = setoran
trail-kind-credit_applied = titipan dipakai
trail-kind-credit_refund = titipan dikembalikan
trail-kind-reversal = pembatalan
trail-kind-write_off = hapus buku
trail-kind-recovery = setoran sesudah hapus buku
trail-kind-adjustment = penyesuaian
trail-kind-treasury_deposit = setor ke kas daerah
trail-kind-treasury_release = rilis dari kas daerah
trail-kind-fee_remittance = jasa disetor
trail-deed-submitted = laporan { $number } dikirim, { $amount }
trail-deed-slip_added = bukti ditambahkan
trail-deed-accepted = laporan diterima, { $amount }
trail-deed-rejected = laporan tidak diterima
trail-deed-reversed = setoran dibatalkan
trail-deed-sent_again = dikirim ulang sebagai { $number }
trail-deed-proposed = diusulkan ({ $kind })
trail-deed-approved = disetujui
trail-deed-refused = ditolak
trail-deed-expired = gugur
trail-deed-cancelled = ditarik kembali
trail-deed-decision_proposed = usulan { $decision } ({ $kind }) diajukan
trail-deed-decision_approved = usulan { $decision } ({ $kind }) disetujui
trail-deed-decision_refused = usulan { $decision } ({ $kind }) ditolak
trail-deed-decision_expired = usulan { $decision } ({ $kind }) gugur
trail-deed-decision_cancelled = usulan { $decision } ({ $kind }) ditarik kembali
trail-deed-other = { $deed }
