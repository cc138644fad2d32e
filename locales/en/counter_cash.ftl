# /catat: cash paid at the office.

counter_cash-title = the entry of cash
counter_cash-amount-ask =
    How much cash was received?
    For example: 500 thousand
counter_cash-amount-above_outstanding = { $amount_full } is more than the { $outstanding } still owed. The rest becomes the group's credit. Is that right?
counter_cash-paid_on-ask = When was the money received?
counter_cash-paid_on-before_loan = { $paid_on } is before the capital was paid out ({ $disbursed_on_short }). Please write the right day.
counter_cash-confirm =
    Please check, cash at the office:
    Group: { $group } ({ $village })
    Amount: { $amount_full }
    Received: { $paid_on }
    Owed before: { $outstanding }
    Propose it for approval?

counter_cash-amount-label = Amount
counter_cash-amount-not_an_amount = Please write the amount, for example { $example }.
counter_cash-amount-photo_instead = We can see the photo. Please write the amount, for example { $example }.
counter_cash-amount-unsure = Do you mean { $first }? Pick the right one, or write it again.
counter_cash-amount-too_small = The smallest amount is { $at_least }. Please write it in full, for example 450 thousand.
counter_cash-amount-too_large = That amount is too large. Please write it again.

counter_cash-paid_on-label = Day
counter_cash-paid_on-not_a_day = That day could not be read. For example: yesterday, or 5 July.
counter_cash-paid_on-unsure = There is no such day, or it is not clear which. Perhaps one of these?
counter_cash-paid_on-in_the_future = { $given } has not come yet. What is recorded is money already received.
