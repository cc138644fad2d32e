# /hapusbuku: pokok yang tidak akan kembali dikeluarkan dari buku.

write_off-title = hapus buku
write_off-amount-ask = Berapa pokok yang dihapus dari buku?
write_off-amount-above_owed = { $amount_full } melebihi sisa pokok, { $owed }. Mohon tulis jumlah yang benar.
write_off-paper-ask = Nomor surat keputusannya? Contoh: 500/12/Dinsos/2019.
write_off-reason-ask = Apa alasannya?
write_off-confirm =
    Mohon dicek dulu, hapus buku:
    Kelompok: { $group } ({ $village })
    Pinjaman: { $number }
    Jumlah pokok: { $amount_full }
    Sisa pokok: { $owed }
    Surat keputusan: { $paper }
    Alasan: { $reason }
    Ajukan untuk disetujui?

write_off-amount-label = Jumlah
write_off-amount-not_an_amount = Mohon tulis jumlahnya, misalnya { $example }.
write_off-amount-photo_instead = Fotonya sudah terlihat. Mohon tulis jumlahnya, misalnya { $example }.
write_off-amount-unsure = Maksudnya { $first }? Pilih yang benar, atau tulis ulang.
write_off-amount-too_small = Jumlah paling kecil { $at_least }. Mohon tulis lengkap, misalnya 450 ribu.
write_off-amount-too_large = Jumlah itu terlalu besar. Mohon tulis ulang.

write_off-paper-label = Surat keputusan
write_off-paper-no_words = Mohon tulis dengan kalimat singkat.
write_off-paper-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.

write_off-reason-label = Alasan
write_off-reason-no_words = Mohon tulis dengan kalimat singkat.
write_off-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
