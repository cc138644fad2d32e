# The card of a disbursement: who is next, why, and how far it has come. /cairkan.

funding-card_open =
    💠 Disbursement { $funding }: { $group } ({ $village })
    { $amount_full }
    Application { $number }, for { $purpose }

    { $about }

    { $state }
funding-card_paid =
    ✅ Disbursement { $funding }: { $group } ({ $village })
    { $amount_full }
    Application { $number }, for { $purpose }

    { $about }

    { $state }
funding-card_given_up =
    ✖️ Disbursement { $funding }: { $group } ({ $village })
    { $amount_full }
    Application { $number }, for { $purpose }

    { $about }

    { $state }

funding-do-confirm = ✅ Confirm
funding-do-agree = ✅ Confirm
funding-do-terms = ✏️ Change the terms
funding-do-approve = ✅ Approve
funding-do-pay = 💵 It is paid
funding-do-refuse = Refuse
funding-do-postpone = Postpone
funding-do-propose = Propose it now

funding-why-first_round = Why now: this capital was never lent before, so it waits for no other group.
funding-success-repaid = Why now: { $group } has succeeded, its loan is repaid.
funding-success-threshold =
    Why now: { $group } has succeeded by the rule.
    { $reasons }
funding-money =
    Cash of the fund: { $cash }
    Reserved: { $reserved }
    Minimum: { $minimum }
    Available: { $available }, after this { $after }
funding-money_now =
    Cash of the fund: { $cash }
    Reserved: { $reserved }
    Minimum: { $minimum }
    Available: { $available }

funding-met-repaid = • repaid
funding-met-percent = • { $figure }% of the principal is back (at least { $needed }%)
funding-met-no_arrears = • every repayment on schedule
funding-met-history = • class { $figure } at worst (the limit is { $needed })
funding-met-reports = • { $figure } progress reports with photos accepted (at least { $needed })
funding-met-recommendation = • recommended by the facilitator, good until { $until_short }
funding-met-stage = • stage of the business: { $figure } (at least { $needed })
funding-missing-repaid = not repaid, { $figure } repayments left
funding-missing-percent = only { $figure }% of the principal is back, of { $needed }%
funding-missing-no_arrears = { $figure } past its schedule
funding-missing-history = was in class { $figure } once, the limit is { $needed }
funding-missing-reports = only { $figure } of { $needed } progress reports with photos
funding-missing-recommendation = no recommendation of the facilitator that still counts
funding-missing-stage = stage of the business { $figure }, needs { $needed }

funding-stage-unseen = not judged
funding-stage-beginning = beginning
funding-stage-growing = growing
funding-stage-thriving = thriving
funding-stage-advanced = advanced

funding-part = Part { $number } of { $count }, of the same loan.
funding-part_progress = Progress report { $number } is accepted.
funding-part_visit = Visited by { $by }, { $visited_on }.
funding-part_late = Repayments of this loan: { $late } past the schedule.
funding-part_on_time = Repayments of this loan: all on schedule.

funding-step-proposed = Proposed by Gulir, { $at }.
funding-step-confirmed = Confirmed by { $by }, { $at }.
funding-step-approved = Approved by { $by }, { $at }. The money is reserved.
funding-step-paid = Paid by { $by }, { $paid_on }. Loan { $number }.
funding-step-needs_another = Somebody else has to approve it.
funding-step-needs_payment = The treasurer is to pay it now, with a photo of the proof.
funding-step-refused = Refused, because { $reason }.
funding-step-postponed = Postponed, because { $reason }.
funding-step-withdrawn = Fallen away, because { $reason }.
funding-gone-left_queue = the group is not in the queue any more
funding-gone-not_first = the order of the queue has changed
funding-gone-loan_over = its loan was written off

funding-terms-plan = Terms: { $count } instalments, { $rhythm }
funding-terms-fee = Fee of { $percent }% each time
funding-terms-no_fee = No fee
funding-terms-grace = The first { $count } instalments without principal
funding-terms-first_due = First instalment on { $first_due_on }
funding-terms-part = Part { $number } of { $count }: { $amount }

