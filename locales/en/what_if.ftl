# /simulasi: what it would mean to fund this group now.

what_if-title = simulation
what_if-group-ask = Fund which group, for the sake of argument?
what_if-group-label = Group
what_if-group-unknown = No group matches “{ $said }”. Please write its name, village or code.
what_if-group-several =
    { $count ->
        [one] “{ $said }” matches one group.
       *[other] “{ $said }” matches { $count } groups. Which one?
    }
what_if-amount-ask = With how much? For example: 15 million
what_if-amount-label = Capital
what_if-amount-not_an_amount = Please write the amount, for example { $example }.
what_if-amount-photo_instead = We can see the photo. Please write the amount, for example { $example }.
what_if-amount-unsure = Did you mean { $first }? Choose the right one, or write it again.
what_if-amount-too_small = The smallest amount is { $at_least }. Please write it in full, for example 15 million.
what_if-amount-too_large = That amount is too large. Please write it again.

what_if-begun = 🔮 Reckoning what { $amount } for { $group } would mean.
what_if-shown =
    🔮 Simulation, nothing changes: { $group } is funded with { $amount } now.
    { $programme }

    Available: { $before } → { $after }
    { $notes }

    Turns of those who wait, now → then:
    { $places }

    { $worst }
what_if-covered = The reserve of { $reserve } stays whole.
what_if-short = ⚠️ { $short } is missing: cash would fall below the reserve of { $reserve }.
what_if-covered_without_reserve = There is enough money.
what_if-short_without_reserve = ⚠️ { $short } is missing.
what_if-needs_success = By the rule, this waits until another group has succeeded.
what_if-outside = This group is not waiting in the queue.
what_if-overtakes =
    { $count ->
        [one] This group would overtake one group before it.
       *[other] This group would overtake { $count } groups before it.
    }
what_if-place =
    { $place }. { $group }
    { $before } → { $after }
    (worst: { $worst })
what_if-more =
    { $count ->
        [one] and one group more (/antrean)
       *[other] and { $count } groups more (/antrean)
    }
what_if-nobody_else = No other group is waiting.
what_if-two_stop = Worst case: { $one } and { $other }, who are the latest to repay, stop repaying.
what_if-one_stops = Worst case: { $group }, who is the latest to repay, stops repaying.
what_if-nobody_pays = No group is repaying at present, so there is no worst case.
