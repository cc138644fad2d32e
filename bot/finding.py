"""One thing that `gulir check` tried."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was tried, what was seen, and how to mend it when it is not in order."""

    subject: str
    seen: str
    mending: str = ""

    @property
    def ok(self) -> bool:
        """Whether there is nothing to mend."""
        return not self.mending

    @property
    def line(self) -> str:
        """The finding as it is printed."""
        ending = "" if self.ok else f" -> {self.mending}"
        return f"{'✓' if self.ok else '✗'} {self.subject}: {self.seen}{ending}"
