# The card of a repayment report in the staff chat, and its outcome for the group.

verification-about =
    Report { $number }
    { $group }
    { $village }, { $district }
    Reported by: { $reporter }
    Amount: { $amount_full }
    Paid on: { $paid_on }
    How: { $method }

verification-method-transfer = bank transfer
verification-method-cash = cash

verification-card =
    📥 { $about }

    The schedule expects: { $expected }
    Outstanding: { $outstanding }

    { $cautions }

verification-expected-instalment = instalment { $instalment }, { $due_on_short }, { $left } left
verification-expected-with_code = instalment { $instalment }, { $due_on_short }, { $left } left, asked { $asked } (payment code { $code })
verification-expected-nothing = every instalment is paid

verification-caution-none = Nothing unusual.
verification-caution-slip_seen_here = ⚠️ This group has sent the same slip before.
verification-caution-slip_seen_elsewhere = ⚠️ Another group has sent the same slip before.
verification-caution-odd_amount = ⚠️ The amount is far from the schedule.
verification-caution-above_outstanding = ⚠️ The amount is above what is outstanding.
verification-caution-below_smallest = ⚠️ The amount is below the smallest repayment.
verification-caution-before_disbursement = ⚠️ The day is before the capital was paid out.
verification-caution-long_ago = ⚠️ The day lies far back.
verification-caution-same_report = ⚠️ The same amount and day were reported before.
verification-caution-no_slip = ⚠️ There is no photo of a slip yet.

verification-accept = ✅ Accept
verification-other = Other amount
verification-now = Verify now
verification-reject = Reject
verification-claim = 👀 I am checking

verification-accepted =
    ✅ { $about }

    Accepted by { $by }, { $at }.
    Outstanding now: { $outstanding }

verification-accepted_other =
    ✅ { $about }

    Accepted with another amount: { $accepted_full }.
    Reason: { $reason }
    By { $by }, { $at }.
    Outstanding now: { $outstanding }

verification-rejected =
    ✖️ { $about }

    Not accepted, because { $reason }.
    By { $by }, { $at }.

verification-reversed =
    ↩️ { $about }

    Once accepted by { $by }, { $at }, then reversed.
    Outstanding now: { $outstanding }

verification-other_begun = { $by }, report { $number } of { $group }: { $amount } was reported.
verification-reject_begun = { $by }, report { $number } of { $group }, { $amount }.

verification-nothing_waits = No report is waiting. Everything has been checked. 🙏
verification-waiting =
    { $count ->
        [one] One report is waiting to be checked:
       *[other] { $count } reports are waiting to be checked. The oldest first:
    }
verification-waiting_more = { $count } reports are waiting to be checked. These are the { $shown } oldest. When they are done, type /verifikasi again.

# What the group's leader reads.

verification-result-accepted =
    Thank you, { $name }. The repayment of { $amount_full } on { $paid_on_short } for { $group } has been checked and recorded. ✅

    Outstanding now: { $outstanding }
    { $next }
    Receipt number { $number } is kept at our office.

verification-result-accepted_other =
    Thank you, { $name }. Report { $number } for { $group } has been checked. The money that arrived is { $amount_full }, not { $reported } as reported. We recorded what arrived.
    Note by the office: { $reason }

    Outstanding now: { $outstanding }
    { $next }
    If this is wrong, type PETUGAS to reach us.

verification-result-rejected =
    { $name }, thank you for your report. We cannot accept report { $number } of { $amount } yet, because { $reason }.

    { $mending }
    Need help? Type PETUGAS.

verification-result-repaid =
    Congratulations, { $name }! The loan of { $group } is fully repaid as of { $day_short }. This money will help the next group. Thank you for the hard work of all members. 🙏

verification-next-due = Next instalment: { $due_on }, { $left }
verification-next-due_with_code = Next instalment: { $due_on }, { $left }. Please transfer exactly { $asked } (code of the group { $code }).
verification-next-nothing = The whole loan is repaid.
verification-next-credit = We keep the { $amount } paid in excess for your group.
verification-next-refund = The extra { $amount } is kept for the group. The office will arrange to return it.

verification-changed =
    ✏️ Changed by the reporter:
    { $changes }
verification-corrected =
    ✏️ Corrected:
    { $changes }
