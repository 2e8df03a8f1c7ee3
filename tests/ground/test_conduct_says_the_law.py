"""For each row of the Council's measures on the DPRK, a conduct that says it: what the law forbids can be put.

What is tested is that the form of a conduct and the closed words suffice; what the law answers is tested with the law.
"""

import re
from pathlib import Path

import pytest

from resolute.ground.conduct import Conduct
from resolute.ground.forms import from_json, to_json
from resolute.ground.goods import find_goods
from resolute.ground.place import state_of
from resolute.ground.quantity import units
from resolute.ground.rows import read_yaml
from resolute.ground.states import state

REFERENCE = Path(__file__).parents[3] / "shared" / "reference" / "law" / "un-dprk.md"
TREE = read_yaml(Path(__file__).parent / "conducts.yaml")
MEASURES = TREE.data["conducts"]
CASES = [
    pytest.param(data, id=f"{measure}: {what}") for measure, cases in MEASURES.items() for what, data in cases.items()
]


@pytest.mark.parametrize("data", CASES)
def test_a_conduct_says_what_the_measure_is_about(data):
    conduct = from_json(Conduct, data)
    assert from_json(Conduct, to_json(conduct)) == conduct
    for location in filter(None, (conduct.from_, conduct.to, conduct.origin, conduct.actor.place, *conduct.via)):
        assert state_of(location)
    for of in filter(None, (conduct.actor.state, conduct.actor.flag, *(p.state for p in conduct.parties))):
        assert state(of).code == of
    assert conduct.quantity is None or conduct.quantity.unit in units()


def test_the_goods_of_the_measures_are_known_by_their_words():
    named = {
        g["text"]
        for cases in MEASURES.values()
        for data in cases.values()
        for g in data.get("goods", ())
        if "text" in g
    }
    assert len(named) > 30
    assert sorted(words for words in named if not find_goods(words)) == []


def test_at_least_sixty_measures_can_be_said():
    assert len(MEASURES) >= 60


def test_every_row_of_the_reference_can_be_said():
    if not REFERENCE.exists():
        pytest.skip("the reference on the Council's measures does not lie beside this checkout")
    named = re.findall(r"^\| (UNSCR-\d+-[0-9a-z-]+) \|", REFERENCE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted({*MEASURES, *TREE.data["no conduct"]}) == sorted(set(named))
