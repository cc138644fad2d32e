menu-say-greeting =
    Good { $part ->
        [morning] morning
        [midday] day
        [afternoon] afternoon
       *[night] evening
    }, { $name }. What can we do for you?
menu-say-nothing_asked = All right. No question is waiting for an answer now. What can we do for you?
menu-say-nothing_to_correct = There is no recent report to be changed. What can we do for you?
menu-repayment_report = Report a repayment
menu-progress_report = Business report
menu-what_is_left = What is left
menu-how_to_pay = How to pay
menu-cannot_pay = Cannot pay yet
menu-my_turn = My turn
menu-apply = Apply for capital
menu-human = Ask the office
menu-help = Help
menu-correct_report = Correct a report
menu-visit = Record a visit
menu-my_groups = Groups in my care
menu-my_tasks = My tasks
