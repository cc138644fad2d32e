# /riwayat: who, what, when.

trail-page =
    🧾 History of { $what }
    { $lines }
trail-about_group = group { $group }
trail-about_loan = loan { $number }
trail-about_report = report { $number }
trail-about_entry = entry { $number }
trail-about_decision = proposal { $number }
trail-line = { $at }, { $by }: { $what }
trail-gulir = Gulir
trail-entry = entry { $number }, { $kind } { $amount }
trail-entry_approved = entry { $number }, { $kind } { $amount }, approved by { $approver }
trail-nothing = There is no history of { $what } yet.
trail-unknown = “{ $said }” is not in the books. Please check the number.
trail-older = Older
trail-newer = Newer
trail-kind-capital_in = capital in
trail-kind-disbursement = disbursement
trail-kind-repayment = repayment
trail-kind-credit_applied = credit used
trail-kind-credit_refund = credit refunded
trail-kind-reversal = reversal
trail-kind-write_off = write-off
trail-kind-recovery = recovery after write-off
trail-kind-adjustment = adjustment
trail-kind-treasury_deposit = paid to the treasury
trail-kind-treasury_release = released by the treasury
trail-kind-fee_remittance = fees handed on
trail-deed-submitted = report { $number } sent, { $amount }
trail-deed-slip_added = slip added
trail-deed-accepted = report accepted, { $amount }
trail-deed-rejected = report not accepted
trail-deed-reversed = repayment taken back
trail-deed-sent_again = sent again as { $number }
trail-deed-proposed = proposed ({ $kind })
trail-deed-approved = approved
trail-deed-refused = refused
trail-deed-expired = fell away
trail-deed-cancelled = taken back
trail-deed-decision_proposed = proposal { $decision } ({ $kind }) made
trail-deed-decision_approved = proposal { $decision } ({ $kind }) approved
trail-deed-decision_refused = proposal { $decision } ({ $kind }) refused
trail-deed-decision_expired = proposal { $decision } ({ $kind }) fell away
trail-deed-decision_cancelled = proposal { $decision } ({ $kind }) taken back
trail-deed-other = { $deed }
