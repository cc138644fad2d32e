# Petugas mengubah antrean, selalu dengan alasan.

queue_change-title =
    { $what ->
        [move] pemindahan { $group }
        [postpone] penundaan { $group }
        [resume] kelanjutan { $group }
       *[other] pengeluaran { $group }
    }
queue_change-not_in_queue = { $group } tidak punya ajuan yang berjalan, jadi tidak ada di antrean.
queue_change-begun-move = { $by }, pemindahan { $group } (ajuan { $number }).
queue_change-begun-postpone = { $by }, penundaan { $group } (ajuan { $number }).
queue_change-begun-resume = { $by }, { $group } dilanjutkan (ajuan { $number }).
queue_change-begun-remove = { $by }, { $group } dikeluarkan dari antrean (ajuan { $number }).
queue_change-place-label = Nomor
queue_change-place-ask = { $group } sekarang nomor { $stands } dari { $count }. Pindah ke nomor berapa?
queue_change-place-not_a_count = Mohon tulis nomornya saja, misalnya 2.
queue_change-place-out_of_range = Nomornya mulai dari { $at_least }.
queue_change-place-beyond = Antrean hanya sampai nomor { $count }. Maksudnya paling belakang?
queue_change-reason-label = Alasan
queue_change-reason-ask =
    Apa alasannya? { $what ->
        [move] Alasan ini dibaca semua kelompok di antrean.
        [resume] Alasan ini dibaca semua kelompok di antrean.
       *[other] Alasan ini dibaca kelompok itu.
    }
queue_change-reason-no_words = Mohon tulis alasannya dengan kalimat singkat.
queue_change-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
queue_change-confirm =
    Mohon dicek dulu:
    { $what ->
        [move] { $group }: nomor { $stands } ke nomor { $place }
        [postpone] { $group }: nomor { $stands }, ditunda dulu
        [resume] { $group }: menunggu lagi, sesuai tanggalnya
       *[other] { $group }: keluar dari antrean (ajuan { $number })
    }
    Alasan: { $reason }
    Jalankan?
queue_change-done-move = { $group } dipindahkan dari nomor { $before } ke nomor { $place } dari { $count }. { $told } kelompok lain dikabari beserta alasannya.
queue_change-done-postpone = { $group } ditunda; tanggalnya tetap. { $told } kelompok maju satu nomor.
queue_change-done-resume = { $group } menunggu lagi di nomor { $place } dari { $count }. { $told } kelompok lain dikabari beserta alasannya.
queue_change-done-remove = { $group } keluar dari antrean. { $told } kelompok maju satu nomor.

# Yang dibaca kelompok itu sendiri.
queue_news-accepted =
    Bapak/Ibu { $name }, kabar baik: ajuan { $number } dari { $group } sudah masuk daftar tunggu untuk { $amount }, nomor { $place } dari { $count }.
    Giliran bergantung pada dana yang kembali. Perubahan nomor kami kabari di sini.
queue_news-moved =
    Bapak/Ibu { $name }, nomor antrean { $group } berubah dari { $before } menjadi { $place } dari { $count }, karena { $reason }.
queue_news-postponed =
    Bapak/Ibu { $name }, giliran { $group } ditunda dulu, karena { $reason }. Tanggalnya tetap dihitung, dan kami kabari begitu dilanjutkan.
queue_news-resumed =
    Bapak/Ibu { $name }, { $group } menunggu lagi di nomor { $place } dari { $count }: { $reason }.
queue_news-withdrawn =
    Bapak/Ibu { $name }, ajuan { $number } dari { $group } dikeluarkan dari antrean, karena { $reason }. Silakan mengajukan lagi, atau tanya petugas.

# Yang dibaca kelompok lain yang nomornya berubah.
queue_news-others-moved =
    Bapak/Ibu { $name }, { $group } dipindahkan dalam antrean, karena { $reason }. { $own } sekarang nomor { $place } dari { $count } (tadinya { $before }).
queue_news-others-resumed =
    Bapak/Ibu { $name }, { $group } menunggu lagi sesuai tanggalnya, karena { $reason }. { $own } sekarang nomor { $place } dari { $count } (tadinya { $before }).
queue_news-others-accepted =
    Bapak/Ibu { $name }, { $group } diterima dan didahulukan, karena { $reason }. { $own } sekarang nomor { $place } dari { $count } (tadinya { $before }).
queue_news-others-nearer =
    Bapak/Ibu { $name }, { $own } maju di antrean: sekarang nomor { $place } dari { $count } (tadinya { $before }).
queue_news-others-further =
    Bapak/Ibu { $name }, { $own } sekarang nomor { $place } dari { $count } di antrean (tadinya { $before }), karena ada kelompok kelas lebih awal yang diterima.
