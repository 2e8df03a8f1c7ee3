"""Which measures can catch a conduct at all: by its act, and by its goods.

An index only leaves out what cannot hold. Most measures are about goods, so most are left out by the goods alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from resolute.ground.conduct import Conduct, FactValue, Good
from resolute.law.compiled import CompiledMeasure
from resolute.law.nodes import All, Any, Leaf, Named, Node, Said
from resolute.law.seen import Seen

__all__ = ["Select", "selector"]

Select = Callable[[Seen], tuple[CompiledMeasure, ...]]


def selector(measures: Iterable[CompiledMeasure]) -> Select:
    """Return a function from a conduct to the measures that may catch it, in the order of the base."""
    several = tuple(measures)

    @cache
    def looking_at(act: str) -> tuple[tuple[tuple[CompiledMeasure, tuple[Leaf, ...] | None], ...], frozenset[str]]:
        """Return the measures that look at an act, with the tests of goods they need, and the facts these read."""
        with_act = [cm for cm in several if act in cm.measure.acts or act in cm.measure.omitting]
        rows = tuple((cm, needs(cm.when, act)) for cm in with_act)
        return rows, frozenset(f for _, leaves in rows for leaf in leaves or () for f in leaf.goods or ())

    @lru_cache(maxsize=16384)
    def by_goods(
        act: str, goods: tuple[Good, ...], facts: tuple[tuple[str, FactValue], ...]
    ) -> tuple[CompiledMeasure, ...]:
        seen = Seen(Conduct(act=act, goods=goods, facts=dict(facts)))
        rows, _ = looking_at(act)
        return tuple(cm for cm, leaves in rows if leaves is None or any(lf.holds(seen) is not False for lf in leaves))

    def select(seen: Seen) -> tuple[CompiledMeasure, ...]:
        _, reads = looking_at(seen.act)
        facts = tuple([(k, v) for k, v in seen.facts.items() if k in reads]) if seen.facts else ()
        return by_goods(seen.act, seen.conduct.goods, facts)

    return select


def needs(node: Node, act: str) -> tuple[Leaf, ...] | None:
    """Return tests of goods of which one must not fail for the condition to hold; None where goods are free."""
    if isinstance(node, Leaf):
        return (node,) if node.goods is not None else None
    if isinstance(node, (Named, Said)):
        return needs(node.part, act)
    if isinstance(node, All):
        return next((found for part in node.parts if (found := needs(part, act)) is not None), None)
    if isinstance(node, Any):
        live = [part for part in node.parts if not _fails_by_act(part, act)]
        several = [needs(part, act) for part in live]
        if not several or any(found is None for found in several):
            return None
        return tuple(leaf for found in several for leaf in found or ())
    return None


def _fails_by_act(node: Node, act: str) -> bool:
    if isinstance(node, Leaf):
        return node.acts is not None and act not in node.acts
    if isinstance(node, (Named, Said)):
        return _fails_by_act(node.part, act)
    if isinstance(node, All):
        return any(_fails_by_act(part, act) for part in node.parts)
    if isinstance(node, Any):
        return all(_fails_by_act(part, act) for part in node.parts)
    return False
