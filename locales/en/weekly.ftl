# On Monday morning: the week that was and where the fund stands, with one picture.

weekly-overview =
    📊 { $programme }, this week
    As of { $today_short }

    Cash of the fund { $cash }, { $available } may be lent.
    Repaid in the last 7 days { $week }; this month { $month } of { $planned } planned.
    { $late ->
        [0] All groups keep to their schedules. 🙏
        [one] Late: { $late } group, { $arrears }.
       *[other] Late: { $late } groups, { $arrears }.
    }
    { $waiting ->
        [0] No report waits for verification.
        [one] Waiting for verification: { $waiting } report, { $waiting_sum }.
       *[other] Waiting for verification: { $waiting } reports, { $waiting_sum }.
    }
    Reminders sent in the last 7 days: { $told }. Paid WhatsApp messages this month: { $templates }.
    { $queue }
weekly-who_is_late = Show who is late
weekly-next_in_queue = Who is next
