# /pengingat: when groups are told what.

notice_plan-title = plan of reminders
notice_plan-change = Change
notice_plan-shown =
    ⏰ Reminders of { $programme }

    Steps of an instalment:
    { $steps }
    { $call_after } days late: staff are asked to call.

    Hours: { $hours }, Monday to Saturday, not on holidays.
    In Ramadan: { $fasting }.
    Promises to pay go { $promise_days } days ahead at most.
    Asking for news of the business: { $nudge }.
    Place in the queue: { $place }.
notice_plan-no_steps = no reminders
notice_plan-step-before = { $days } days before
notice_plan-step-today = on the due day
notice_plan-step-after = { $days } days after
notice_plan-span = { $opens } to { $closes } WITA
notice_plan-days = { $days } days
notice_plan-on_day = day { $day }
notice_plan-never = not sent
notice_plan-stop = Do not send
notice_plan-usual = As usual

notice_plan-item-label = What changes
notice_plan-item-ask = Reminders of { $programme }: what shall change?
notice_plan-item-not_a_choice = Please pick one of those below. It may be written at once, too, such as: hours 9 to 16
notice_plan-item-steps = Steps
notice_plan-item-hours = Hours
notice_plan-item-fasting = Hours in Ramadan
notice_plan-item-call = When to call
notice_plan-item-nudge = Asking for news
notice_plan-item-place = Place in the queue
notice_plan-item-promise = Limit of promises

notice_plan-steps-ask =
    Now: { $steps_now }
    How many days from the due day are reminders sent? Minus means before.
    Example: -7 -3 -1 0 3 7
notice_plan-steps-label = Steps
notice_plan-steps-no_steps = Please write the figures with blanks between them. Example: -7 -3 -1 0 3 7
notice_plan-steps-steps_out_of_order = Please begin with the earliest, and write none twice: { $step } stands after { $before }. Example: -7 -3 -1 0 3 7
notice_plan-steps-step_too_far = { $step } days are out of range: { $earliest } at the earliest, { $latest } at the latest. Example: -7 -3 -1 0 3 7
notice_plan-steps-too_many_steps = { $count } reminders are too many, { $most } at most. Example: -7 -3 -1 0 3 7
notice_plan-steps-after_the_call = A reminder { $step } days after the due day would never be sent, because staff call on day { $call_after }. { $latest } days at the latest.
notice_plan-hours-ask =
    Now: { $hours_now }
    From when until when may messages be sent?
    Example: 8.30 to 17.30
notice_plan-hours-label = Hours
notice_plan-hours-no_hours = Please write when it begins and when it ends. Example: 8.30 to 17.30
notice_plan-hours-no_such_time = There is no { $time } o'clock. Example: 8.30 to 17.30
notice_plan-hours-hours_backwards = The hours begin at { $opens } and so cannot end at { $closes }. Example: 8.30 to 17.30
notice_plan-hours-hours_too_wide = So that nobody is disturbed, messages are sent between { $opens } and { $closes } WITA only. Example: 9.00 to 16.00
notice_plan-fasting-ask =
    Now: { $fasting_now }
    In Ramadan, from when until when may messages be sent?
    Example: 9.00 to 15.00
notice_plan-fasting-label = Hours in Ramadan
notice_plan-fasting-no_hours = Please write when it begins and when it ends. Example: 9.00 to 15.00
notice_plan-fasting-no_such_time = There is no { $time } o'clock. Example: 9.00 to 15.00
notice_plan-fasting-hours_backwards = The hours begin at { $opens } and so cannot end at { $closes }. Example: 9.00 to 15.00
notice_plan-fasting-hours_too_wide = So that nobody is disturbed, messages are sent between { $opens } and { $closes } WITA only. Example: 9.00 to 15.00
notice_plan-call-ask =
    Now: { $call_now }
    How many days late are staff asked to call? From then on reminders stop.
    Example: 14 days
notice_plan-call-label = When to call
notice_plan-call-no_days = Please write how many days. Example: 14 days
notice_plan-call-out_of_range = { $at_least } days at least, { $at_most } days at most. Example: 14 days
notice_plan-call-after_the_call = There still is a reminder { $step } days after the due day, so staff cannot call on day { $call_after } yet. Please choose a later day, or change the steps first.
notice_plan-nudge-ask =
    Now: { $nudge_now }
    On which day of the month are borrowers asked for news of their business?
    Example: day 20
notice_plan-nudge-label = Asking for news
notice_plan-nudge-no_month_day = Please write the day. Example: day 20. If it is not wanted, write: off
notice_plan-nudge-not_in_every_month = Not every month has a day { $day }. { $at_most } at the latest. Example: day 20
notice_plan-place-ask =
    Now: { $place_now }
    On which day of the month do waiting groups hear their place in the queue?
    Example: day 5
notice_plan-place-label = Place in the queue
notice_plan-place-no_month_day = Please write the day. Example: day 5. If it is not wanted, write: off
notice_plan-place-not_in_every_month = Not every month has a day { $day }. { $at_most } at the latest. Example: day 5
notice_plan-promise-ask =
    Now: { $promise_now }
    How many days ahead may groups promise to pay?
    Example: 60 days
notice_plan-promise-label = Limit of promises
notice_plan-promise-no_days = Please write how many days. Example: 60 days
notice_plan-promise-out_of_range = { $at_least } days at least, { $at_most } days at most. Example: 60 days

notice_plan-from_to =
    { $what }
    From: { $before }
    To: { $after }
notice_plan-confirm =
    Please check, reminders of { $programme }:
    { $changes }
    Is this right?
notice_plan-changed = The reminders of { $programme } are changed, from tomorrow morning's messages on. ✅
notice_plan-same_already = The reminders of { $programme } are like this already. Nothing has to change.
