# Confirming a disbursement: the terms of the loan, and all at once or in parts.

confirm_funding-title = confirming a disbursement
confirm_funding-choice-label = Terms
confirm_funding-choice-ask =
    { $group }, { $amount }. The usual terms:
    { $usual_terms }
    Take these?
confirm_funding-choice-not_a_choice = Please pick one below.
confirm_funding-choice-usual = The usual ones
confirm_funding-choice-other = Other terms
confirm_funding-rhythm-label = How often
confirm_funding-rhythm-ask = How often is it repaid?
confirm_funding-rhythm-not_a_rhythm = Choose below, or write it like: every 4 months.
confirm_funding-count-label = Instalments
confirm_funding-count-ask = How many instalments, those without principal included?
confirm_funding-count-not_a_count = Please write one number, such as 12.
confirm_funding-count-out_of_range = Between { $at_least } and { $at_most } instalments. Please write it again.
confirm_funding-harvests-label = Harvest days
confirm_funding-harvests-ask = On which days is it repaid? For example: 20 February 2020, 20 August 2020.
confirm_funding-harvests-not_days = { $at_most } days at most, apart by commas. Please write them again.
confirm_funding-harvests-unclear_day = We could not read the day “{ $said }”. For example: 20 February 2020, 20 August 2020.
confirm_funding-harvests-not_ahead = { $given } is over. Please write a day to come.
confirm_funding-fee-label = Fee
confirm_funding-fee-ask = How many percent of the loan is the fee of each instalment? For example: 0,5.
confirm_funding-fee-not_a_percentage = Please write one number, such as 0,5 or 1.
confirm_funding-fee-too_high = { $at_most } percent of each instalment at most. Please write it again.
confirm_funding-no_fee = No fee
confirm_funding-fee_of = { $percent }% each time
confirm_funding-grace-label = Without principal
confirm_funding-grace-ask = How many of the first instalments are without principal? Write 0 if none.
confirm_funding-grace-not_a_count = Please write one number, such as 0 or 3.
confirm_funding-grace-out_of_range = Between { $at_least } and { $at_most }. Please write it again.
confirm_funding-grace-takes_all = There are only { $count } instalments, so fewer of them can be without principal.
confirm_funding-first_due-label = First instalment
confirm_funding-first_due-ask = On which day is the first instalment due?
confirm_funding-first_due-not_a_day = We could not read that day. For example: 20 August.
confirm_funding-first_due-unsure = There is no such day, or it is unclear. Perhaps one of these?
confirm_funding-first_due-not_ahead = { $given } is over. Please write a day to come.
confirm_funding-one_period_later = One period later
confirm_funding-parts-label = Payment
confirm_funding-parts-ask = Paid out at once, or in parts? The next part waits for a progress report with photos and a facilitator's visit. You may also write it, such as 60 40.
confirm_funding-parts-not_parts = { $at_most } parts at most, and together they must be 100. For example: 60 40.
confirm_funding-at_once = All at once
confirm_funding-in_two = In two, 50 + 50
confirm_funding-parts_of = { $count } parts: { $percents } percent
confirm_funding-confirm =
    Please check, the disbursement to { $group } ({ $village }), { $amount_full }:
    { $all_terms }
    Payment: { $parts }

    If it is paid today, the instalments are:
    { $plan }
    Confirm it?
confirm_funding-done = The disbursement to { $group } is confirmed. Somebody else approves it, on its card.
