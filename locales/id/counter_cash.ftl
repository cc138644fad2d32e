# /catat: setoran tunai di kantor.

counter_cash-title = pencatatan setoran tunai
counter_cash-amount-ask =
    Berapa uang tunai yang diterima?
    Contoh: 500 ribu
counter_cash-amount-above_outstanding = { $amount_full } melebihi sisa pinjaman { $outstanding }. Kelebihannya menjadi titipan kelompok. Sudah benar?
counter_cash-paid_on-ask = Kapan uangnya diterima?
counter_cash-paid_on-before_loan = { $paid_on } sebelum modal dicairkan ({ $disbursed_on_short }). Mohon tulis tanggal yang benar.
counter_cash-confirm =
    Mohon dicek dulu, setoran tunai:
    Kelompok: { $group } ({ $village })
    Jumlah: { $amount_full }
    Diterima: { $paid_on }
    Sisa pinjaman sebelumnya: { $outstanding }
    Ajukan untuk disetujui?

counter_cash-amount-label = Jumlah
counter_cash-amount-not_an_amount = Mohon tulis jumlahnya, misalnya { $example }.
counter_cash-amount-photo_instead = Fotonya sudah terlihat. Mohon tulis jumlahnya, misalnya { $example }.
counter_cash-amount-unsure = Maksudnya { $first }? Pilih yang benar, atau tulis ulang.
counter_cash-amount-too_small = Jumlah paling kecil { $at_least }. Mohon tulis lengkap, misalnya 450 ribu.
counter_cash-amount-too_large = Jumlah itu terlalu besar. Mohon tulis ulang.

counter_cash-paid_on-label = Tanggal
counter_cash-paid_on-not_a_day = Tanggal itu belum terbaca. Contoh: kemarin, atau 5 Juli.
counter_cash-paid_on-unsure = Tanggal itu tidak ada atau kurang jelas. Mungkin salah satu di bawah ini?
counter_cash-paid_on-in_the_future = { $given } belum tiba. Yang dicatat adalah uang yang sudah diterima.
