# /pulihkan: money that came in after a write-off.

recovery-title = money after a write-off
recovery-not_written_off = No loan of { $group } is written off and still to come back, so there is nothing to record here. For an ordinary repayment: /catat.
recovery-amount-label = Amount
recovery-amount-ask = How much money came in?
recovery-amount-above_given_up = { $amount_full } is more than what is written off and still to come back, { $given_up }. Please write the right amount.
recovery-amount-not_an_amount = Please write the amount, for example { $example }.
recovery-amount-photo_instead = We can see the photo. Please write the amount, for example { $example }.
recovery-amount-unsure = Do you mean { $first }? Pick the right one, or write it again.
recovery-amount-too_small = The smallest amount is { $at_least }. Please write it in full, for example 450 thousand.
recovery-amount-too_large = That amount is too large. Please write it again.
recovery-paid_on-label = Day
recovery-paid_on-ask = When did the money come in?
recovery-paid_on-not_a_day = Please write the day, for example yesterday or { $today_short }.
recovery-paid_on-unsure = Which day? Pick the right one, or write it again.
recovery-paid_on-in_the_future = { $given } is still to come, today is { $today }. When did the money come in?
recovery-paid_on-before_write_off = { $paid_on } is before the write-off, { $given_up_on_short }. Please write the right day.
recovery-confirm =
    Please check, money after a write-off:
    Group: { $group } ({ $village })
    Loan: { $number }
    Amount: { $amount_full }
    Came in: { $paid_on }
    Written off and still to come back: { $given_up }
    Propose it for approval?
