# /aturan: who is next, in plain words, and how that is changed.

funding_rule-shown =
    📜 The rule of turns: { $programme }
    { $since }

    { $lines }

    { $warnings }
funding_rule-default = The rule that comes with Gulir, never changed.
funding_rule-since = Version { $version }, in force since { $since }.
funding_rule-change = ✏️ Change the rule
funding_rule-which_programme = The rule of which programme?
funding_rule-same_already = The rule says so already. There is nothing to change.

rule_words-repaid_on = A group that has repaid everything always counts as a success
rule_words-repaid_off = Having repaid everything does not count as a success by itself
rule_words-threshold_on = Before that it counts, too, if all of this is met:
rule_words-threshold_off = Before that it does not count, so these are not looked at:
rule_words-percent = at least { $percent }% of the principal is back
rule_words-arrears_on = every repayment on schedule
rule_words-arrears_off = repayments past their schedule are not looked at
rule_words-history = class { $worst } at worst in its history
rule_words-history_off = its history is not looked at
rule_words-reports = { $count } progress reports with photos accepted in { $days } days
rule_words-reports_off = no progress reports are asked for
rule_words-recommendation_on = a facilitator's recommendation that still counts
rule_words-recommendation_off = no facilitator's recommendation is asked for
rule_words-stage = the business has come as far as { $stage }
rule_words-stage_off = the stage of the business is not looked at
rule_words-frees_any_cash = As soon as one has succeeded, all available money may be paid out
rule_words-frees_as_many_as_succeeded = One group that succeeds opens the turn of one group
rule_words-reserve = The reserve that always stays: { $amount }
rule_words-maximum = The most for one group: { $amount }
rule_words-maximum_off = No limit for one group
rule_words-repeat = The next loan, of the last one: class II { $second }, III { $third }, IV { $fourth }, V { $fifth }
rule_words-item = • { $line }
rule_words-demand = – { $line }
rule_words-share = { $percent }%
rule_words-any_share = no limit
rule_words-change =
    From: { $before }
    To: { $after }
rule_words-no_warning = ✅ This rule can be met.
rule_words-warning-maximum_below_smallest = ⚠️ The limit of { $figure } is below the smallest application ({ $against }), so nobody gets as much as they applied for.
rule_words-warning-reserve_above_capital = ⚠️ The reserve of { $figure } is no less than the whole capital ({ $against }), so nothing can be paid out.
rule_words-warning-reserve_leaves_too_little = ⚠️ Beside the reserve only { $figure } can be lent, less than the smallest application ({ $against }).
rule_words-warning-too_many_reports = ⚠️ { $figure } reports cannot come together, because at most { $against } can in that time.
rule_words-warning-no_facilitator = ⚠️ { $figure } of { $against } borrowing groups have no facilitator, so nobody can recommend them.
rule_words-warning-no_second_loan = ⚠️ No group can ever borrow again.

funding_rule-title = change of the rule
funding_rule-item-label = What is changed
funding_rule-item-ask = The rule of { $programme }: what is to be changed?
funding_rule-item-not_a_choice = Please pick one below.
funding_rule-item-percent = Percent repaid
funding_rule-item-reports = Progress reports
funding_rule-item-reserve = Reserve
funding_rule-item-maximum = The most
funding_rule-item-frees = Turns that open
funding_rule-item-history = History
funding_rule-item-stage = Stage
funding_rule-item-repeat = Next loan
funding_rule-item-repaid = Repaid counts
funding_rule-item-threshold = Before repaid
funding_rule-item-arrears = Past schedule
funding_rule-item-recommendation = Recommendation
funding_rule-percent-label = Percent
funding_rule-percent-ask =
    Now: { $line }
    How many percent shall it be?
funding_rule-percent-not_a_count = Please write one number, such as 80.
funding_rule-percent-out_of_range = Between { $at_least } and { $at_most } percent. Please write it again.
funding_rule-percent-same = It is so already. Please write another number.
funding_rule-count-label = Reports
funding_rule-count-ask =
    Now: { $line }
    How many reports with photos are asked for? Write 0 for none.
