"""What was weighed when a funding was proposed, kept so that an auditor can replay it."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from models.funding_rule import Rule
from models.media import MediaKind
from models.money import Rupiah
from models.next_funding import Candidate, Money, NextFunding, evaluate
from models.progress_tables import ProgressPhoto, ProgressStatus
from models.success import GroupInputs, judge
from models.visit import VisitPhoto

if TYPE_CHECKING:
    from datetime import date

    from models.next_funding_inputs import Outlook

_QUEUE_KEPT: Final = 20
"""Places of the queue that are kept: who else could have been funded instead."""
_PHOTOS_KEPT: Final = 4


def evidence_of(
    found: Outlook, photos: tuple[int, ...], photos_of: int | None = None
) -> dict[str, Any]:
    """All that the verdict rests on, as plain JSON; `photos` are kept media of the group."""
    standing = set(found.next.succeeded)
    return {
        "as_of": found.as_of.isoformat(),
        "rule": found.rule.rule.to_json(),
        "rule_version": found.rule.version,
        "money": {name: int(amount) for name, amount in asdict(found.money).items()},
        "queue": [_candidate_to_json(one) for one in found.queue[:_QUEUE_KEPT]],
        "successes": [
            found.inputs[one.loan_id].to_json() for one in found.verdicts if one.loan_id in standing
        ],
        "next": found.next.to_json(),
        "photos": list(photos),
        "photos_of": photos_of,
        "fingerprint": fingerprint(found),
    }


def replay(evidence: dict[str, Any]) -> NextFunding:
    """The rule's word on the kept inputs: the same as it was then."""
    rule = Rule.from_json(evidence["rule"])
    successes = [judge(GroupInputs.from_json(one), rule) for one in evidence["successes"]]
    queue = [_candidate_from_json(one) for one in evidence["queue"]]
    money = Money(**{name: Rupiah(amount) for name, amount in evidence["money"].items()})
    return evaluate(money, queue, successes, rule)


def fingerprint(found: Outlook) -> str:
    """Names what a refusal was about: until this changes, the same is not proposed again.

    How much cash there is beyond what is needed is no news, and neither is another day.
    """
    first = found.next.first
    decisive = [
        first.application_id if first else 0,
        int(found.next.amount),
        found.rule.version,
        int(found.money.minimum),
        sorted(found.next.succeeded),
        int(found.money.never_lent),
    ]
    return sha256(json.dumps(decisive).encode()).hexdigest()[:16]


async def latest_photos(group_id: int, *, since: date | None = None) -> tuple[int, ...]:
    """The newest pictures of a group's accepted progress reports and of visits to it."""
    shown = ProgressPhoto.filter(
        report__group_id=group_id,
        report__accepted_at__not_isnull=True,
        media__kind=MediaKind.PICTURE,
    ).exclude(report__status=ProgressStatus.MORE_WANTED)
    taken = VisitPhoto.filter(visit__group_id=group_id, media__kind=MediaKind.PICTURE)
    if since is not None:
        taken = taken.filter(visit__visited_on__gte=since)
    pictures = [one.media_id for one in await shown.order_by("-id").limit(_PHOTOS_KEPT)]
    visits = [one.media_id for one in await taken.order_by("-id").limit(_PHOTOS_KEPT)]
    both = [each for pair in zip(pictures, visits, strict=False) for each in pair]
    return tuple(dict.fromkeys([*both, *pictures, *visits]))[:_PHOTOS_KEPT]


def _candidate_to_json(one: Candidate) -> dict[str, Any]:
    stored = asdict(one)
    last = one.last_principal
    return stored | {
        "granted": int(one.granted),
        "last_principal": None if last is None else int(last),
        "owes": int(one.owes),
        "arrears": int(one.arrears),
    }


def _candidate_from_json(stored: dict[str, Any]) -> Candidate:
    last = stored["last_principal"]
    money = {name: Rupiah(stored[name]) for name in ("granted", "owes", "arrears")}
    return Candidate(
        **{**stored, **money, "last_principal": None if last is None else Rupiah(last)}
    )
