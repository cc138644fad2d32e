repayment_report-title = laporan setoran

repayment_report-group-label = Kelompok
repayment_report-group-ask = Setoran ini untuk kelompok yang mana, Pak/Bu?
repayment_report-group-not_a_group = Maaf, kami belum menemukan kelompok itu. Silakan pilih salah satu di bawah, Pak/Bu.

repayment_report-amount-label = Jumlah
repayment_report-amount-ask =
    Berapa jumlah yang disetor, Pak/Bu?
    Contoh: 500 ribu atau 1,5 juta
repayment_report-amount-photo_instead =
    Fotonya sudah masuk, terima kasih. Berapa jumlah yang disetor, Pak/Bu?
    Contoh: { $example }
repayment_report-amount-not_an_amount =
    Maaf, jumlahnya belum terbaca. Mohon tulis angkanya saja, Pak/Bu.
    Contoh: { $example } atau 500 ribu
repayment_report-amount-unsure =
    Supaya tidak keliru, maksudnya { $first }, Pak/Bu? Pilih di bawah, atau tulis lengkap angkanya.
repayment_report-amount-too_small =
    Jumlah paling sedikit { $at_least }, Pak/Bu. Mohon tulis lengkap, contoh: 500 ribu.
repayment_report-amount-too_large = Angkanya besar sekali, Pak/Bu. Mohon tulis ulang jumlah rupiahnya.
repayment_report-amount-odd_amount =
    Supaya tidak keliru: jumlahnya { $amount_full }, atau maksudnya { $meant_full }, Pak/Bu?
repayment_report-amount-above_outstanding =
    { $amount } lebih besar daripada sisa pinjaman, yaitu { $outstanding_full }. Apakah jumlahnya sudah benar, Pak/Bu?
repayment_report-amount-below_smallest =
    { $amount } lebih kecil daripada setoran paling sedikit, yaitu { $smallest }. Apakah jumlahnya sudah benar, Pak/Bu?
repayment_report-amount-same_report =
    Setoran { $amount } tanggal { $paid_on_short } sudah pernah dilaporkan: nomor { $number }, { $status }.
    Apakah yang ini setoran lain? Bila sama, ketik BATAL.

repayment_report-paid_on-label = Tanggal
repayment_report-paid_on-ask =
    Kapan disetor, Pak/Bu?
    Boleh juga tulis tanggalnya, contoh: 5 Juli
repayment_report-paid_on-not_a_day =
    Maaf, tanggalnya belum terbaca. Mohon tulis harinya, Pak/Bu.
    Contoh: kemarin, Senin lalu, atau { $today_short }
repayment_report-paid_on-unsure = Supaya tidak keliru, maksudnya tanggal berapa, Pak/Bu? Pilih di bawah, atau tulis tanggalnya.
repayment_report-paid_on-in_the_future =
    { $given } belum tiba, Pak/Bu. Hari ini { $today }. Kapan uangnya disetor?
repayment_report-paid_on-before_disbursement =
    { $paid_on } lebih awal daripada pencairan modal, yaitu { $disbursed_on_short }. Apakah tanggalnya sudah benar, Pak/Bu?
repayment_report-paid_on-long_ago =
    { $paid_on } sudah lebih dari dua bulan yang lalu. Apakah tanggalnya sudah benar, Pak/Bu?

repayment_report-method-label = Cara setor
repayment_report-method-ask = Disetor dengan cara apa, Pak/Bu?
repayment_report-method-transfer = Transfer bank
repayment_report-method-cash = Tunai ke petugas
repayment_report-method-not_a_choice = Maaf, kami belum paham. Disetor lewat transfer bank, atau tunai ke bendahara atau pendamping?

repayment_report-slips-label = Foto bukti
repayment_report-slips-ask =
    Mohon kirim foto bukti setornya, Pak/Bu. 📷
    Kalau belum ada, ketik NANTI.
repayment_report-slips-broken =
    Mohon maaf, kiriman itu belum bisa kami simpan karena { $why }. Mohon kirim ulang sebagai foto, atau ketik NANTI.
repayment_report-slips-not_a_photo =
    Yang kami tunggu foto bukti setornya, Pak/Bu. Kalau belum ada, ketik NANTI.
repayment_report-slips-slip_seen_here =
    Foto bukti ini sudah ada di laporan kelompok sebelumnya, Pak/Bu. Apakah memang bukti untuk setoran ini?
repayment_report-slips-slip_seen_elsewhere =
    Supaya tidak keliru: apakah foto ini memang bukti untuk setoran ini, Pak/Bu?

repayment_report-confirm =
    Mohon dicek dulu:
    Kelompok: { $group }
    Jumlah: { $amount_full }
    Tanggal: { $paid_on }
    Cara: { $method }
    Bukti: { $slips ->
        [0] belum ada
        [1] ada
       *[other] ada ({ $slips })
    }
    Sudah benar, Pak/Bu?
repayment_report-submitted =
    Laporan { $number } sudah kami terima: { $amount } dari kelompok { $group }.
    Petugas akan mencocokkan dulu, paling lama { $working_days } hari kerja. Sisa pinjaman berubah setelah dicek. { $slips ->
        [0] Bila sudah ada, kirim foto buktinya ke sini. Terima kasih, Pak/Bu. 🙏
       *[other] Terima kasih, Pak/Bu. 🙏
    }
repayment_report-no_loan =
    Kelompok Bapak/Ibu tidak punya pinjaman yang sedang berjalan, jadi belum ada setoran yang perlu dilaporkan. Bila ini keliru, petugas siap membantu.
