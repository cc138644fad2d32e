# Staff accept an application into the queue.

accept_application-title = accepting application { $number }
accept_application-granted-label = Amount
accept_application-granted-ask = How much is accepted? Choose, or write it.
accept_application-granted-not_an_amount = Please write the amount, such as 15 juta.
accept_application-granted-photo_instead = We see your photo. Please write the amount, such as 15 juta.
accept_application-granted-unsure = Do you mean { $first }? Choose the right one, or write it again.
accept_application-granted-too_small = The smallest amount is { $at_least }.
accept_application-granted-too_large = That amount is too large. Please write it again.
accept_application-granted-above_wanted = { $amount } is more than was applied for, { $wanted }. Is that right?
accept_application-granted-above_most = { $amount } is above the programme’s limit, { $most } for a group. Is that right?
accept_application-granted-not_round = { $amount } is not a multiple of { $round_to }. Is that right?
accept_application-priority-label = Class
accept_application-priority-ask = Which class in the queue? Usually 5. 1 comes first, 9 last.
accept_application-priority-not_a_class = Please choose, or write a number from { $first } to { $last }.
accept_application-reason-label = Reason of the class
accept_application-reason-ask = Why in that class? Every group in the queue reads this reason.
accept_application-reason-no_words = Please write the reason in a short sentence.
accept_application-reason-too_long = Please shorter, at most { $at_most } letters.
accept_application-why = {" "}because { $reason }
accept_application-confirm =
    Please check:
    Application: { $number }, { $group }
    Applied for: { $wanted }
    Accepted: { $granted_full }
    Queue: { $priority }{ $why }
    Let it into the queue?
accept_application-done = { $group } is in the queue, place { $place } of { $count } (application { $number }). The leader has been told.
