# /modal: tambahan modal.

capital-title = pencatatan modal
capital-which_programme = Modal untuk program yang mana?
capital-amount-ask =
    Berapa modal yang masuk?
    Contoh: 50 juta
capital-received_on-ask = Kapan uangnya masuk ke kas bergulir?
capital-source-ask = Dari mana sumbernya? Contoh: APBD 2019, SP2D 123.
capital-confirm =
    Mohon dicek dulu, tambahan modal:
    Program: { $programme }
    Jumlah: { $amount_full }
    Diterima: { $received_on }
    Sumber: { $source }
    Ajukan untuk disetujui?

capital-amount-label = Jumlah
capital-amount-not_an_amount = Mohon tulis jumlahnya, misalnya { $example }.
capital-amount-photo_instead = Fotonya sudah terlihat. Mohon tulis jumlahnya, misalnya { $example }.
capital-amount-unsure = Maksudnya { $first }? Pilih yang benar, atau tulis ulang.
capital-amount-too_small = Jumlah paling kecil { $at_least }. Mohon tulis lengkap, misalnya 450 ribu.
capital-amount-too_large = Jumlah itu terlalu besar. Mohon tulis ulang.

capital-received_on-label = Tanggal
capital-received_on-not_a_day = Tanggal itu belum terbaca. Contoh: kemarin, atau 5 Juli.
capital-received_on-unsure = Tanggal itu tidak ada atau kurang jelas. Mungkin salah satu di bawah ini?
capital-received_on-in_the_future = { $given } belum tiba. Yang dicatat adalah uang yang sudah diterima.

capital-source-label = Sumber
capital-source-no_words = Mohon tulis dengan kalimat singkat.
capital-source-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
