# /pengingat: kapan kelompok diingatkan.

notice_plan-title = pengaturan pengingat
notice_plan-change = Ubah
notice_plan-keep = Biarkan
notice_plan-shown =
    ⏰ Pengingat { $programme }

    Jadwal setoran:
    { $steps }
    { $call_after } hari lewat jadwal: petugas diminta menelepon.

    Jam kirim: { $opens } sampai { $closes } WITA, Senin sampai Sabtu, bukan hari libur.
    Bulan Ramadan: { $fasting_opens } sampai { $fasting_closes } WITA.
    Rencana setor paling jauh { $promise_days } hari.
    Ajakan lapor usaha: tanggal { $nudge_day }. Kabar antrean: tanggal { $place_day }.
notice_plan-no_steps = tanpa pengingat
notice_plan-step-before = { $days } hari sebelum
notice_plan-step-today = hari jatuh tempo
notice_plan-step-after = { $days } hari sesudah
notice_plan-span = { $opens } sampai { $closes } WITA

notice_plan-steps-ask =
    Berapa hari dari jatuh tempo pengingat dikirim? Minus berarti sebelum.
    Contoh: -7 -3 -1 0 3 7
notice_plan-steps-label = Jadwal
notice_plan-steps-no_steps = Mohon tulis angkanya dengan spasi. Contoh: -7 -3 -1 0 3 7
notice_plan-steps-steps_out_of_order = Mohon diurutkan dari yang paling awal, tanpa angka kembar: { $step } ditulis sesudah { $before }. Contoh: -7 -3 -1 0 3 7
notice_plan-steps-step_too_far = { $step } hari di luar batas: paling awal { $earliest }, paling akhir { $latest }. Contoh: -7 -3 -1 0 3 7
notice_plan-steps-too_many_steps = { $count } pengingat terlalu banyak, paling banyak { $most }. Contoh: -7 -3 -1 0 3 7
notice_plan-hours-ask =
    Dari jam berapa sampai jam berapa pesan boleh dikirim (WITA)?
    Contoh: 8.30 sampai 17.30
notice_plan-hours-label = Jam kirim
notice_plan-hours-no_hours = Mohon tulis jam mulai dan jam selesai. Contoh: 8.30 sampai 17.30
notice_plan-hours-no_such_time = Jam { $time } tidak ada. Contoh: 8.30 sampai 17.30
notice_plan-hours-hours_backwards = Jam mulai { $opens } harus lebih awal daripada jam selesai { $closes }. Contoh: 8.30 sampai 17.30
notice_plan-hours-hours_too_wide = Supaya tidak mengganggu, pesan hanya dikirim antara pukul { $opens } dan { $closes } WITA. Contoh: 9.00 sampai 16.00

notice_plan-confirm =
    Mohon dicek dulu, pengingat { $programme }:
    { $steps }
    Jam kirim: { $hours }
    Sudah benar?
notice_plan-changed = Pengingat { $programme } sudah diubah. Berlaku mulai pesan besok pagi. ✅
