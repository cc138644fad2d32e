# Rules of the books that stand in the way of a step; staff read them.

rule-above_credit = Only { $credit } of the credit can be given back. Nothing was recorded.
rule-above_written_off = Only { $written_off } was written off and has not come back. Nothing was recorded.
rule-amount_not_positive = The amount must be more than nothing.
rule-unknown_loan = That loan is not in the books.
rule-unknown_entry = There is no such entry.
rule-needs_another_person = This step needs the approval of somebody else.
rule-not_paid_out = The capital of loan { $number } was never paid out, so nothing can be recorded on it.
rule-written_off = Loan { $number } is written off, so nothing more can be recorded on it.
rule-not_written_off = Loan { $number } was never written off.
rule-plan_does_not_add_up = The new schedule asks for { $planned }, but { $outstanding } is left. Nothing was recorded.
rule-rests_on_later_entries = Later entries rest on this one, so they must be taken back first.
rule-funding_settled =
    { $state ->
        [proposed] Disbursement { $funding } to { $group } still waits to be confirmed.
        [confirmed] Disbursement { $funding } to { $group } was confirmed by { $by }, { $at }.
        [approved] Disbursement { $funding } to { $group } was approved by { $by }, { $at }.
        [paid] Disbursement { $funding } to { $group } was paid by { $by }, { $at }. Nothing has changed.
       *[other] Disbursement { $funding } to { $group } does not stand any more, { $at }. Nothing has changed.
    }
rule-funding_hindered =
    { $hurdle ->
        [left_queue] { $group } is not in the queue any more, so it cannot go on.
        [not_first] { $group } is not the first in the queue any more, so it cannot go on.
        [no_success] By the rule of now no group has succeeded, so { $group } cannot go on yet.
        [no_money] The money does not suffice for { $group } any more. See its card.
        [running_loan] { $group } still has a loan that is not repaid.
        [history] By the rule, the history of the loans of { $group } does not allow it yet.
        [other_amount] By the rule of now the amount for { $group } is another one. See its card.
        [no_evidence] The evidence for the next part of { $group } is not complete.
       *[other] The loan of { $group } does not run any more.
    }
rule-own_confirmation = You have confirmed the disbursement to { $group } yourself, so somebody else has to approve it.
rule-payer_approved = You have approved the disbursement to { $group } yourself, so another treasurer has to pay it.
rule-impossible_percent_repaid = The percentage repaid must be between 1 and 100.
rule-impossible_worst_class = The class of the history must be between I and V.
rule-impossible_reports = That number of progress reports makes no sense.
rule-impossible_report_days = That number of days makes no sense.
rule-impossible_maximum = The limit for one group must be above zero.
rule-impossible_minimum_reserve = The reserve must not be below zero.
rule-impossible_repeat_percent = The percentage of the next loan makes no sense.
rule-impossible_no_path = There must be a way to succeed: repaid, or before that.
