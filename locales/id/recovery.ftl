# /pulihkan: uang yang masuk sesudah hapus buku.

recovery-title = setoran sesudah hapus buku
recovery-not_written_off = Tidak ada pinjaman { $group } yang dihapus dari buku dan belum kembali, jadi tidak ada yang dapat dicatat di sini. Untuk setoran biasa: /catat.
recovery-amount-label = Jumlah
recovery-amount-ask = Berapa uang yang diterima?
recovery-amount-above_given_up = { $amount_full } melebihi yang dihapus dari buku dan belum kembali, { $given_up }. Mohon tulis jumlah yang benar.
recovery-amount-not_an_amount = Mohon tulis jumlahnya, misalnya { $example }.
recovery-amount-photo_instead = Fotonya sudah terlihat. Mohon tulis jumlahnya, misalnya { $example }.
recovery-amount-unsure = Maksudnya { $first }? Pilih yang benar, atau tulis ulang.
recovery-amount-too_small = Jumlah paling kecil { $at_least }. Mohon tulis lengkap, misalnya 450 ribu.
recovery-amount-too_large = Jumlah itu terlalu besar. Mohon tulis ulang.
recovery-paid_on-label = Tanggal
recovery-paid_on-ask = Kapan uangnya diterima?
recovery-paid_on-not_a_day = Mohon tulis tanggalnya, misalnya kemarin atau { $today_short }.
recovery-paid_on-unsure = Tanggal yang mana? Pilih yang benar, atau tulis ulang.
recovery-paid_on-in_the_future = { $given } belum tiba, hari ini { $today }. Kapan uangnya diterima?
recovery-paid_on-before_write_off = { $paid_on } lebih awal daripada hapus buku, { $given_up_on_short }. Mohon tulis tanggal yang benar.
recovery-confirm =
    Mohon dicek dulu, setoran sesudah hapus buku:
    Kelompok: { $group } ({ $village })
    Pinjaman: { $number }
    Jumlah: { $amount_full }
    Diterima: { $paid_on }
    Dihapus dan belum kembali: { $given_up }
    Ajukan untuk disetujui?
