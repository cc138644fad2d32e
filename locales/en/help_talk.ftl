# The card of a talk with the office, in the staff chat.

help_talk-card =
    { $state ->
        [answered] 💬
        [closed] ☑️
       *[other] 🙋
    } { $reason ->
        [not_understood] We do not understand { $name }
       *[other] { $name } would like to talk to a person
    }
    { $about }

    { $lines }

    { $status }
help_talk-moved =
    ⬇️ { $reason ->
        [not_understood] We do not understand { $name }
       *[other] { $name } would like to talk to a person
    }
    { $about }

    { $state ->
        [open] Not answered within the time that was promised. The card
       *[other] Opened again. The card
    } is below.
help_talk-group = { $group } ({ $village })
help_talk-stranger = (not an officer of a registered group)
help_talk-asked = Number { $number }, { $at }
help_talk-doing = In the middle of: { $what }
help_talk-earlier = Goes on with number { $number }, which was closed { $at }

help_talk-line = { $at } { $said }
help_talk-office_line = { $at } { $by }: { $said }
help_talk-quote = “{ $said }”
help_talk-photos =
    { $count ->
        [one] (1 photo)
       *[other] ({ $count } photos)
    }
help_talk-with_photos = { $said } { $photos }
help_talk-without_words = (without words)
help_talk-left_out =
    { $count ->
        [one] … 1 message before
       *[other] … { $count } messages before
    }

help_talk-to_answer = Reply to this card to answer.
help_talk-promised = An answer is promised by { $when }. Reply to this card to answer.
help_talk-late =
    { $times ->
        [one] ❗ Not answered within the time that was promised.
       *[other] ❗ Not answered within the time that was promised, { $times } times.
    } Please answer by { $when }: reply to this card.
help_talk-answered = Answered by { $by }, { $at }. Reply again if there is more to say.
help_talk-closed_by = Closed by { $by }, { $at }.
help_talk-closed_by_them = Closed by the person who asked, { $at }.
help_talk-fell_silent = Ended by itself, { $at }: nothing was said for three days.
help_talk-settled = Taken care of.
help_talk-close = Done
help_talk-reopen = Open again

help_talk-said =
    💬 { $name } (number { $number })
    { $lines }

    Reply to answer.
help_talk-person_closed = ☑️ { $name } has closed talk { $number }.
help_talk-is_closed = Talk { $number } with { $name } is closed, so nothing was passed on. Open it again? Then reply to its card.
help_talk-closed_before = Talk { $number } with { $name } was closed before. Nothing has changed.
help_talk-open_already = This talk is open. Reply to its card to answer.
help_talk-open_elsewhere = { $name } is in talk { $number }. Reply to that card, or to this message.
help_talk-finish_how = To close a talk, reply to its card with /selesai, or press the button on that card.
