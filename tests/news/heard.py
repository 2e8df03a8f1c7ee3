"""What a text is heard to say, as short tuples that a test can compare whole."""

from __future__ import annotations

from resolute.ground.origin import sha256_of
from resolute.news.draft import Draft
from resolute.news.read import draft_of, read_text
from resolute.news.terms import Claim, Reading


def reading(text: str) -> Reading:
    return read_text(text, name="a.txt", document_id=sha256_of(text.encode("utf-8", "surrogatepass")))


def draft(text: str, until: str = "assemble") -> Draft:
    """Return the working record after a step; after the claims are whole where none is named."""
    return draft_of(text, name="a.txt", document_id="sha256:0", until=until)


def claims(text: str, *, nested: bool = False) -> list[Claim]:
    return [c for c in draft(text).claims if nested or c.nested_in is None]


def words(spans) -> str:
    return " | ".join(s.text for s in spans)


def heard(text: str, *, nested: bool = False) -> list[tuple[str, str, str]]:
    """Return source, cue and content of each claim."""
    return [(words(c.source), words(c.cue), words(c.content)) for c in claims(text, nested=nested)]


def only(text: str) -> Claim:
    """Return the one claim of a text."""
    found = claims(text)
    assert len(found) == 1, heard(text)
    return found[0]
