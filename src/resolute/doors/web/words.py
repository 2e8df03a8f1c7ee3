"""The words and signs of the pages: stances, verdicts, lanes, dates, numbers. One word for one thing, on every page.

Nothing here is law or language of a case: it is how the closed vocabularies read to a person.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from resolute.ground.prose import MONTHS, when
from resolute.ground.vocabulary import meaning

__all__ = [
    "LANES",
    "RELATIONS",
    "STANCES",
    "VERDICTS",
    "Sign",
    "clash",
    "counted",
    "found",
    "line",
    "number",
    "own_marks",
    "shortened",
    "spelled",
    "stance",
    "verdict",
]


class Sign(NamedTuple):
    """How a word of the data reads: the word, its glyph, its tone, a character for plain text, what it means.

    `tone` is `warm` (lays it down), `cool` (turns it away) or empty (reports and deeds); it never stands alone.
    """

    word: str
    glyph: str
    tone: str
    char: str
    means: str


STANCES = {
    "asserts": Sign("says", "asserts", "warm", "●", "it is so"),
    "admits": Sign("admits", "admits", "warm", "◐", "it is so, against own interest"),
    "denies": Sign("denies", "denies", "cool", "⊘", "it is not so"),
    "reports": Sign("passes on", "reports", "", "◉", "others say so"),
    "questions": Sign("doubts", "questions", "", "?", "doubts it"),
    "accuses": Sign("accuses", "accuses", "warm", "◆", "it is so, and theirs to answer"),
    "commits": Sign("promises", "commits", "", "▶", "will do it"),
    "refuses": Sign("refuses", "refuses", "cool", "▷", "will not do it"),
    "urges": Sign("urges", "urges", "", "▲", "others should"),
    "opposes": Sign("opposes", "opposes", "cool", "▽", "others should not"),
}
VERDICTS = {
    "prohibited": Sign("prohibited", "v-prohibited", "stop", "■", "the order forbids it to this actor"),
    "conditional": Sign("lawful only on conditions", "v-conditional", "ask", "◧", "lawful only after the steps named"),
    "permitted": Sign("permitted", "v-permitted", "go", "☑", "the order looked at it and allows it"),
    "depends": Sign("depends", "v-depends", "ask", "?", "facts that are missing decide"),
    "unsettled": Sign("unsettled", "v-unsettled", "ask", "~", "the law itself leaves it open, or the base lacks it"),
    "not-bound": Sign("not bound", "v-not-bound", "", "⌜⌟", "the order does not bind this actor"),
    "exposure": Sign("exposure", "v-exposure", "warm", "△", "may be listed or cut off for it later"),
    "no-measure": Sign("no measure engaged", "v-none", "", "–", "no measure of this law base catches it"),
}
RELATIONS = {
    "same": "the same event as",
    "part-of": "a part of",
    "fulfils": "said to keep the promise of",
    "answers": "a denial of",
    "similar": "like, and not known to be the same as,",
    "unrelated": "not to be confused with",
}
CLASHES = {
    "polarity": "whether it is so",
    "number": "how many",
    "date": "when",
    "actor": "who speaks for whom",
    "order": "which legal order is meant",
    "measure": "which measures are meant",
}
LANES = {
    "law": "Law",
    "told": "Told by the texts",
    "alleged": "Alleged",
    "said": "Said",
    "published": "Published",
}
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def own_marks(text: str) -> tuple[bool, bool]:
    """Say whether a quotation brings its own opening and its own closing mark, so that none need be put around it.

    A mark at an end is its own where its partner is at the other end or nowhere: texts break quotations, and some open
    them with a closing mark. Marks around a word inside are no such marks.
    """
    open_: list[int] = []
    partner: dict[int, int] = {}
    for i, c in enumerate(text):
        if c in "“„«" or (c == '"' and not any(text[o] == '"' for o in open_)):
            open_.append(i)
        elif c in '”»"' and open_:
            partner[i] = open_.pop()
            partner[partner[i]] = i
    last = len(text) - 1
    marks = '“”„«»"'
    first = bool(text) and text[0] in marks and partner.get(0, last) == last
    return first, bool(text) and text[last] in marks and partner.get(last, 0) == 0


def found(text: str) -> str:
    """Return what a test of a measure found: a date in words, anything else as it stands."""
    try:
        return when(text)
    except ValueError:
        return text


def stance(word: str) -> Sign:
    """Return how a stance reads. Raises KeyError for a word outside the vocabulary."""
    return STANCES[word]


def verdict(word: str) -> Sign:
    """Return how a verdict reads; `exposure` and `no-measure` are words of the page beside those of the vocabulary."""
    return VERDICTS[word]


def number(n: float) -> str:
    """Return "2,108"."""
    return f"{n:,}"


def spelled(n: int) -> str:
    """Return a small number as a word, "four", and a large one in digits. Nought is "no"."""
    return SMALL[n] if 0 <= n < len(SMALL) else number(n)


def counted(n: int, one: str, many: str | None = None) -> str:
    """Return "1 claim", "68 claims"."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def shortened(text: str) -> str:
    """Return a text with the months of its dates in three letters: "5 Aug 2017 to today"."""
    return re.sub(rf"\b(?<=\d )({'|'.join(MONTHS)})\b(?= \d{{4}})", lambda m: m.group()[:3], text)


def line(word: str) -> str:
    """Return a line of law or a topic in words: "coal", "measures of a State alone"."""
    try:
        return meaning("topic", word)
    except KeyError:
        return word.replace("-", " ")


def clash(word: str) -> str:
    """Return on what two claims clash, in words."""
    return CLASHES.get(word, word)
