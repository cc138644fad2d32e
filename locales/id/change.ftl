# Yang berubah pada sebuah laporan, baris demi baris.

change-what-amount = Jumlahnya
change-what-day = Tanggalnya
change-from_amount = Jumlah: { $old } → { $new_full }
change-from_day = Tanggal: { $old_short } → { $new_short }
