# /tunggakan: kelas kolektibilitas, lalu kelompok yang lewat jadwal.

late_groups-overview =
    📋 { $programme }
    Per { $today_short }

    Kolektibilitas (kelompok, sisa pokok, lewat jadwal):
    { $classes }

    { $count ->
        [0] { $late }
       *[other] Lewat jadwal, { $count } kelompok:
        { $late }
    }
late_groups-class = { $grade }: { $count }, { $outstanding }, { $arrears }
late_groups-line = { $group } ({ $village }): { $arrears }, { $days } hari, kolektibilitas { $grade }
late_groups-more = dan { $count } kelompok lagi
late_groups-nobody = Semua kelompok sesuai jadwal. 🙏
