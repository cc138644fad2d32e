# Three numbers that are always told apart; only what is verified counts anywhere.

tallies-reported = Reported: { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }, { $total }
tallies-verified = Verified: { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }, { $total }
tallies-rejected = Rejected: { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }, { $total }
