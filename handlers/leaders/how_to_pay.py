"""Where to pay: only the account that the office configured, never another (DOMAIN.md 3.8)."""

from handlers.commands import Topic
from handlers.messages import Choice, InboundMessage, Reply, say, words
from handlers.turn import Turn


async def _tell(turn: Turn, _: InboundMessage) -> Reply:
    human = Choice("go:human", words("menu.human"))
    borrowing = turn.situation.borrowing
    if not borrowing:
        return say("how_to_pay.no_loan", human)
    accounts = tuple(dict.fromkeys(group.bank_account for group in borrowing if group.bank_account))
    if not accounts:
        return say("how_to_pay.ask_office", human)
    report = Choice("go:repayment_report", words("menu.repayment_report"))
    if len(accounts) == 1:
        return say("how_to_pay.account", report, human, account=accounts[0])
    listed = tuple(
        words("how_to_pay.line", group=group.name, account=group.bank_account)
        for group in borrowing
        if group.bank_account
    )
    return say("how_to_pay.accounts", report, human, accounts=listed)


TOPIC = Topic("how_to_pay", frozenset({"ask_how_to_pay"}), ("carasetor",), run=_tell)
