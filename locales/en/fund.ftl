# /saldo: the fund at a glance.

fund-overview =
    💰 { $programme }
    As recorded { $now }

    Fund cash: { $cash }
    Available to lend: { $available }
    Lent out (principal): { $lent_out }
    Past due: { $arrears }
    Fee cash: { $fee_cash }
    Held for groups: { $credit_held }

    Reports this month:
    { $month }
    { $waiting ->
        [0] No report is waiting to be checked.
        [one] Waiting to be checked: one report, { $waiting_sum } (not counted yet).
       *[other] Waiting to be checked: { $waiting } reports, { $waiting_sum } (not counted yet).
    }

fund-no_programme = No revolving fund has been recorded yet.

fund-unmatched = Not on the bank statement yet: { $unmatched }. This programme counts it as money to lend once it is matched (/mutasi).

fund-kept =
    Not counted as money that can be lent:
    Reserved for groups: { $reserved }
    Minimum that stays: { $minimum }
