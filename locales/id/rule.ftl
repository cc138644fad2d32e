rule-terms_principal_not_positive = Pokok pinjaman harus lebih dari nol.
rule-terms_without_instalments = Jumlah angsuran paling sedikit satu.
rule-terms_too_many_instalments = Jumlah angsuran terlalu banyak.
rule-terms_negative_fee = Jasa tidak boleh kurang dari nol.
rule-terms_grace_takes_all = Masa tenggang harus lebih pendek daripada jumlah angsuran.
rule-terms_rounding_not_positive = Pembulatan harus lebih dari nol.
rule-terms_months_out_of_range = Jarak antarangsuran { $months } bulan tidak dapat dipakai.
rule-terms_days_do_not_match = Ada { $days } tanggal jatuh tempo untuk { $instalments } angsuran. Jumlahnya harus sama.
rule-terms_days_not_in_order = Tanggal jatuh tempo harus berurutan dan tidak boleh sama.
rule-terms_due_before_disbursement = Jatuh tempo pertama, { $first_due_on }, harus sesudah tanggal pencairan.
rule-terms_due_not_ahead = Jatuh tempo pertama, { $first_due_on }, harus sesudah tanggal keputusan.
rule-terms_empty_instalment = Ada angsuran tanpa pokok dan tanpa jasa, atau kurang dari nol.
rule-cannot_reallocate = Setoran pinjaman { $number } tidak menutup titipan yang sudah dikembalikan, jadi belum dapat dibagi ulang.
rule-not_in_care = { $group } tidak (lagi) tercatat dalam dampingan Bapak/Ibu. Kunjungannya belum kami catat. Bila keliru, ketik PETUGAS ya.
rule-no_such_time = Jam { $time } tidak ada. Jam berkisar dari 00.00 sampai 23.59.
rule-hours_backwards = Jam mulai { $opens } harus lebih awal daripada jam selesai { $closes }.
rule-hours_too_wide = Pesan hanya dikirim antara pukul { $opens } dan { $closes } WITA.
rule-steps_out_of_order = Langkah pengingat harus berurutan dan tidak boleh sama: { $step } ditulis sesudah { $before }.
rule-step_too_far = Langkah pengingat { $step } hari di luar batas; paling awal { $earliest }, paling akhir { $latest }.
rule-too_many_steps = { $count } pengingat terlalu banyak. Paling banyak { $most }.
rule-notice_call_after = Tugas menelepon sesudah { $figure } hari di luar batas { $least } sampai { $most }.
rule-notice_nudge_day = Tanggal { $figure } untuk ajakan lapor usaha di luar batas { $least } sampai { $most }.
rule-notice_place_day = Tanggal { $figure } untuk kabar antrean di luar batas { $least } sampai { $most }.
rule-notice_promise_days = Batas rencana setor { $figure } hari di luar batas { $least } sampai { $most }.
rule-promise_too_far = Rencana setor paling lambat { $latest }, dan tidak boleh di masa lalu.
rule-already_applied = { $group } sudah punya ajuan { $number } ({ $amount }) sejak { $applied_at }. Satu kelompok cukup satu ajuan.
rule-application_decided =
    { $status ->
        [returned] Untuk ajuan { $number } dari { $group }, { $decided_by } sudah mengirim pertanyaan, { $decided_at }. Tidak ada yang berubah.
        [waiting] Ajuan { $number } dari { $group } sudah di antrean, oleh { $decided_by }, { $decided_at }. Tidak ada yang berubah.
        [postponed] Ajuan { $number } dari { $group } sudah ditunda oleh { $decided_by }, { $decided_at }. Tidak ada yang berubah.
        [refused] Ajuan { $number } dari { $group } sudah ditolak oleh { $decided_by }, { $decided_at }. Tidak ada yang berubah.
        [withdrawn] Ajuan { $number } dari { $group } sudah ditarik oleh { $decided_by }, { $decided_at }. Tidak ada yang berubah.
        [funded] Modal untuk ajuan { $number } dari { $group } sudah dicairkan, { $decided_at }. Tidak ada yang berubah.
       *[other] Ajuan { $number } dari { $group } masih dilihat petugas. Tidak ada yang berubah.
    }
rule-application_changed = Ada kabar baru pada ajuan { $number }. Mohon lihat kartunya yang terbaru dulu. Tidak ada yang berubah.
rule-own_application = Ajuan { $number } dari kelompok Anda sendiri, jadi diputuskan petugas lain.
rule-stands_there_already = { $group } memang sudah di nomor { $place }. Tidak ada yang berubah.
