"""Whether somebody counts as listed: by name, or because listed ones own or control him, as each order counts that.

An order's rule is data: `share` (the fraction that makes an owner), `inclusive` (exactly that share is enough),
`aggregate` (stakes of several listed owners are added), `control` (control alone is enough). Where an order names no
number, `share` is null: then a listed owner without control leaves it open.
"""

from __future__ import annotations

from dataclasses import dataclass

from resolute.ground.conduct import Owner, Party

__all__ = ["OwnershipRule", "listed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipRule:
    """How an order counts owners. `text` says it in words."""

    text: str
    share: float | None = None
    inclusive: bool = False
    aggregate: bool = False
    control: bool = False


def listed(party: Party | Owner, order: str, rule: OwnershipRule | None) -> bool | None:
    """Say whether the order lists a party or counts him with those it lists; None where that is not known.

    Levels are walked one by one and never multiplied: an owner counts with his whole stake if he is himself listed,
    or counted, and not at all otherwise.
    """
    if party.designated_by is not None and order in party.designated_by:
        return True
    by_name = None if party.designated_by is None else False
    if rule is None or not party.owned_by:
        return by_name
    by_owners = _owned(party.owned_by, order, rule)
    if by_owners is True:
        return True
    return None if by_name is None or by_owners is None else False


def _owned(owners: tuple[Owner, ...], order: str, rule: OwnershipRule) -> bool | None:
    """Say whether listed owners make a party theirs; None where a stake, a listing or control is not known."""
    stakes = [(listed(o, order, rule), o) for o in owners]
    stakes = [(counts, o) for counts, o in stakes if counts is not False]
    if rule.control and any(counts and o.controls for counts, o in stakes):
        return True
    if rule.share is None:
        return None if any(o.share != 0 for _, o in stakes) else False
    if rule.aggregate:
        known = sum(o.share or 0.0 for counts, o in stakes if counts)
        possible = sum(1.0 if o.share is None else o.share for _, o in stakes)
    else:
        known = max((o.share or 0.0 for counts, o in stakes if counts), default=0.0)
        possible = max((1.0 if o.share is None else o.share for _, o in stakes), default=0.0)
    if _enough(known, rule):
        return True
    may_control = rule.control and any(o.controls is not False for _, o in stakes)
    return None if may_control or _enough(possible, rule) else False


def _enough(share: float, rule: OwnershipRule) -> bool:
    limit = rule.share or 0.0
    return share >= limit - 1e-9 if rule.inclusive else share > limit + 1e-9
