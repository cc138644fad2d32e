# What has to happen before the next turn, for groups in the queue.

turn_reasons-approved = It is approved and only has to be paid out. The office will call you.
turn_reasons-running_loan = The group's present loan is repaid first, { $owes } is left.
turn_reasons-all_there = Everything for the next turn is there, the office decides now.
turn_reasons-nearest = { $count } repayments of { $group } more, and the next turn opens.
turn_reasons-success = When one group has succeeded, the next turn opens.
turn_reasons-money = { $short } is still missing for the next turn.
turn_reasons-money_there = The money itself suffices already.
turn_reasons-ahead = The turn ahead is still being prepared with the office.
