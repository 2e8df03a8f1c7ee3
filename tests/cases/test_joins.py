"""Events of several articles: the same, a promise kept, alike, or unrelated, each with its reason."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.cases.joins import groups, relations
from resolute.cases.placed import PlacedEvent
from resolute.ground.conduct import Actor, Conduct, Good, Party, Vessel
from resolute.ground.origin import Span
from resolute.ground.quantity import Quantity
from resolute.ground.time import VagueDate
from resolute.news.terms import Event, Happening

COAL, DIESEL = Good(text="coal", hs="2701"), Good(text="diesel", hs="2710")


def told(
    letter, n, conduct=None, *, on=None, status="claimed", kind="conduct", states=(), happening=None, instrument=None
):
    event = Event(
        id=f"e{n}", kind=kind, status=status, spans=(Span(0, 4, "told"),), conduct=conduct, happening=happening
    )
    return PlacedEvent(
        letter=letter,
        document=f"sha256:{letter}",
        event=event,
        claims={},
        conduct=conduct,
        on=VagueDate(on) if on else None,
        on_how="",
        outside=False,
        sides=(),
        verdicts=(),
        lines=(),
        states=states,
        instrument=instrument,
    )


def shipped(letter, n, good, start, end, **more):
    on, vessel, quantity = more.pop("on", None), more.pop("vessel", None), more.pop("quantity", None)
    conduct = Conduct(
        act="supply",
        actor=Actor(kind="state", state=start),
        goods=(good,),
        from_=start,
        to=end,
        vessels=(vessel,) if vessel else (),
        quantity=quantity,
    )
    return told(letter, n, conduct, on=on, states=(start, end), **more)


def workers(letter, n, act, *, mode="does", status="claimed", on=None):
    worker = Party(role="worker", state="KP")
    mode = "plans" if status == "planned" else mode
    conduct = Conduct(act=act, mode=mode, actor=Actor(kind="state", state="RU"), parties=(worker,))
    return told(letter, n, conduct, on=on, status=status, states=("RU", "KP"))


def kinds(*events):
    return [(r.kind, r.a, r.b) for r in relations(events)]


def test_coal_out_and_fuel_in_are_unrelated_and_it_is_said_why():
    (r,) = relations([shipped("A", 1, COAL, "KP", "RU"), shipped("B", 1, DIESEL, "RU", "KP")])
    assert r.kind == "unrelated"
    assert r.why.text == (
        "opposite ways: from North Korea to Russia, and from Russia to North Korea; different goods: coal, and diesel"
    )


def test_alike_in_two_articles_is_similar_and_not_the_same():
    (r,) = relations([shipped("A", 1, COAL, "KP", "RU"), shipped("B", 1, COAL, "KP", "RU")])
    assert (r.kind, "no day, ship, place or number ties them" in r.why.text) == ("similar", True)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        pytest.param({"on": "2018-02-01"}, {"on": "2018-02-01"}, "same", id="one day"),
        pytest.param({"on": "2018-02"}, {"on": "2018-02"}, "similar", id="one month is no day"),
        pytest.param({"on": "2018-02"}, {"on": "2018-03"}, "similar", id="months that do not meet"),
        pytest.param(
            {"vessel": Vessel(name="ORLAN"), "on": "2018-02"},
            {"vessel": Vessel(name="ORLAN"), "on": "2018-02-11"},
            "same",
            id="one ship in days that meet",
        ),
        pytest.param(
            {"vessel": Vessel(name="ORLAN"), "on": "2018-02"},
            {"vessel": Vessel(name="ORLAN"), "on": "2018-05"},
            "similar",
            id="one ship on two voyages",
        ),
        pytest.param(
            {"quantity": Quantity(min=9, max=9, unit="vessel")},
            {"quantity": Quantity(min=9, max=9, unit="vessel")},
            "same",
            id="one number to one place",
        ),
    ],
)
def test_something_must_tie_two_events_to_one(a, b, kind):
    assert kinds(shipped("A", 1, COAL, "KP", "RU", **a), shipped("B", 1, COAL, "KP", "RU", **b)) == [
        (kind, "A.e1", "B.e1")
    ]


def test_a_claim_of_fulfilment_is_joined_to_the_promise_in_whatever_order_they_come():
    promise = workers("B", 1, "repatriate", status="planned", on="../2019-12-31")
    kept = workers("A", 1, "repatriate")
    assert kinds(promise, kept) == [("fulfils", "A.e1", "B.e1")]
    (r,) = relations([kept, promise])
    assert (r.kind, r.a, r.b) == ("fulfils", "A.e1", "B.e1")
    assert "by 2019-12-31" in r.why.text


def test_a_promise_by_another_state_is_not_fulfilled_by_this_one():
    promise = workers("B", 1, "repatriate", status="planned")
    other = Conduct(act="repatriate", actor=Actor(state="CN"), parties=(Party(role="worker", state="KP"),))
    assert kinds(promise, told("A", 1, other, states=("CN", "KP"))) == []


def test_those_who_stayed_keep_no_promise():
    promise = workers("B", 1, "repatriate", status="planned", on="../2019-12-31")
    stayed = workers("A", 1, "repatriate", mode="omits", status="admitted")
    assert "fulfils" not in [k for k, *_ in kinds(promise, stayed)]


def test_two_accounts_of_one_resolution_are_one_event():
    of_december = told("A", 1, kind="sanctions-imposed", happening=Happening(), states=("UN",), instrument="UNSCR-2397")
    by_day = told("B", 1, kind="sanctions-imposed", happening=Happening(), states=("UN",), instrument="UNSCR-2397")
    assert kinds(of_december, by_day) == [("same", "A.e1", "B.e1")]


def test_what_would_be_done_is_not_what_was_done():
    would = told("A", 1, kind="sanctions-imposed", status="conditional", happening=Happening(), states=("US",))
    was = told("A", 2, kind="sanctions-imposed", happening=Happening(), states=("US",))
    assert kinds(would, was) == []


def test_those_who_stayed_are_part_of_the_account_of_those_who_left():
    assert kinds(workers("A", 1, "repatriate"), workers("A", 2, "employ", mode="allows")) == [
        ("part-of", "A.e1", "A.e2")
    ]


def test_the_onward_leg_is_part_of_one_account_and_not_the_same_voyage():
    onward = shipped("A", 2, COAL, "RU", "KR")
    assert "same" not in [kind for kind, *_ in kinds(shipped("A", 1, COAL, "KP", "RU"), onward)]


def test_visits_of_different_days_are_alike():
    first = told("A", 1, kind="visit", happening=Happening(), on="2023-07-25/2023-07-27", states=("RU", "KP"))
    other = told("B", 1, kind="visit", happening=Happening(), on="2023-09-13", states=("RU", "KP"))
    assert kinds(first, other) == [("similar", "A.e1", "B.e1")]


def test_what_is_taken_for_granted_in_passing_is_joined_to_nothing():
    assert kinds(shipped("A", 1, COAL, "KP", "RU", status="presupposed"), shipped("B", 1, COAL, "KP", "RU")) == []


def test_groups_keep_the_order_of_the_case():
    events = [shipped("A", 1, COAL, "KP", "RU"), workers("A", 2, "repatriate"), shipped("B", 1, COAL, "KP", "RU")]
    found = relations(events)
    assert [[e.id for e in g] for g in groups(events, found, ("similar",))] == [["A.e1", "B.e1"], ["A.e2"]]


@st.composite
def cases(draw):
    out = []
    for n in range(draw(st.integers(0, 8))):
        letter = draw(st.sampled_from("ABC"))
        good = draw(st.sampled_from([COAL, DIESEL]))
        start, end = draw(st.sampled_from([("KP", "RU"), ("RU", "KP"), ("KP", "CN"), ("CN", "KP")]))
        on = draw(st.sampled_from([None, "2018-02", "2018-02-01", "2019"]))
        out.append(shipped(letter, n, good, start, end, on=on))
    return out


@given(cases())
@settings(deadline=None, max_examples=60)
def test_no_pair_is_related_twice_and_every_relation_says_why(events):
    found = relations(events)
    pairs = [frozenset((r.a, r.b)) for r in found]
    assert len(pairs) == len(set(pairs))
    assert all(len(p) == 2 for p in pairs)
    assert all(r.why.text for r in found)


@given(cases())
@settings(deadline=None, max_examples=60)
def test_an_article_more_changes_no_relation_of_the_others(events):
    ab = [e for e in events if e.letter in "AB"]
    inside = {e.id for e in ab}
    alone = {(r.kind, r.a, r.b) for r in relations(ab)}
    among = {(r.kind, r.a, r.b) for r in relations(events) if r.a in inside and r.b in inside}
    assert alone == among
