# /jadwalulang: sisa pinjaman mendapat jadwal baru.

reschedule-title = jadwal ulang
reschedule-rhythm-label = Irama setoran
reschedule-rhythm-ask = Setorannya seberapa sering?
reschedule-rhythm-not_a_rhythm = Pilih di bawah, atau tulis seperti: tiap 2 bulan.
reschedule-days-label = Tanggal panen
reschedule-days-ask = Setorannya jatuh pada tanggal berapa saja? Contoh: 4 Desember 2019, 4 Juni 2020.
reschedule-days-not_days = Mohon tulis tanggalnya, paling banyak { $at_most }, dipisah koma. Contoh: 4 Desember 2019, 4 Juni 2020.
reschedule-days-unclear_day = “{ $said }” belum terbaca sebagai tanggal. Contoh: 4 Desember 2019, 4 Juni 2020.
reschedule-days-not_ahead = { $given } sudah lewat. Jadwal baru mulai sesudah hari ini. Mohon tulis semua tanggalnya lagi.
reschedule-day = { $day_short }
reschedule-count-label = Banyaknya setoran
reschedule-count-ask = Sisanya dibagi menjadi berapa setoran, { $rhythm }?
reschedule-count-not_a_count = Mohon tulis satu angka, misalnya 12.
reschedule-count-out_of_range = Antara { $at_least } dan { $at_most } setoran. Mohon tulis ulang.
reschedule-first_due-label = Jadwal pertama
reschedule-first_due-ask = Setoran pertama jatuh pada tanggal berapa? Contoh: 17 Agustus.
reschedule-first_due-not_a_day = Tanggal itu belum terbaca. Contoh: 17 Agustus.
reschedule-first_due-unsure = Tanggal itu tidak ada atau kurang jelas. Mungkin salah satu di bawah ini?
reschedule-first_due-not_ahead = { $given } sudah lewat. Jadwal baru mulai sesudah hari ini.
reschedule-reason-ask = Apa alasannya?
reschedule-one = { $due_on_short }: { $amount }
reschedule-run = { $first_short } sampai { $last_short }: { $count } setoran, masing-masing { $amount }
reschedule-confirm =
    Mohon dicek dulu, jadwal ulang:
    Kelompok: { $group } ({ $village }), pinjaman { $number }
    Sisa pinjaman: { $outstanding }
    Jadwal lama:
    { $old }
    Jadwal baru:
    { $new }
    Alasan: { $reason }
    Ajukan untuk disetujui?

reschedule-reason-label = Alasan
reschedule-reason-no_words = Mohon tulis dengan kalimat singkat.
reschedule-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
