# A rest from our messages: it always has an end.

pause-title = the rest from our messages

pause-until-label = Rest until
pause-until-ask =
    Of course. Until when shall our messages rest? For example for a month.
    Reminders of repayments can rest for { $money_days } days in any { $within_days } at most. Do you want none at all? Type PETUGAS.
pause-when-month = A month
pause-when-week = A week
pause-when-season = Three months
pause-until-no_end =
    A rest needs an end, so that you miss nothing important. Until when? For example for a month, until { $latest_short } at the latest.
pause-until-unsure = To be sure: until which day do you mean? Choose below, or write the date.
pause-until-in_the_past = { $given } cannot be chosen. The rest begins today, so it ends tomorrow at the earliest and { $latest_short } at the latest.
pause-until-too_far = { $given } is too far away. A rest ends on { $latest_short } at the latest; you may ask for another one then.

pause-confirm =
    Please check:
    Rest until: { $until }
    Reminders of repayments rest for { $money_days } days in any { $within_days } at most.
    Is that right?
pause-submitted =
    All right, { $name }. Our messages rest until { $until }. { $money } We still answer what you write. Do you want them back sooner? Type LANJUTKAN PESAN.
pause-money_rests_too = Reminders of repayments rest, too.
pause-money_rests_until = Reminders of repayments rest until { $money_until_short } only, because they can rest for { $money_days } days in any { $within_days } at most.
pause-money_goes_on = Reminders of repayments go on, because they have rested for { $money_days } days in these { $within_days }.
pause-resume = Send messages again
pause-resumed = All right, { $name }. We send messages and reminders again from now on. Thank you.
pause-not_resting = Our messages are not resting, { $name }. If you want a rest, type JEDA.
