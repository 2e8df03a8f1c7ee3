"""Who the document names: one entry for each person, with what the text says of him."""

from __future__ import annotations

from news.heard import draft


def table(text):
    return [(e.name, e.roles, e.state) for e in draft(text, "entities").entities]


def test_a_person_is_named_once_with_role_and_state():
    text = "Norwegian Foreign Minister Eva Lund left. Lund, the minister, met Jon Berg, Chile's deputy trade minister."
    assert table(text) == [
        ("Eva Lund", ("foreign minister", "minister"), ("NO",)),
        ("Jon Berg", ("deputy trade minister", "trade minister"), ("CL",)),
    ]


def test_names_with_the_family_name_first_are_one_person_in_either_spelling():
    found = draft("North Korean leader Kim Il-nam left. Kim Il Nam came back. Kim slept.", "entities")
    assert [(e.name, e.names) for e in found.entities] == [("Kim Il Nam", ("Kim Il-nam", "Kim Il Nam"))]
    assert [m.entity for m in found.mentioned] == [0, 0, 0]


def test_organisations_and_states_are_no_persons():
    assert table("The Department of Maritime Affairs wrote to the Norwegian Foreign Ministry in North Korea.") == []


def test_a_title_makes_a_person_of_a_single_name():
    assert [name for name, *_ in table("Mr. Brown left the port.")] == ["Brown"]


def test_a_role_may_be_taken_up_by_plainer_words():
    (entity,) = draft("Jon Berg, the Norwegian ambassador, left.", "entities").entities
    assert {"ambassador", "envoy", "diplomat"} <= entity.hypernyms
