"""The house checks itself. Each rule is shown to bite: on the tree it finds nothing, on a planted offence it does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from house import tree

Rule = Callable[[Path], list[str]]

RULES: list[Rule] = [
    tree.circles,
    tree.foreign_to_the_ground,
    tree.more_than_terms,
    tree.long_functions,
    tree.empty_names,
    tree.without_docstring,
    tree.broad_excepts,
    tree.clocks_and_chance,
    tree.tables_without_origin,
]

LONG = '"""A module."""\n\n\ndef long() -> None:\n' + "    print()\n" * 60

PLANTS = [
    (tree.circles, "law/planted.py", '"""A module."""\nfrom resolute.law import planted_too\n', "planted_too.py"),
    (tree.foreign_to_the_ground, "ground/planted.py", '"""A module."""\nimport jinja2\n', None),
    (tree.foreign_to_the_ground, "ground/planted.py", '"""A module."""\nfrom resolute import law\n', None),
    (tree.more_than_terms, "intake/planted.py", '"""A module."""\nfrom resolute.law import assess\n', None),
    (tree.long_functions, "law/planted.py", LONG, None),
    (tree.empty_names, "news/text_utils.py", '"""A module."""\n', None),
    (tree.empty_names, "news/planted.py", '"""A module."""\n\n\nclass CaseManager:\n    pass\n', None),
    (tree.without_docstring, "cases/planted.py", "X = 1\n", None),
    (tree.broad_excepts, "law/planted.py", '"""A."""\ntry:\n    X = 1\nexcept Exception:\n    X = None\n', None),
    (
        tree.broad_excepts,
        "law/planted.py",
        '"""A."""\ntry:\n    X = 1\nexcept (OSError, BaseException):\n    X = 2\n',
        None,
    ),
    (tree.broad_excepts, "law/planted.py", '"""A."""\ntry:\n    X = 1\nexcept:\n    X = None\n', None),
    (tree.clocks_and_chance, "cases/planted.py", '"""A."""\nfrom datetime import date\nX = date.today()\n', None),
    (tree.clocks_and_chance, "news/planted.py", '"""A."""\nimport random\n', None),
    (tree.clocks_and_chance, "law/planted.py", '"""A."""\nimport os\nX = os.environ.get("X")\n', None),
    (tree.tables_without_origin, "law/planted.yaml", "coal: 2701\n", None),
    (tree.tables_without_origin, "law/planted.csv", "goods,hs\ncoal,2701\n", None),
    (tree.tables_without_origin, "law/planted.csv", "goods,hs,origin\ncoal,2701,\n", None),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_tree_keeps_the_rules_of_the_house(rule: Rule):
    assert rule(tree.PACKAGE) == []


@pytest.fixture(scope="module")
def copy_of_the_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("house") / "resolute"
    shutil.copytree(tree.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


@pytest.mark.parametrize(
    ("rule", "where", "text", "twin"),
    [pytest.param(*plant, id=f"{plant[0].__name__}-{n}") for n, plant in enumerate(PLANTS)],
)
def test_a_planted_offence_is_found(copy_of_the_package: Path, rule: Rule, where: str, text: str, twin: str | None):
    planted = copy_of_the_package / where
    planted.parent.mkdir(exist_ok=True)
    twins = [planted.with_name(twin)] if twin else []
    before = rule(copy_of_the_package)
    planted.write_text(text, encoding="utf-8")
    for other in twins:
        other.write_text(
            f'"""A module."""\n\n\ndef late():\n    import resolute.law.{planted.stem}\n', encoding="utf-8"
        )
    try:
        found = set(rule(copy_of_the_package)) - set(before)
    finally:
        for file in [planted, *twins]:
            file.unlink()
    assert [planted.stem in offence for offence in found] == [True]


def test_a_circle_is_seen_under_type_checking(copy_of_the_package: Path):
    one, two = (copy_of_the_package / "law" / f"ring_{n}.py" for n in "ab")
    guarded = '"""A."""\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from resolute.law.ring_{} import X\n'
    one.write_text(guarded.format("b"), encoding="utf-8")
    two.write_text('"""A."""\nfrom . import ring_a\nX = ring_a\n', encoding="utf-8")
    try:
        found = tree.circles(copy_of_the_package)
    finally:
        one.unlink()
        two.unlink()
    assert any("resolute.law.ring_a <-> resolute.law.ring_b" in offence for offence in found)


def test_a_door_may_catch_everything(copy_of_the_package: Path):
    door = copy_of_the_package / "doors" / "planted.py"
    door.parent.mkdir(exist_ok=True)
    door.write_text('"""A."""\ntry:\n    X = 1\nexcept Exception:\n    X = None\n', encoding="utf-8")
    try:
        assert not [offence for offence in tree.broad_excepts(copy_of_the_package) if "planted" in offence]
    finally:
        door.unlink()


def test_a_table_may_be_sourced_in_a_file_beside_it(copy_of_the_package: Path):
    table = copy_of_the_package / "law" / "planted.csv"
    beside = table.with_name("planted_notes.yaml")
    table.write_text("goods,hs\ncoal,2701\n", encoding="utf-8")
    beside.write_text("origin:\n  planted.csv: the tariff\n", encoding="utf-8")
    try:
        assert not [offence for offence in tree.tables_without_origin(copy_of_the_package) if "planted" in offence]
    finally:
        table.unlink()
        beside.unlink()
