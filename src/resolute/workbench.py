"""The hall: takes files in, has the rooms read, check and join them, and hands the answer to a door.

The one file that knows everybody. Doors ask it and decide nothing; rooms do not know it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from resolute.cases.brief import build
from resolute.cases.citations import cited_mentions
from resolute.cases.terms import Brief, CitedMention
from resolute.cases.verify import faults, sealed
from resolute.ground.conduct import Conduct
from resolute.ground.errors import InputRefused
from resolute.ground.forms import to_json
from resolute.ground.origin import Origin
from resolute.ground.time import Day
from resolute.intake.conducts import conducts
from resolute.intake.files import Taken, take_all, take_bytes
from resolute.law.assess import assess
from resolute.law.cite import shelf_of
from resolute.law.read import LawBase, load_base
from resolute.law.terms import Verdict
from resolute.news.read import read_text
from resolute.news.terms import Reading

__all__ = ["Workbench"]

Progress = Callable[[str], None]


def _silent(_: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Workbench:
    """The rooms stood on one law base."""

    base: LawBase

    @classmethod
    def opened(cls, law: Path | None = None) -> Workbench:
        """Open the workbench on the law base that ships, or on another folder of the same form."""
        return cls(load_base(law))

    @property
    def last_known(self) -> Day:
        """The last day that the law base knows: the day of our knowledge where nobody names another."""
        return max(order.known_until for order in self.base.orders.values())

    def read(self, path: str, progress: Progress = _silent) -> Iterator[tuple[Origin, Reading] | InputRefused]:
        """Yield the reading of every text at a path, or the refusal that says why it was not read."""
        for taken in take_all(path):
            if isinstance(taken, InputRefused):
                yield taken
            else:
                progress(f"reading {taken.origin.name}")
                yield taken.origin, self.reading(taken)

    def reading(self, taken: Taken) -> Reading:
        """Return what is read in one text."""
        return read_text(taken.text, name=taken.origin.name, document_id=taken.origin.sha256, extractor=taken.extractor)

    def as_read(self, reading: Reading) -> dict[str, Any]:
        """Return a reading in the form of the door `read`, its citations held against the law base."""
        document = {k: v for k, v in to_json(reading.document).items() if k not in ("text", "title_span", "extractor")}
        cited = cited_mentions(reading, shelf_of(self.base))
        citations = [{"span": to_json(m.span), **to_json(m.cited), "claim": m.claim} for m in cited]
        return {
            "document": document,
            "claims": to_json(reading.claims),
            "events": to_json(reading.events),
            "citations": citations,
            "set_aside": to_json(reading.set_aside),
            "dropped": reading.dropped,
            "notes": list(reading.notes),
        }

    def cited(self, text: str) -> tuple[CitedMention, ...]:
        """Return every mention of law in a text, and whether what the text says of it fits."""
        return cited_mentions(self.reading(take_bytes(text.encode(), "pasted text")), shelf_of(self.base))

    def check(
        self, rows: Iterator[Conduct | InputRefused], *, orders: Sequence[str] | None = None, known: Day | None = None
    ) -> Iterator[Verdict | InputRefused]:
        """Yield the verdict on every conduct, or the refusal of its row; every row is answered."""
        for row in rows:
            yield row if isinstance(row, InputRefused) else assess(row, self.base, orders=orders, known=known)

    def conducts(self, text: str, name: str) -> Iterator[Conduct | InputRefused]:
        """Yield the conducts of a file."""
        return conducts(text, name)

    def brief(self, path: str, *, known: Day | None = None, progress: Progress = _silent) -> Brief:
        """Return the brief on every text at a path. What was refused stands in the brief."""
        origins, readings, refused = [], [], []
        for item in self.read(path, progress):
            if isinstance(item, InputRefused):
                refused.append(str(item))
            else:
                origins.append(item[0])
                readings.append(item[1])
        progress("joining")
        unique = {r.document.id: r for r in sorted(readings, key=lambda r: r.document.name, reverse=True)}
        return build(list(unique.values()), origins, self.base, known or self.last_known, refused)

    @staticmethod
    def sealed(brief: Brief) -> str:
        """Return brief.json: the brief, whole, and a seal over every byte of it."""
        return sealed(to_json(brief))

    @staticmethod
    def verify(text: str) -> list[str]:
        """Return everything in a brief.json that does not hold, a line each; empty when all holds."""
        try:
            return faults(json.loads(text))
        except json.JSONDecodeError as e:
            return [f"line {e.lineno}: {e.msg}; this is no JSON"]
