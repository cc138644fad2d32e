# /titipan: titipan dikembalikan kepada kelompok.

refund-title = pengembalian titipan
refund-nothing_held = { $group } tidak punya titipan di kas, jadi tidak ada yang dapat dikembalikan.
refund-amount-ask = Berapa titipan yang dikembalikan?
refund-amount-above_held = { $amount_full } melebihi titipan yang ada, { $held }. Mohon tulis jumlah yang benar.
refund-confirm =
    Mohon dicek dulu, pengembalian titipan:
    Kelompok: { $group } ({ $village })
    Jumlah: { $amount_full }
    Titipan sekarang: { $held }
    Ajukan untuk disetujui?

refund-amount-label = Jumlah
refund-amount-not_an_amount = Mohon tulis jumlahnya, misalnya { $example }.
refund-amount-photo_instead = Fotonya sudah terlihat. Mohon tulis jumlahnya, misalnya { $example }.
refund-amount-unsure = Maksudnya { $first }? Pilih yang benar, atau tulis ulang.
refund-amount-too_small = Jumlah paling kecil { $at_least }. Mohon tulis lengkap, misalnya 450 ribu.
refund-amount-too_large = Jumlah itu terlalu besar. Mohon tulis ulang.
