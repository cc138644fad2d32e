# /koreksi: a recorded repayment is taken back.

find_report-title = the correction of a repayment
find_report-number-label = Report number
find_report-number-ask = Which report is corrected? For example: S-1907-0003.
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

# A recorded report with another amount or day.

find_report-what_to_do = Report { $number }, { $group }: { $amount }, { $paid_on_short }. What is to be corrected?
find_report-correct = Another amount or day
find_report-reverse = Reverse the repayment

correct_accepted-title = the correction of report { $number }
correct_accepted-what-label = What changes
correct_accepted-what-ask = What is corrected, the amount or the day?
correct_accepted-what-not_a_choice = Pick the amount or the day. You may also just write it, for example 550 thousand.
correct_accepted-amount-label = Amount
correct_accepted-amount-ask = What is the right amount?
correct_accepted-amount-not_an_amount = Please write the amount, for example { $example }.
correct_accepted-amount-photo_instead = We can see the photo. Please write the amount, for example { $example }.
correct_accepted-amount-unsure = Do you mean { $first }? Pick the right one, or write it again.
correct_accepted-amount-too_small = The smallest amount is { $at_least }. Please write it in full, for example 450 thousand.
correct_accepted-amount-too_large = That amount is too large. Please write it again.
correct_accepted-amount-as_before = It is recorded with { $amount }, { $paid_on_short } already. What is the right amount?
correct_accepted-paid_on-label = Day
correct_accepted-paid_on-ask = On which day was it paid?
correct_accepted-paid_on-not_a_day = Please write the day, for example yesterday or { $today_short }.
correct_accepted-paid_on-unsure = Which day? Pick the right one, or write it again.
correct_accepted-paid_on-in_the_future = { $given } is still to come, today is { $today }. On which day was it paid?
correct_accepted-paid_on-as_before = It is recorded with { $amount }, { $paid_on_short } already. On which day was it paid?
correct_accepted-paid_on-before_loan = { $paid_on } is before the loan was paid out, { $disbursed_on_short }. Please write the right day.
correct_accepted-reason-label = Reason
correct_accepted-reason-ask = Why is this report corrected? The group's leader reads it.
correct_accepted-reason-no_words = Please write a short sentence.
correct_accepted-reason-too_long = Please make it shorter, at most { $at_most } letters.
correct_accepted-confirm =
    Please check, correction of report { $number }, { $group }:
    { $changes }
    Reason: { $reason }
    Propose it for approval?

rule-nothing_to_correct = Report { $number } is recorded like that already, so there is nothing to correct.
rule-report_not_accepted =
    { $status ->
        [reversed] The repayment of report { $number } was reversed, so there is nothing left to correct. Nothing was recorded.
       *[other] Report { $number } is not recorded as a repayment, so there is nothing to correct. Nothing was recorded.
    }
