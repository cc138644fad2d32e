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
