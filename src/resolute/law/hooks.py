"""Whether an order commands an actor: by which hook, or what would."""

from __future__ import annotations

from dataclasses import dataclass

from resolute.law.nodes import Node
from resolute.law.orders import CompiledOrder
from resolute.law.seen import Seen
from resolute.law.terms import Hook

__all__ = ["Bound", "bound_by"]


@dataclass(frozen=True, slots=True)
class Bound:
    """Whether somebody is bound: yes with the reason, no with what would bind, or not known with what would tell."""

    holds: bool | None
    why: str
    missing: dict[str, str]


NOT_KNOWN = "whether it is bound is not known"


def bound_by(hooks: tuple[tuple[Hook, Node], ...], seen: Seen) -> Bound:
    """Say whether one of the hooks holds; the first that does gives the reason.

    Currency and a parent's nationality are no hooks of any order: a base that used them would be wrong, not this.
    """
    open_hooks: list[Node] = []
    for hook, node in hooks:
        holds = node.holds(seen)
        if holds:
            return Bound(True, hook.why, {})
        if holds is None:
            open_hooks.append(node)
    if not open_hooks:
        return Bound(False, "", {})
    missing: dict[str, str] = {}
    also: dict[str, str] = {}
    for node in open_hooks:
        node.asks(seen, missing, also)
    return Bound(None, NOT_KNOWN, missing)


def would_bind(order: CompiledOrder) -> tuple[str, ...]:
    """Return what would make the order command somebody, each once."""
    return tuple(dict.fromkeys(hook.would for hook, _ in order.hooks if hook.would))
