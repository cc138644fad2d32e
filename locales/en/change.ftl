# What changes in a report, line by line.

change-what-amount = The amount
change-what-day = The day
change-from_amount = Amount: { $old } → { $new_full }
change-from_day = Day: { $old_short } → { $new_short }
