"""What a noun phrase stands for: an actor, a place, goods, people, an amount, each only as far as its words say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from resolute.ground.conduct import Actor, Good, Money, Party, Vessel
from resolute.ground.goods import GoodsMention
from resolute.ground.quantity import Quantity, QuantityMention, unit_kind
from resolute.ground.states import StateMention
from resolute.news.clause import Stretch, View, head_end, is_verb, subject_of
from resolute.news.frames import goods_of_class, grammar
from resolute.news.language import TAG
from resolute.news.named import PEOPLE, ClassMention, Named, inside

__all__ = ["PhraseReader", "Who", "money_of"]

_PREP, _CO, _COMMA, _DET, _NUM, _ADV, _PART, _ING = (
    TAG[n] for n in ("PREP", "CO", "COMMA", "DET", "NUM", "ADV", "PART", "ING")
)
_NAMES = frozenset({"name", "capital", "seat", "epithet"})
_WE = frozenset({"we", "our", "us", "ours", "we've", "we'll", "we're", "we'd"})
_BACK = frozenset(
    {"it", "they", "he", "she", "them", "its", "their", "it's", "they've", "he's", "she's", "it'll", "they'll"}
)
_BACK_TO_PEOPLE = frozenset({"the", "all", "these", "those", "them", "most", "some", "many", "remaining", "they"})
_BESIDE = 20  # characters from an adjective to its people: "North Korean migrant workers"
_POINTING = frozenset({"it", "them", "those", "they"})
_WHEN = frozenset({"last", "this", "next", "earlier", "later"})
# Actor kinds by class of noun, the surest first.
_KINDS = (
    ("bank", "bank"), ("insurer", "insurer"), ("university", "university"), ("company", "company"),
    ("vessel", "vessel"), ("aircraft", "aircraft"), ("hackers", "individual"), ("it-workers", "individual"),
    ("workers", "individual"),
    ("diplomats", "individual"), ("government", "state"), ("troops", "state"), ("authority", "state"),
    ("office-holder", "individual"), ("nationals", "individual"), ("students", "individual"), ("crew", "individual"),
    ("trainers", "individual"), ("police", "state"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Somebody or several who take part, as one phrase names them. `states` in the order of the words."""

    states: tuple[str, ...] = ()
    kind: str | None = None
    name: str | None = None
    names: tuple[tuple[str, str | None], ...] = ()
    place: str | None = None
    vessel: Vessel | None = None

    def actor(self) -> Actor:
        """Return the first of them as an actor."""
        flag = self.vessel.flag if self.vessel else None
        return Actor(
            kind=self.kind, name=self.name, state=self.states[0] if self.states else None, flag=flag, place=self.place
        )

    def others(self, role: str | None) -> list[Party]:
        """Return the States after the first as parties."""
        return [Party(role=role, kind=self.kind, state=s) for s in self.states[1:]]

    def parties(self, role: str | None) -> list[Party]:
        """Return all of them as parties in a role."""
        if not self.states:
            return [Party(role=role, kind=self.kind, name=self.name)] if self.name else []
        return [
            Party(
                role=role,
                kind=self.kind,
                name=self.name if i == 0 else None,
                state=s,
                place=self.place if i == 0 else None,
            )
            for i, s in enumerate(self.states)
        ]


