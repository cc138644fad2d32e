# /tunggakan: classes of collectibility, then the groups that are late.

late_groups-overview =
    📋 { $programme }
    As of { $today_short }

    Collectibility (groups, principal owed, past its day):
    { $classes }

    { $count ->
        [0] { $late }
        [one] Past its day, one group:
        { $late }
       *[other] Past their day, { $count } groups:
        { $late }
    }
late_groups-class = { $grade }: { $count }, { $outstanding }, { $arrears }
late_groups-line =
    { $days ->
        [one] { $group } ({ $village }): { $arrears }, { $days } day, class { $grade }
       *[other] { $group } ({ $village }): { $arrears }, { $days } days, class { $grade }
    }
late_groups-more =
    { $count ->
        [one] and { $count } group more
       *[other] and { $count } groups more
    }
late_groups-nobody = Every group is on schedule. 🙏
