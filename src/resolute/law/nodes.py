"""Conditions that are compiled: three-valued, and each able to say what it tested, what it found, what it misses.

A node holds (True), fails (False), or is not known (None), by Kleene's tables: an `all` with one failing part fails
whatever else is unknown; an `any` with one holding part holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from resolute.law.seen import Seen
from resolute.law.terms import TestResult

__all__ = ["All", "Always", "Any", "Leaf", "Named", "Node", "Not", "Said", "Telling", "Unless", "once_each"]

SILENCE = ["nobody says so"]

Holds = Callable[[Seen], bool | None]


class Telling:
    """What an explanation gathers: the tests, the questions that decide, and those that nobody raised."""

    __slots__ = ("also", "missing", "tests")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.tests: list[TestResult] = []
        self.missing: dict[str, str] = {}
        self.also: dict[str, str] = {}


class Node(Protocol):
    """A compiled condition."""

    holds: Holds

    def tell(self, seen: Seen, to: Telling) -> bool | None:
        """Add the tests that were made, and the questions that are open, and return whether it holds."""

    def found(self, seen: Seen) -> list[str]:
        """Return what was found by the tests that settle the answer, each once."""

    def asks(self, seen: Seen, missing: dict[str, str], also: dict[str, str]) -> None:
        """Add the questions whose answers would settle it; none where it is settled."""

    def label(self) -> str:
        """Return the test in words."""


class Leaf:
    """One test of one thing."""

    __slots__ = ("_find", "_label", "_questions", "_quiet", "acts", "goods", "holds")

    def __init__(
        self,
        holds: Holds,
        label: Callable[[], str],
        find: Callable[[Seen], str],
        questions: Callable[[Seen], dict[str, str]],
        *,
        quiet: bool = False,
        acts: frozenset[str] | None = None,
        goods: frozenset[str] | None = None,
    ) -> None:
        """Take the test, its words, what it finds in words, and the questions it asks where it is not known.

        A quiet test is one that every reader has made already, as of the act: it is told only under words of its own.
        `acts` are the acts a test of the act wants; `goods` marks a test of the goods, and names the facts it reads.
        """
        self.holds, self._label, self._find, self._questions, self._quiet = holds, label, find, questions, quiet
        self.acts, self.goods = acts, goods

    def tell(self, seen: Seen, to: Telling) -> bool | None:
        """Add the one test."""
        holds = self.holds(seen)
        if self._quiet:
            return holds
        to.tests.append(TestResult(test=self._label(), found=self._find(seen), holds=holds))
        if holds is None:
            to.missing.update(self._questions(seen))
        return holds

    def found(self, seen: Seen) -> list[str]:
        """Return what was found."""
        return [] if self._quiet else [self._find(seen)]

    def asks(self, seen: Seen, missing: dict[str, str], also: dict[str, str]) -> None:  # noqa: ARG002
        """Add the questions of this test where it is not known."""
        if self.holds(seen) is None:
            missing.update(self._questions(seen))

    def label(self) -> str:
        """Return the test in words."""
        return self._label()


class Always:
    """The empty condition: nothing is tested, and it holds."""

    __slots__ = ("holds",)

    def __init__(self) -> None:
        """Take nothing."""
        self.holds: Holds = lambda _: True

    def tell(self, seen: Seen, to: Telling) -> bool | None:  # noqa: ARG002
        """Add nothing."""
        return True

    def found(self, seen: Seen) -> list[str]:  # noqa: ARG002
        """Find nothing."""
        return []

    def asks(self, seen: Seen, missing: dict[str, str], also: dict[str, str]) -> None:
        """Ask nothing."""

    def label(self) -> str:
        """Return no words."""
        return ""


class All:
    """Every part must hold."""

    __slots__ = ("holds", "parts")

    def __init__(self, parts: tuple[Node, ...]) -> None:
        """Take the parts in the order in which a reader is told of them."""
        self.parts = parts
        tests = tuple(p.holds for p in parts)

        def holds(seen: Seen) -> bool | None:
            out: bool | None = True
            for test in tests:
                one = test(seen)
                if one is False:
                    return False
                if one is None:
                    out = None
            return out

        self.holds: Holds = holds

    def tell(self, seen: Seen, to: Telling) -> bool | None:
        """Tell each part; of a condition that fails, only the tests, for nothing is missing there."""
        holds = self.holds(seen)
        inner = to if holds is not False else Telling()
        for part in self.parts:
            part.tell(seen, inner)
        if inner is not to:
            to.tests += inner.tests
        return holds

    def found(self, seen: Seen) -> list[str]:
        """Return what the settling parts found; of a condition that fails, what the first failing part found."""
        holds = self.holds(seen)
        several = [p.found(seen) for p in self.parts if p.holds(seen) is holds]
        if holds is False:
            return next((found for found in several if found and found != SILENCE), SILENCE)
        return _once(several)

    def asks(self, seen: Seen, missing: dict[str, str], also: dict[str, str]) -> None:
        """Ask what the unknown parts ask. Where parts fail by silence alone, their questions are nobody's yet."""
        if self.holds(seen) is not False:
            for part in self.parts:
                part.asks(seen, missing, also)
            return
        silent: dict[str, str] = {}
        for part in self.parts:
            if part.holds(seen) is False:
                own: dict[str, str] = {}
                part.asks(seen, own, own)
                if not own:
                    return
                silent |= own
        also.update(silent)

    def label(self) -> str:
        """Return the tests of the parts."""
        return ", and ".join(p.label() for p in self.parts)


