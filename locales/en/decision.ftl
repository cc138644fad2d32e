# Decisions by four eyes: the card of a proposal, and what became of it.

decision-approve = ✅ Approve
decision-refuse = Refuse

decision-card =
    🗳️ Proposal { $decision }: { $what }

    Proposed by { $by }, { $at }.
    Needs the approval of somebody else, by { $until }.
decision-card_approved =
    ✅ Proposal { $decision }: { $what }

    Proposed by { $by }, { $at }.
    Approved by { $decided_by }, { $decided_at }.
decision-card_refused =
    ✖️ Proposal { $decision }: { $what }

    Proposed by { $by }, { $at }.
    Refused by { $decided_by }, { $decided_at }, because: { $reason }.
decision-card_cancelled =
    ↩️ Proposal { $decision }: { $what }

    Proposed by { $by }, { $at }.
    Taken back by its proposer, { $decided_at }.
decision-card_expired =
    ⌛ Proposal { $decision }: { $what }

    Proposed by { $by }, { $at }.
    Fell away { $decided_at }, as nobody decided in time.

decision-order-counter_cash =
    cash paid at the office
    { $group } ({ $village }), loan { $number }
    Amount: { $amount_full }
    Received: { $paid_on }
    Owed before: { $outstanding }
decision-order-capital =
    more capital
    { $programme }
    Amount: { $amount_full }
    Received: { $received_on }
    Source: { $source }
decision-order-refund =
    refund of credit
    { $group } ({ $village })
    Amount: { $amount_full }
    Credit now: { $held }
decision-order-reversal =
    reversal of a repayment
    Report { $number }, { $group }
    Amount: { $amount_full }
    Paid on: { $paid_on }
    Reason: { $reason }
decision-order-reschedule =
    new schedule
    { $group } ({ $village }), loan { $number }
    Owed: { $outstanding }
    Old schedule:
    { $old }
    New schedule:
    { $new }
    Reason: { $reason }
decision-order-write_off =
    write-off
    { $group } ({ $village }), loan { $number }
    Principal: { $amount_full }
    Principal owed: { $owed }
    Written decision: { $paper }
    Reason: { $reason }

decision-proposed =
    { $days ->
        [one] Proposal { $decision } is on its card in this chat. Somebody else must approve it within { $days } day.
       *[other] Proposal { $decision } is on its card in this chat. Somebody else must approve it within { $days } days.
    }
decision-result_approved = Proposal { $decision } by { $proposer } is approved and recorded. ✅
decision-result_refused = Proposal { $decision } by { $proposer } is refused, because: { $reason }. Nothing was recorded.
decision-result_cancelled = Proposal { $decision } was taken back by { $proposer }. Nothing was recorded.
decision-result_expired =
    { $days ->
        [one] Sorry, proposal { $decision } by { $proposer } is older than { $days } day and fell away. Please propose it again if it is still needed.
       *[other] Sorry, proposal { $decision } by { $proposer } is older than { $days } days and fell away. Please propose it again if it is still needed.
    }

decision-kind-counter_cash = cash at the office
decision-kind-capital = more capital
decision-kind-refund = refund of credit
decision-kind-reversal = reversal of a repayment
decision-kind-reschedule = new schedule
decision-kind-write_off = write-off

rule-already_proposed = The same is proposed already, number { $decision }, and not decided yet.
rule-own_proposal = Proposal { $decision } is your own, so somebody else must approve it.
rule-decision_expired = Proposal { $decision } is past its time. Please propose it again if it is still needed.
rule-decision_settled =
    { $status ->
        [approved] Proposal { $decision } was approved by { $decided_by }, { $decided_at }. Nothing has changed.
        [refused] Proposal { $decision } was refused by { $decided_by }, { $decided_at }. Nothing has changed.
        [cancelled] Proposal { $decision } was taken back by { $decided_by }, { $decided_at }. Nothing has changed.
       *[other] Proposal { $decision } fell away, { $decided_at }. Nothing has changed.
    }

# Refusing a proposal.
refuse_decision-title = the refusal of a proposal
refuse_decision-reason-ask = Why is this proposal refused? Its proposer reads the reason.
refuse_decision-confirm =
    Please check:
    Proposal { $decision } is refused, because: { $reason }
    Is that right?

# What the group's leader reads once a proposal was carried out.
decision-news-counter_cash =
    Thank you, { $name }. The cash of { $amount_full } on { $paid_on_short } for { $group } is recorded at the office. ✅

    Still to repay: { $outstanding }
    { $next }
decision-news-reversal =
    { $name }, we have taken back the record of repayment { $number } of { $amount } for { $group }, because: { $reason }.

    Still to repay: { $outstanding }
    If anything is unclear, write PETUGAS. Thank you for your understanding.
decision-news-reschedule =
    { $name }, the schedule of { $group } is new:
    { $new }

    Still to repay: { $outstanding }
    Thank you for your honesty, and all the best for the business.
decision-news-refund =
    { $name }, the office has given back { $amount_full } of the credit of { $group }. If it has not arrived, write PETUGAS.

refuse_decision-reason-label = Reason
refuse_decision-reason-no_words = Please write a short sentence.
refuse_decision-reason-too_long = Please make it shorter, at most { $at_most } letters.

# The correction of a report, and money that comes back after a write-off.

decision-order-correction =
    correction of a report
    Report { $number }, { $group }
    { $changes }
    Reason: { $reason }
decision-order-recovery =
    money after a write-off
    { $group } ({ $village }), loan { $number }
    Amount: { $amount_full }
    Came in: { $paid_on }
    Written off and still to come back: { $given_up }
decision-kind-correction = correction of a report
decision-kind-recovery = money after a write-off
decision-news-correction =
    { $name }, report { $number } of { $group } has been corrected. ✅
    { $changes }
    Reason: { $reason }

    Left of the loan now: { $outstanding }
    { $next }
    If anything is unclear, write PETUGAS.
decision-news-correction_asked =
    { $name }, report { $number } of { $group } has been corrected. ✅
    { $changes }

    Left of the loan now: { $outstanding }
    { $next }
    If anything is unclear, write PETUGAS.
decision-news-recovery =
    Thank you very much, { $name }. { $amount_full } of { $paid_on_short } from { $group } has been received and recorded. Every repayment helps the next group. 🙏
