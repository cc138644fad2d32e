# Petugas menerima laporan dengan jumlah yang berbeda.

other_amount-title = pencatatan jumlah lain untuk laporan { $number }
other_amount-amount-label = Jumlah
other_amount-amount-ask =
    Berapa uang yang benar-benar masuk?
    Contoh: 450 ribu
other_amount-amount-not_an_amount = Mohon tulis jumlah uang yang masuk, misalnya { $example }.
other_amount-amount-photo_instead = Fotonya sudah terlihat. Mohon tulis jumlah uang yang masuk, misalnya { $example }.
other_amount-amount-unsure = Maksudnya { $first }? Pilih yang benar, atau tulis ulang.
other_amount-amount-too_small = Jumlah paling kecil { $at_least }. Mohon tulis lengkap, misalnya 450 ribu.
other_amount-amount-too_large = Jumlah itu terlalu besar. Mohon tulis ulang.
other_amount-amount-far_off = Yang dilaporkan { $reported_full }, bedanya jauh. Benar yang masuk { $amount_full }?
other_amount-amount-above_outstanding = { $amount_full } melebihi sisa pinjaman { $outstanding }. Kelebihannya menjadi titipan kelompok. Sudah benar?
other_amount-reason-label = Alasan
other_amount-reason-ask = Apa alasannya? Kalimat ini dibaca juga oleh pelapor.
other_amount-reason-no_words = Mohon tulis alasannya dengan singkat, misalnya: yang masuk di rekening 450 ribu.
other_amount-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
other_amount-confirm =
    Mohon dicek dulu:
    Laporan: { $number }, { $group }
    Dilaporkan: { $reported }
    Yang dicatat: { $amount_full }
    Alasan: { $reason }
    Sudah benar?
other_amount-done = Laporan { $number } dari { $group } dicatat { $amount_full } pukul { $at_time }, lalu kabarnya kami kirim ke pelapor. Keliru? Tekan Batalkan sebelum itu.
