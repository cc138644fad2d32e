# News that we send by ourselves: several things become one message.

notices-several =
    { $name }, this is our news for today:

    { $lines }

    Thank you.
notices-several_owed =
    { $name }, this is our news for today:

    { $lines }

    If something stands in the way, tap “{ reminder-later }” so that we can help. Thank you.

notices-progress =
    { $name }, how is the business of group { $group } this month? One photo and one sentence are enough. 📷 It helps us to support the group. Thank you.
notices-line_progress = • { $group }: we look forward to news of the business this month, one photo and one sentence

notices-place =
    { $name }, group { $group } is number { $place } of { $of } on the waiting list. Forecast: { $when }. Its turn depends on the money that comes back and on the office’s decision. We will tell you as soon as there is one. Thank you for your patience.
notices-line_place = • { $group }: number { $place } of { $of } on the waiting list, forecast: { $when }
