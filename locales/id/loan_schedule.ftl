# /jadwal: jadwal setoran satu kelompok, yang berlaku dan yang lama.

loan_schedule-shown =
    📅 Jadwal pinjaman { $number }
    { $group }
    Modal: { $principal }, dicairkan { $disbursed_on_short }

    { $lines }

    Sisa pinjaman: { $outstanding }
    Data per { $today_short }.
loan_schedule-never_borrowed = { $group } belum pernah meminjam, jadi belum ada jadwalnya.
loan_schedule-paid = ✅ { $line }
loan_schedule-part = ◐ { $line }, sudah masuk { $paid }
loan_schedule-open = ▫️ { $line }
loan_schedule-former =
    🗂️ Jadwal lama pinjaman { $number }
    { $group }
    Berlaku sampai { $until }, { $because }

    Yang waktu itu belum lunas:
    { $lines }
loan_schedule-because-rescheduled = diganti karena { $reason }.
loan_schedule-because-written_off = dikurangi karena hapus buku ({ $reason }).
loan_schedule-because-write_off_reversed = ditambah karena hapus buku dibatalkan ({ $reason }).
loan_schedule-because-unknown = tanpa alasan yang tercatat.
loan_schedule-before = Jadwal lama
loan_schedule-now = Jadwal sekarang
