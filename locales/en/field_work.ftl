# Facilitators: groups in their care and tasks; and suggested visits for staff.

field_work-no_care = { $name }, you are not on our list as a facilitator of a group. If that is wrong, our staff will help.

field_work-groups =
    Groups in your care, as of { $today_short }:

    { $groups }
field_work-group =
    👥 { $group } ({ $village })
    { $loan }
    { $visit }
    {" "}
field_work-no_loan = No running loan
field_work-loan = { $outstanding } left, { $percent }% of the principal repaid
field_work-late = { $days } days past its day: { $arrears }
field_work-next = Next repayment { $due_on_short }: { $left }
field_work-never_visited = Not visited yet
field_work-visited = Last visit { $visited_on_short }, stage { $stage }. { $verdict }
field_work-recommended = Recommended until { $until_short }
field_work-not_recommended = Not recommended yet
field_work-recommendation_over = The recommendation has run out ({ $until_short })

field_work-no_tasks = No task is waiting. Thank you.
field_work-tasks =
    { $count ->
        [1] One visit is suggested:
       *[other] { $count } visits are suggested:
    }

    { $tasks }
    { $more ->
        [0] {""}
       *[other] … and { $more } more.
    }
field_work-task =
    🧭 { $group } ({ $village }), since { $since }
    { $reasons }

field_work-sign-later_and_later = • Repayments come later each time, the last { $figure } days after its day
field_work-sign-very_late = • The oldest repayment is { $figure } days past its day
field_work-sign-smaller_and_smaller = • Repayments grow smaller, the last { $figure }% of an earlier one
field_work-sign-photos_stopped = • No news of the business for { $figure } days
field_work-sign-no_answer = • Our last { $figure } messages were not answered

field_work-told =
    { $name }, a visit may help { $group } ({ $village }):
    { $reasons }

    This is a suggestion from the records, no judgement. When you have been there, tap below.

field_work-suggested =
    🧭 A visit? { $group }
    { $village }, { $district }
    { $reasons }

    Facilitator: { $facilitator }
    A suggestion from the records. Staff and facilitator decide.
field_work-suggested_done =
    ✅ { $group } was visited, { $at }
    { $village }, { $district }
    { $reasons }

    Facilitator: { $facilitator }
field_work-suggested_dismissed =
    ☑️ { $group }: no visit needed for now
    { $village }, { $district }
    { $reasons }

    By { $by }, { $at }.
field_work-dismiss = Not needed
field_work-nobody_cares = (no facilitator yet)
field_work-settled_before = That suggestion is settled already. Nothing has changed.
