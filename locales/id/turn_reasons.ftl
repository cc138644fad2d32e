# Apa yang ditunggu sebelum giliran berikutnya, untuk kelompok di antrean.

turn_reasons-approved = Sudah disetujui, tinggal dicairkan. Petugas akan menghubungi Bapak/Ibu.
turn_reasons-running_loan = Pinjaman kelompok yang sekarang dilunasi dulu, tinggal { $owes }.
turn_reasons-all_there = Syarat untuk giliran berikutnya sudah lengkap, tinggal keputusan petugas.
turn_reasons-nearest = Tinggal { $count } setoran { $group } lagi, giliran berikutnya terbuka.
turn_reasons-success = Menunggu satu kelompok yang berhasil, lalu giliran berikutnya terbuka.
turn_reasons-money = Dana yang terkumpul masih kurang { $short } untuk giliran berikutnya.
turn_reasons-money_there = Dananya sendiri sudah cukup.
turn_reasons-ahead = Giliran di depan masih disiapkan bersama petugas.
