"""What a transcript may say after `given:`; each sentence makes a part of the world."""

from __future__ import annotations

import re
from datetime import date, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING

from bot.database import transaction
from bot.sample.load import load
from bot.simulator.cast import read_cast
from handlers.leaders.joining import CONSENT_VERSION
from models.applying import Wish, apply
from models.calendar import wita_day
from models.contact import Language, Person, Role, StaffRole
from models.funding_tables import Application
from models.group import Group, Office, Officer
from models.loan import Loan, LoanStatus
from models.money import Rupiah
from models.payment_code import PaymentCode, switch_codes
from models.period import month_of
from models.programme import Programme
from models.progress import News, keep_news
from models.queue_moves import accept
from models.repayment import Claim, Method, RepaymentReport, submit_report
from tests.funding_givens import FUNDING_GIVENS, FUNDING_SENTENCES
from tests.queue_for_chats import applied, asked, at_most
from tests.tampering import change_a_balance

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.clock import Clock


async def make(sentence: str, clock: Clock) -> None:
    """Make one sentence true; an unknown one fails with the nearest that exist."""
    for pattern, maker in GIVENS.items():
        found = re.fullmatch(pattern, sentence)
        if found is not None:
            await maker(clock, *found.groups())
            return
    near = get_close_matches(sentence, SENTENCES, n=3, cutoff=0.0)
    raise AssertionError(f"given: {sentence!r} is not known; the nearest are {near}")


async def _sample(clock: Clock) -> None:
    await load(clock, private_network="telegram")


async def _sample_without_queue(clock: Clock) -> None:
    await load(clock, private_network="telegram", with_queue=False)


async def _only(clock: Clock, name: str, role: str) -> None:
    person = await _person(name)
    await StaffRole.filter(person_id=person.id).update(revoked_at=clock.now())
    await StaffRole.create(person_id=person.id, role=Role(role), granted_at=clock.now())


async def _no_role(clock: Clock, name: str) -> None:
    person = await _person(name)
    await StaffRole.filter(person_id=person.id).update(revoked_at=clock.now())


async def _reads_english(_: Clock, name: str) -> None:
    await Person.filter(name__startswith=name).update(language=Language.ENGLISH)


async def _leads_no_group(clock: Clock, name: str) -> None:
    await Officer.filter(person_id=(await _person(name)).id).update(until=clock.now())


async def change_of_care(clock: Clock, name: str, group: str) -> None:
    """Somebody stops being the facilitator of a group."""
    where = await _group(group)
    person = await _person(name)
    await Officer.filter(person_id=person.id, group_id=where.id, office=Office.FACILITATOR).update(
        until=clock.now()
    )


async def _agreed_earlier(clock: Clock, name: str) -> None:
    agreed = {"consented_at": clock.now(), "consent_version": CONSENT_VERSION}
    await Person.filter(name__startswith=name).update(**agreed)


async def _no_phone(_: Clock, name: str) -> None:
    await Person.filter(name__startswith=name).update(phone=None)


async def _no_account(_: Clock) -> None:
    await Programme.all().update(bank_account="")


async def _asks_codes(clock: Clock) -> None:
    """Switched on by Joko; the sample's groups get their codes in their order."""
    async with transaction():
        programme, joko = await Programme.get(), await _person("Joko")
        await switch_codes(programme.id, on=True, at=clock.now(), person_id=joko.id)


async def _has_the_code(clock: Clock, group: str, code: str) -> None:
    where, programme = await _group(group), await Programme.get()
    await PaymentCode.create(
        programme_id=programme.id, group_id=where.id, code=int(code), given_at=clock.now()
    )


async def _known_as(clock: Clock, name: str, registered: str, office: str, group: str) -> None:
    """Somebody of the cast stands in the office's register, but has never written to the bot."""
    member = next(each for each in read_cast().people.values() if each.first_name == name)
    person = await Person.create(name=registered, phone=member.phone, created_at=clock.now())
    await _hold_office(clock, person, office, group)


async def _office(clock: Clock, name: str, office: str, group: str) -> None:
    await _hold_office(clock, await _person(name), office, group)


async def _hold_office(clock: Clock, person: Person, office: str, group: str) -> None:
    where = await _group(group)
    await Officer.create(
        group_id=where.id, person_id=person.id, office=Office(office), since=clock.now()
    )


async def _reported(clock: Clock, name: str, amount: str, group: str, day: str) -> None:
    """A report without a slip, made an hour ago, one minute after any that was made before."""
    person, where = await _person(name), await _group(group)
    loan = await Loan.get(group_id=where.id, status=LoanStatus.ACTIVE)
    claim = Claim(
        group_id=where.id,
        loan_id=loan.id,
        reporter_id=person.id,
        amount=Rupiah(int(amount.replace(".", ""))),
        paid_on=date.fromisoformat(day),
        method=Method.TRANSFER,
        warnings=("no_slip",),
    )
    before = await RepaymentReport.filter(status="submitted").count()
    at = clock.now() - timedelta(hours=1) + timedelta(minutes=before)
    # Nobody wrote it in a chat: no real draft has a number below zero.
    await submit_report(claim, draft_id=-1_000_000 - before, at=at)


async def _counts_matched_only(_: Clock) -> None:
    await Programme.all().update(counts_matched_only=True)


async def _keeps(_: Clock, amount: str) -> None:
    await Programme.all().update(minimum_balance=int(amount.replace(".", "")))