class PhraseReader:
    """Reads the phrases of one sentence against what the whole text names.

    `speaker` is the State for which "we" speaks here, `before` what "it" and "they" take up.
    """

    __slots__ = ("before", "named", "speaker", "text", "view")

    def __init__(
        self, view: View, named: Named, text: str, speaker: tuple[str, ...] = (), before: Who | None = None
    ) -> None:
        """Keep the sentence, the names and the text."""
        self.view, self.named, self.text, self.speaker, self.before = view, named, text, speaker, before

    # --- pieces ------------------------------------------------------------------------------------------------

    def states(self, stretch: Stretch) -> list[StateMention]:
        """Return the States that a stretch names."""
        return inside(self.named.states, *self.view.offsets(stretch))

    def classes(self, stretch: Stretch) -> list[ClassMention]:
        """Return the nouns of a class in a stretch."""
        return inside(self.named.classes, *self.view.offsets(stretch))

    def head(self, stretch: Stretch) -> Stretch:
        """Return the head of a phrase, its prepositional ends left out."""
        end = max(head_end(self.view, stretch), stretch[0] + 1)
        while end - 1 > stretch[0] and (
            self.view.tags[end - 1] & (TAG["TIME"] | _ADV) or self.view.words[end - 1] in _WHEN
        ):
            end -= 1
        over = [m for m in self.states(stretch) if m.start < self.view.ends[end - 1] < m.end]
        return stretch[0], max([end, *(self.view.at(m.end - 1) + 1 for m in over)])  # "Council of the EU"

    # --- what a frame asks for ---------------------------------------------------------------------------------

    def fits(self, stretch: Stretch, classes: tuple[str, ...]) -> bool:
        """Say whether a phrase is one of what a frame asks for; see the head of `frames.yaml`."""
        return any(self._fits(stretch, name) for name in classes)

    def _fits(self, stretch: Stretch, name: str) -> bool:
        if name == "any":
            return True
        if name == "state":
            who = self.who(stretch)
            return bool(who.states) and who.kind == "state"
        if name == "nationals-of":
            return bool(self.people(stretch))
        if name == "named":
            head = self.view.offsets(self.head(stretch))
            return bool(inside(self.named.companies, *head) or inside(self.named.persons, *head))
        if name == "number":
            found = self.amount(stretch)
            return found is not None and found.end >= self.view.offsets(stretch)[1] - 2
        if name == "funds" and self.money(stretch) is not None:
            return True
        if name == "vessel" and any(s.name for s in inside(self.named.ships, *self.view.offsets(self.head(stretch)))):
            return True
        if name.startswith("goods"):
            return bool(self.goods(stretch, (name,)))
        if name == "office-holder":
            persons = inside(self.named.persons, *self.view.offsets(self.head(stretch)))
            if any(p.entity.kind == "person" and p.entity.state for p in persons):
                return True
        return self.class_in(stretch, name) is not None

    def is_time(self, stretch: Stretch) -> bool:
        """Say whether a phrase only says when: "last week", "Tuesday"."""
        when = TAG["TIME"] | _ADV | _NUM | _COMMA | _CO
        return all(self.view.tags[j] & when or self.view.words[j] in _WHEN for j in range(*stretch))

    def is_pronoun(self, stretch: Stretch) -> bool:
        """Say whether a phrase only points back to goods, ships or people: "it", "900 tonnes of it"."""
        last = self.view.words[stretch[1] - 1]
        return last in _POINTING and (stretch[1] - stretch[0] == 1 or self.view.words[stretch[1] - 2] == "of")

    # --- who ---------------------------------------------------------------------------------------------------

    def who(self, stretch: Stretch) -> Who:
        """Return who a phrase names: its States, the kind of actor, names; empty where it names nobody known."""
        first = self.view.words[stretch[0]]
        if first in _WE and stretch[1] - stretch[0] <= 2:
            return Who(states=self.speaker, kind="state" if self.speaker else None)
        if first in _BACK and stretch[1] - stretch[0] == 1:
            return self._taken_up(stretch[0])
        head = self.head(stretch)
        if first in ("his", "her", "my", "our") and self.class_in(head, "country"):
            return Who(states=self.speaker, kind="state" if self.speaker else None)
        states = self._of_the_head(head)
        kind, name = self._kind(head, states)
        rest = (head[1], stretch[1]) if head[1] < stretch[1] else None
        if not states and rest is not None and self._qualifies(rest):
            states = [m.code for m in self.states(rest)] or [p[:2] for p in self.place(rest)[:1] if p[:2] != "XZ"]
        if not states and first in ("its", "their") and self.before:
            states = list(self.before.states)
        if not states and first == "our":
            states = list(self.speaker)
        return Who(
            states=tuple(dict.fromkeys(states)), kind=kind, name=name, place=self._place_of(stretch, states),
            vessel=self.vessel(stretch) if kind == "vessel" else None,
        )  # fmt: skip

    def _qualifies(self, rest: Stretch) -> bool:
        """Say whether what follows a head says whose it is: "of", "in" somewhere, or an aside without a verb."""
        first = self.view.words[rest[0]]
        if any(is_verb(self.view, j) for j in range(*rest)):
            return False
        return first in ("of", "in", "from", "at", "near") or bool(self.view.tags[rest[0]] & (_COMMA | TAG["DASH"]))

    def _taken_up(self, at: int) -> Who:
        """Return who "it" and "they" are: the subject of the sentence's main clause, or of the sentence before."""
        verb = next((j for j in range(1, at) if is_verb(self.view, j)), None)
        if verb is not None and self.view.words[0] not in _BACK | _WE:
            main = self.who(subject_of(self.view, verb) or (0, verb))
            since = [
                m.code for m in self.states((verb, at)) if m.form in _NAMES and m.code not in (*main.states, "UN", "EU")
            ]
            return Who() if since else main  # "Tokyo warned Seoul that it ...": either may be meant
        return self.before or Who()

    def _of_the_head(self, head: Stretch) -> list[str]:
        found = [m.code for m in self.states(head)]
        persons = inside(self.named.persons, *self.view.offsets(head))
        if not found:
            found = [s for p in persons for s in p.entity.state]
        return found

    def _kind(self, head: Stretch, states: list[str]) -> tuple[str | None, str | None]:
        start, end = self.view.offsets(head)
        companies = inside(self.named.companies, start, end)
        if companies:
            name = companies[0].name
            return ("bank" if "Bank" in name else "company"), name
        persons = [p for p in inside(self.named.persons, start, end) if p.entity.kind == "person"]
        if persons:
            return "individual", persons[0].entity.name
        found = {c for m in self.classes(head) for c in m.classes}
        kind = next((kind for name, kind in _KINDS if name in found), None)
        named = [m for m in self.states(head) if m.form in _NAMES]
        last = self.view.ends[head[1] - 1]
        if named and (kind is None or named[-1].end >= last - 2):
            rest = self.view.ends[head[1] - 1] - named[-1].end
            return ("state" if rest <= 2 or len(states) > 1 else kind), None
        return kind, None

    def _place_of(self, stretch: Stretch, states: list[str]) -> str | None:
        start, end = self.view.offsets(stretch)
        found = [p.place for p in inside(self.named.places, start, end) if p.place.kind in ("port", "border", "site")]
        return found[0].code if found and (not states or found[0].state in states) else None

    # --- where -------------------------------------------------------------------------------------------------

    def place(self, stretch: Stretch) -> tuple[str, ...]:
        """Return the places a phrase names, each once: a port or town where the table has it, else the State."""
        start, end = self.view.offsets(stretch)
        found: list[str] = []
        places = inside(self.named.places, start, end)
        own = next((j for j in range(*stretch) if self.view.words[j] in ("its", "their")), None)
        if own is not None and not places and not self.states(stretch):
            return self._taken_up(own).states[:1]  # "at its ports"
        named = [(p.start, p.end, p.place.code) for p in places]
        for m in self.states(stretch):
            told = any(p.place.state == m.code or p.start <= m.start < p.end for p in places)
            named += [] if told else [(m.start, m.end, m.code)]
        for _, _, code in sorted(named):
            if code not in found:
                found.append(code)
        return tuple(found)

    def recipient(self, stretch: Stretch) -> bool:
        """Say whether a phrase names a State itself or a person, not a port, a coast or a front in it."""
        head = self.head(stretch)
        named = [m for m in self.states(head) if m.form in _NAMES]
        if named and self.view.ends[head[1] - 1] - named[-1].end <= 2:
            return True
        if self.vessel(stretch) is not None:
            return True
        kind, _ = self._kind(head, [])
        return kind in ("state", "company", "bank", "individual", "university", "vessel")

    # --- what --------------------------------------------------------------------------------------------------

    def goods(self, stretch: Stretch, wanted: tuple[str, ...] = ("goods",)) -> list[GoodsMention]:
        """Return the goods that a phrase is about: as its head, or behind a measure, or before a word for dealing."""
        start, end = self.view.offsets(stretch)
        out = []
        for m in inside(self.named.goods, start, end):
            if any(goods_of_class(w, m.goods) for w in wanted) and self._is_head(stretch, m.start, m.end):
                out.append(m)
        return out

    def _is_head(self, stretch: Stretch, start: int, end: int) -> bool:
        """Say whether words are the thing the phrase is about: "coal", "tonnes of coal", not "coal mine"."""
        view, words = self.view, grammar()
        first, last = view.at(start), view.at(end - 1)
        nxt = last + 1
        if nxt < stretch[1] and not self._noun_ends(nxt) and view.words[nxt] not in words.dealt:
            more = inside(self.named.goods, view.starts[nxt], view.ends[stretch[1] - 1])
            if not more or more[0].start > view.starts[nxt]:
                return False
        of = next((j for j in range(first - 1, stretch[0] - 1, -1) if view.words[j] == "of"), None)
        if of is not None and of > stretch[0]:
            return view.words[of - 1] in words.measures or bool(view.tags[of - 1] & _NUM) or _counts(view.words[of - 1])
        return not any(view.tags[j] & _PREP and view.words[j] != "of" for j in range(stretch[0] + 1, first))

    def _noun_ends(self, at: int) -> bool:
        """Say whether a word begins something new, so that the noun before it is the last of its phrase."""
        new = _PREP | _CO | _COMMA | _DET | _NUM | _ADV | _PART | _ING | TAG["TIME"]
        return bool(self.view.tags[at] & new) or self.view.words[at] in _WHEN

    def class_in(self, stretch: Stretch, name: str) -> ClassMention | None:
        """Return the noun of a class that is the head of a phrase, or stands behind "of" after a measure."""
        return next(
            (m for m in self.classes(stretch) if name in m.classes and self._is_class_head(stretch, m)),
            None,
        )

    def _is_class_head(self, stretch: Stretch, m: ClassMention) -> bool:
        view, words = self.view, grammar()
        first, last = view.at(m.start), view.at(m.end - 1)
        if last + 1 < stretch[1]:
            nxt, tag = view.words[last + 1], view.tags[last + 1]
            if view.words[last].endswith(("'s", "s'")) or nxt == "'s":
                return False
            other = inside(self.named.classes, view.starts[last + 1], view.ends[last + 1])
            double = bool(other) and bool(PEOPLE & set(m.classes))  # "gave the citizens permits"
            if not self._noun_ends(last + 1) and not double and not tag & TAG["CAP"]:
                return nxt in words.second_objects
        of = next((j for j in range(first - 1, stretch[0] - 1, -1) if view.words[j] == "of"), None)
        if of is not None and of > stretch[0]:
            return view.words[of - 1] in words.measures | words.quantifiers or bool(view.tags[of - 1] & _NUM)
        return not any(view.tags[j] & _PREP and view.words[j] != "of" for j in range(stretch[0] + 1, first))

    def people(self, stretch: Stretch) -> tuple[str, ...] | None:
        """Return the State whose people a phrase names, empty where it names no State; None for no people."""
        demonyms = [m.code for m in self.states(stretch) if m.form == "demonym"]
        if demonyms:
            return (demonyms[0],)
        noun = next(
            (m for m in self.classes(stretch) if PEOPLE & set(m.classes) and self._is_class_head(stretch, m)), None
        )
        if noun is None:
            return None
        before = [m.code for m in self.states(stretch) if m.end <= noun.start and m.form == "adjective"]
        if before:
            return (before[-1],)
        after = self._behind(noun.end, "from")
        return (after,) if after else ()

    def people_within(self, stretch: Stretch) -> str | None:
        """Return the State whose people stand anywhere in a phrase, as those for whom something is done."""
        for m in self.states(stretch):
            if m.form == "demonym":
                return m.code
            if m.form == "adjective" and any(
                PEOPLE & set(n.classes) and m.end <= n.start <= m.end + _BESIDE for n in self.classes(stretch)
            ):
                return m.code
        return None

    def people_before(self, stretch: Stretch) -> str | None:
        """Return the State whose people the text named last before a phrase such as "the workers"."""
        first = self.view.words[stretch[0]]
        start = self.view.offsets(stretch)[0]
        if first not in _BACK_TO_PEOPLE and self.amount(stretch) is None:
            return None
        before = [m for m in self.named.people if m.end <= start]
        return before[-1].code if before else None

    def country_before(self, offset: int, but: str | None) -> str | None:
        """Return the State that "the country" takes up: the last one named as such before, another than `but`."""
        found = [m.code for m in self.named.states if m.end <= offset and m.form in _NAMES and m.code != but]
        return found[-1] if found else None

    def _behind(self, offset: int, prep: str) -> str | None:
        """Return the State behind a preposition that follows directly: "citizens from the rogue state"."""
        at = self.view.at(offset)
        if at + 1 < len(self.view) and self.view.words[at] == prep:
            found = self.states((at + 1, min(at + 5, len(self.view))))
            return found[0].code if found else None
        return None

    def origin(self, found: GoodsMention) -> str | None:
        """Return the State whose adjective stands directly before goods: "North Korean coal"."""
        for m in self.named.states:
            gap = self.view.at(found.start) - self.view.at(m.end - 1)
            if m.form == "adjective" and m.end <= found.start and 1 <= gap <= 2 and found.start - m.end < 20:
                between = self.view.words[self.view.at(m.end - 1) + 1 : self.view.at(found.start)]
                if not any(w in ("and", "or", "of") for w in between):
                    return m.code
        return None

    def good(self, m: GoodsMention) -> Good:
        """Return the good as written, with its heading where the words settle one."""
        return Good(text=self.text[m.start : m.end], hs=m.goods.headings[0] if len(m.goods.headings) == 1 else None)

    def indirect(self, obj: Stretch) -> Who | None:
        """Return who is given something: "handed Russia shells", "gave the North Korean leader a car"."""
        found = self.goods(obj)
        if not found:
            return None
        first = self.view.at(found[0].start)
        amount = self.amount(obj)
        first = min(first, self.view.at(amount.start)) if amount is not None else first
        named = self.states((obj[0], first)) if obj[0] < first else []
        if not named or any(self.view.tags[j] & _PREP for j in range(obj[0], first)):
            return None
        end = self.view.at(named[-1].end - 1) + 1
        nouns = [m for m in self.classes((obj[0], first)) if m.start >= named[-1].end]
        if named[-1].form not in _NAMES and not nouns:
            return None  # "the North Korean coal": the State of the goods, and nobody who is given them
        return self.who((obj[0], self.view.at(nouns[-1].end - 1) + 1 if nouns else end))

    def amount(self, stretch: Stretch) -> QuantityMention | None:
        """Return the first amount in a stretch that is no share and no sum of money."""
        for m in inside(self.named.quantities, *self.view.offsets(stretch)):
            if m.quantity.unit != "percent" and not _is_money(m.quantity):
                return m
        return None

    def money(self, stretch: Stretch) -> QuantityMention | None:
        """Return the first sum of money in a stretch."""
        return next(
            (m for m in inside(self.named.quantities, *self.view.offsets(stretch)) if _is_money(m.quantity)), None
        )

    def vessel(self, stretch: Stretch) -> Vessel | None:
        """Return the ship or aircraft that a phrase names, with what it says of it; None where it names none."""
        kind = next((k for k in ("vessel", "aircraft") if self.class_in(stretch, k)), None)
        start, end = self.view.offsets(stretch)
        ships = inside(self.named.ships, start, end)
        if kind is None and not any(s.name for s in ships):
            return None
        out = Vessel(kind=kind or "vessel")
        for s in ships:
            out = replace(out, name=out.name or s.name, imo=out.imo or s.imo, flag=out.flag or s.flag)
        return out


def money_of(q: Quantity) -> Money | None:
    """Return a sum that the words give exactly; None where they leave a bound open."""
    if q.min is None or q.min != q.max or q.unit is None:
        return None
    return Money(amount=q.min, currency=q.unit)


def _is_money(q: Quantity) -> bool:
    return q.unit is not None and len(q.unit) == 3 and q.unit.isupper() and unit_kind(q.unit) == q.unit


def _counts(word: str) -> bool:
    return word in grammar().quantifiers or word.isdigit()
