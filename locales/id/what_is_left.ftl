what_is_left-standing =
    Kelompok { $group }
    Sisa pinjaman: { $outstanding_full }
    Sudah disetor: { $percent }%
    { $schedule }

    { $reports }

    Data per { $today_short }. Yang menunggu dicek belum mengurangi sisa pinjaman.
what_is_left-next = Setoran berikutnya (ke-{ $number }): { $due_on }, { $left }
what_is_left-oldest = Setoran ke-{ $number }, jadwal { $due_on_short }: { $left }
what_is_left-exact = Mohon transfer tepat { $asked }; tiga angka terakhir ({ $code }) kode kelompok
what_is_left-not_recorded = Sudah lewat jadwal dan belum tercatat: { $arrears }
what_is_left-all_paid = Semua setoran sudah tercatat. Terima kasih, Pak/Bu.
what_is_left-credit = Titipan kelompok: { $credit }, dipakai untuk setoran berikutnya
what_is_left-no_reports = Belum ada laporan setoran lewat layanan ini.
what_is_left-waiting = Menunggu dicek: { $count } laporan, { $total }
what_is_left-latest =
    Laporan terakhir:
    { $reports }
what_is_left-report = { $number }, { $amount }, { $paid_on_short }: { $status }
what_is_left-no_loan = Kelompok { $group } tidak punya pinjaman yang sedang berjalan.
what_is_left-no_group = Nama Bapak/Ibu belum terhubung dengan kelompok mana pun di catatan kami. Petugas siap membantu.
