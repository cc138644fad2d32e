# Repayments that roll on: until the next group, and who was helped.

next_group-missing = { $bar } { $missing } to go until the next group.
next_group-there = { $bar } There is enough for the next group now. Thank you!
next_group-helped = Good news, { $name }: your repayments helped to fund { $funded }. Thank you, the money rolls on. 🙏
