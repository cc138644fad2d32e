# /rencana: capital that is to come.

planned_capital-title = planned capital
planned_capital-which_programme = Capital for which programme?
planned_capital-amount-ask = How much capital is to come? For example: 50 million
planned_capital-amount-label = Amount
planned_capital-amount-not_an_amount = Please write the amount, for example { $example }.
planned_capital-amount-photo_instead = We can see the photo. Please write the amount, for example { $example }.
planned_capital-amount-unsure = Did you mean { $first }? Choose the right one, or write it again.
planned_capital-amount-too_small = The smallest amount is { $at_least }. Please write it in full, for example 50 million.
planned_capital-amount-too_large = That amount is too large. Please write it again.
planned_capital-expected_on-ask = About when will it be in the fund's cash? For example: March, or 15 March 2020.
planned_capital-expected_on-label = Expected
planned_capital-expected_on-not_a_day = We could not read the time. For example: March, or 15 March 2020.
planned_capital-expected_on-unsure = That day does not exist or is unclear. One of these, perhaps?
planned_capital-expected_on-not_ahead = { $given } is over. What is written here is capital that has not come yet.
planned_capital-expected_on-too_far = { $given } is too far away. Please write a time within the next three years.
planned_capital-confirm =
    Please check, capital that is to come:
    Programme: { $programme }
    Amount: { $amount_full }
    In at the latest: { $expected_on }
    The books do not change; the forecast counts with it. Is that right?

planned_capital-announced =
    Noted by { $by }: capital of { $amount } for { $programme }, by { $expected_on_short } at the latest. The forecast counts with it from now on. Once it is there, enter it with /modal.
planned_capital-nothing = No capital is planned.
planned_capital-new_here = New plan
planned_capital-new = New: { $value }
planned_capital-listed =
    Planned capital:
    { $plans }
planned_capital-line_open = { $amount }, by { $expected_on_short } at the latest ({ $programme })
planned_capital-line_overdue = { $amount }, overdue since { $expected_on_short }, not counted any more ({ $programme })
planned_capital-drop = Take back { $amount }
planned_capital-taken_back = The plan of { $amount } for { $expected_on_short } was taken back by { $by }. The forecast does not count with it any more.
planned_capital-ended_already = That plan has ended. Nothing changes.
planned_capital-arrived = Of planned capital, { $came } has arrived and is not counted as planned any more.
