# /koreksi: a recorded repayment is taken back.

find_report-title = the reversal of a repayment
find_report-number-label = Report number
find_report-number-ask = Which report is taken back? For example: S-1907-0003.
find_report-number-not_a_number = The number of a report looks like S-1907-0003. Please write it once more.
find_report-unknown = There is no report { $number }. Please check the number.
find_report-is_submitted = Report { $number } is not verified yet; reject it on its card.
find_report-is_rejected = Report { $number } was not accepted, so there is nothing to take back.
find_report-is_reversed = The repayment of report { $number } was taken back before.

reverse_report-title = the reversal of a repayment
reverse_report-reason-ask = Why is this repayment taken back? The group's leader reads the reason.
reverse_report-confirm =
    Please check, reversal of a repayment:
    Report: { $number }, { $group }
    Amount: { $amount_full }
    Reason: { $reason }
    Propose it for approval?

reverse_report-reason-label = Reason
reverse_report-reason-no_words = Please write a short sentence.
reverse_report-reason-too_long = Please make it shorter, at most { $at_most } letters.
