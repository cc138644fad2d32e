# /hapusbuku: principal that will not come back leaves the books.

write_off-title = the write-off
write_off-amount-ask = How much principal is written off?
write_off-amount-above_owed = { $amount_full } is more than the { $owed } of principal owed. Please write the right amount.
write_off-paper-ask = Number of the written decision? For example: 500/12/Dinsos/2019.
write_off-reason-ask = What is the reason?
write_off-confirm =
    Please check, write-off:
    Group: { $group } ({ $village })
    Loan: { $number }
    Principal: { $amount_full }
    Principal owed: { $owed }
    Written decision: { $paper }
    Reason: { $reason }
    Propose it for approval?

write_off-amount-label = Amount
write_off-amount-not_an_amount = Please write the amount, for example { $example }.
write_off-amount-photo_instead = We can see the photo. Please write the amount, for example { $example }.
write_off-amount-unsure = Do you mean { $first }? Pick the right one, or write it again.
write_off-amount-too_small = The smallest amount is { $at_least }. Please write it in full, for example 450 thousand.
write_off-amount-too_large = That amount is too large. Please write it again.

write_off-paper-label = Written decision
write_off-paper-no_words = Please write a short sentence.
write_off-paper-too_long = Please make it shorter, at most { $at_most } letters.

write_off-reason-label = Reason
write_off-reason-no_words = Please write a short sentence.
write_off-reason-too_long = Please make it shorter, at most { $at_most } letters.
