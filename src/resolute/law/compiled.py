"""A measure ready to be applied: its conditions compiled; carve-outs, windows and lifting exemptions as ways out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from resolute.ground.errors import FieldRefused
from resolute.ground.origin import Citation
from resolute.ground.time import Interval
from resolute.law.conditions import Lexicon, compile_condition
from resolute.law.nodes import Node
from resolute.law.terms import Carveout, Fact, Hook, Measure, OpenPoint, Proviso, ViaRule, Window

__all__ = ["CompiledMeasure", "Way", "compile_hooks", "compile_measure", "compile_via", "way_of_lift"]

Path = tuple[str | int, ...]
W = TypeVar("W", Hook, OpenPoint, ViaRule)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Way:
    """A way out of a measure: a carve-out, a window, an exemption of another paragraph, what makes a capped amount fit.

    `grounded` says that it asks for circumstances, and not only for a step; `general` that it lifts every measure.
    """

    id: str
    text: str
    by: str
    when: Node
    grounded: bool
    steps: tuple[Fact, ...]
    in_force: Interval
    confidence: str
    citation: Citation | None = None
    general: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CompiledMeasure:
    """A measure with its conditions compiled. `end` is the last day on which it is in force."""

    measure: Measure
    when: Node
    hooks: tuple[tuple[Hook, Node], ...]
    ways: tuple[Way, ...]
    within: Way | None
    cap_facts: tuple[Fact, ...]
    open_points: tuple[tuple[OpenPoint, Node], ...]
    via: tuple[tuple[ViaRule, Node], ...]


def _each(several: tuple[W, ...], lexicon: Lexicon, path: Path) -> tuple[tuple[W, Node], ...]:
    return tuple((one, compile_condition(one.when, lexicon, (*path, i, "when"))) for i, one in enumerate(several))


def compile_hooks(hooks: tuple[Hook, ...], lexicon: Lexicon, path: Path) -> tuple[tuple[Hook, Node], ...]:
    """Compile what makes an order command somebody."""
    return _each(hooks, lexicon, path)


def compile_via(rules: tuple[ViaRule, ...], lexicon: Lexicon, path: Path) -> tuple[tuple[ViaRule, Node], ...]:
    """Compile who else must refuse."""
    return _each(rules, lexicon, path)


def compile_measure(measure: Measure, lexicon: Lexicon, path: Path) -> CompiledMeasure:
    """Compile a measure. Raises FieldRefused with the path, below `path`, of the first thing that does not fit."""
    ways = [_carveout(c, measure, lexicon, (*path, "exceptions", i)) for i, c in enumerate(measure.exceptions)]
    ways += [_window(w, measure, lexicon, (*path, "windows", i)) for i, w in enumerate(measure.windows)]
    return CompiledMeasure(
        measure=measure,
        when=compile_condition(measure.when, lexicon, (*path, "when")),
        hooks=_each(measure.addressees, lexicon, (*path, "addressees")),
        ways=tuple(ways),
        within=_proviso(measure.within, lexicon, (*path, "within")) if measure.within else None,
        cap_facts=tuple(lexicon.fact(c.before, (*path, "caps", i, "before")) for i, c in enumerate(measure.caps)),
        open_points=_each(measure.unsettled, lexicon, (*path, "unsettled")),
        via=_each(measure.via, lexicon, (*path, "via")),
    )


def _steps(steps: tuple[str, ...], lexicon: Lexicon, path: Path) -> tuple[Fact, ...]:
    out = []
    for i, key in enumerate(steps):
        fact = lexicon.fact(key, (*path, "steps", i))
        if not fact.step or fact.type != "yes-no":
            raise FieldRefused((*path, "steps", i), f"is `{key}`, which is no step", "a yes-no fact that sets `step`")
        out.append(fact)
    return tuple(out)


BY = ("text", "notice", "approval")


def _by(by: str, steps: tuple[str, ...], path: Path) -> str:
    if by not in BY:
        raise FieldRefused((*path, "by"), f'is "{by}"', ", ".join(BY))
    if (by == "text") == bool(steps):
        wanted = "no steps, or `by: notice`" if steps else "the steps to be taken"
        raise FieldRefused((*path, "steps"), f"do not go with `by: {by}`", wanted)
    return by


def _carveout(c: Carveout, measure: Measure, lexicon: Lexicon, path: Path) -> Way:
    return Way(
        id=c.id,
        text=c.text,
        by=_by(c.by, c.steps, path),
        when=compile_condition(c.when, lexicon, (*path, "when")),
        grounded=bool(c.when),
        steps=_steps(c.steps, lexicon, path),
        in_force=c.in_force if c.in_force != Interval() else measure.in_force,
        confidence=c.confidence,
    )


def _window(w: Window, measure: Measure, lexicon: Lexicon, path: Path) -> Way:
    return Way(
        id=w.id,
        text=w.text,
        by="notice" if w.steps else "text",
        when=compile_condition(w.when, lexicon, (*path, "when")),
        grounded=bool(w.when),
        steps=_steps(w.steps, lexicon, path),
        in_force=Interval(w.start or measure.in_force.start, w.until),
        confidence=w.confidence,
    )


def _proviso(p: Proviso, lexicon: Lexicon, path: Path) -> Way:
    return Way(
        id="within the cap",
        text=p.text,
        by="notice",
        when=compile_condition(p.when, lexicon, (*path, "when")),
        grounded=bool(p.when),
        steps=_steps(p.steps, lexicon, path),
        in_force=Interval(),
        confidence=p.confidence,
    )


def way_of_lift(exemption: Measure, lexicon: Lexicon, path: Path) -> Way:
    """Return the way out that a measure of kind `exemption` opens in the measures it lifts."""
    return Way(
        id=exemption.id,
        text=exemption.title,
        by=_by(exemption.by, exemption.steps, path),
        when=compile_condition(exemption.when, lexicon, (*path, "when")),
        grounded=bool(exemption.when),
        steps=_steps(exemption.steps, lexicon, path),
        in_force=exemption.in_force,
        confidence=exemption.confidence,
        citation=exemption.citation,
        general="all" in exemption.lifts,
    )