funding_rule-count-not_a_count = Please write one number, such as 2.
funding_rule-count-out_of_range = Between { $at_least } and { $at_most }. Please write it again.
funding_rule-count-same = It is so already. Please write another number.
funding_rule-days-label = In how many days
funding_rule-days-ask = In how many last days? For example: 90.
funding_rule-days-not_a_count = Please write one number, such as 90.
funding_rule-days-out_of_range = Between { $at_least } and { $at_most } days. Please write it again.
funding_rule-amount-label = Amount
funding_rule-amount-ask =
    Now: { $line }
    How much shall it be? For example: 15 million.
funding_rule-amount-not_an_amount = Please write the amount, such as { $example }.
funding_rule-amount-photo_instead = We have seen the photo. Please write the amount, such as { $example }.
funding_rule-amount-unsure = Do you mean { $first }? Pick the right one, or write it again.
funding_rule-amount-too_small = The smallest amount is { $at_least }. Please write it in full, such as 450 thousand.
funding_rule-amount-too_large = That amount is too large. Please write it again.
funding_rule-amount-same = It is so already. Please write another amount.
funding_rule-no_limit = None
funding_rule-frees-label = Turns that open
funding_rule-frees-ask =
    Now: { $line }
    When one group succeeds, what opens?
funding_rule-frees-not_a_choice = Please pick one below.
funding_rule-frees-any_cash = All available money
funding_rule-frees-as_many_as_succeeded = One group's turn
funding_rule-frees-same = It is so already. Please pick another one.
funding_rule-worst-label = History
funding_rule-worst-ask =
    Now: { $line }
    The worst class that still counts?
funding_rule-worst-not_a_choice = Please pick one below.
funding_rule-worst-1 = Class I
funding_rule-worst-2 = Class II
funding_rule-worst-3 = Class III
funding_rule-worst-4 = Class IV
funding_rule-worst-any = Not looked at
funding_rule-worst-same = It is so already. Please pick another one.
funding_rule-stage-label = Stage
funding_rule-stage-ask =
    Now: { $line }
    How far must the business have come?
funding_rule-stage-not_a_choice = Please pick one below.
funding_rule-stage-growing = Growing
funding_rule-stage-thriving = Thriving
funding_rule-stage-advanced = Advanced
funding_rule-stage-any = Not looked at
funding_rule-stage-same = It is so already. Please pick another one.
funding_rule-percents-label = Next loan
funding_rule-percents-ask =
    Now: { $line }
    Write four percentages, for the classes II, III, IV and V. For example: 100 75 0 0.
funding_rule-percents-not_percents = Please write four numbers, 1000 at most. For example: 100 75 0 0.
funding_rule-percents-same = It is so already. Please write other numbers.
funding_rule-switch-label = Looked at or not
funding_rule-switch-ask =
    Now: { $line }
    { $what }: shall it be looked at?
funding_rule-switch-not_a_choice = Please pick one below.
funding_rule-switch-on = Yes
funding_rule-switch-off = No
funding_rule-switch-same = It is so already. Please pick the other one.
funding_rule-switch-no_path = Then there would be no way left to succeed. At least one must count: repaid, or before that.
funding_rule-reason-label = Reason
funding_rule-reason-ask = What is the reason? Groups that wait can read it.
funding_rule-reason-no_words = Please write a short sentence.
funding_rule-reason-too_long = Please be shorter, { $at_most } letters at most.
funding_rule-confirm =
    Please check, the rule of { $programme }:
    { $changes }
    Reason: { $reason }
    { $warnings }
    Propose it?

decision-order-funding_rule =
    change of the rule of turns
    { $programme }
    { $changes }
    Reason: { $reason }
    { $warnings }
decision-kind-funding_rule = change of the rule of turns
