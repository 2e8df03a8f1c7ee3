"""Whether an owner makes a company count as listed: each order counts its own way, and levels are never multiplied."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.conduct import Owner, Party
from resolute.law.ownership import OwnershipRule, listed

HALF = OwnershipRule(text="half or more, together", share=0.5, inclusive=True, aggregate=True)
MORE = OwnershipRule(text="more than half, each alone, or control", share=0.5, control=True)
NO_NUMBER = OwnershipRule(text="owned or controlled", control=True)


def company(*owners: Owner, by: tuple[str, ...] | None = ()) -> Party:
    return Party(designated_by=by, owned_by=owners)


def owner(share: float | None, *owners: Owner, by: tuple[str, ...] | None = (), controls: bool | None = False) -> Owner:
    return Owner(share=share, designated_by=by, owned_by=owners, controls=controls)


X = ("zz",)


@pytest.mark.parametrize(
    ("party", "rule", "counts"),
    [
        pytest.param(company(by=X), HALF, True, id="named on the list"),
        pytest.param(company(by=("yy",)), HALF, False, id="on another order's list"),
        pytest.param(company(by=None), HALF, None, id="nobody looked"),
        pytest.param(company(owner(0.5, by=X)), HALF, True, id="exactly half is enough where the order says so"),
        pytest.param(company(owner(0.5, by=X)), MORE, False, id="and is not where it wants more"),
        pytest.param(company(owner(0.25, by=X), owner(0.25, by=X)), HALF, True, id="two listed owners together"),
        pytest.param(company(owner(0.3, by=X), owner(0.3, by=X)), MORE, False, id="not together where each is alone"),
        pytest.param(company(owner(0.6, owner(0.8, by=X))), HALF, True, id="80 of A, A 60 of B: no multiplying"),
        pytest.param(
            company(owner(0.25, owner(0.25, by=X)), owner(0.25, by=X)), HALF, False, id="less than half adds nothing"
        ),
        pytest.param(company(owner(0.1, by=X, controls=True)), MORE, True, id="control where it is enough"),
        pytest.param(company(owner(0.1, by=X, controls=True)), HALF, False, id="control where it is not"),
        pytest.param(company(owner(0.1, by=X, controls=None)), MORE, None, id="control not known"),
        pytest.param(company(owner(None, by=X)), HALF, None, id="a stake of unknown size"),
        pytest.param(company(owner(0.6, by=None)), HALF, None, id="an owner nobody looked up"),
        pytest.param(company(owner(0.4, by=None)), HALF, False, id="an owner too small to matter, looked up or not"),
        pytest.param(company(owner(0.1, by=X)), NO_NUMBER, None, id="an order without a number leaves a stake open"),
        pytest.param(company(owner(0.1, by=X, controls=True)), NO_NUMBER, True, id="and takes control"),
        pytest.param(company(owner(0.9)), NO_NUMBER, False, id="owners on no list"),
    ],
)  # fmt: skip
def test_owners_are_counted_as_the_order_counts_them(party: Party, rule: OwnershipRule, counts: bool | None):
    assert listed(party, "zz", rule) is counts


SHARES = st.one_of(st.none(), st.floats(0, 1))
LISTS: Any = st.sampled_from([None, (), ("zz",)])
OWNERS = st.recursive(
    st.builds(owner, SHARES, by=LISTS, controls=st.sampled_from([None, True, False])),
    lambda inner: st.builds(
        lambda share, below, by: owner(share, *below, by=by), SHARES, st.lists(inner, max_size=3), LISTS
    ),
    max_leaves=6,
)
RULES = st.sampled_from([HALF, MORE, NO_NUMBER])


def settled(o: Owner, by: tuple[str, ...]) -> Owner:
    """Return an owner of whom everything is known, unknown listings answered with `by`."""
    return Owner(
        share=o.share if o.share is not None else 1.0 if by else 0.0,
        designated_by=by if o.designated_by is None else o.designated_by,
        owned_by=tuple(settled(x, by) for x in o.owned_by),
        controls=bool(by) if o.controls is None else o.controls,
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(OWNERS, max_size=3), RULES, st.sampled_from([(), ("zz",)]))
def test_what_is_sure_stays_so_once_the_rest_is_known(owners: list[Owner], rule: OwnershipRule, by: tuple[str, ...]):
    before = listed(company(*owners), "zz", rule)
    after = listed(company(*(settled(o, by) for o in owners)), "zz", rule)
    if before is not None and rule.share is not None:
        assert after is before
