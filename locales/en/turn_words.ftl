# What has to happen before the next turn, for groups in the queue.

turn_words-approved = It is approved and only has to be paid out. The office will call you.
turn_words-running_loan = The group's present loan is repaid first, { $owes } is left.
turn_words-all_there = Everything for the next turn is there, the office decides now.
turn_words-nearest = { $count } repayments of { $group } more, and the next turn opens.
turn_words-nearest_two = The next turn opens after { $count } repayments more of { $group }, or { $other_count } more of { $other }.
turn_words-success = When one group has succeeded, the next turn opens.
turn_words-money = { $short } is still missing for the next turn.
turn_words-money_there = The money itself suffices already.
turn_words-ahead = The turn ahead is still being prepared with the office.
turn_words-forecast = Expected { $when }.
turn_words-in_front =
    { $count ->
        [one] The turn of one group in front comes first.
       *[other] The turns of { $count } groups in front come first.
    }
