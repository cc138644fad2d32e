# Kartu pencairan: siapa berikutnya, mengapa, dan sudah sejauh mana. /cairkan.

funding-card_open =
    💠 Pencairan { $funding }: { $group } ({ $village })
    { $amount_full }
    Ajuan { $number }, untuk { $purpose }

    { $about }

    { $state }
funding-card_paid =
    ✅ Pencairan { $funding }: { $group } ({ $village })
    { $amount_full }
    Ajuan { $number }, untuk { $purpose }

    { $about }

    { $state }
funding-card_given_up =
    ✖️ Pencairan { $funding }: { $group } ({ $village })
    { $amount_full }
    Ajuan { $number }, untuk { $purpose }

    { $about }

    { $state }

funding-do-confirm = ✅ Konfirmasi
funding-do-agree = ✅ Konfirmasi
funding-do-terms = ✏️ Ubah ketentuan
funding-do-approve = ✅ Setujui
funding-do-pay = 💵 Sudah dibayar
funding-do-refuse = Tolak
funding-do-postpone = Tunda
funding-do-propose = Usulkan sekarang

funding-why-first_round = Mengapa sekarang: modalnya belum pernah dipinjamkan, jadi tidak menunggu kelompok lain.
funding-success-repaid = Mengapa sekarang: { $group } sudah berhasil, pinjamannya lunas.
funding-success-threshold =
    Mengapa sekarang: { $group } sudah berhasil menurut aturan.
    { $reasons }
funding-money =
    Kas bergulir: { $cash }
    Sudah dipesan: { $reserved }
    Cadangan: { $minimum }
    Dapat dicairkan: { $available }, sesudah ini { $after }
funding-money_now =
    Kas bergulir: { $cash }
    Sudah dipesan: { $reserved }
    Cadangan: { $minimum }
    Dapat dicairkan: { $available }

funding-met-repaid = • lunas
funding-met-percent = • pokok kembali { $figure }% (paling sedikit { $needed }%)
funding-met-no_arrears = • semua setoran sesuai jadwal
funding-met-history = • tidak pernah lebih rendah dari kelas { $figure } (batasnya kelas { $needed })
funding-met-reports = • { $figure } laporan usaha berfoto diterima (paling sedikit { $needed })
funding-met-recommendation = • direkomendasikan pendamping, berlaku sampai { $until_short }
funding-met-stage = • tahap usaha: { $figure } (paling sedikit { $needed })
funding-missing-repaid = belum lunas, tinggal { $figure } setoran
funding-missing-percent = pokok kembali baru { $figure }% dari { $needed }%
funding-missing-no_arrears = { $figure } lewat jadwal
funding-missing-history = riwayatnya pernah kelas { $figure }, batasnya { $needed }
funding-missing-reports = laporan usaha berfoto baru { $figure } dari { $needed }
funding-missing-recommendation = belum ada rekomendasi pendamping yang berlaku
funding-missing-stage = tahap usaha { $figure }, perlu { $needed }

funding-stage-unseen = belum dinilai
funding-stage-beginning = awal
funding-stage-growing = tumbuh
funding-stage-thriving = berkembang
funding-stage-advanced = maju

funding-part = Bagian { $number } dari { $count }, dari pinjaman yang sama.
funding-part_progress = Laporan usaha { $number } sudah diterima.
funding-part_visit = Dikunjungi { $by }, { $visited_on }.
funding-part_late = Setoran pinjaman ini: { $late } lewat jadwal.
funding-part_on_time = Setoran pinjaman ini: semua sesuai jadwal.

funding-step-proposed = Diusulkan Gulir, { $at }.
funding-step-confirmed = Dikonfirmasi { $by }, { $at }.
funding-step-approved = Disetujui { $by }, { $at }. Dananya sudah dipesan.
funding-step-paid = Dibayar { $by }, { $paid_on }. Pinjaman { $number }.
funding-step-needs_another = Perlu persetujuan orang lain.
funding-step-needs_payment = Tinggal dibayar bendahara, dengan foto bukti.
funding-step-refused = Ditolak, karena { $reason }.
funding-step-postponed = Ditunda, karena { $reason }.
funding-step-withdrawn = Gugur, karena { $reason }.
funding-gone-left_queue = kelompoknya tidak lagi di antrean
funding-gone-not_first = urutan antrean berubah
funding-gone-loan_over = pinjamannya sudah dihapus buku

funding-terms-plan = Ketentuan: { $count } setoran, { $rhythm }
funding-terms-fee = Jasa { $percent }% tiap setoran
funding-terms-no_fee = Tanpa jasa
funding-terms-grace = { $count } setoran pertama tanpa pokok
funding-terms-first_due = Setoran pertama { $first_due_on }
funding-terms-part = Bagian { $number } dari { $count }: { $amount }

