"""The loader of the law base: what it reads, and how it stops, with file, line and mend."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from resolute.ground.errors import InputRefused, WrongCall
from resolute.law.read import BASE, file_schema, load_base

ORDER = """\
id: zz
title: Zz
speaker: the Diet of Zz
clock: Etc/UTC
known_until: 2031-12-31
always: true
binds:
  - {hook: everybody, why: everybody is bound}
terms:
  from-there: {from: KP}
goods:
  coal: {say: coal, hs: ["2701"]}
act_groups:
  moves: [supply, procure]
"""

FACTS = """\
from: {of: field, question: From where?}
goods: {of: field, question: Which goods?}
contract_date: {type: day, question: When was the contract made?}
told: {question: Was it told beforehand?, step: it is told beforehand}
"""

TWELVE = """\
instrument:
  id: ZZ-12
  kind: statute
  title: Act 12 of 2031
  adopted: 2031-03-01
  confidence: V
  subject: [coal]
  sources: [zz-1]
measures:
  ZZ-12-4:
    kind: prohibition
    line: coal
    title: Coal from there
    rule: Nobody may buy coal from there.
    binds: everybody
    paragraph: "4"
    sources: [zz-1]
    confidence: V
    in_force: {start: 2031-03-01}
    acts: [moves]
    when: {term: from-there, goods: coal}
    exceptions:
      - {id: told, text: told beforehand, by: notice, when: {fact: {contract_date: {before: 2031-03-01}}},
         steps: [told]}
