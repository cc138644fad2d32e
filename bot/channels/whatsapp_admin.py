"""Looking after the account itself: the number, the webhook's subscription, the templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.whatsapp_account import WhatsAppAccount
from bot.channels.whatsapp_client import GraphClient
from locales.templates import Template

_PAGE = "100"
_PAGES_MOST = 100


@dataclass(frozen=True, slots=True)
class ApprovedTemplate:
    """A template as Meta has it."""

    name: str
    language: str
    status: str
    category: str
    body: str
    reason: str = ""
    buttons: tuple[str, ...] = ()
    """The words of its quick replies."""


class WhatsAppAdmin:
    """Requests about our account. All raise members of the SendError family."""

    def __init__(self, account: WhatsAppAccount) -> None:
        self._account = account
        self._client = GraphClient(account)

    async def number(self) -> dict[str, Any]:
        """How our number is shown, verified and rated."""
        fields = "display_phone_number,verified_name,quality_rating"
        return await self._client.get(self._account.phone_id, fields=fields)

    async def subscribed_apps(self) -> list[dict[str, Any]]:
        """The apps that are told what happens to the account: ours must be among them."""
        answer = await self._client.get(f"{self._account.business_id}/subscribed_apps")
        found = answer.get("data")
        return [each for each in found if isinstance(each, dict)] if found else []

    async def templates(self) -> list[ApprovedTemplate]:
        """Every template that Meta has of us."""
        fields = "name,language,status,category,components,rejected_reason"
        found: list[ApprovedTemplate] = []
        after: dict[str, str] = {}
        for _ in range(_PAGES_MOST):
            answer = await self._client.get(
                f"{self._account.business_id}/message_templates",
                fields=fields,
                limit=_PAGE,
                **after,
            )
            page = answer.get("data")
            found += [_approved(each) for each in page if isinstance(each, dict)] if page else []
            paging = answer.get("paging") or {}
            cursor = (paging.get("cursors") or {}).get("after")
            if not paging.get("next") or not cursor:
                break
            after = {"after": str(cursor)}
        return found

    async def submit(self, template: Template) -> str:
        """Ask Meta to approve a template; returns the status that it has then."""
        path = f"{self._account.business_id}/message_templates"
        answer = await self._client.post(path, submission(template))
        return str(answer.get("status") or "PENDING")

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()


def submission(template: Template) -> dict[str, Any]:
    """What is sent to Meta for approval."""
    body: dict[str, Any] = {"type": "BODY", "text": template.body}
    if template.variables:
        samples = [template.samples[name] for name in template.variables]
        body["example"] = {"body_text": [samples]}
    components = [body]
    if template.buttons:
        replies = [{"type": "QUICK_REPLY", "text": text} for text in template.buttons.values()]
        components.append({"type": "BUTTONS", "buttons": replies})
    return {
        "name": template.network_name,
        "language": template.language,
        "category": template.category,
        "components": components,
    }


def _approved(told: dict[str, Any]) -> ApprovedTemplate:
    components = told.get("components") or []
    bodies = [each.get("text") for each in components if each.get("type") == "BODY"]
    return ApprovedTemplate(
        name=str(told.get("name")),
        language=str(told.get("language")),
        status=str(told.get("status")),
        category=str(told.get("category")),
        body=str(bodies[0]) if bodies else "",
        reason=str(told.get("rejected_reason") or ""),
        buttons=tuple(
            str(button.get("text"))
            for each in components
            if each.get("type") == "BUTTONS"
            for button in each.get("buttons") or ()
        ),
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """What is wrong between one of our files and what Meta has; `mending` is empty if nothing."""

    template: Template
    seen: str
    mending: str = ""


def compare(ours: Sequence[Template], theirs: Sequence[ApprovedTemplate]) -> list[Difference]:
    """Each of our files beside what Meta has under its name and language."""
    known = {(each.name, each.language): each for each in theirs}
    return [
        _difference(template, known.get((template.network_name, template.language)))
        for template in ours
    ]


def _difference(ours: Template, theirs: ApprovedTemplate | None) -> Difference:
    if theirs is None:
        return Difference(ours, "not submitted", "run `gulir templates submit`")
    if theirs.body.strip() != ours.body.strip():
        mending = "raise `version` in its file and submit it, so that both can be used meanwhile"
        return Difference(ours, f"{theirs.status}, but with another text", mending)
    if theirs.buttons != tuple(ours.buttons.values()):
        mending = "raise `version` in its file and submit it, so that both can be used meanwhile"
        return Difference(ours, f"{theirs.status}, but with other buttons", mending)
    if theirs.category != ours.category:
        mending = "Meta judges it so: make the text more about the running loan, or accept the cost"
        return Difference(ours, f"{theirs.status}, but as {theirs.category}", mending)
    if theirs.status == "APPROVED":
        return Difference(ours, "approved")
    if theirs.status in ("PENDING", "IN_APPEAL"):
        return Difference(ours, f"{theirs.status}", "wait: Meta takes minutes to a day")
    why = f" ({theirs.reason})" if theirs.reason and theirs.reason != "NONE" else ""
    return Difference(ours, f"{theirs.status}{why}", "change the text, raise `version`, submit it")
