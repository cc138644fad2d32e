"""How well flaws and recycled photos are told: `python -m tests.bench.evidence_quality [seeds]`.

The set is synthetic (tests/bot/evidence_set.py): the rates compare settings with each other; they
do not promise the same for the photos of real people.
"""

from __future__ import annotations

import sys

from tests.bot.evidence_rates import KINDS, flaw_rates, recycled_rates

SEEDS = 8


def main(arguments: list[str]) -> int:
    """Print the rates for so many seeds of each place."""
    seeds = range(int(arguments[0]) if arguments else SEEDS)
    print(f"{'kind of picture':38} {'pictures':>8} {'found':>7}   other flaws")  # noqa: T201
    for name, found in flaw_rates(seeds).items():
        share = f"{found.right / found.pictures:.0%}" if KINDS[name].flaw else "-"
        others = ", ".join(
            f"{flaw.value} {count / found.pictures:.0%}"
            for flaw, count in sorted(found.others.items())
            if count
        )
        print(f"{name:38} {found.pictures:>8} {share:>7}   {others or '-'}")  # noqa: T201
    print(f"\n{'sent again, or not':38} {'pairs':>8} {'flagged':>7}")  # noqa: T201
    for name, hits in recycled_rates(seeds).items():
        print(f"{name:38} {hits.pairs:>8} {hits.rate:>7.1%}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
