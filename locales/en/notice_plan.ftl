# /pengingat: when groups are reminded.

notice_plan-title = the reminders' settings
notice_plan-change = Change
notice_plan-keep = Leave as it is
notice_plan-shown =
    ⏰ Reminders of { $programme }

    Steps of an instalment:
    { $steps }
    { $call_after } days late: staff are asked to call.

    Hours: { $opens } to { $closes } WITA, Monday to Saturday, not on holidays.
    In Ramadan: { $fasting_opens } to { $fasting_closes } WITA.
    Promises to pay go { $promise_days } days ahead at most.
    News of the business is asked for on day { $nudge_day }, places in the queue are told on day { $place_day }.
notice_plan-no_steps = no reminders
notice_plan-step-before = { $days } days before
notice_plan-step-today = on the due day
notice_plan-step-after = { $days } days after
notice_plan-span = { $opens } to { $closes } WITA

notice_plan-steps-ask =
    How many days from the due day are reminders sent? Minus means before.
    Example: -7 -3 -1 0 3 7
notice_plan-steps-label = Steps
notice_plan-steps-no_steps = Please write the figures with blanks between them. Example: -7 -3 -1 0 3 7
notice_plan-steps-steps_out_of_order = Please begin with the earliest, and write none twice: { $step } stands after { $before }. Example: -7 -3 -1 0 3 7
notice_plan-steps-step_too_far = { $step } days are out of range: { $earliest } at the earliest, { $latest } at the latest. Example: -7 -3 -1 0 3 7
notice_plan-steps-too_many_steps = { $count } reminders are too many, { $most } at most. Example: -7 -3 -1 0 3 7
notice_plan-hours-ask =
    From when until when may messages be sent (WITA)?
    Example: 8.30 to 17.30
notice_plan-hours-label = Hours
notice_plan-hours-no_hours = Please write when it begins and when it ends. Example: 8.30 to 17.30
notice_plan-hours-no_such_time = There is no { $time } o'clock. Example: 8.30 to 17.30
notice_plan-hours-hours_backwards = The hours begin at { $opens } and so cannot end at { $closes }. Example: 8.30 to 17.30
notice_plan-hours-hours_too_wide = So that nobody is disturbed, messages are sent between { $opens } and { $closes } WITA only. Example: 9.00 to 16.00

notice_plan-confirm =
    Please check, reminders of { $programme }:
    { $steps }
    Hours: { $hours }
    Is this right?
notice_plan-changed = The reminders of { $programme } are changed, from tomorrow morning's messages on. ✅
