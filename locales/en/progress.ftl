# The card of a progress report in the staff chat, and its result for the leader.

progress-about =
    Business report { $number }
    { $group }
    { $village }, { $district }
    Reported by: { $reporter }
    Period: { $period }
    Photos: { $photos } ({ $times ->
        [1] sent once
       *[other] sent { $times } times
    })

progress-submitted =
    🌱 { $about }

    { $told }

    { $history }

    { $remarks }

progress-accepted =
    ✅ { $about }

    { $told }

    { $history }

    { $remarks }

    Accepted by { $by }, { $at }.

progress-more_wanted =
    🔁 { $about }

    { $told }

    { $history }

    { $remarks }

    More wanted by { $by }, { $at }: { $reason }.

progress-quoted = “{ $text }”
progress-sales = Sales: { $sales }
progress-members = Members working: { $working } of { $members }
progress-obstacles = Obstacles: { $obstacles }
progress-no_obstacles = none
progress-nothing_told = Photos only, without words.

progress-last = Business report before: { $period }
progress-first = The first business report of this group.
progress-on_time = Instalments on time: { $on_time } of { $due }
progress-arrears = Behind schedule: { $arrears }
progress-no_arrears = Nothing is behind schedule.
progress-no_loan = No running loan.
progress-accepted_lately = Business reports accepted, last 90 days: { $count }

progress-no_remarks = No notes yet.
progress-accepted_before = ℹ️ Accepted before; this is an addition to look at.
progress-caution-recycled_here = ⚠️ A photo looks the same as one in another report of this group.
progress-caution-recycled_elsewhere = ⚠️ A photo looks the same as one in a report of another group.
progress-same =
    { $exact ->
        [1] The same photo
       *[other] A very similar photo
    } is in { $number }, { $group }, { $on_short }.
progress-compare-title =
    { $exact ->
        [1] The same photo in two reports
       *[other] Very similar photos in two reports
    }
progress-compare-report = Report { $number }
progress-note = 📝 { $author }, { $at }: { $text }

progress-do-accept = ✅ Accept
progress-do-more = Ask for more
progress-do-note = Note

progress-note_begun = { $by }, a note about report { $number }.
progress-note_kept = The note about report { $number } stands on its card.
progress-note_without_words = Only words can be noted. Please reply to the card with a sentence.
progress-note_too_long = The note is too long. At most { $at_most } letters, in several replies if you like.
progress-more_begun = { $by }, report { $number } of { $group }.

rule-progress_decided =
    { $status ->
        [accepted] Report { $number } was accepted by { $decided_by }, { $decided_at }. Nothing has changed.
       *[other] { $decided_by } has asked for more about report { $number }, { $decided_at }. Nothing has changed.
    }
rule-progress_changed = Something was added to report { $number }. Please look at its newest card first. Nothing has changed.
rule-own_progress = You sent report { $number } yourself, so somebody else has to look at it.

# What the leader reads.

progress-result-accepted =
    { $name }, staff have looked at business report { $number } of { $group } for { $period } and accepted it. Thank you. 🙏
progress-result-more =
    { $name }, thank you for the news of { $group } for { $period }. To complete it, one more thing, please: { $reason }.
    The number of the report is { $number }.
progress-result-send = Send photos
