# /titipan: credit given back to a group.

refund-title = the refund of credit
refund-nothing_held = The fund holds no credit of { $group }, so there is nothing to give back.
refund-amount-ask = How much of the credit is given back?
refund-amount-above_held = { $amount_full } is more than the credit of { $held }. Please write the right amount.
refund-confirm =
    Please check, refund of credit:
    Group: { $group } ({ $village })
    Amount: { $amount_full }
    Credit now: { $held }
    Propose it for approval?

refund-amount-label = Amount
refund-amount-not_an_amount = Please write the amount, for example { $example }.
refund-amount-photo_instead = We can see the photo. Please write the amount, for example { $example }.
refund-amount-unsure = Do you mean { $first }? Pick the right one, or write it again.
refund-amount-too_small = The smallest amount is { $at_least }. Please write it in full, for example 450 thousand.
refund-amount-too_large = That amount is too large. Please write it again.
