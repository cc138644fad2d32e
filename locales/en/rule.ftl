rule-terms_principal_not_positive = The principal must be more than nothing.
rule-terms_without_instalments = There must be at least one instalment.
rule-terms_too_many_instalments = There are too many instalments.
rule-terms_negative_fee = The fee cannot be less than nothing.
rule-terms_grace_takes_all = The grace period must be shorter than the number of instalments.
rule-terms_rounding_not_positive = The rounding must be more than nothing.
rule-terms_months_out_of_range = Instalments { $months } months apart are not possible.
rule-terms_days_do_not_match = There are { $days } due days for { $instalments } instalments. There must be as many.
rule-terms_days_not_in_order = The due days must be in order, and no two the same.
rule-terms_due_before_disbursement = The first due day, { $first_due_on }, must come after the disbursement.
rule-terms_due_not_ahead = The first due day, { $first_due_on }, must come after the day of the decision.
rule-terms_empty_instalment = There is an instalment without principal and fee, or below nothing.
rule-cannot_reallocate = The repayments of loan { $number } do not cover the credit that was refunded, so they cannot be shared out again yet.
rule-not_in_care = { $group } is not (or no longer) in your care on our list. The visit was not recorded. If that is wrong, type PETUGAS.
rule-no_such_time = There is no such time as { $time }. Times run from 00.00 to 23.59.
rule-hours_backwards = The hours must begin, at { $opens }, before they end, at { $closes }.
rule-hours_too_wide = Messages are sent between { $opens } and { $closes } WITA only.
rule-steps_out_of_order = Steps must be in order and not the same: { $step } comes after { $before }.
rule-step_too_far = A step of { $step } days is out of range; from { $earliest } to { $latest }.
rule-too_many_steps = { $count } reminders are too many. { $most } at most.
rule-notice_call_after = A call after { $figure } days is out of range: from { $least } to { $most }.
rule-notice_nudge_day = Day { $figure } for asking after the business is out of range: from { $least } to { $most }.
rule-notice_place_day = Day { $figure } for news of the queue is out of range: from { $least } to { $most }.
rule-notice_promise_days = A limit of { $figure } days for promises is out of range: from { $least } to { $most }.
rule-promise_too_far = A promise lies ahead, and on { $latest } at the latest.
rule-already_applied = { $group } has application { $number } ({ $amount }) since { $applied_at } already. One application for a group is enough.
rule-application_decided =
    { $status ->
        [returned] { $decided_by } has sent a question about application { $number } of { $group } already, { $decided_at }. Nothing has changed.
        [waiting] Application { $number } of { $group } is in the queue already, by { $decided_by }, { $decided_at }. Nothing has changed.
        [postponed] Application { $number } of { $group } was put off by { $decided_by } already, { $decided_at }. Nothing has changed.
        [refused] Application { $number } of { $group } was refused by { $decided_by } already, { $decided_at }. Nothing has changed.
        [withdrawn] Application { $number } of { $group } was taken back by { $decided_by } already, { $decided_at }. Nothing has changed.
        [funded] The capital for application { $number } of { $group } has been paid out already, { $decided_at }. Nothing has changed.
       *[other] The office is still looking at application { $number } of { $group }. Nothing has changed.
    }
rule-application_changed = There is news about application { $number }. Please look at its newest card first. Nothing has changed.
rule-own_application = Application { $number } is of your own group, so somebody else decides.
rule-stands_there_already = { $group } stands in place { $place } already. Nothing has changed.
