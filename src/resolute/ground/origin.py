"""Where a sentence of an output comes from: spans and passages of documents, origins of bytes, citations of law."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from resolute.ground.time import Day, Instant

__all__ = ["Citation", "Origin", "Passage", "Span", "sha256_of", "span_of"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` of a document's extracted text, and those characters.

    Offsets are Python string offsets. Make one with `span_of`, so that `text` is always the document's own.
    """

    start: int
    end: int
    text: str

    def holds(self, other: Span) -> bool:
        """Say whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end


def span_of(text: str, start: int, end: int) -> Span:
    """Return the span of `text`; the only way in which spans are made.

    Raises: ValueError when the offsets do not lie in the text or hold nothing.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"span {start}-{end} does not lie in a text of {len(text)} characters")
    return Span(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a named document: what a sentence of a brief rests on."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes came from: who published them, at which address, when they were fetched, their hash."""

    name: str
    sha256: str
    bytes: int
    publisher: str | None = None
    address: str | None = None
    retrieved: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a lawyer reads it: an instrument, a paragraph, an address, the page on which it was confirmed."""

    instrument: str
    paragraph: str | None = None
    symbol: str | None = None
    address: str | None = None
    read_on: Day | None = None
    sources: tuple[str, ...] = ()


def sha256_of(data: bytes) -> str:
    """Return `sha256:` and the hash in hexadecimal: the id of bytes everywhere in the house."""
    return "sha256:" + hashlib.sha256(data).hexdigest()