class Any:
    """One part must hold."""

    __slots__ = ("holds", "parts")

    def __init__(self, parts: tuple[Node, ...]) -> None:
        """Take the parts in the order in which they are tried."""
        self.parts = parts
        tests = tuple(p.holds for p in parts)

        def holds(seen: Seen) -> bool | None:
            out: bool | None = False
            for test in tests:
                one = test(seen)
                if one is True:
                    return True
                if one is None:
                    out = None
            return out

        self.holds: Holds = holds

    def tell(self, seen: Seen, to: Telling) -> bool | None:
        """Tell the part that settles it, or the one part that is left; else one test for all of them together."""
        live = [p for p in self.parts if p.holds(seen) is not False]
        if self.holds(seen):
            live = [p for p in live if p.holds(seen)][:1]
        return live[0].tell(seen, to) if len(live) == 1 else _tell_as_one(self, seen, to)

    def found(self, seen: Seen) -> list[str]:
        """Return what the first holding part found; where none holds, what the settling parts found."""
        holds = self.holds(seen)
        if holds:
            return next(p.found(seen) for p in self.parts if p.holds(seen))
        return _once(p.found(seen) for p in self.parts if p.holds(seen) is holds)

    def asks(self, seen: Seen, missing: dict[str, str], also: dict[str, str]) -> None:
        """Ask what the unknown parts ask, unless one part holds."""
        if not self.holds(seen):
            for part in self.parts:
                part.asks(seen, missing, also)

    def label(self) -> str:
        """Return the tests of the parts."""
        return ", or ".join(p.label() for p in self.parts)


class Not:
    """The part must not hold."""

    __slots__ = ("holds", "part")

    def __init__(self, part: Node) -> None:
        """Take the part."""
        self.part = part
        test = part.holds

        def holds(seen: Seen) -> bool | None:
            one = test(seen)
            return None if one is None else not one

        self.holds: Holds = holds

    def tell(self, seen: Seen, to: Telling) -> bool | None:
        """Add one test: not the part."""
        return _tell_as_one(self, seen, to)

    def found(self, seen: Seen) -> list[str]:
        """Return what the part found."""
        return self.part.found(seen)

    def asks(self, seen: Seen, missing: dict[str, str], also: dict[str, str]) -> None:
        """Ask what the part asks."""
        self.part.asks(seen, missing, also)

    def label(self) -> str:
        """Return the test of the part, turned."""
        return f"Not: {self.part.label()}"


