"""The pack of a closed month: its figures in words, the picture, and the workbook."""

from datetime import date, datetime, timedelta

from handlers.messages import Choice, Reply, say, words
from handlers.staff import workbook
from handlers.staff.fund_picture import drawing
from models.calendar import day_begins
from models.delivery import templates_sent
from models.fund_months import fund_picture
from models.money import ZERO, Rupiah
from models.month_report import loans_of_month, moves_of_month
from models.programme import Programme
from models.retention import forgotten_between


async def monthly(programme: Programme, month: date, now: datetime) -> Reply:
    """The pack of a programme; `month` is the first WITA day of a month that is over."""
    next_month = (month + timedelta(days=31)).replace(day=1)
    last = next_month - timedelta(days=1)
    picture = await fund_picture(programme.id, last, closed=True)
    loans = await loans_of_month(programme.id, month, last)
    moves = await moves_of_month(programme.id, month, last)
    begins, ends = day_begins(month), day_begins(next_month)
    figures = picture.months[-1]
    return say(
        "monthly.pack",
        Choice("card:command:0:tunggakan", words("weekly.who_is_late")),
        drawings=(
            drawing(programme, picture),
            workbook.drawing(programme, month, loans, moves, now),
        ),
        programme=programme.name,
        month=month,
        cash=figures.cash,
        repaid=Rupiah(figures.repaid),
        planned=figures.planned,
        paid_out=sum((Rupiah(one.paid_out) for one in moves), ZERO),
        running=sum(one.loans for one in picture.classes),
        late=picture.late,
        arrears=picture.arrears,
        templates=await templates_sent(begins, ends),
        forgotten=await forgotten_between(begins, ends),
    )
