# Apa yang ditunggu sebelum giliran berikutnya, untuk kelompok di antrean.

turn_words-approved = Sudah disetujui, tinggal dicairkan. Petugas akan menghubungi Bapak/Ibu.
turn_words-running_loan = Pinjaman kelompok yang sekarang dilunasi dulu, tinggal { $owes }.
turn_words-all_there = Syarat untuk giliran berikutnya sudah lengkap, tinggal keputusan petugas.
turn_words-nearest = Tinggal { $count } setoran { $group } lagi, giliran berikutnya terbuka.
turn_words-nearest_two = Giliran berikutnya terbuka setelah { $count } setoran lagi dari { $group }, atau { $other_count } setoran lagi dari { $other }.
turn_words-success = Menunggu satu kelompok yang berhasil, lalu giliran berikutnya terbuka.
turn_words-money = Dana yang terkumpul masih kurang { $short } untuk giliran berikutnya.
turn_words-money_there = Dananya sendiri sudah cukup.
turn_words-ahead = Giliran di depan masih disiapkan bersama petugas.
turn_words-forecast = Perkiraannya { $when }.
turn_words-in_front = Giliran { $count } kelompok di depan lebih dulu.
