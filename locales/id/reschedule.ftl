# /jadwalulang: sisa pinjaman mendapat jadwal baru.

reschedule-title = jadwal ulang
reschedule-count-label = Banyaknya setoran
reschedule-count-ask = Sisanya dibagi menjadi berapa setoran bulanan?
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
