"""`/saldo`: each programme's fund at a glance."""

from handlers.messages import InboundMessage, Reply, say
from handlers.staff.fund_picture import drawing
from handlers.staff.programmes import all_programmes, called
from handlers.three_numbers import three_numbers
from handlers.turn import Turn
from models.fund import fund_figures
from models.fund_months import fund_picture
from models.programme import Programme
from models.tallies import tallies_of_month


async def overview(turn: Turn, _: InboundMessage) -> Reply | tuple[Reply, ...]:
    """One message a programme: what the ledger holds, and what still waits for verification."""
    programmes = await all_programmes()
    if not programmes:
        return say("fund.no_programme")
    return tuple(
        [reply for one in programmes for reply in await _of(one, called(one, programmes), turn)]
    )


async def _of(programme: Programme, name: str, turn: Turn) -> tuple[Reply, ...]:
    picture = await fund_picture(programme.id, turn.today)
    figures = await fund_figures(programme.id, today=turn.today, arrears=picture.arrears)
    tallies = await tallies_of_month(programme.id, turn.today)
    overview = say(
        "fund.overview",
        drawings=(drawing(programme, picture),),
        programme=name,
        now=turn.now,
        cash=figures.cash,
        lent_out=figures.lent_out,
        arrears=figures.arrears,
        available=figures.available,
        fee_cash=figures.fee_cash,
        credit_held=figures.credit_held,
        month=three_numbers(tallies),
        waiting=tallies.waiting.count,
        waiting_sum=tallies.waiting.total,
    )
    beside: list[Reply] = []
    if figures.reserved or figures.minimum:
        beside.append(say("fund.kept", reserved=figures.reserved, minimum=figures.minimum))
    if programme.counts_matched_only:
        beside.append(say("fund.unmatched", unmatched=figures.unmatched))
    return (overview, *beside)
