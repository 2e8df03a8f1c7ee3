"""Who stands where around a verb: a sentence read without a parser, by word classes and the order of English.

Positions count the words of a `View`, in which marks of quotation and brackets are left out. What cannot be made out
is None: a step that reads an act out of a clause then reads none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from resolute.news.draft import Draft, Sentence
from resolute.news.frames import grammar
from resolute.news.language import TAG

__all__ = [
    "Group",
    "Segment",
    "Stretch",
    "View",
    "complements",
    "group_at",
    "is_verb",
    "subject_of",
    "verb_before",
    "view_of",
]


def _bits(names: str) -> list[int]:
    return [TAG[name] for name in names.split()]


_ADV, _AUX, _BE, _HAVE, _MODAL, _NEG, _DO = _bits("ADV AUX BE HAVE MODAL NEG DO")
_PLAIN, _PAST, _PART, _ING, _S, _NOUN, _TIME = _bits("PLAIN PAST PART ING S NOUN TIME")
_DET, _POSS, _SUBJ, _OBJ, _PREP, _TO, _SUB, _CO, _REL = _bits("DET POSS SUBJ OBJ PREP TO SUB CO REL")
_CAP, _NUM, _GENITIVE, _CONTRACTED = _bits("CAP NUM GENITIVE CONTRACTED")
_MARK, _STOP, _COMMA, _OPEN, _CLOSE, _DASH, _COLON = _bits("MARK STOP COMMA OPEN CLOSE DASH COLON")
_VERB = _PLAIN | _PAST | _PART | _ING | _S
_SIGN = _STOP | _COMMA | _DASH | _COLON | _MARK

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class View:
    """The words of one sentence as columns. `titled`: a headline in which most words have a capital."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    tags: tuple[int, ...]
    titled: bool = False

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def at(self, offset: int) -> int:
        """Return the position of the first word that ends after the offset; the length when none does."""
        return next((i for i, end in enumerate(self.ends) if end > offset), len(self))

    def offsets(self, stretch: Stretch) -> tuple[int, int]:
        """Return start and end in the text."""
        return self.starts[stretch[0]], self.ends[stretch[1] - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A verb with its auxiliaries.

    `first` to `last` are its positions, `head` the verb's own; `to` the position of "to" before an infinitive.
    `form`: `finite`, `infinitive`, `ing`, `participle` (a bare "shipped" that may be either past or participle).
    """

    first: int
    head: int
    last: int
    form: str
    passive: bool = False
    negated: bool = False
    modal: str = ""
    to: int | None = None
    adverbs: tuple[str, ...] = ()
    subject_inside: bool = False
    past: bool = False
    perfect: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A phrase behind a verb: its preposition, empty for the object, and its positions without the preposition."""

    prep: str
    start: int
    end: int


def view_of(
    draft: Draft,
    sentence: Sentence,
    forms: Mapping[str, int],
    amounts: frozenset[int] = frozenset(),
    names: frozenset[int] = frozenset(),
) -> View:
    """Return the words of a sentence.

    `forms` adds classes to words that the language's own table may lack. Words that begin at an offset of `amounts`
    ("about", "at least") are no prepositions, those of `names` ("working permits", "refined oil") no verbs.
    """
    t = draft.tokens
    keep = [i for i in range(sentence.first, sentence.last) if not _is_mark(t.tags[i], t.words[i])]
    long = [i for i in keep if t.words[i][0].isalpha() and len(t.words[i]) > _LONG]
    titled = len(long) > _LONG and sum(bool(t.tags[i] & _CAP) for i in long) > _TITLED * len(long)
    tags = []
    for i in keep:
        tag = t.tags[i] | forms.get(t.words[i], 0)
        if tag & _CAP and tag & _TIME:  # "May" is a month here, and "March" no walk
            tag &= ~(_MODAL | _AUX | _VERB)
        if tag & _PREP and t.starts[i] in amounts:
            tag = _NUM
        elif t.starts[i] in names:
            tag &= ~_VERB
        tags.append(tag)
    return View(
        tuple(t.starts[i] for i in keep),
        tuple(t.ends[i] for i in keep),
        tuple(t.words[i] for i in keep),
        tuple(tags),
        titled,
    )


_LONG = 3  # letters of a word that a headline would begin with a capital
_TITLED = 0.7  # share of such words from which on a line is a headline in capitals


def _is_mark(tag: int, word: str) -> bool:
    """Say whether a token is a bracket or a mark of quotation; signs of money and share stay."""
    return bool(tag & (_OPEN | _CLOSE) or (tag & _MARK and not word.isalnum() and word not in "%$€£¥&/"))


def is_verb(view: View, i: int) -> bool:
    """Say whether the word at a position works as a verb, as far as its form and its neighbours tell."""
    if not 0 <= i < len(view):
        return False
    tag, before = view.tags[i], view.tags[i - 1] if i else 0
    if tag & (_AUX | _MODAL | _CONTRACTED):
        return view.words[i] not in ("'s",)
    if not tag & _VERB or (tag & _CAP and i and not view.titled):
        return False
    if before & (_POSS | _GENITIVE) or (before & _DET and not before & _SUBJ):
        return False
    if before & _TO:
        return bool(tag & _PLAIN)
    if tag & _ING and not tag & (_PAST | _PLAIN):
        after = view.tags[i + 1] if i + 1 < len(view) else _STOP
        return not (before & _DET) and not after & _STOP
    if before & _PREP and not before & (_ADV | _SUB):
        return False
    if before & (_MODAL | _DO):
        return bool(tag & _PLAIN)
    if tag & (_PAST | _PART):
        return True
    return _plain_or_s(view, i)


def _plain_or_s(view: View, i: int) -> bool:
    """Say whether "ships", "supply", "exports" is a verb here: a noun before it and a new phrase behind it."""
    tag, before = view.tags[i], view.tags[i - 1] if i else 0
    if i == 0 or (tag & _NOUN and (not before & _SUBJ or before & _DET)):
        return False
    if before & (_SIGN | _NUM | _PREP | _DET) and not before & _SUBJ:
        return False
    if tag & _S and view.words[i - 1] in grammar().plural:
        return False
    if before & _SUBJ or before & (_ADV | _NEG):
        return True
    after = view.tags[i + 1] if i + 1 < len(view) else _STOP
    if tag & _S and after & _PART:  # "stands accused"
        return True
    if (after & (_SIGN | _AUX | _MODAL | _CO) and not after & _DET) or view.words[min(i + 1, len(view) - 1)] == "of":
        return False
    if view.titled:
        return bool(tag & _S) and not after & _PREP
    return bool(
        after & (_DET | _POSS | _OBJ | _NUM | _CAP | _TO | _PREP | _SUB | _ADV) or not after & _VERB or after & _NOUN
    )


def group_at(view: View, head: int, tag: int, particle: tuple[str, ...] = ()) -> Group | None:
    """Return the group of the verb at a position, read as one of the classes of `tag`; None where it is no verb."""
    if not is_verb(view, head):
        return None
    first, to, inside = head, None, False
    adverbs: list[str] = []
    helpers: list[int] = []
    for j in range(head - 1, -1, -1):
        word, t = view.words[j], view.tags[j]
        if t & _TO and (view.tags[head] & _PLAIN or helpers):
            first = to = j
            break
        if word == "no" and adverbs[-1:] == ["longer"]:
            adverbs[-1] = "no longer"
            first = j
            continue
        if t & (_AUX | _MODAL | _CONTRACTED) or (t & _NEG):
            helpers.append(j)
            first = j
            if t & _CONTRACTED and t & _SUBJ:
                inside = True
                break
            continue
        if ((t & _ADV or word.endswith("ly")) and not t & (_DET | _SUB | _SUBJ)) or word in (
            "since",
            "also",
            "only",
            "longer",
        ):
            adverbs.append(word)
            if t & _NEG or (j and view.tags[j - 1] & (_AUX | _MODAL | _NEG)):
                first = j
            continue
        break
    first = min([first, *(j for j in helpers)])
    if to is not None:
        first = to
    if adverbs and first == head:
        first = head - len(adverbs)
    last = _after_particle(view, head, particle)
    if last is None:
        return None
    return _group(view, (first, head, last), tag, to, helpers, tuple(adverbs), inside)


def _after_particle(view: View, head: int, particle: tuple[str, ...]) -> int | None:
    """Return the position behind the verb and its particle, which may stand behind a short object: "sent them home"."""
    at = head + 1
    for word in particle:
        found = next(
            (
                j
                for j in range(at, min(at + (6 if word in grammar().parting else 1), len(view)))
                if view.words[j] == word
            ),
            None,
        )
        if found is None or any(view.tags[j] & (_SIGN | _PREP) and view.words[j] != word for j in range(at, found)):
            return None
        if found == at:
            at += 1
    return at


_ONLY = frozenset({"only", "just", "merely", "simply"})
_NEVER = frozenset({"never", "no longer"})
_IN_THE_PAST = frozenset({"was", "were", "had", "did", "have", "has", "been"})


def _group(
    view: View,
    at: tuple[int, int, int],
    tag: int,
    to: int | None,
    helpers: list[int],
    adverbs: tuple[str, ...],
    inside: bool,
) -> Group:
    """Return the group of a verb at `at` (first, head, last) with its auxiliaries, the nearest to the verb first."""
    words = [view.words[j] for j in helpers]
    nearest = next((j for j in helpers if view.tags[j] & (_BE | _HAVE | _MODAL | _DO)), None)
    be = nearest is not None and bool(view.tags[nearest] & _BE)
    negated = any(view.tags[j] & _NEG for j in helpers) or bool(_NEVER & set(adverbs))
    bare = bool(tag & _PART and not tag & _PAST) and (not words or words == ["not"])
    form = "infinitive" if to is not None else _form(words, tag, be=be)
    return Group(
        first=at[0],
        head=at[1],
        last=at[2],
        form=form,
        passive=(bool(tag & _PART) and be) or (bare and to is None),
        negated=negated and not _ONLY & set(adverbs),  # "not only ships coal"
        modal=next((view.words[j] for j in helpers if view.tags[j] & _MODAL), ""),
        to=to,
        adverbs=adverbs,
        subject_inside=inside,
        past=any(_is_past(w) for w in words) if helpers else bool(tag & (_PAST | _PART)),
        perfect=any(view.tags[j] & _HAVE for j in helpers),
    )


def _form(helpers: list[str], tag: int, *, be: bool) -> str:
    """Return the form of a verb without "to", by its auxiliaries and its own class."""
    if helpers and helpers not in (["being"], ["having"], ["not"]):
        return "ing" if tag & _ING and not be else "finite"
    if tag & _ING or helpers in (["having"], ["being"]):
        return "ing"
    return "participle" if tag & _PART else "finite"


def _is_past(word: str) -> bool:
    return word.removesuffix("n't") in _IN_THE_PAST or word.endswith("'ve")


# --- before the verb ---------------------------------------------------------------------------------------------


def subject_of(view: View, before: int, low: int = 0) -> Stretch | None:
    """Return the phrase before a verb group that begins at `before`: its subject, asides left out; None without one."""
    end = before
    for _ in range(3):
        if end <= low:
            return None
        tag = view.tags[end - 1]
        if tag & (_COMMA | _DASH):
            opened = _aside_opens(view, end - 1, low)
            if opened is None:
                return None
            end = opened
            continue
        break
    aside = end < before
    if view.tags[end - 1] & _REL or view.words[end - 1] == "that":
        return _antecedent(view, end - 1, low)
    if view.tags[end - 1] & (_CO | _STOP | _COLON) or view.words[end - 1] == "then":
        return None
    start = _clause_start(view, end, low)
    start = _past_opening(view, start, end)
    if start >= end:
        return None
    return (start, before - 1) if aside else (start, end)  # what the aside says of the subject belongs to it


def _aside_opens(view: View, close: int, low: int) -> int | None:
    """Return where the aside opens that ends in a comma or dash at `close`: ", the envoy," or "- the US, Japan -"."""
    mark = view.tags[close] & (_COMMA | _DASH)
    for j in range(close - 1, low - 1, -1):
        if view.tags[j] & mark and (mark & _DASH or _opens_aside(view, j)):
            return j if j > low else None
        if view.tags[j] & (_STOP | _COLON):
            return None
    return None


def _opens_aside(view: View, comma: int) -> bool:
    """Say whether a comma opens an aside and does not stand in a list of names."""
    after = view.tags[comma + 1] if comma + 1 < len(view) else _STOP
    return bool(after & (_REL | _DET | _PREP | _ING | _PART | _NUM | _CAP | _GENITIVE)) or True


def _antecedent(view: View, relative: int, low: int) -> Stretch | None:
    """Return the phrase that "which" or "that" takes up."""
    end = relative
    while end > low and view.tags[end - 1] & (_COMMA | _PREP):
        end -= 1
    if end <= low or is_verb(view, end - 1):
        return None
    start = _clause_start(view, end, low)
    for j in range(end - 1, start - 1, -1):  # the nearest noun: "the owner of the tanker, which ..." is the tanker
        if view.tags[j] & _PREP and j + 1 < end:
            return (j + 1, end)
    return (start, end) if start < end else None


def _clause_start(view: View, end: int, low: int) -> int:
    """Return where the clause that ends at `end` begins: behind a mark, a word that opens a clause, or another verb."""
    for j in range(end - 1, low - 1, -1):
        tag, word = view.tags[j], view.words[j]
        if tag & (_STOP | _COLON | _DASH):
            return j + 1
        if word in grammar().openers or (tag & _REL and word not in ("whose",)):
            return j + 1
        if word in ("as", "since", "after", "before", "until", "than") and not tag & _CAP:
            return j + 1
        if is_verb(view, j):
            cut = next((k for k in range(end - 1, j, -1) if view.tags[k] & (_CO | _COMMA)), None)
            return (cut if cut is not None else j) + 1
    return low


def _past_opening(view: View, start: int, end: int) -> int:
    """Skip what stands before the subject: "In December 2017,", "Instead,", "As a result,"."""
    if start and view.words[start - 1] in ("as", "since", "after", "before", "until"):
        comma = next((k for k in range(start, end) if view.tags[k] & _COMMA), None)
        start = comma + 1 if comma is not None and comma + 1 < end else start
    start = _past_date(view, start, end)
    while start < end:
        tag = view.tags[start]
        if tag & (_CO | _COMMA) and not tag & _DET:
            start += 1
            continue
        opens = tag & (_PREP | _ADV | _TIME | _ING | _PART | _SUB) and not tag & (_DET | _SUBJ)
        comma = next((k for k in range(start, end) if view.tags[k] & _COMMA), None)
        if (opens or view.words[start] in ("last", "this", "next", "earlier")) and comma is not None:
            start = comma + 1
            continue
        if tag & _ADV and not tag & (_DET | _SUBJ | _PREP) and start + 1 < end:
            start += 1
            continue
        return start
    return start


def _past_date(view: View, start: int, end: int) -> int:
    """Skip a date that opens without a comma: "On 14 September the leader ..."."""
    if start >= end or not view.tags[start] & _PREP:
        return start
    at = start + 1
    while at < end and view.tags[at] & (_NUM | _TIME) and not view.tags[at] & _DET:
        at += 1
    return at if start + 1 < at < end else start


def verb_before(view: View, at: int, low: int = 0) -> int | None:
    """Return the nearest verb before a position, in the same sentence."""
    return next(
        (j for j in range(at - 1, low - 1, -1) if is_verb(view, j) and not view.tags[j] & (_AUX | _MODAL)), None
    )


def head_end(view: View, stretch: Stretch) -> int:
    """Return where the head of a phrase ends: before its first preposition, "one of the firms" counted on."""
    start, end = stretch
    for j in range(start, end):
        tag, word = view.tags[j], view.words[j]
        if word == "of" and j > start and view.words[j - 1] in grammar().quantifiers:
            continue
        if (tag & (_PREP | _REL | _DASH | _TO) or word in grammar().openers) and j > start and not tag & _CAP:
            return j
        if tag & _COMMA and not _listed(view, j, end):
            return j
    return end


def _listed(view: View, comma: int, end: int) -> bool:
    """Say whether a comma stands in a list that an "and" ends."""
    return any(view.tags[j] & _CO for j in range(comma + 1, end))


# --- behind the verb ---------------------------------------------------------------------------------------------

_TWO = {("out", "of"): "out of", ("back", "to"): "to", ("because", "of"): "because of", ("instead", "of"): "instead of"}


def complements(view: View, start: int, high: int) -> list[Segment]:
    """Return the phrases behind a verb up to the end of its clause: the object, then one for each preposition."""
    out: list[Segment] = []
    prep, begin, j, participle = "", start, start, False
    while j < high:
        tag, word = view.tags[j], view.words[j]
        if _ends_clause(view, j, start, high):
            break
        if (tag & _PREP and word not in ("of", "than", "as", "per", "like", "including")) or (tag & _TO):
            if tag & _TO and j + 1 < high and is_verb(view, j + 1) and view.tags[j + 1] & _PLAIN:
                break
            out += _closed(prep, begin, j, participle)
            two = _TWO.get((word, view.words[j + 1] if j + 1 < high else ""))
            prep, begin = (two, j + 2) if two else (word, j + 1)
            participle = participle and prep in ("by", "in", "at", "on", "under")
            j = begin
            continue
        if tag & (_PART | _ING) and j > begin and is_verb(view, j) and not tag & _AUX:
            out += _closed(prep, begin, j, participle)
            prep, begin, participle = "participle", j, True
        j += 1
    return [*out, *_closed(prep, begin, j, participle)]


def _closed(prep: str, begin: int, end: int, participle: bool) -> Iterator[Segment]:
    if begin < end and prep != "participle" and not participle:
        yield Segment(prep, begin, end)


def _ends_clause(view: View, j: int, start: int, high: int) -> bool:
    tag, word = view.tags[j], view.words[j]
    if tag & (_STOP | _COLON | _DASH):
        return True
    opens = word in grammar().openers and (j > start or _opens_that_clause(view, j))
    if opens or tag & _REL:
        return True
    if word in ("as", "since", "after", "before", "until") and j > start and _clause_follows(view, j + 1, high):
        return True
    if tag & (_AUX | _MODAL | _CONTRACTED) and not tag & _ING and word != "'s":
        return True
    if tag & _COMMA:
        return not _goes_on(view, j, high)
    if tag & _CO and j > start:
        return _clause_follows(view, j + 1, high) or _verb_follows(view, j + 1, high)
    return False


def _opens_that_clause(view: View, j: int) -> bool:
    """Say whether "that" opens a clause ("denied that the ship ...") and is no demonstrative ("that ship")."""
    after = view.tags[j + 1] if j + 1 < len(view) else 0
    return view.words[j] == "that" and bool(after & (_DET | _SUBJ | _POSS | _CAP))


def _goes_on(view: View, comma: int, high: int) -> bool:
    """Say whether a phrase goes on behind a comma: a list, a State behind its town, a year behind its day."""
    nxt = comma + 1
    if nxt >= high:
        return False
    tag = view.tags[nxt]
    if (tag & (_REL | _ING | _SUBJ | _SUB) and not tag & _DET) or view.words[nxt] in ("then", "while", "with"):
        return False
    if tag & _CO:
        return not (_clause_follows(view, nxt + 1, high) or _verb_follows(view, nxt + 1, high))
    if tag & _PREP:
        return True
    return not _clause_follows(view, nxt, high)


def _clause_follows(view: View, start: int, high: int) -> bool:
    """Say whether a new subject with its verb begins here, before any other mark."""
    for j in range(start, min(start + 12, high)):
        tag = view.tags[j]
        if tag & (_STOP | _COMMA | _COLON) or view.words[j] in grammar().openers or tag & _REL:
            return False
        if j > start and is_verb(view, j) and not tag & (_ING | _TO) and not view.tags[j - 1] & _TO:
            return bool(tag & (_AUX | _MODAL | _PAST | _S)) and not _reduced(view, j)
    return False


def _reduced(view: View, j: int) -> bool:
    """Say whether a participle only qualifies the noun before it: "weapons produced by ..."."""
    after = view.tags[j + 1] if j + 1 < len(view) else _STOP
    return bool(view.tags[j] & _PART) and not view.tags[j] & _AUX and bool(after & _PREP) and view.words[j + 1] == "by"


def _verb_follows(view: View, start: int, high: int) -> bool:
    """Say whether a second verb with the same subject follows: "bought coal and shipped it"."""
    j = start
    while j < high and (view.tags[j] & (_ADV | _NEG) or view.words[j] == "then"):
        j += 1
    return j < high and is_verb(view, j) and not view.tags[j] & _CAP
