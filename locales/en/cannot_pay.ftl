# Cannot pay yet: when, how much, and why.

cannot_pay-title = your message that you cannot pay yet

cannot_pay-group-label = Group
cannot_pay-group-ask = Thank you for telling us. Which group is it about?
cannot_pay-group-not_a_group = Sorry, we did not find that group. Please choose one below.

cannot_pay-promised_on-label = Planned for
cannot_pay-promised_on-ask =
    Thank you for telling us. We hope that things get better soon. When could you pay, roughly?
    You may also write the date, such as: 25 July
cannot_pay-when-week = In a week
cannot_pay-when-fortnight = In two weeks
cannot_pay-when-month = In a month
cannot_pay-promised_on-not_a_day =
    Sorry, we could not read the day. Please write the date, { $latest_short } at the latest.
    For example: next Monday, or 25 July
cannot_pay-promised_on-unsure = To be sure: which day do you mean? Choose below, or write the date.
cannot_pay-promised_on-in_the_past = { $given } has passed. When could you pay, roughly? { $latest_short } at the latest.
cannot_pay-promised_on-too_far =
    { $given } is rather far away. Please choose a day up to { $latest_short }. If you are not sure, a part of it is welcome, too, or type PETUGAS and we will talk about it.

cannot_pay-amount-label = Amount
cannot_pay-amount-ask = How much could you pay then, roughly? A part of it is welcome, too.
cannot_pay-amount-unknown = Not known yet
cannot_pay-amount-photo_instead = The photo has arrived, thank you. How much could you pay, roughly? For example: { $example }
cannot_pay-amount-not_an_amount = Sorry, we could not read the amount. For example: { $example }. If you do not know yet, tap “{ cannot_pay-amount-unknown }”.
cannot_pay-amount-unsure = To be sure: do you mean { $first }? Choose below, or write the whole figure.
cannot_pay-amount-too_small = The smallest amount is { $at_least }. If you do not know yet, tap “{ cannot_pay-amount-unknown }”.
cannot_pay-amount-too_large = That is a very large figure. Please write the amount again.

cannot_pay-reason-label = Reason
cannot_pay-reason-ask = May we know what stands in the way, so that we can help? If you would rather not say, tap “{ cannot_pay-reason-skip }”.
cannot_pay-because-harvest = The harvest
cannot_pay-because-sales = Few buyers
cannot_pay-because-illness = Somebody is ill
cannot_pay-because-needed = Other needs
cannot_pay-reason-none = not said
cannot_pay-reason-skip = Skip
cannot_pay-reason-no_words = A few words are enough, or tap “{ cannot_pay-reason-skip }”.
cannot_pay-reason-too_long = That is too long. { $at_most } letters at most, please.

cannot_pay-confirm =
    Please check:
    Group: { $group }
    Planned for: { $promised_on }
    Amount: { $amount }
    Reason: { $reason }
    Is that right?

cannot_pay-submitted =
    Thank you, { $name }, we have noted it. We will not remind you until { $promised_on }; on that day you hear from us again. { $told } We wish you good business. 🙏
cannot_pay-told_facilitator = We pass it on to your facilitator, { $name }.
cannot_pay-told_office = We pass it on to the office.

cannot_pay-card =
    🕊 Cannot pay yet: { $group }
    { $village }, { $district }
    From: { $person }
    Planned for: { $promised_on }
    Amount: { $amount }
    Reason: { $reason }

    { $due }
    { $before ->
        [0] This is the first such message about this loan.
        [one] There was { $before } such message about this loan before.
       *[other] There were { $before } such messages about this loan before.
    }
cannot_pay-due = The next repayment is due on { $due_on_short }: { $left }
cannot_pay-late = Not recorded since { $due_on_short }: { $left }
cannot_pay-nothing_due = All repayments are recorded.
cannot_pay-for_facilitator =
    { $name }, group { $group } ({ $village }) says that it cannot pay yet.
    From: { $person }
    Planned for: { $promised_on }
    Amount: { $amount }
    Reason: { $reason }
