# The picture of a fund: short words, read on the screen of a phone.

fund_picture-about = Cash of the fund now
fund_picture-cash = Cash at the end of the month
fund_picture-repayments = Repayments
fund_picture-repaid = Came in
fund_picture-planned = Planned
fund_picture-late = Late
fund_picture-class = { $grade }: { $count ->
    [one] { $count } group
   *[other] { $count } groups
}
fund_picture-millions = { $tenth ->
    [0] { $whole } m
   *[other] { $whole }.{ $tenth } m
}
fund_picture-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
