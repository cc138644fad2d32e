# A leader corrects a report that was sent.

correct_report-title = the correction of a report
correct_report-begun = Correcting report { $number }: { $amount }, { $paid_on }.
correct_report-offered = { $number }, { $amount }, { $paid_on_short }

correct_report-report-label = Report
correct_report-report-ask = Which report do you want to correct?
correct_report-report-not_a_number = Please pick the report below, or write its number, such as S-1907-0003.
correct_report-report-unknown = Report { $number } is not one of yours. Please pick again.

correct_report-what-label = What changes
correct_report-what-ask = What is to be put right?
correct_report-what-not_a_choice = The amount or the day can be put right. You may also just write it, for example: 550 thousand.

correct_report-amount-label = Amount
correct_report-amount-ask =
    What is the right amount?
    For example: 550 thousand
correct_report-amount-photo_instead = We have the photo. What is the right amount? For example: { $example }
correct_report-amount-not_an_amount =
    Sorry, we could not read the amount. Please write just the figures.
    For example: { $example } or 500 thousand
correct_report-amount-unsure = To be sure: do you mean { $first }? Pick below, or write the whole amount.
correct_report-amount-too_small = The smallest amount is { $at_least }. Please write it in full, for example 500 thousand.
correct_report-amount-too_large = That is a very large amount. Please write it again in rupiah.
correct_report-amount-as_before = Report { $number } says { $amount }, { $paid_on_short } already. What is the right amount?
correct_report-amount-odd_amount =
    To be sure: is it { $amount_full }, or do you mean { $meant_full }?
correct_report-amount-above_outstanding =
    { $amount } is more than what is left of the loan, { $outstanding_full }. Is the amount right?
correct_report-amount-below_smallest =
    { $amount } is less than the smallest repayment, { $smallest }. Is the amount right?
correct_report-amount-same_report =
    { $amount } on { $paid_on_short } stands in report { $number } already ({ $status }). Is the correction right?

correct_report-paid_on-label = Day
correct_report-paid_on-ask =
    On which day was it paid?
    For example: 5 July
correct_report-paid_on-not_a_day =
    Sorry, we could not read the day. Please write it.
    For example: yesterday, last Monday, or { $today_short }
correct_report-paid_on-unsure = To be sure: which day do you mean? Pick below, or write it.
correct_report-paid_on-in_the_future = { $given } is still to come. Today is { $today }. When was the money paid?
correct_report-paid_on-as_before = Report { $number } says { $amount }, { $paid_on_short } already. Which day is right?
correct_report-paid_on-before_disbursement =
    { $paid_on } is before the loan was paid out, { $disbursed_on_short }. Is the day right?
correct_report-paid_on-long_ago = { $paid_on } is more than two months ago. Is the day right?
correct_report-paid_on-same_report =
    { $amount } on { $paid_on_short } stands in report { $number } already ({ $status }). Is the correction right?

correct_report-confirm =
    Please check, correction of report { $number } of { $group }:
    { $changes }
    Is that right?
correct_report-changed =
    Report { $number } has been changed. ✅
    { $changes }
    Thank you for telling us. Staff will check it as usual.
correct_report-asked =
    Report { $number } is in the books already, so staff look at the correction first:
    { $changes }
    Thank you for telling us. You will hear what becomes of it. 🙏
correct_report-is_decided_about = The correction of report { $number } is being decided at the office. You will hear the result first.
correct_report-differs_in_nothing = Report { $number } says { $amount }, { $paid_on_short } already, so nothing was changed.
correct_report-unknown = Report { $number } is not one of yours. Please check the number.
correct_report-is_rejected = Report { $number } was not accepted, so it is easier to send it again with what is right.
correct_report-is_reversed = The entry of report { $number } was reversed. If the money was paid, please report it again.
