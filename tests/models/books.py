"""A small programme for tests of the ledger: one group, its loan, and two people of staff."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from itertools import count
from typing import TYPE_CHECKING

from models.chart import AccountKind, AccountRef
from models.contact import Person
from models.group import Group, GroupKind, GroupStatus
from models.ledger import Act, balance
from models.lending import add_capital, disburse
from models.loan import Instalment, Loan
from models.money import Rupiah
from models.programme import AllocationOrder, Programme
from models.schedule import EveryMonths, Terms, make_schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.ledger_tables import JournalEntry

DISBURSED_ON = date(2019, 7, 17)
NOON = datetime.combine(DISBURSED_ON, time(4), UTC)
_numbers = count(1)


@dataclass
class Books:
    """The fund of a programme, with ways of acting on it in one line."""

    programme: Programme
    maker: Person
    approver: Person
    references: Iterator[int] = field(default_factory=lambda: count(1))

    def act(self, on: date = DISBURSED_ON) -> Act:
        """An act of the maker's with a reference of its own."""
        return {
            "on": on,
            "at": NOON,
            "reference": f"{self.programme.code}:{next(self.references)}",
            "cause": "test:1",
            "maker_id": self.maker.id,
        }

    async def add_capital(self, amount: int) -> JournalEntry:
        return await add_capital(self.programme.id, amount, **self.act())

    async def lend(self, principal: int = 2_000_000) -> Loan:
        """A loan to a new group in two monthly instalments, paid out of the fund."""
        loan = await self.plan_loan(principal)
        await disburse(loan.id, **self.act())
        return loan

    async def plan_loan(
        self, principal: int = 2_000_000, instalments: int = 2, fee_basis_points: int = 300
    ) -> Loan:
        loan = await Loan.create(
            number=f"SPK-{next(_numbers)}",
            group=await new_group(),
            programme=self.programme,
            principal=principal,
            disbursed_on=DISBURSED_ON,
            created_at=NOON,
        )
        terms = Terms(
            principal=Rupiah(principal),
            instalments=instalments,
            disbursed_on=DISBURSED_ON,
            frequency=EveryMonths(1),
            fee_basis_points=fee_basis_points,
        )
        for row in make_schedule(terms):
            await Instalment.create(
                loan=loan,
                number=row.number,
                due_on=row.due_on,
                principal=row.principal,
                fee=row.fee,
            )
        return loan

    async def held(self, kind: AccountKind, loan: Loan | None = None) -> Rupiah:
        """The balance of an account of the programme, of the loan, or of the loan's group."""
        of_group = kind is AccountKind.GROUP_CREDIT
        return await balance(
            AccountRef(
                self.programme.id,
                kind,
                loan_id=loan.id if loan and not of_group else None,
                group_id=loan.group_id if loan and of_group else None,
            )
        )


async def open_books(
    capital: int = 10_000_000,
    order: AllocationOrder = AllocationOrder.OLDEST_INSTALMENT_FIRST,
    minimum_balance: int = 0,
) -> Books:
    """A programme with some capital and two people; runs inside a transaction."""
    number = next(_numbers)
    programme = await Programme.create(
        code=f"JAHE-{number}",
        name="Dana bergulir jahe merah",
        source="APBD",
        legal_basis="Perbup 1/2019",
        allocation_order=order,
        minimum_balance=minimum_balance,
        created_at=NOON,
    )
    books = Books(programme, await new_person("Rina"), await new_person("Anwar"))
    if capital:
        await books.add_capital(capital)
    return books


async def new_person(name: str) -> Person:
    return await Person.create(name=name, created_at=NOON)


async def new_group() -> Group:
    number = next(_numbers)
    return await Group.create(
        code=f"K-{number}",
        name=f"KUBE Jahe Merah {number}",
        kind=GroupKind.KUBE,
        village="Sepaso",
        district="Bengalon",
        business="jahe merah",
        member_count=10,
        status=GroupStatus.VERIFIED,
        created_at=NOON,
    )
