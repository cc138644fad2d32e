# A verifier cannot accept a report.

reject_report-title = the rejection of report { $number }
reject_report-reason-label = Reason
reject_report-reason-ask = Why can it not be accepted yet? Pick a reason or write your own. The reporter reads it.
reject_report-reason-no_words = Please pick one of the reasons, or write a short sentence.
reject_report-reason-too_long = Please be shorter, at most { $at_most } letters.
reject_report-confirm =
    Please check:
    Report: { $number }, { $group }
    Not accepted, because { $reason }
    Send this to the reporter?
reject_report-done = Report { $number } of { $group } is marked as not accepted. The reporter is told why, and how to mend it, at { $at_time }. A mistake? Tap Undo before that.

# Buttons.
reject_report-choice-slip_unreadable = Slip unreadable
reject_report-choice-money_not_found = Money not found
reject_report-choice-wrong_amount = Amount differs
reject_report-choice-wrong_group = Another group's
reject_report-choice-duplicate = Recorded before

# After the word "because".
reject_report-because-slip_unreadable = the photo of the slip cannot be read
reject_report-because-money_not_found = we have not found the money in the programme's account
reject_report-because-wrong_amount = the amount differs from the slip
reject_report-because-wrong_group = the slip belongs to another group
reject_report-because-duplicate = the same repayment has been recorded before

# What the group's leader can do.
reject_report-mending-slip_unreadable = Please take the photo again from near by, in good light, and report once more here.
reject_report-mending-money_not_found = Please check the account number and the day. If the money was sent, report once more with the bank's slip.
reject_report-mending-wrong_amount = Please report once more with the amount that the slip shows.
reject_report-mending-wrong_group = Please send the slip of your own group's repayment.
reject_report-mending-duplicate = Nothing needs to be sent again. If this is another repayment, report once more with its slip.
reject_report-mending-own_words = Please mend this and report once more here.
