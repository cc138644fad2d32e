# Money that nobody reported: recorded by the treasurer in a group's name.

record_credit-title = recording a credit
record_credit-group-label = Group
record_credit-group-ask = Which group's money is it? Write its name, village or code.
record_credit-group-unknown = No group fits “{ $said }” yet. Try its name, village or code.
record_credit-group-several = { $count } groups fit “{ $said }”. Which one? If it is not below, write more of it.
record_credit-confirm =
    This money will be recorded as a repayment report:
    Group: { $group }
    Amount: { $amount_full }
    Day: { $booked_on }
    At the bank: { $text }
    A colleague then verifies it. Is that right?
record_credit-submitted = Report { $number } is recorded for { $group }: { $amount }. A colleague has to verify it.
record_credit-other_programme = The loan of { $group } belongs to another programme, so money from this account cannot be recorded for it.
