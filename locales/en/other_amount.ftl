# A verifier accepts a report with a different amount.

other_amount-title = another amount for report { $number }
other_amount-amount-label = Amount
other_amount-amount-ask =
    How much money really arrived?
    Example: 450 ribu
other_amount-amount-not_an_amount = Please write the amount that arrived, for example { $example }.
other_amount-amount-photo_instead = We see the photo. Please write the amount that arrived, for example { $example }.
other_amount-amount-unsure = Do you mean { $first }? Pick the right one, or write it again.
other_amount-amount-too_small = The smallest amount is { $at_least }. Please write it in full, for example 450 ribu.
other_amount-amount-too_large = That amount is too large. Please write it again.
other_amount-amount-far_off = The report says { $reported_full }, which is far off. Did { $amount_full } really arrive?
other_amount-amount-above_outstanding = { $amount_full } is above the outstanding { $outstanding }. The rest will be kept for the group. Is that right?
other_amount-reason-label = Reason
other_amount-reason-ask = What is the reason? The reporter reads this sentence, too.
other_amount-reason-no_words = Please write the reason in a few words, for example: 450 ribu arrived in the account.
other_amount-reason-too_long = Please be shorter, at most { $at_most } letters.
other_amount-confirm =
    Please check:
    Report: { $number }, { $group }
    Reported: { $reported }
    To be recorded: { $amount_full }
    Reason: { $reason }
    Is this right?
other_amount-done = Report { $number } of { $group } is recorded with { $amount_full } at { $at_time }; then the reporter is told. A mistake? Tap Undo before that.
