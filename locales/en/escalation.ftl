# Reports that have waited for too long: a reminder for staff only.

escalation-nudge =
    { $count ->
        [one] ⏰ One report has waited for more than { $days } working days:
       *[other] ⏰ { $count } reports have waited for more than { $days } working days:
    }
    { $reports }
escalation-report = { $number }, { $group }, { $amount }, since { $since }
escalation-more = and { $count } more
