"""The table of contents: every topic, form, command, card and job, listed explicitly."""

from handlers.clockwork import JOBS
from handlers.commands import Contents
from handlers.facilitators import my_groups, my_tasks, visit
from handlers.leaders import (
    answer_application,
    apply,
    cannot_pay,
    correct_report,
    how_to_pay,
    human,
    leave_queue,
    loose_photo,
    menu,
    my_turn,
    pause,
    progress_report,
    repayment_report,
    sensitive,
    settings,
    what_is_left,
)
from handlers.leaders import (
    help as leaders_help,
)
from handlers.staff import CARDS, STAFF_COMMANDS, STAFF_FORMS

TOPICS = (
    menu.TOPIC,
    repayment_report.TOPIC,
    progress_report.TOPIC,
    what_is_left.TOPIC,
    how_to_pay.TOPIC,
    cannot_pay.TOPIC,
    pause.TOPIC,
    pause.RESUME_TOPIC,
    my_turn.TOPIC,
    my_turn.WHY_TOPIC,
    apply.TOPIC,
    answer_application.TOPIC,
    leave_queue.TOPIC,
    human.TOPIC,
    leaders_help.TOPIC,
    leaders_help.THANKS_TOPIC,
    sensitive.TOPIC,
    loose_photo.TOPIC,
    correct_report.TOPIC,
    menu.NOTHING_ASKED_TOPIC,
    visit.TOPIC,
    my_groups.TOPIC,
    my_tasks.TOPIC,
    *settings.TOPICS,
)

LEADER_FORMS = {
    form.form_name: form
    for form in (
        repayment_report.RepaymentReportForm,
        loose_photo.LoosePhotoForm,
        correct_report.CorrectReportForm,
        progress_report.ProgressReportForm,
        apply.ApplyForm,
        answer_application.AnswerApplicationForm,
        leave_queue.LeaveQueueForm,
        visit.VisitForm,
        cannot_pay.CannotPayForm,
        pause.PauseForm,
    )
}

CONTENTS = Contents(
    topics=TOPICS,
    forms={**LEADER_FORMS, **STAFF_FORMS},
    staff_commands=STAFF_COMMANDS,
    cards=CARDS,
    jobs=JOBS,
)
