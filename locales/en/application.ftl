# The card of an application in the staff chat, and its result for the group.

application-about =
    Application { $number }
    { $group }
    { $village }, { $district }, { $members } members
    Programme: { $programme }
    Applicant: { $applicant }
    For: { $purpose }
    Amount: { $amount_full }
    Proposal: { $pages ->
        [0] none yet
        [one] one page
       *[other] { $pages } pages
    }

application-submitted =
    📄 { $about }

    { $history }

    { $remarks }
application-returned =
    💬 { $about }

    { $history }

    { $remarks }

    Returned with a question by { $by }, { $at }. Waiting for the leader’s answer.
application-waiting =
    ⏳ { $about }

    { $history }

    { $remarks }

    In the queue: { $granted }, { $class }. Last by { $by }, { $at }.
application-postponed =
    ⏸ { $about }

    { $history }

    { $remarks }

    Put off by { $by }, { $at }: { $reason }.
application-refused =
    ❌ { $about }

    { $remarks }

    Not accepted, by { $by }, { $at }: { $reason }.
application-withdrawn =
    🚪 { $about }

    { $remarks }

    Taken back by { $by }, { $at }: { $reason }.
application-funded =
    ✅ { $about }

    { $remarks }

    Capital received: { $granted }, { $on_short }.

application-no_loan_yet = Has never borrowed.
application-running_loan = Running loan { $number }: { $percent }% returned, { $outstanding } left, on time { $on_time } of { $due }
application-arrears = Past due: { $arrears }
application-past_loan-repaid = Loan { $number }: repaid
application-past_loan-written_off = Loan { $number }: written off
application-news = Progress reports accepted, 90 days: { $count }
application-above_most = ⚠️ Above the programme’s limit, { $most } for a group.
application-not_round = ⚠️ Not a multiple of Rp100.000.
application-without_pages = ⚠️ No page of a proposal yet.
application-nothing_odd = Nothing looks odd.
application-only_pages = (more pages)
application-said-returned = ❓ { $by }: { $said }
application-said-answered = ↩️ { $by }: { $said }

application-do-accept = ✅ Accept into queue
application-do-ask = Ask first
application-do-refuse = Refuse
application-do-move = Move
application-do-postpone = Put off
application-do-resume = Take up again
application-do-remove = Take out

application-begun-accept = { $by }, accepting application { $number } of { $group } into the queue.
application-begun-ask = { $by }, a question about application { $number } of { $group }.
application-begun-refuse = { $by }, refusing application { $number } of { $group }.

application-result-returned =
    { $name }, thank you for application { $number } of { $group }. The office would like to know first:
    “{ $asked }”
    Please answer here. 🙏
application-result-refused =
    { $name }, thank you for applying. We are sorry: application { $number } of { $group } cannot be accepted for now, because { $reason }.
    You may apply again, or ask the office.

priority-usual = class { $priority } (usual)
priority-sooner = class { $priority } (with precedence)
priority-later = class { $priority } (after the others)
