# Bendahara sudah membayar: tanggal dan bukti.

pay_out-title = pembayaran pencairan
pay_out-paid_on-label = Tanggal
pay_out-paid_on-ask = Kapan uangnya diserahkan?
pay_out-paid_on-not_a_day = Tanggal itu belum terbaca. Contoh: kemarin, atau 5 Juli.
pay_out-paid_on-unsure = Tanggal itu tidak ada atau kurang jelas. Mungkin salah satu di bawah ini?
pay_out-paid_on-in_the_future = { $given } belum tiba. Yang dicatat adalah uang yang sudah diserahkan.
pay_out-paid_on-before_approval = Pencairan ini baru disetujui { $approved_on }, jadi tanggal bayarnya tidak bisa sebelum itu.
pay_out-proof-label = Bukti
pay_out-proof-ask = Mohon kirim foto buktinya: kuitansi atau bukti transfer. 📷
pay_out-proof-not_a_photo = Yang kami tunggu foto bukti pembayarannya. Kalau tidak jadi, ketik BATAL.
pay_out-proof-broken = Mohon maaf, kiriman itu belum bisa kami simpan karena { $why }. Mohon kirim ulang sebagai foto.
pay_out-confirm =
    Mohon dicek dulu, uang sudah diserahkan:
    Kelompok: { $group }
    Jumlah: { $amount_full }
    Tanggal: { $paid_on }
    Bukti: { $proof } foto
    Sesudah ini pinjaman dan jadwalnya dibuat, dan kelompoknya dikabari. Sudah benar?
pay_out-done = Tercatat: { $amount_full } untuk { $group }, pinjaman { $number }. Kelompoknya sudah dikabari. ✅
