"""Where to pay: only the account that the office configured, never another (DOMAIN.md 3.8)."""

from collections.abc import Sequence

from handlers.commands import Topic
from handlers.messages import Choice, InboundMessage, Reply, Words, say, words
from handlers.situation import GroupFacts
from handlers.turn import Turn
from models.money import Rupiah
from models.payment_code import three_digits


async def _tell(turn: Turn, _: InboundMessage) -> Reply:
    human = Choice("go:human", words("menu.human"))
    borrowing = turn.situation.borrowing
    if not borrowing:
        return say("how_to_pay.no_loan", human)
    accounts = tuple(dict.fromkeys(group.bank_account for group in borrowing if group.bank_account))
    if not accounts:
        return say("how_to_pay.ask_office", human)
    report = Choice("go:repayment_report", words("menu.repayment_report"))
    exact = _exact(borrowing)
    if len(accounts) == 1 and exact:
        return say("how_to_pay.account_exact", report, human, account=accounts[0], exact=exact)
    if len(accounts) == 1:
        return say("how_to_pay.account", report, human, account=accounts[0])
    listed = tuple(
        words("how_to_pay.line", group=group.name, account=group.bank_account)
        for group in borrowing
        if group.bank_account
    )
    if exact:
        return say("how_to_pay.accounts_exact", report, human, accounts=listed, exact=exact)
    return say("how_to_pay.accounts", report, human, accounts=listed)


def _exact(borrowing: Sequence[GroupFacts]) -> tuple[Words, ...]:
    """What to transfer, to the rupiah, for each group that is asked for its payment code."""
    asked = [
        (group.name, group.loan.asked, group.loan.code)
        for group in borrowing
        if group.loan is not None
    ]
    key = "how_to_pay.exact" if len(borrowing) == 1 else "how_to_pay.exact_of"
    return tuple(
        words(key, group=name, asked=amount, code=three_digits(code), remainder=Rupiah(code))
        for name, amount, code in asked
        if amount and code is not None
    )


TOPIC = Topic("how_to_pay", frozenset({"ask_how_to_pay"}), ("carasetor",), run=_tell)