funding-hurdle-left_queue = ⚠️ It cannot go on: the group is not in the queue any more.
funding-hurdle-not_first = ⚠️ It cannot go on: { $group } is first now.
funding-hurdle-no_success = ⚠️ It cannot go on: no group has succeeded by the rule of now.
funding-hurdle-no_money = ⚠️ It cannot go on: { $amount } is missing.
funding-hurdle-running_loan = ⚠️ It cannot go on: the group's present loan is not repaid.
funding-hurdle-history = ⚠️ It cannot go on: by the rule, the history of the group's loans does not allow it yet.
funding-hurdle-other_amount = ⚠️ It cannot go on: by the rule of now the amount is { $amount }. Refuse this, so that it is proposed again with that amount.
funding-hurdle-no_evidence = ⚠️ It cannot go on: a progress report with photos, or a facilitator's visit, is missing.
funding-hurdle-loan_over = ⚠️ It cannot go on: its loan was written off.

funding-photos = The latest photos of { $group }:
funding-empty_queue = { $programme }: the queue is empty, no group is waiting.
funding-not_yet =
    { $programme }
    First in the queue: { $group }, { $amount }

    { $missing }

    { $money }
funding-possible =
    { $programme }
    First in the queue: { $group }, { $amount }
    By the rule it can be funded, but the same proposal was refused before.

    { $money }
funding-waits-nobody_waits = No group is waiting.
funding-waits-success = ⏳ No group has succeeded yet, so as to open the next turn.
funding-waits-money = ⏳ { $short } is missing.
funding-waits-running_loan = ⏳ { $group } has a loan of which { $owes } is left. Its next turn comes when that is repaid.
funding-waits-history = ⏳ By the rule, the history of the loans of { $group } does not allow it yet.
funding-there-success = ✅ A group has succeeded.
funding-there-money = ✅ The money suffices, { $available } is available.
funding-the_nearest = Nearest to success:
funding-nearest =
    • { $group } ({ $percent }%)
    { $lacks }
funding-lack = – { $line }
funding-suffices_for = The money would do for { $group } ({ $amount }). Gulir never jumps the queue. If you want it, move the group by /antrean, with a reason.
funding-proposed_already = A proposal is under way already, see its card.
funding-approved = { $group } is approved, { $amount } is reserved. The treasurer pays it now and sends a photo of the proof. ✅

funding-news-refused = { $name }, the capital for { $group } cannot go ahead now, because { $reason }. The group keeps its place in the queue. If anything is unclear, type OFFICER.
funding-news-part_refused = { $name }, the next part of the capital for { $group } ({ $amount }) will not be paid out, because { $reason }. The schedule that runs stays as it is. If anything is unclear, type OFFICER.
funding-news-part_postponed = { $name }, the next part of the capital for { $group } ({ $amount }) is postponed, because { $reason }. If anything is unclear, type OFFICER.

funding-success_reversed =
    ⚠️ { $group } does not count as a success any more since a repayment was corrected, and it had opened the turn of { $funded }.
    What was paid out stays as it is. Please have it noted in the meeting.

refuse_funding-title = refusal of a disbursement
refuse_funding-reason-label = Reason
refuse_funding-reason-ask = Why is it refused? The group reads the reason. It keeps its place in the queue.
refuse_funding-reason-no_words = Please write a short sentence.
refuse_funding-reason-too_long = Please be shorter, { $at_most } letters at most.
refuse_funding-confirm =
    Please check, a disbursement is refused:
    Group: { $group }
    Reason: { $reason }
    Is that right?
refuse_funding-done = The disbursement to { $group } is refused. The group has been told why, and keeps its place in the queue.

postpone_funding-title = postponement of a group
postpone_funding-reason-label = Reason
postpone_funding-reason-ask = Why is the group postponed? It reads the reason. Those behind it move up, its date stays.
postpone_funding-reason-no_words = Please write a short sentence.
postpone_funding-reason-too_long = Please be shorter, { $at_most } letters at most.
postpone_funding-confirm =
    Please check, a group is postponed:
    Group: { $group }
    Reason: { $reason }
    Is that right?
postpone_funding-done = { $group } is postponed. It has been told why.

funding-waiting-proposed = The disbursement to { $group } ({ $amount }) waits to be confirmed (/cairkan).
funding-waiting-confirmed = The disbursement to { $group } ({ $amount }) waits to be approved (/cairkan).
funding-waiting-approved = The disbursement to { $group } ({ $amount }) waits to be paid (/cairkan).
