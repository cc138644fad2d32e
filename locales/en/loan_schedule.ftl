# /jadwal: the schedule of a group, the one in force and former ones.

loan_schedule-shown =
    📅 Schedule of loan { $number }
    { $group }
    Capital: { $principal }, paid out on { $disbursed_on_short }

    { $lines }

    Owed: { $outstanding }
    As of { $today_short }.
loan_schedule-never_borrowed = { $group } has never borrowed, so there is no schedule yet.
loan_schedule-paid = ✅ { $line }
loan_schedule-part = ◐ { $line }, { $paid } paid
loan_schedule-open = ▫️ { $line }
loan_schedule-former =
    🗂️ Former schedule of loan { $number }
    { $group }
    In force until { $until }, { $because }

    Unpaid at that time:
    { $lines }
loan_schedule-because-rescheduled = replaced because { $reason }.
loan_schedule-because-written_off = lowered by a write-off ({ $reason }).
loan_schedule-because-write_off_reversed = raised because a write-off was reversed ({ $reason }).
loan_schedule-because-unknown = for no reason on record.
loan_schedule-before = Former schedule
loan_schedule-now = Schedule in force