funding-hurdle-left_queue = ⚠️ Belum bisa dilanjutkan: kelompok ini tidak lagi di antrean.
funding-hurdle-not_first = ⚠️ Belum bisa dilanjutkan: urutan pertama sekarang { $group }.
funding-hurdle-no_success = ⚠️ Belum bisa dilanjutkan: belum ada kelompok yang berhasil menurut aturan sekarang.
funding-hurdle-no_money = ⚠️ Belum bisa dilanjutkan: dananya kurang { $amount }.
funding-hurdle-running_loan = ⚠️ Belum bisa dilanjutkan: pinjaman kelompok ini yang sekarang belum lunas.
funding-hurdle-history = ⚠️ Belum bisa dilanjutkan: menurut aturan, riwayat pinjaman kelompok ini belum memungkinkan.
funding-hurdle-other_amount = ⚠️ Belum bisa dilanjutkan: menurut aturan sekarang jumlahnya { $amount }. Tolak usulan ini supaya diusulkan lagi dengan jumlah itu.
funding-hurdle-no_evidence = ⚠️ Belum bisa dilanjutkan: laporan usaha berfoto atau kunjungan pendamping belum ada.
funding-hurdle-loan_over = ⚠️ Belum bisa dilanjutkan: pinjamannya sudah dihapus buku.

funding-photos = Foto terbaru { $group }:
funding-empty_queue = { $programme }: antrean kosong, tidak ada kelompok yang menunggu.
funding-not_yet =
    { $programme }
    Urutan pertama: { $group }, { $amount }

    { $missing }

    { $money }
funding-possible =
    { $programme }
    Urutan pertama: { $group }, { $amount }
    Menurut aturan sudah bisa didanai, tetapi usulan yang sama pernah ditolak.

    { $money }
funding-waits-nobody_waits = Tidak ada kelompok yang menunggu.
funding-waits-success = ⏳ Belum ada kelompok yang berhasil untuk membuka giliran berikutnya.
funding-waits-money = ⏳ Dananya kurang { $short }.
funding-waits-running_loan = ⏳ { $group } masih punya pinjaman, sisa { $owes }. Giliran berikutnya sesudah lunas.
funding-waits-history = ⏳ Menurut aturan, riwayat pinjaman { $group } belum memungkinkan.
funding-there-success = ✅ Sudah ada kelompok yang berhasil.
funding-there-money = ✅ Dananya cukup, dapat dicairkan { $available }.
funding-the_nearest = Yang paling dekat berhasil:
funding-nearest =
    • { $group } ({ $percent }%)
    { $lacks }
funding-lack = – { $line }
funding-suffices_for = Dana yang ada cukup untuk { $group } ({ $amount }). Gulir tidak melompati antrean. Bila dikehendaki, pindahkan lewat /antrean dengan alasan.
funding-proposed_already = Sudah ada usulan yang berjalan, lihat kartunya.
funding-approved = { $group } disetujui, { $amount } sudah dipesan. Bendahara tinggal membayar dan mengirim foto buktinya. ✅

funding-news-refused = Bapak/Ibu { $name }, pencairan untuk { $group } belum bisa dilanjutkan sekarang, karena { $reason }. Tempat kelompok di antrean tetap. Bila ada yang kurang jelas, ketik PETUGAS ya.
funding-news-part_refused = Bapak/Ibu { $name }, bagian modal berikutnya untuk { $group } ({ $amount }) tidak jadi dicairkan, karena { $reason }. Jadwal setoran yang berjalan tetap. Bila ada yang kurang jelas, ketik PETUGAS ya.
funding-news-part_postponed = Bapak/Ibu { $name }, bagian modal berikutnya untuk { $group } ({ $amount }) ditunda dulu, karena { $reason }. Bila ada yang kurang jelas, ketik PETUGAS ya.

funding-success_reversed =
    ⚠️ Keberhasilan { $group } tidak lagi terpenuhi sesudah setorannya dikoreksi, padahal sudah membuka giliran { $funded }.
    Pencairan yang sudah dibayar tidak berubah. Mohon dicatat dalam rapat.

refuse_funding-title = penolakan pencairan
refuse_funding-reason-label = Alasan
refuse_funding-reason-ask = Mengapa pencairan ini ditolak? Alasannya dibaca kelompok. Tempatnya di antrean tetap.
refuse_funding-reason-no_words = Mohon tulis dengan kalimat singkat.
refuse_funding-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
refuse_funding-confirm =
    Mohon dicek dulu, pencairan ditolak:
    Kelompok: { $group }
    Alasan: { $reason }
    Sudah benar?
refuse_funding-done = Pencairan untuk { $group } ditolak. Alasannya sudah dikirim ke kelompok, tempatnya di antrean tetap.

postpone_funding-title = penundaan kelompok
postpone_funding-reason-label = Alasan
postpone_funding-reason-ask = Mengapa kelompok ini ditunda? Alasannya dibaca kelompok. Yang di belakangnya maju, tanggal daftarnya tetap.
postpone_funding-reason-no_words = Mohon tulis dengan kalimat singkat.
postpone_funding-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
postpone_funding-confirm =
    Mohon dicek dulu, kelompok ditunda:
    Kelompok: { $group }
    Alasan: { $reason }
    Sudah benar?
postpone_funding-done = { $group } ditunda. Alasannya sudah dikirim ke kelompok.

funding-waiting-proposed = Pencairan { $group } ({ $amount }) menunggu konfirmasi (/cairkan).
funding-waiting-confirmed = Pencairan { $group } ({ $amount }) menunggu persetujuan (/cairkan).
funding-waiting-approved = Pencairan { $group } ({ $amount }) menunggu dibayar (/cairkan).
