"""Marks on a text: spans that nest, overlap and cross paragraphs, cut at every boundary into a flat row of pieces.

HTML elements must nest and spans of claims need not, so no element stands for a whole span: each piece carries every
mark that covers it. The text content of the marked HTML is the text itself, character by character; the numbers beside
the marks are drawn by the style sheet and are no part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

__all__ = ["KINDS", "Mark", "Piece", "marked", "pieces", "safe"]

KINDS = ("con", "src", "cue", "ref", "err", "furn")
"""What is claimed, who speaks, the words that say so, law cited, law that does not fit, what was set aside."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` are marked as `kind`; `owner` is the number of the claim they belong to."""

    start: int
    end: int
    kind: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters between two boundaries, and every mark that covers them.

    `contents` are the claims whose content covers it, the outermost first; `tellers` those whose source or cue does.
    `first` and `last` say that a content starts at its first or ends at its last character.
    """

    start: int
    end: int
    text: str
    kinds: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    tellers: tuple[str, ...] = ()
    first: bool = False
    last: bool = False


def pieces(text: str, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> list[Piece]:
    """Return the text in pieces, cut where a mark starts or ends and at `cuts`; joined they are the text.

    Cost grows with the marks and with the pieces they cover, not with the length of the text times the marks.
    Raises: ValueError for a mark that does not lie in the text or holds nothing.
    """
    starting: dict[int, list[Mark]] = {}
    bounds = {0, len(text)} | {c for c in cuts if 0 <= c <= len(text)}
    for m in marks:
        if not 0 <= m.start < m.end <= len(text):
            raise ValueError(f"mark {m.start}-{m.end} does not lie in a text of {len(text)} characters")
        starting.setdefault(m.start, []).append(m)
        bounds |= {m.start, m.end}
    active: list[Mark] = []  # in the order in which they started, of those that start together the longest first
    out = []
    for start, end in pairwise(sorted(bounds)):
        active = [m for m in active if m.end > start]
        active += sorted(starting.get(start, ()), key=lambda m: (-m.end, m.owner, m.kind))
        out.append(_piece(text, start, end, active))
    return out


def _piece(text: str, start: int, end: int, active: Sequence[Mark]) -> Piece:
    if not active:
        return Piece(start, end, text[start:end])
    contents = [m for m in active if m.kind == "con"]
    covering = {m.kind for m in active}
    return Piece(
        start,
        end,
        text[start:end],
        kinds=tuple(k for k in KINDS if k in covering),
        contents=tuple(dict.fromkeys(m.owner for m in contents)),
        tellers=tuple(dict.fromkeys(m.owner for m in active if m.kind in ("src", "cue"))),
        first=any(m.start == start for m in contents),
        last=any(m.end == end for m in contents),
    )


def marked(row: Iterable[Piece], numbers: Mapping[int, Markup], anchors: Mapping[int, str]) -> Markup:
    """Return the pieces as HTML.

    `numbers` holds elements without text to stand before an offset, `anchors` an id for the piece that starts there.
    """
    out = []
    for piece in row:
        if piece.start in numbers:
            out.append(numbers[piece.start])
        out.append(_html(piece, anchors.get(piece.start)))
    return Markup("").join(out)


def _html(piece: Piece, anchor: str | None) -> Markup:
    text = safe(piece.text)
    if not piece.kinds and anchor is None:
        return text
    classes = ["m", *piece.kinds] if piece.kinds else ["here"]
    classes += ["d2"] * (len(piece.contents) > 1) + ["first"] * piece.first + ["last"] * piece.last
    id_ = Markup(' id="{}"').format(anchor) if anchor else ""
    whose = Markup("").join(
        Markup(' data-{}="{}"').format(name, " ".join(claims))
        for name, claims in (("c", piece.contents), ("s", piece.tellers))
        if claims
    )
    return Markup('<span class="{}"{}{}>{}</span>').format(" ".join(classes), id_, whose, text)


_UNSAYABLE = {0: "�"} | dict.fromkeys(range(0xD800, 0xE000), "�")
"""Characters that no HTML document can hold; every other one is kept."""


def safe(text: str) -> Markup:
    """Escape a text so that a browser reads back the same characters.

    A carriage return is written as a reference, because HTML turns a bare one into a line feed.
    """
    return Markup(str(escape(text.translate(_UNSAYABLE))).replace("\r", "&#13;"))