"""

FILES = {
    "VERSION": "2031.1\n",
    "facts.yaml": FACTS,
    "lines.yaml": "coal: Coal\n",
    "zz/order.yaml": ORDER,
    "zz/sources.yaml": "zz-1: law.example/zz/12\n",
    "zz/12.yaml": TWELVE,
}


def written(folder: Path, changes: dict[str, tuple[str, str]] | None = None, **more: str) -> Path:
    """Write a small base; `changes` replaces words in a file, `more` adds files."""
    for name, text in {**FILES, **{k.replace("__", "/") + ".yaml": v for k, v in more.items()}}.items():
        old, new = (changes or {}).get(name, ("", ""))
        assert old in text
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_a_small_base_of_an_invented_order_is_read(tmp_path: Path):
    base = load_base(written(tmp_path))
    assert list(base.orders) == ["zz"]
    m = base.measures["ZZ-12-4"]
    assert (m.order, m.instrument, m.citation.paragraph, m.acts) == ("zz", "ZZ-12", "4", ("supply", "procure"))
    assert base.version.startswith("2031.1+")


def test_the_version_moves_with_every_byte_and_with_nothing_else(tmp_path: Path):
    first = load_base(written(tmp_path / "a")).version
    assert load_base(written(tmp_path / "b")).version == first
    other = {"zz/12.yaml": ("Coal from there", "Coal from There")}
    assert load_base(written(tmp_path / "c", other)).version != first


STOPS = [
    ("an unknown key", {"zz/12.yaml": ("    line: coal\n", "    lime: coal\n")}, "zz/12.yaml:12", "nearest: `line`"),
    ("a date that is none", {"zz/12.yaml": ("{start: 2031-03-01}", "{start: 31.02.2031}")},
     "zz/12.yaml:19", "YYYY-MM-DD"),
    ("an unknown act", {"zz/12.yaml": ("acts: [moves]", "acts: [procuer]")}, "zz/12.yaml:20", "nearest: `procure`"),
    ("an unknown heading", {"zz/order.yaml": ('hs: ["2701"]', 'hs: ["7701"]')}, "zz/order.yaml:12", "a heading"),
    ("an unknown State", {"zz/order.yaml": ("{from: KP}", "{from: KX}")}, "zz/order.yaml:10", "`KX`"),
    ("an unknown fact", {"zz/12.yaml": ("steps: [told]", "steps: [tolled]")}, "zz/12.yaml:24", "nearest: `told`"),
    ("an unknown term", {"zz/12.yaml": ("term: from-there", "term: from-here")}, "zz/12.yaml:21", "`from-there`"),
    ("unknown goods", {"zz/12.yaml": ("goods: coal", "goods: coke")}, "zz/12.yaml:21", "`coke`"),
    ("unknown goods of the ground", {"zz/order.yaml": ('hs: ["2701"]', "kinds: [coil]")}, "zz/order.yaml:12", "`coal`"),
    ("an unknown measure", {"zz/12.yaml": ("acts: [moves]", "acts: [moves]\n    replaces: [ZZ-11-4]")},
     "zz/12.yaml:21", "a measure of this base"),
    ("an unknown line", {"zz/12.yaml": ("line: coal", "line: cole")}, "zz/12.yaml:12", "nearest: `coal`"),
    ("an unknown source", {"zz/12.yaml": ("sources: [zz-1]\n    confidence", "sources: [zz-2]\n    confidence")},
     "zz/12.yaml:17", "a source of this base"),
    ("an unknown kind", {"zz/12.yaml": ("kind: prohibition", "kind: prohibtion")}, "zz/12.yaml:11", "`prohibition`"),
    ("a missing citation", {"zz/12.yaml": ('    paragraph: "4"\n', "")}, "zz/12.yaml:10", "paragraph"),
    ("a missing confidence", {"zz/12.yaml": ("    confidence: V\n    in_force", "    in_force")},
     "zz/12.yaml:10", "confidence"),
    ("an unknown confidence", {"zz/12.yaml": ("confidence: V\n    in_force", "confidence: A\n    in_force")},
     "zz/12.yaml:18", "`A`"),
    ("confirmed without a source", {"zz/12.yaml": ("    sources: [zz-1]\n    confidence", "    confidence")},
     "zz/12.yaml:17", "a source, or confidence M"),
    ("a fact declared twice", {"facts.yaml": ("told: {question: Was it told beforehand?", "from: {question: Was it?")},
     "facts.yaml:4", "each key once"),
    ("a fact that nothing uses", {"facts.yaml": ("contract_date: {", "unused: {question: Is it?}\ncontract_date: {")},
     "facts.yaml:3", "is used by no measure"),
    ("goods that nothing uses", {"zz/order.yaml": ("goods:\n", "goods:\n  iron: {say: iron}\n")},
     "zz/order.yaml:12", "`iron`"),
    ("a term that nothing uses", {"zz/order.yaml": ("terms:\n", "terms:\n  x: {from: KR}\n")}, "zz/order.yaml", "`x`"),
    ("a step that is none", {"zz/12.yaml": ("steps: [told]", "steps: [contract_date]")}, "zz/12.yaml:24", "no step"),
    ("steps without notice", {"zz/12.yaml": ("by: notice, ", "")}, "zz/12.yaml:24", "`by: notice`"),
    ("a bound of the wrong type", {"zz/12.yaml": ("{before: 2031-03-01}", "{above: 5}")}, "zz/12.yaml:23", "`above`"),
    ("a day that is none in a condition", {"zz/12.yaml": ("{before: 2031-03-01}", "{before: tomorrow}")},
     "zz/12.yaml:23", "YYYY-MM-DD"),
    ("a condition that is a word", {"zz/12.yaml": ("{term: from-there, goods: coal}", "always")},
     "zz/12.yaml:21", "fields"),
    ("an unknown key of a condition", {"zz/12.yaml": ("{term: from-there, goods", "{term: from-there, gods")},
     "zz/12.yaml:21", "`goods`"),
    ("an end before the start", {"zz/12.yaml": ("{start: 2031-03-01}", "{start: 2031-03-01, end: 2031-02-01}")},
     "zz/12.yaml:19", "before it starts"),
    ("an interval beyond the measure", {"zz/12.yaml": ("{id: told,", "{id: told, in_force: {start: 2031-02-01},")},
     "zz/12.yaml:23", "reaches beyond"),
    ("a folder under another name", {"zz/order.yaml": ("id: zz", "id: yy")},
     "zz/order.yaml:1", "the name of its folder"),
    ("a text that was not adopted", {"zz/12.yaml": ("  kind: statute", "  kind: draft\n  status: not adopted")},
     "zz/12.yaml:11", "not adopted"),
    ("broken YAML", {"zz/12.yaml": ("measures:", "measures: [")}, "zz/12.yaml", "YAML"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "where", "words"), [s[1:] for s in STOPS], ids=[s[0] for s in STOPS])
def test_a_base_that_does_not_fit_stops_with_file_line_and_mend(
    tmp_path: Path, changes: dict[str, tuple[str, str]], where: str, words: str
):
    with pytest.raises(InputRefused) as stop:
        load_base(written(tmp_path, changes))
    assert str(tmp_path / where) in str(stop.value)
    assert words in str(stop.value)


THIRTEEN = TWELVE.replace("ZZ-12", "ZZ-13").replace("2031-03-01", "2031-06-01")


def test_a_measure_that_is_replaced_must_end(tmp_path: Path):
    later = THIRTEEN.replace("acts: [moves]", "acts: [moves]\n    replaces: [ZZ-12-4]")
    with pytest.raises(
        InputRefused, match=r"12\.yaml:19: .*has no end, and ZZ-13-4 replaces it.*the day before 2031-06"
    ):
        load_base(written(tmp_path, zz__13=later))


def test_two_measures_of_one_rule_may_not_overlap(tmp_path: Path):
    later = THIRTEEN.replace("acts: [moves]", "acts: [moves]\n    replaces: [ZZ-12-4]")
    ends = {"zz/12.yaml": ("{start: 2031-03-01}", "{start: 2031-03-01, end: 2031-06-01}")}
    with pytest.raises(InputRefused, match="ZZ-13-4 of the same rule begins on 2031-06-01"):
        load_base(written(tmp_path, ends, zz__13=later))


def test_a_measure_that_ends_the_day_before_is_replaced(tmp_path: Path):
    later = THIRTEEN.replace("acts: [moves]", "acts: [moves]\n    replaces: [ZZ-12-4]")
    ends = {"zz/12.yaml": ("{start: 2031-03-01}", "{start: 2031-03-01, end: 2031-05-31}")}
    assert [m.id for m in load_base(written(tmp_path, ends, zz__13=later)).line("coal")] == ["ZZ-12-4", "ZZ-13-4"]


def test_measures_do_not_replace_one_another_in_a_circle(tmp_path: Path):
    later = THIRTEEN.replace("acts: [moves]", "acts: [moves]\n    replaces: [ZZ-12-4]")
    ends = {"zz/12.yaml": ("acts: [moves]", "acts: [moves]\n    replaces: [ZZ-13-4]")}
    with pytest.raises(InputRefused):
        load_base(written(tmp_path, ends, zz__13=later))


def test_a_measure_stands_once(tmp_path: Path):
    with pytest.raises(InputRefused, match="measure `ZZ-12-4` stands already at"):
        load_base(written(tmp_path, zz__14=TWELVE.replace("id: ZZ-12", "id: ZZ-14")))


def test_caps_of_one_unit_may_not_meet(tmp_path: Path):
    caps = (
        "acts: [moves]\n    within: {text: told}\n    caps:\n"
        "      - {unit: t, amount: 5, before: used}\n      - {unit: t, amount: 6, before: used}"
    )
    facts = {
        "facts.yaml": ("told:", "used: {type: number, question: How much?}\ntold:"),
        "zz/12.yaml": ("acts: [moves]", caps),
    }
    with pytest.raises(InputRefused, match="overlaps another cap in t"):
        load_base(written(tmp_path, facts))


def test_an_exemption_says_what_it_lifts(tmp_path: Path):
    with pytest.raises(InputRefused, match="what the exemption lifts"):
        load_base(written(tmp_path, {"zz/12.yaml": ("kind: prohibition", "kind: exemption")}))


def test_a_folder_without_a_version_is_no_base(tmp_path: Path):
    with pytest.raises(WrongCall, match="is no law base"):
        load_base(tmp_path)


def test_only_the_orders_named_are_read():
    base = load_base(orders=("un",))
    assert list(base.orders) == ["un"]
    assert {m.order for m in base.measures.values()} == {"un"}


def test_the_shipped_base_is_read_whole_and_alike_each_time():
    assert load_base() is load_base()
    assert load_base(BASE).version == load_base().version
    assert list(load_base(BASE).measures) == list(load_base().measures)


SCHEMA = json.loads((BASE.parent / "schema.json").read_text(encoding="utf-8"))


def test_the_schema_for_editors_is_the_one_of_the_types():
    assert file_schema() == SCHEMA


TABLES = ("order.yaml", "facts.yaml", "sources.yaml", "lines.yaml", "left_out.yaml")
INSTRUMENTS = sorted(p for p in BASE.glob("*/*.yaml") if p.name not in TABLES)


class _Text(yaml.SafeLoader):
    """Days stay text, as in the loader of the base."""

    yaml_implicit_resolvers: ClassVar[Any] = {
        first: [(tag, regexp) for tag, regexp in several if tag != "tag:yaml.org,2002:timestamp"]
        for first, several in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@pytest.mark.parametrize("path", INSTRUMENTS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_every_shipped_file_fits_the_schema(path: Path):
    jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), Loader=_Text), SCHEMA)


LEAVES: Any = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 5), st.text(max_size=6), st.sampled_from(["KP", "coal"])
)
KEYS = st.sampled_from(["from", "goods", "all", "any", "not", "said", "fact", "party", "actor", "vessel", "term", "x"])
TREES = st.recursive(
    LEAVES, lambda t: st.one_of(st.lists(t, max_size=3), st.dictionaries(KEYS, t, max_size=3)), max_leaves=8
)


@settings(max_examples=200, deadline=None)
@given(TREES)
def test_no_condition_however_odd_ends_otherwise_than_read_or_refused(tmp_path_factory: Any, tree: Any):
    folder = tmp_path_factory.mktemp("base")
    text = TWELVE.replace("{term: from-there, goods: coal}", json.dumps(tree))
    order = ORDER.replace("terms:\n  from-there: {from: KP}\n", "").replace(
        'goods:\n  coal: {say: coal, hs: ["2701"]}\n', ""
    )
    for name, body in {**FILES, "zz/order.yaml": order, "zz/12.yaml": text}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(body, encoding="utf-8")
    try:
        load_base(folder)
    except InputRefused as e:
        stopped_at = e.where
    else:
        stopped_at = str(folder / "zz/12.yaml")
    assert str(folder) in stopped_at
