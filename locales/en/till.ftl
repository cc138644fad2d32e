# Reports in somebody's hand, and verdicts that can still be taken back.

till-card =
    👀 { $about }

    The schedule expects: { $expected }
    Outstanding: { $outstanding }

    { $cautions }

    { $by } has been checking it since { $since_time }.

till-accepted =
    ⏳ { $about }

    ✅ Accepted by { $by }, recorded at { $at_time }.

till-accepted_other =
    ⏳ { $about }

    ✅ Accepted by { $by } with another amount, { $accepted_full }, recorded at { $at_time }.
    Reason: { $reason }

till-rejected =
    ⏳ { $about }

    ✖️ Not accepted by { $by }, because { $reason }. Told at { $at_time }.

till-release = Put back
till-undo = ↩️ Undo

till-taken_back = { $by } took back the verdict on report { $number }. The report waits again; nothing has been recorded or told.
till-nothing_to_take_back = Report { $number } has no verdict that waits to be recorded, so nothing was taken back.
till-not_posted =
    ⚠️ The verdict of { $by } on report { $number } of { $group } was not carried out.
    { $why }
    The report waits again. Nothing has been recorded, and the group has not been told anything.
till-broken = Something went wrong while it was being recorded. Please tell an administrator if it happens again.

rule-report_in_hand = { $by } has been checking report { $number } since { $since_time }. Nothing has changed.
rule-verdict_given =
    { $status ->
        [accepted] Report { $number } has been accepted by { $decided_by } and is recorded at { $posts_at_time }. Nothing has changed.
       *[other] Report { $number } has been rejected by { $decided_by } and the group is told at { $posts_at_time }. Nothing has changed.
    }
rule-not_your_verdict = The verdict on report { $number } was given by { $decided_by }, so only { $decided_by } can take it back.
rule-too_late_to_take_back =
    { $status ->
        [accepted] Report { $number }, accepted by { $decided_by }, has been recorded, { $decided_at }. To mend it, type /koreksi { $number }.
        [rejected] The rejection of report { $number } by { $decided_by } has been told, { $decided_at }. The reporter can send it again.
       *[other] Report { $number } has been decided by { $decided_by }, { $decided_at }. Nothing has changed.
    }
rule-no_longer_verifier = { $name } does not hold the role of Verifier any more.
till-changed_meanwhile = { $by }, report { $number } was changed by its reporter before it was recorded, so it waits again. Please look once more.
rule-report_changed = Report { $number } was changed by its reporter after the verdict.