async def _second_programme(clock: Clock, name: str) -> None:
    await Programme.create(
        code="DUA", name=name, source="APBD", legal_basis="SK contoh", created_at=clock.now()
    )


async def _all_reported_progress(clock: Clock, months: str) -> None:
    """Each group in each of the last months, an hour apart; only words, for nobody sent a photo."""
    at = clock.now() - timedelta(days=2)
    groups = await Group.all().order_by("id")
    for back in reversed(range(int(months))):
        for place, group in enumerate(groups):
            officer = await Officer.filter(group_id=group.id, office=Office.LEADER).first()
            assert officer is not None
            when = at - timedelta(days=31 * back) + timedelta(hours=place)
            loan = await Loan.filter(group_id=group.id, status=LoanStatus.ACTIVE).first()
            news = News(
                group_id=group.id,
                loan_id=loan.id if loan else None,
                reporter_id=officer.person_id,
                period=month_of(wita_day(when)),
                photos=(),
                caption="usaha lancar",
            )
            await keep_news(news, draft_id=-2_000_000 - 100 * back - place, at=when)


async def _waits(clock: Clock, group: str, amount: str) -> None:
    """Let into the queue by Rina, behind all who wait already."""
    where, programme = await _group(group), await Programme.all().order_by("id").first()
    officer = await Officer.filter(group_id=where.id, office=Office.LEADER).first()
    assert officer is not None
    assert programme is not None
    waiting = await Application.all().count()
    wanted, at = Rupiah(int(amount.replace(".", ""))), clock.now() + timedelta(seconds=waiting)
    wish = Wish(where.id, programme.id, officer.person_id, "tambahan modal usaha", wanted)
    async with transaction():
        # Nobody wrote it in a chat: no real draft has a number below zero.
        application = await apply(wish, draft_id=-3_000_000 - waiting, at=at)
        await application.fetch_related("group", "programme")
        await accept(
            application,
            granted=wanted,
            priority=5,
            reason="",
            person_id=(await _person("Rina")).id,
            at=at,
        )


async def _person(name: str) -> Person:
    return await Person.get(name__startswith=name)


async def _group(name: str) -> Group:
    """By a part of its name, which must be in no other."""
    return await Group.get(name__contains=name)


GIVENS: dict[str, Callable[..., Awaitable[None]]] = {
    **FUNDING_GIVENS,
    r"the sample data": _sample,
    r"the sample data, and nobody waits": _sample_without_queue,
    r"(\w+) is only an? (\w+)": _only,
    r"(\w+) has no role": _no_role,
    r"(\w+) reads English": _reads_english,
    r"(\w+) leads no group any more": _leads_no_group,
    r"(\w+) has agreed earlier": _agreed_earlier,
    r"the office has no phone of (\w+)": _no_phone,
    r"the office has entered no account": _no_account,
    r"the programme asks for codes": _asks_codes,
    r"(.+) has the code (\d{3})": _has_the_code,
    r"the office knows (\w+) as ([\w ]+), (\w+) of (.+)": _known_as,
    r"(\w+) is (leader|secretary|treasurer|facilitator) of (.+)": _office,
    r"the programme counts only what the bank has seen": _counts_matched_only,
    r"the programme always keeps Rp([\d.]+)": _keeps,
    r"there is a second programme, (.+)": _second_programme,
    r"every group has reported progress in (\d+) months": _all_reported_progress,
    r"(\w+) has applied for Rp([\d.]+) for (.+)": applied,
    r"(\w+) has asked about (A-\d{4}-\d{4}): (.+)": asked,
    r"a group may have Rp([\d.]+) at most": at_most,
    r"(.+) waits in the queue for Rp([\d.]+)": _waits,
    r"(\w+) has reported Rp([\d.]+) for (.+) on (\d{4}-\d\d-\d\d)": _reported,
}
SENTENCES = (
    *FUNDING_SENTENCES,
    "the sample data",
    "the sample data, and nobody waits",
    "Joko is only a viewer",
    "Joko has no role",
    "Sari reads English",
    "Budi leads no group any more",
    "Aminah has agreed earlier",
    "the office has no phone of Nurul",
    "the office has entered no account",
    "the programme asks for codes",
    "Mekar has the code 017",
    "the office knows Tamu as Aminah Yusuf, treasurer of Mekar",
    "Rina is leader of Ikan Pesisir",
    "the programme counts only what the bank has seen",
    "the programme always keeps Rp5.000.000",
    "there is a second programme, Dana Kabupaten",
    "every group has reported progress in 2 months",
    "Sari has applied for Rp15.000.000 for bibit jahe",
    "Rina has asked about A-1907-0001: Berapa anggotanya?",
    "a group may have Rp10.000.000 at most",
    "Pisang Lestari waits in the queue for Rp15.000.000",
    "Sari has reported Rp500.000 for Mekar on 2019-07-16",
)


async def happen(event: str) -> bool:
    """Let something happen to the world in the middle of a chat; false if it is not known."""
    happening = EVENTS.get(event)
    if happening is not None:
        await happening()
    return happening is not None


async def _balance_changed() -> None:
    await change_a_balance(by=1)


async def _balance_restored() -> None:
    await change_a_balance(by=-1)


EVENTS: dict[str, Callable[[], Awaitable[None]]] = {
    "somebody changes a balance behind the bot's back": _balance_changed,
    "the balance is put right again": _balance_restored,
}
"""What may stand between dashes."""
