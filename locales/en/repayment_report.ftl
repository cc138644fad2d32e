repayment_report-title = the repayment report

repayment_report-group-label = Group
repayment_report-group-ask = For which group is this repayment?
repayment_report-group-not_a_group = Sorry, we have not found that group. Please choose one below.

repayment_report-amount-label = Amount
repayment_report-amount-ask =
    How much was paid?
    For example: 500 ribu or 1,5 juta
repayment_report-amount-photo_instead =
    The photo has arrived, thank you. How much was paid?
    For example: { $example }
repayment_report-amount-not_an_amount =
    Sorry, we could not read the amount. Please write just the figure.
    For example: { $example } or 500 ribu
repayment_report-amount-unsure =
    To be sure, do you mean { $first }? Choose below, or write the whole figure.
repayment_report-amount-too_small =
    The least is { $at_least }. Please write the whole figure, such as 500 ribu.
repayment_report-amount-too_large = That is a very large figure. Please write the amount in rupiah again.
repayment_report-amount-odd_amount =
    To be sure: is it { $amount_full }, or do you mean { $meant_full }?
repayment_report-amount-above_outstanding =
    { $amount } is more than what is left, which is { $outstanding_full }. Is the amount right?
repayment_report-amount-below_smallest =
    { $amount } is less than the smallest repayment, which is { $smallest }. Is the amount right?
repayment_report-amount-same_report =
    { $amount } for { $paid_on_short } was reported before: number { $number }, { $status }.
    Is this another repayment? If it is the same, write BATAL.

repayment_report-paid_on-label = Date
repayment_report-paid_on-ask =
    When was it paid?
    You can also write the date, such as 5 Juli
repayment_report-paid_on-not_a_day =
    Sorry, we could not read the date. Please write the day.
    For example: kemarin, Senin lalu, or { $today_short }
repayment_report-paid_on-unsure = To be sure, which day do you mean? Choose below, or write the date.
repayment_report-paid_on-in_the_future =
    { $given } has not come yet. Today is { $today }. When was the money paid?
repayment_report-paid_on-before_disbursement =
    { $paid_on } is before the capital was paid out, on { $disbursed_on_short }. Is the date right?
repayment_report-paid_on-long_ago =
    { $paid_on } is more than two months ago. Is the date right?

repayment_report-method-label = Way of paying
repayment_report-method-ask = How was it paid?
repayment_report-method-transfer = Bank transfer
repayment_report-method-cash = Cash to the office
repayment_report-method-not_a_choice = Sorry, we have not understood. Was it a bank transfer, or cash to the treasurer or facilitator?

repayment_report-slips-label = Photo of the slip
repayment_report-slips-ask =
    Please send a photo of the slip. 📷
    If you have none yet, write LATER.
repayment_report-slips-broken =
    Sorry, we could not keep it because { $why }. Please send it again as a photo, or write LATER.
repayment_report-slips-not_a_photo =
    We are waiting for a photo of the slip. If you have none yet, write LATER.
repayment_report-slips-slip_seen_here =
    This slip stands in an earlier report of the group. Does it really belong to this repayment?
repayment_report-slips-slip_seen_elsewhere =
    To be sure: is this photo really the slip of this repayment?

repayment_report-confirm =
    Please check:
    Group: { $group }
    Amount: { $amount_full }
    Date: { $paid_on }
    Paid by: { $method }
    Slip: { $slips ->
        [0] none yet
        [1] sent
       *[other] sent ({ $slips })
    }
    Is it right?
repayment_report-submitted =
    We have received report { $number }: { $amount } from the group { $group }.
    Staff will check it within { $working_days } working days. What is left changes after that. { $slips ->
        [0] When you have the slip, send its photo here. Thank you. 🙏
       *[other] Thank you. 🙏
    }
repayment_report-no_loan =
    Your group has no running loan, so there is no repayment to report. If this is wrong, the office will gladly help.
