"""Who said what, in the form that an attribution scorer reads; and how many articles a second.

    python benchmarks/attributions.py convert READ.jsonl > PREDICTIONS.jsonl     (the output of `resolute read`)
    python benchmarks/attributions.py run FOLDER > PREDICTIONS.jsonl             (texts read here and now, timed)

A prediction is one object per document: {"doc": name, "attributions": [{"source", "cue", "content"}]}, each a list of
[start, end]. Corpora differ in what they count: `--nested` adds statements inside statements, `--passed-on` adds media
that only pass a statement on, which are hops of a chain here and attributions elsewhere.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from resolute.ground.origin import sha256_of
from resolute.news.draft import Draft
from resolute.news.read import draft_of, read_text

Prediction = dict[str, Any]


def of_reading(read: dict[str, Any], *, nested: bool) -> Prediction:
    """Return the prediction of one object of `resolute read`."""
    return {
        "doc": read["document"]["name"],
        "attributions": [
            {role: [[s["start"], s["end"]] for s in claim[role]] for role in ("source", "cue", "content")}
            for claim in read["claims"]
            if nested or claim["nested_in"] is None
        ],
    }


def of_draft(name: str, draft: Draft, *, nested: bool, passed_on: bool) -> Prediction:
    """Return the prediction of a working record, which still tells media that pass on from those that speak."""
    return {
        "doc": name,
        "attributions": [
            {"source": f.source, "cue": f.cue, "content": f.content}
            for f in draft.found
            if (nested or f.nested_in is None) and (passed_on or f.wraps is None)
        ],
    }


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of each file, offsets as in the file."""
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            yield path.name, file.read()


def converted(lines: Iterable[str], *, nested: bool) -> Iterator[Prediction]:
    for line in lines:
        if line.strip():
            yield of_reading(json.loads(line), nested=nested)


def timed(folder: Path, *, nested: bool, passed_on: bool, stems: bool) -> list[Prediction]:
    """Read a folder twice: once whole, for the clock, once for the working records."""
    articles = list(texts(folder))
    draft_of("A first text loads the tables.", name="", document_id="")
    started = time.process_time()
    for name, text in articles:
        read_text(text, name=name, document_id=sha256_of(text.encode()))
    spent = time.process_time() - started
    size = sum(len(t) for _, t in articles) / max(1, len(articles)) / 1000
    print(
        f"{len(articles)} articles of {size:.1f} kB, {len(articles) / spent:.0f} a second on one core", file=sys.stderr
    )
    return [
        of_draft(
            name.removesuffix(".txt") if stems else name,
            draft_of(text, name=name, document_id="", until="claims"),
            nested=nested,
            passed_on=passed_on,
        )
        for name, text in articles
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["convert", "run"])
    parser.add_argument("where", type=Path, help="a JSONL file of `resolute read`, or a folder of texts")
    parser.add_argument("--nested", action="store_true", help="statements inside statements, too")
    parser.add_argument("--passed-on", action="store_true", help="media that pass a statement on, too (run only)")
    parser.add_argument("--stems", action="store_true", help="document names without .txt (run only)")
    asked = parser.parse_args()
    if asked.what == "convert":
        with asked.where.open(encoding="utf-8") as file:
            found = list(converted(file, nested=asked.nested))
    else:
        found = timed(asked.where, nested=asked.nested, passed_on=asked.passed_on, stems=asked.stems)
    for prediction in found:
        print(json.dumps(prediction))


if __name__ == "__main__":
    main()
