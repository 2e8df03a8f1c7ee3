"""The five articles beside the project, scored by the scorer beside it: who said what, span by span.

Articles, gold and scorer are no part of the project; where the folder is absent, so is this test.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from news.heard import draft

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder `shared` does not lie beside this checkout")


@pytest.fixture(scope="module")
def texts():
    out = {}
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            out[path.name] = file.read()
    return out


@pytest.fixture(scope="module")
def scores(texts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("scores")
    predictions, result = folder / "predictions.jsonl", folder / "scores.json"
    with predictions.open("w", encoding="utf-8") as file:
        for name, text in texts.items():
            found = [f for f in draft(text).found if f.nested_in is None and f.wraps is None]
            attributions = [{"source": f.source, "cue": f.cue, "content": f.content} for f in found]
            file.write(json.dumps({"doc": name, "attributions": attributions}) + "\n")
    gold = SHARED / "reference" / "reading" / "seeds-gold.attributions.jsonl"
    command = [
        sys.executable, str(SHARED / "tools" / "attribution_eval.py"), str(predictions),
        "--gold", str(gold), "--text-dir", str(SHARED / "seeds"), "--json", str(result),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return json.loads(result.read_text(encoding="utf-8"))


def f1(scores, measure):
    return scores["all"][measure]["F"]


def test_who_said_what_is_found_as_two_readers_find_it(scores):
    assert f1(scores, "detection") >= 0.88


def test_every_direct_quotation_is_given_to_its_speaker(scores):
    assert f1(scores, "direct") == 1.0


def test_every_span_is_the_articles_own(texts):
    for text in texts.values():
        found = draft(text)
        for claim in found.claims:
            for span in (*claim.source, *claim.cue, *claim.content):
                assert text[span.start : span.end] == span.text
        for aside in found.set_aside:
            assert text[aside.span.start : aside.span.end] == aside.span.text
