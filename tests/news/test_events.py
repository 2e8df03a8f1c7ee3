"""Acts and happenings a text tells: who did what, whose words that is, and above all where there is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.heard import reading
from resolute.ground.forms import to_json
from resolute.news.frames import load_frames

FRAMES = load_frames().every


def events(text):
    return reading(text).events


def act(event):
    return event.conduct.act if event.conduct else event.kind


def only(text):
    found = events(text)
    assert len(found) == 1, [(act(e), e.status, [s.text for s in e.spans]) for e in found]
    return found[0]


def conduct(text):
    return to_json(only(text).conduct)


# --- the frames themselves ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.name)
def test_each_frame_tells_its_own_example(frame):
    wanted = {frame.act, frame.happening} - {None}
    assert act(only(frame.example)) in wanted


@pytest.mark.parametrize("text", [pytest.param(c, id=f"{f.name}: {c}") for f in FRAMES for c in f.counter])
def test_what_only_looks_like_an_act_is_none(text):
    assert events(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Korean firm shipped jobs abroad.",
        "The speech fuelled fears in Moscow.",
        "The ministry in Seoul launched a website.",
        "The Russian coach trained his eye on the cup.",
        "Japan's film stole the show in Busan.",
        "Beijing delivered on its promise of oil.",
        "China exports deflation to the world.",
        "The Chinese envoy tabled a motion and fired a warning shot.",
        "Gold hit a record in Tokyo, and coal stocks fell in Beijing.",
        "A British baker opened a branch in Seoul.",
        "Has Russia sold jets to North Korea?",
        "The United States urged China to repatriate North Korean workers.",
        "Countries are barred from importing textiles from North Korea.",
        "All states were ordered to repatriate North Korean workers.",
        "Russia must stop buying weapons from North Korea.",
        "With each nuclear test, the Council tightened sanctions on North Korea.",
        "The Security Council banned exports of coal from North Korea in 2017.",
        "They discussed the shipments.",
        "The ban on coal exports to China is old.",
        "Russian coal is exempt if it is transhipped through Rajin.",
    ],
)
def test_metaphors_duties_bans_and_questions_are_no_events(text):
    assert events(text) == ()


# --- who, what, whence, whither ----------------------------------------------------------------------------------


def test_coal_out_of_north_korea_is_supplied_by_it():
    assert conduct("North Korea has shipped coal to Russian ports on at least three occasions.") == {
        "act": "supply",
        "actor": {"kind": "state", "state": "KP"},
        "goods": [{"text": "coal", "hs": "2701"}],
        "quantity": {"min": 3, "unit": "occasion"},
        "from": "KP",
        "to": "RU",
    }


def test_the_same_coal_is_bought_by_the_other_side():
    assert conduct("A Chinese company bought 5,000 tonnes of North Korean coal in March 2019.") == {
        "act": "procure",
        "actor": {"kind": "company", "state": "CN"},
        "on": "2019-03",
        "goods": [{"text": "coal", "hs": "2701"}],
        "quantity": {"min": 5000, "max": 5000, "unit": "t"},
        "origin": "KP",
    }


def test_a_port_is_a_place_and_a_state_that_is_given_arms_receives_them():
    text = "The freighter carried coal from Nampo to Cam Pha."
    assert [conduct(text)[k] for k in ("act", "from", "to")] == ["carry", "KPNAM", "VNCPH"]
    parties = conduct("Pyongyang has provided weapons to Moscow for use in the war.")["parties"]
    assert parties == [{"role": "consignee", "kind": "state", "state": "RU"}]


def test_a_gift_may_stand_before_the_goods():
    found = conduct("North Korea handed Russia 2,000 artillery shells.")
    assert (found["from"], found["to"]) == ("KP", "RU")
    assert found["parties"] == [{"role": "consignee", "kind": "state", "state": "RU"}]


def test_several_who_act_are_one_event():
    found = conduct("The US, South Korea and Japan are supplying weapons to Ukraine.")
    assert found["actor"] == {"state": "US", "kind": "state"}
    assert [(p["role"], p["state"]) for p in found["parties"] if p["role"] == "consignor"] == [
        ("consignor", "KR"),
        ("consignor", "JP"),
    ]


def test_the_passive_names_the_actor_behind_by():
    found = conduct("North Korean coal was bought by a Russian company in 2018.")
    assert (found["act"], found["actor"], found["origin"]) == ("procure", {"kind": "company", "state": "RU"}, "KP")


def test_a_ship_has_its_flag_and_its_name():
    found = conduct("The Togo-flagged tanker Orlan 3 transferred diesel to a North Korean ship in the East China Sea.")
    assert found["act"] == "ship-to-ship"
    assert found["vessels"] == [{"name": "Orlan 3", "kind": "vessel", "flag": "TG"}]


def test_people_sent_home_go_to_their_own_state():
    found = conduct("Qatar repatriated about 500 North Korean workers in 2019.")
    assert (found["from"], found["to"]) == ("QA", "KP")
    assert found["quantity"] == {"min": 500, "max": 500, "unit": "person", "approximate": True}
    assert found["parties"] == [{"role": "worker", "kind": "individual", "state": "KP"}]


def test_it_takes_up_the_goods_of_the_act_before():
    found = events("Moscow bought North Korean coal and shipped it to Japan.")
    assert [(act(e), [g.text for g in e.conduct.goods], e.conduct.to) for e in found] == [
        ("procure", ["coal"], "RU"),
        ("supply", ["coal"], "JP"),
    ]


def test_a_sum_of_money_is_a_value_and_no_quantity():
    found = conduct("North Korean hackers stole $90 million in cryptocurrency.")
    assert found["value"] == {"amount": 90000000, "currency": "USD"}
    assert "quantity" not in found


def test_help_to_evade_is_told_of_the_helper():
    found = conduct("China helped North Korea evade sanctions.")
    assert (found["act"], found["actor"]["state"]) == ("facilitate", "CN")
    assert found["parties"] == [{"role": "beneficiary", "kind": "state", "state": "KP"}]


def test_an_ambiguous_pronoun_names_nobody():
    found = events("Tokyo warned Seoul that it would test a nuclear device.")
    assert all(e.conduct is None or e.conduct.actor.state is None for e in found)


# --- how the text puts it ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "status", "mode"),
    [
        ("Russia bought North Korean coal.", "narrated", "does"),
        ("Ana Sato said Russia bought North Korean coal.", "claimed", "does"),
        ("Russia reportedly bought North Korean coal.", "claimed", "does"),
        ("Russia will buy North Korean coal.", "planned", "plans"),
        ("Russia plans to buy North Korean coal.", "planned", "plans"),
        ("Russia would buy North Korean coal if the price fell.", "conditional", "plans"),
        ("Russia could buy North Korean coal.", "hypothetical", "does"),
        ("Russia will not buy North Korean coal.", "refused", "refuses"),
        ("Russia stopped buying North Korean coal.", "presupposed", "does"),
        ("Russia failed to repatriate North Korean workers.", "narrated", "omits"),
        ("Russia continued to buy North Korean coal.", "narrated", "does"),
        ("Moscow was accused of buying North Korean coal.", "claimed", "does"),
    ],
)
def test_an_event_stands_as_the_text_puts_it(text, status, mode):
    found = only(text)
    assert (found.status, found.conduct.mode, found.negated) == (status, mode, False)


def test_a_denial_denies_and_asserts_nothing():
    found = only("Ana Sato denied that Russia bought North Korean coal.")
    assert found.negated
    assert (len(found.asserted_by), len(found.denied_by)) == (0, 1)


def test_no_before_the_object_counts_as_not():
    assert only("China bought no coal from North Korea in April 2018.").negated


def test_a_refused_request_is_a_refusal_that_happened():
    words = "“The ministry in Moscow had rejected all requests to give North Korean citizens work permits,”"
    found = only(words + " reports Reuters.")
    assert (act(found), found.status, found.conduct.mode) == ("employ", "claimed", "refuses")


def test_words_inside_a_claim_are_dated_by_that_claim_alone():
    found = only("In October 2023, Ana Sato said that North Korea provided munitions to Russia.")
    assert found.conduct.on is None
    assert (
        only("Ana Sato said that North Korea provided munitions to Russia in October 2023.").conduct.on.edtf
        == "2023-10"
    )


def test_since_points_back_to_the_law_told_before():
    text = (
        "The Security Council banned all exports of coal from North Korea in August.\n\n"
        "But spies say the secretive state has since shipped coal to Russian ports."
    )
    read = reading(text)
    (found,) = [e for e in read.events if e.conduct]
    law = next(m for m in read.mentions if m.about == ("coal",))
    assert (found.dated.edtf, found.dated.anchor) == (None, law.id)


# --- one event or two --------------------------------------------------------------------------------------------


def test_what_is_told_and_what_is_claimed_stay_apart():
    text = "Russia bought North Korean coal in 2018.\n\nAna Sato said Russia bought North Korean coal."
    assert sorted(e.status for e in events(text)) == ["claimed", "narrated"]


def test_two_claims_of_one_act_are_one_event():
    found = only("Ana Sato said Russia bought North Korean coal.\n\nJo Holm said Russia bought coal from North Korea.")
    assert len(found.asserted_by) == 2


def test_another_number_or_another_good_is_another_event():
    text = (
        "Ana Sato said Russia bought 500 tonnes of North Korean coal.\n\nJo Holm said Russia bought 900 tonnes of it."
    )
    assert len(events(text)) == 2
    assert len(events("China supplied North Korea with oil. China supplied North Korea with weapons.")) == 2


def test_details_are_those_of_one_assertion():
    found = only(
        "Ana Sato said Russia bought North Korean coal in 2018.\n\nJo Holm said Russia bought coal from Rajin."
    )
    assert found.conduct.on is None or found.conduct.from_ is None


# --- answers -----------------------------------------------------------------------------------------------------

ACCUSED = "Ana Sato said North Korea provided munitions to Russia.\n\n"


@pytest.mark.parametrize(
    "answer",
    [
        "Moscow has rejected the allegations.",
        "Kremlin spokesman Jo Holm dismissed Sato’s accusations as “unfounded”.",
        "In response, Kremlin spokesman Jo Holm insisted Russia abided by international law.",
    ],
)
def test_an_answer_denies_what_it_points_back_to(answer):
    read = reading(ACCUSED + answer)
    (found,) = read.events
    denier = read.claims[-1]
    assert found.denied_by == (denier.id,)
    assert denier.events == (found.id,)


@pytest.mark.parametrize(
    "answer",
    [
        "Kremlin spokesman Jo Holm insisted Russia abided by international law.",
        "Tokyo has rejected the allegations.",
        "In response, Kremlin spokesman Jo Holm said the weather was fine.",
    ],
)
def test_general_words_that_answer_nobody_deny_nothing(answer):
    (found,) = reading(ACCUSED + answer).events
    assert found.denied_by == ()


# --- the record --------------------------------------------------------------------------------------------------

STORY = (
    "North Korea shipped coal to Russia in 2018. Ana Sato said Moscow bought weapons from Pyongyang. "
    "Qatar repatriated 40 North Korean workers."
)


def test_ids_do_not_change_when_text_is_put_before():
    assert [e.id for e in events(STORY)] == [e.id for e in events("Some other words stand here first. " + STORY)]


def test_the_same_text_gives_the_same_events():
    assert to_json(events(STORY)) == to_json(events(STORY))


def test_equal_events_told_twice_have_ids_of_their_own():
    ids = [e.id for e in events(STORY + "\n\n" + STORY.replace("2018", "2019").replace("40", "50"))]
    assert len(ids) == len(set(ids))


TEXT = (
    "North Korea Russia shipped sold bought coal weapons to from in 2018 workers repatriated refused plans to has not "
    "which the tanker Orlan said that “ ” , . and if Ana Sato accused of helping by its it they Kim's visit 900 tonnes"
)
_WORDS = st.sampled_from(TEXT.split())


@given(st.lists(_WORDS, max_size=35))
@settings(max_examples=80, deadline=None)
def test_any_run_of_such_words_gives_events_that_stand_in_the_text(words):
    text = " ".join(words)
    read = reading(text)
    known = {c.id for c in read.claims}
    for e in read.events:
        assert all(text[s.start : s.end] == s.text for s in e.spans)
        assert (e.conduct is None) != (e.happening is None)
        assert set(e.asserted_by) | set(e.denied_by) <= known
        assert not set(e.asserted_by) & set(e.denied_by)
    assert all(a.spans[0].start <= b.spans[0].start for a, b in pairwise(read.events))


@given(st.text(max_size=80))
@settings(max_examples=80, deadline=None)
def test_any_text_at_all_is_read(text):
    read = reading(text)
    assert all(text[s.start : s.end] == s.text for e in read.events for s in e.spans)
