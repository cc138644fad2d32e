# Reminders of what is due: warm, short, never in a hurry.

reminder-paid = I have paid
reminder-later = Cannot yet
reminder-left = See what is left

reminder-week =
    Dear { $name }, repayment no. { $number } of group { $group } is due on { $due_on }: { $amount }. There are { $days } days left. If you have paid already, tap “{ reminder-paid }”. Thank you.
reminder-soon =
    { $name }, in { $days } days, on { $due_on }, the repayment of group { $group } is due: { $amount }. If something stands in the way, tap “{ reminder-later }” so that we can help. Thank you.
reminder-tomorrow =
    { $name }, tomorrow, { $due_on }, the repayment of group { $group } is due: { $amount } to the programme’s account. When you have paid, please send a photo of the slip here. Thank you.
reminder-today =
    Good { $part ->
        [morning] morning
        [midday] afternoon
        [afternoon] afternoon
       *[night] evening
    }, { $name }. Today the repayment of group { $group } is due: { $amount }. Please ignore this message if you have paid and reported. Thank you.
reminder-late =
    { $name }, the repayment of group { $group } for { $due_on }, { $amount }, is not in our records yet. If you have paid, please send the slip here. If not, tap “{ reminder-later }” and we will find a way together.
reminder-late_again =
    { $name }, we would like to know that the business of group { $group } is well. The repayment of { $amount } for { $due_on } is not in our records yet. You may pay it in parts, as you can. Tap “{ reminder-later }” or type PETUGAS; we are here to help.
reminder-exact = Please transfer exactly { $asked }; the last three digits ({ $code }) are the group’s code.

reminder-promised_today =
    Good { $part ->
        [morning] morning
        [midday] afternoon
        [afternoon] afternoon
       *[night] evening
    }, { $name }. Today is { $promised_on }, the day you named for the repayment of group { $group }. When you have paid, please send a photo of the slip here. Thank you.
reminder-promised_tomorrow =
    { $name }, tomorrow is { $promised_on }, the day you named for the repayment of group { $group }. When you have paid, please send a photo of the slip here. Thank you.
reminder-promised_ahead =
    { $name }, in { $days } days, on { $promised_on }, is the day you named for the repayment of group { $group }. When you have paid, please send a photo of the slip here. Thank you.
reminder-promised_passed =
    { $name }, the repayment of group { $group } that was planned for { $promised_on } is not in our records yet. If you have paid, please send the slip here. If something still stands in the way, tap “{ reminder-later }” and name another day. A part of it is welcome, too.

reminder-called =
    { $name }, { $who } will call you to help find a way for the repayment of group { $group }, at a time that suits you. We stop our reminders for now. Thank you.
reminder-facilitator = facilitator { $name }
reminder-office = somebody from the office

reminder-line_ahead = • { $group }: repayment no. { $number }, { $amount }, { $due_on } (in { $days } days)
reminder-line_tomorrow = • { $group }: repayment no. { $number }, { $amount }, tomorrow, { $due_on }
reminder-line_today = • { $group }: repayment no. { $number }, { $amount }, today
reminder-line_late = • { $group }: repayment no. { $number }, { $amount }, for { $due_on_short } is not in our records yet
reminder-line_promised = • { $group }: the repayment that you planned for { $promised_on }
reminder-line_promise_passed = • { $group }: the repayment planned for { $promised_on_short } is not in our records yet
reminder-line_called = • { $group }: { $who } will call you; we stop our reminders for now

reminder-over = We are not waiting for that repayment any more, so there is nothing to do. Thank you.
