# /jadwalulang: what is owed gets a new schedule.

reschedule-title = the new schedule
reschedule-rhythm-label = Rhythm
reschedule-rhythm-ask = How often are instalments paid?
reschedule-rhythm-not_a_rhythm = Choose below, or write it like: tiap 2 bulan (every 2 months).
reschedule-days-label = Days of the harvests
reschedule-days-ask = On which days are instalments due? For example: 4 December 2019, 4 June 2020.
reschedule-days-not_days = Please write the days, at most { $at_most }, with commas between them. For example: 4 December 2019, 4 June 2020.
reschedule-days-unclear_day = “{ $said }” could not be read as a day. For example: 4 December 2019, 4 June 2020.
reschedule-days-not_ahead = { $given } is over. The new schedule begins after today. Please write all the days again.
reschedule-day = { $day_short }
reschedule-count-label = Number of instalments
reschedule-count-ask = Into how many instalments is the rest divided ({ $rhythm })?
reschedule-count-not_a_count = Please write one number, for example 12.
reschedule-count-out_of_range = Between { $at_least } and { $at_most } instalments. Please write it again.
reschedule-first_due-label = First due day
reschedule-first_due-ask = On which day is the first instalment due? For example: 17 August.
reschedule-first_due-not_a_day = That day could not be read. For example: 17 August.
reschedule-first_due-unsure = There is no such day, or it is not clear which. Perhaps one of these?
reschedule-first_due-not_ahead = { $given } is over. The new schedule begins after today.
reschedule-reason-ask = What is the reason?
reschedule-one = { $due_on_short }: { $amount }
reschedule-run =
    { $count ->
        [one] { $first_short } to { $last_short }: one instalment of { $amount }
       *[other] { $first_short } to { $last_short }: { $count } instalments of { $amount } each
    }
reschedule-confirm =
    Please check, new schedule:
    Group: { $group } ({ $village }), loan { $number }
    Owed: { $outstanding }
    Old schedule:
    { $old }
    New schedule:
    { $new }
    Reason: { $reason }
    Propose it for approval?

reschedule-reason-label = Reason
reschedule-reason-no_words = Please write a short sentence.
reschedule-reason-too_long = Please make it shorter, at most { $at_most } letters.
