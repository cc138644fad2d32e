"""The picture of a fund, for `/saldo` and the digest of the week: the same facts in both."""

from handlers.messages import Drawing, Fact, Words, words
from models.fund_months import FundPicture
from models.money import Rupiah
from models.programme import Programme

_TENTH_OF_A_MILLION = 100_000


def drawing(programme: Programme, picture: FundPicture) -> Drawing:
    """What the picture shows, with words and rupiah for each mark."""
    months, classes = picture.months, picture.classes
    facts: dict[str, Fact] = {
        "name": programme.name,
        "about": words("fund_picture.about"),
        "cash": months[-1].cash,
        "cash_title": words("fund_picture.cash"),
        "months_title": words("fund_picture.repayments"),
        "repaid_legend": words("fund_picture.repaid"),
        "planned_legend": words("fund_picture.planned"),
        "late_title": words("fund_picture.late"),
        "late_total": picture.arrears,
        "months": tuple(words("fund_picture.month", month=one.first.month) for one in months),
        "cash_then": tuple(one.cash for one in months),
        "cash_short": tuple(_short(one.cash) for one in months),
        "repaid": tuple(Rupiah(one.repaid) for one in months),
        "repaid_short": tuple(_short(one.repaid) for one in months),
        "planned": tuple(one.planned for one in months),
        "planned_short": tuple(_short(one.planned) for one in months),
        "classes": tuple(
            words("fund_picture.class", grade=one.name, count=one.loans) for one in classes
        ),
        "late": tuple(one.arrears for one in classes),
    }
    return Drawing("fund_overview", facts)


def _short(amount: int) -> Words | str:
    """In millions with one decimal, rounded to the nearest; nothing for less than half of one."""
    tenths = (abs(amount) + _TENTH_OF_A_MILLION // 2) // _TENTH_OF_A_MILLION
    if not tenths:
        return "0"
    sign = "-" if amount < 0 else ""
    return words("fund_picture.millions", whole=f"{sign}{tenths // 10}", tenth=tenths % 10)
