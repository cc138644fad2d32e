what_is_left-standing =
    Group { $group }
    Left to repay: { $outstanding_full }
    Repaid: { $percent }%
    { $schedule }

    { $reports }

    As of { $today_short }. What is waiting to be checked is not taken off yet.
what_is_left-next = Next repayment (no. { $number }): { $due_on }, { $left }
what_is_left-oldest = Repayment no. { $number }, planned for { $due_on_short }: { $left }
what_is_left-exact = Please transfer exactly { $asked }; the last three digits ({ $code }) are your group's code
what_is_left-not_recorded = Past its day and not recorded yet: { $arrears }
what_is_left-all_paid = All repayments are recorded. Thank you.
what_is_left-credit = Credit of the group: { $credit }, used for the next repayment
what_is_left-no_reports = No repayment has been reported here yet.
what_is_left-waiting = Waiting to be checked: { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }, { $total }
what_is_left-latest =
    Latest reports:
    { $reports }
what_is_left-report = { $number }, { $amount }, { $paid_on_short }: { $status }
what_is_left-no_loan = The group { $group } has no running loan.
what_is_left-no_group = Your name is not connected with any group in our records yet. The office will gladly help.
