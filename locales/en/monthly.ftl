# On the first working day of a month: the month that is over.

monthly-pack =
    📚 Report of { $month_month }, { $programme }

    Cash of the fund at the end: { $cash }
    Repaid: { $repaid } of { $planned } planned
    Paid out: { $paid_out }
    { $late ->
        [0] { $running } running loans, all of them on schedule. 🙏
       *[other] { $running } running loans, { $late } of them late: { $arrears }
    }
    Paid WhatsApp messages: { $templates }
    Old data deleted by the rules: { $forgotten }

    The details are in the Excel file: progress, collectibility, active groups, and moves of the fund.