class Said:
    """The part must be said: what nobody says does not hold, and its questions are set apart as nobody's yet.

    For what bites only on a ground (a State's determination, an approval), and for links that are not presumed.
    """

    __slots__ = ("holds", "part")

    def __init__(self, part: Node) -> None:
        """Take the part."""
        self.part = part
        test = part.holds
        self.holds: Holds = lambda seen: test(seen) is True

    def tell(self, seen: Seen, to: Telling) -> bool | None:
        """Add one test; open questions go to `also`."""
        return _tell_as_one(self, seen, to)

    def found(self, seen: Seen) -> list[str]:
        """Return what the part found."""
        return SILENCE if self.part.holds(seen) is None else self.part.found(seen)

    def asks(self, seen: Seen, missing: dict[str, str], also: dict[str, str]) -> None:  # noqa: ARG002
        """Ask what the part asks, as questions nobody raised."""
        self.part.asks(seen, also, also)

    def label(self) -> str:
        """Return the test of the part."""
        return self.part.label()


class Unless:
    """The part must not be said to hold: it fails only where somebody says so, and asks nothing."""

    __slots__ = ("holds", "part")

    def __init__(self, part: Node) -> None:
        """Take the part."""
        self.part = part
        test = part.holds
        self.holds: Holds = lambda seen: test(seen) is not True

    def tell(self, seen: Seen, to: Telling) -> bool | None:
        """Add a test only where it fails: an unlikely turn that nobody took is no news."""
        return True if self.holds(seen) else _tell_as_one(self, seen, to)

    def found(self, seen: Seen) -> list[str]:
        """Return what the part found, where it holds."""
        return [] if self.holds(seen) else self.part.found(seen)

    def asks(self, seen: Seen, missing: dict[str, str], also: dict[str, str]) -> None:
        """Ask nothing."""

    def label(self) -> str:
        """Return the test of the part, turned."""
        return f"Not: {self.part.label()}"


class Named:
    """A part with words of its own: one test for the reader, whatever it is made of."""

    __slots__ = ("_ask", "_say", "holds", "part")

    def __init__(self, part: Node, say: str, ask: str = "") -> None:
        """Take the part, the test in words, and the question in words where the usual one would not do."""
        self.part, self._say, self._ask = part, say, ask
        self.holds: Holds = part.holds

    def tell(self, seen: Seen, to: Telling) -> bool | None:
        """Add one test under the own words."""
        return _tell_as_one(self, seen, to)

    def found(self, seen: Seen) -> list[str]:
        """Return what the part found."""
        return self.part.found(seen)

    def asks(self, seen: Seen, missing: dict[str, str], also: dict[str, str]) -> None:
        """Ask what the part asks, in the own words where there are any."""
        if not self._ask:
            self.part.asks(seen, missing, also)
            return
        own: dict[str, str] = {}
        others: dict[str, str] = {}
        self.part.asks(seen, own, others)
        missing.update(dict.fromkeys(own, self._ask))
        also.update(dict.fromkeys(others, self._ask))

    def label(self) -> str:
        """Return the own words."""
        return self._say or self.part.label()


def once_each(node: Node) -> Node:
    """Return the node, made to test a conduct once however often it is asked; for nodes that conditions share."""
    test, key = node.holds, id(node)

    def holds(seen: Seen) -> bool | None:
        memo = seen.memo
        if key in memo:
            return memo[key]
        out = memo[key] = test(seen)
        return out

    node.holds = holds
    return node


def _tell_as_one(node: Node, seen: Seen, to: Telling) -> bool | None:
    holds = node.holds(seen)
    found = "; ".join(node.found(seen))
    to.tests.append(
        TestResult(test=node.label(), found=found or ("as described" if holds else "nobody says"), holds=holds)
    )
    node.asks(seen, to.missing, to.also)
    return holds


def _once(several: Iterable[list[str]]) -> list[str]:
    """Join what was found, each once; silence only where there is nothing else."""
    out: dict[str, None] = {}
    for found in several:
        out.update(dict.fromkeys(found))
    spoken = [words for words in out if words not in (*SILENCE, "nobody says")]
    return spoken or list(out)
