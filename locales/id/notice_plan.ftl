# /pengingat: kapan kelompok diberi kabar apa.

notice_plan-title = pengaturan pengingat
notice_plan-change = Ubah
notice_plan-shown =
    ⏰ Pengingat { $programme }

    Jadwal setoran:
    { $steps }
    { $call_after } hari lewat jadwal: petugas diminta menelepon.

    Jam kirim: { $hours }, Senin sampai Sabtu, bukan hari libur.
    Bulan Ramadan: { $fasting }.
    Rencana setor paling jauh { $promise_days } hari.
    Ajakan lapor usaha: { $nudge }.
    Kabar antrean: { $place }.
notice_plan-no_steps = tanpa pengingat
notice_plan-step-before = { $days } hari sebelum
notice_plan-step-today = hari jatuh tempo
notice_plan-step-after = { $days } hari sesudah
notice_plan-span = { $opens } sampai { $closes } WITA
notice_plan-days = { $days } hari
notice_plan-on_day = tanggal { $day }
notice_plan-never = tidak dikirim
notice_plan-stop = Jangan dikirim
notice_plan-usual = Seperti biasa

notice_plan-item-label = Yang diubah
notice_plan-item-ask = Pengingat { $programme }: apa yang diubah?
notice_plan-item-not_a_choice = Mohon pilih salah satu di bawah. Bisa juga langsung ditulis, contoh: jam 9 sampai 16
notice_plan-item-steps = Jadwal pengingat
notice_plan-item-hours = Jam kirim
notice_plan-item-fasting = Jam Ramadan
notice_plan-item-call = Kapan menelepon
notice_plan-item-nudge = Ajakan lapor usaha
notice_plan-item-place = Kabar antrean
notice_plan-item-promise = Batas rencana setor

notice_plan-steps-ask =
    Sekarang: { $steps_now }
    Berapa hari dari jatuh tempo pengingat dikirim? Minus berarti sebelum.
    Contoh: -7 -3 -1 0 3 7
notice_plan-steps-label = Jadwal pengingat
notice_plan-steps-no_steps = Mohon tulis angkanya dengan spasi. Contoh: -7 -3 -1 0 3 7
notice_plan-steps-steps_out_of_order = Mohon diurutkan dari yang paling awal, tanpa angka kembar: { $step } ditulis sesudah { $before }. Contoh: -7 -3 -1 0 3 7
notice_plan-steps-step_too_far = { $step } hari di luar batas: paling awal { $earliest }, paling akhir { $latest }. Contoh: -7 -3 -1 0 3 7
notice_plan-steps-too_many_steps = { $count } pengingat terlalu banyak, paling banyak { $most }. Contoh: -7 -3 -1 0 3 7
notice_plan-steps-after_the_call = Pengingat { $step } hari sesudah jatuh tempo tidak sempat dikirim, karena petugas sudah menelepon pada hari ke-{ $call_after }. Paling akhir { $latest } hari.
notice_plan-hours-ask =
    Sekarang: { $hours_now }
    Dari jam berapa sampai jam berapa pesan boleh dikirim?
    Contoh: 8.30 sampai 17.30
notice_plan-hours-label = Jam kirim
notice_plan-hours-no_hours = Mohon tulis jam mulai dan jam selesai. Contoh: 8.30 sampai 17.30
notice_plan-hours-no_such_time = Jam { $time } tidak ada. Contoh: 8.30 sampai 17.30
notice_plan-hours-hours_backwards = Jam mulai { $opens } harus lebih awal daripada jam selesai { $closes }. Contoh: 8.30 sampai 17.30
notice_plan-hours-hours_too_wide = Supaya tidak mengganggu, pesan hanya dikirim antara pukul { $opens } dan { $closes } WITA. Contoh: 9.00 sampai 16.00
notice_plan-fasting-ask =
    Sekarang: { $fasting_now }
    Selama Ramadan, dari jam berapa sampai jam berapa pesan boleh dikirim?
    Contoh: 9.00 sampai 15.00
notice_plan-fasting-label = Jam Ramadan
notice_plan-fasting-no_hours = Mohon tulis jam mulai dan jam selesai. Contoh: 9.00 sampai 15.00
notice_plan-fasting-no_such_time = Jam { $time } tidak ada. Contoh: 9.00 sampai 15.00
notice_plan-fasting-hours_backwards = Jam mulai { $opens } harus lebih awal daripada jam selesai { $closes }. Contoh: 9.00 sampai 15.00
notice_plan-fasting-hours_too_wide = Supaya tidak mengganggu, pesan hanya dikirim antara pukul { $opens } dan { $closes } WITA. Contoh: 9.00 sampai 15.00
notice_plan-call-ask =
    Sekarang: { $call_now }
    Berapa hari lewat jadwal petugas diminta menelepon? Sejak itu pengingat otomatis berhenti.
    Contoh: 14 hari
notice_plan-call-label = Kapan menelepon
notice_plan-call-no_days = Mohon tulis jumlah harinya. Contoh: 14 hari
notice_plan-call-out_of_range = Paling cepat { $at_least } hari, paling lama { $at_most } hari. Contoh: 14 hari
notice_plan-call-after_the_call = Masih ada pengingat { $step } hari sesudah jatuh tempo, jadi petugas belum bisa menelepon pada hari ke-{ $call_after }. Mohon pilih hari yang lebih akhir, atau ubah jadwal pengingatnya dulu.
notice_plan-nudge-ask =
    Sekarang: { $nudge_now }
    Tanggal berapa kelompok peminjam diajak melapor usahanya?
    Contoh: tanggal 20
notice_plan-nudge-label = Ajakan lapor usaha
notice_plan-nudge-no_month_day = Mohon tulis tanggalnya. Contoh: tanggal 20. Bila tidak perlu, tulis: tidak usah
notice_plan-nudge-not_in_every_month = Tanggal { $day } tidak ada di setiap bulan. Paling akhir tanggal { $at_most }. Contoh: tanggal 20
notice_plan-place-ask =
    Sekarang: { $place_now }
    Tanggal berapa kelompok yang menunggu dikabari nomor antreannya?
    Contoh: tanggal 5
notice_plan-place-label = Kabar antrean
notice_plan-place-no_month_day = Mohon tulis tanggalnya. Contoh: tanggal 5. Bila tidak perlu, tulis: tidak usah
notice_plan-place-not_in_every_month = Tanggal { $day } tidak ada di setiap bulan. Paling akhir tanggal { $at_most }. Contoh: tanggal 5
notice_plan-promise-ask =
    Sekarang: { $promise_now }
    Paling jauh berapa hari ke depan kelompok boleh berencana setor?
    Contoh: 60 hari
notice_plan-promise-label = Batas rencana setor
notice_plan-promise-no_days = Mohon tulis jumlah harinya. Contoh: 60 hari
notice_plan-promise-out_of_range = Paling sedikit { $at_least } hari, paling banyak { $at_most } hari. Contoh: 60 hari

notice_plan-from_to =
    { $what }
    Dari: { $before }
    Menjadi: { $after }
notice_plan-confirm =
    Mohon dicek dulu, pengingat { $programme }:
    { $changes }
    Sudah benar?
notice_plan-changed = Pengingat { $programme } sudah diubah. Berlaku mulai pesan besok pagi. ✅
notice_plan-same_already = Pengingat { $programme } sudah begitu. Tidak ada yang perlu diubah.
