"""Reads the five articles beside the project and scores speaker, stance, events, dates and law against their gold.

    python benchmarks/seeds_fields.py [--shared FOLDER] [--nested] [--keep FILE]
    python benchmarks/seeds_fields.py --convert READ.jsonl > FOR_THE_SCORER.jsonl

The articles, their gold and the scorer lie in a folder `shared` beside the checkout and are no part of the project.
The scorer knows acts only: a happening is handed to it as an act of its kind, a port by its name, and an event that
the text itself tells with a flag.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from resolute.cases.citations import cited_mentions
from resolute.ground.forms import to_json
from resolute.ground.origin import sha256_of
from resolute.ground.place import location_name
from resolute.law.cite import Shelf, shelf_of
from resolute.law.read import load_base
from resolute.news.read import read_text


def converted(read: dict[str, Any]) -> dict[str, Any]:
    """Return one object of `resolute read` in the form that the scorer reads."""
    return {**read, "events": [_event(e) for e in read["events"]]}


def _event(event: dict[str, Any]) -> dict[str, Any]:
    told = dict(event.get("conduct") or event.get("happening") or {})
    if not event.get("conduct"):
        told["act"] = event["kind"]
    for end in ("from", "to"):
        if told.get(end):
            told[end] = _named(told[end])
    told["via"] = [_named(v) for v in told.get("via", [])]
    return {**event, "conduct": told, "narrated": event["status"] == "narrated"}


def _named(code: str) -> str:
    return code if len(code) == 2 else location_name(code)


def read(path: Path, shelf: Shelf) -> dict[str, Any]:
    """Read one article as `resolute read` does."""
    data = path.read_bytes()
    reading = read_text(data.decode("utf-8"), name=path.name, document_id=sha256_of(data))
    out: dict[str, Any] = to_json(reading)
    cited = map(to_json, cited_mentions(reading, shelf))
    out["citations"] = [{**{k: v for k, v in c.items() if k != "cited"}, **c["cited"]} for c in cited]
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--nested", action="store_true", help="score the nested claims instead")
    parser.add_argument("--keep", type=Path, help="write what the scorer reads to this file")
    parser.add_argument("--convert", type=Path, help="only convert the JSON lines of `resolute read`")
    args = parser.parse_args()
    if args.convert:
        for line in args.convert.read_text(encoding="utf-8").splitlines():
            print(json.dumps(converted(json.loads(line)), ensure_ascii=False))
        return 0
    seeds, gold = args.shared / "seeds", args.shared / "reference" / "reading" / "seeds-gold.json"
    if not gold.exists():
        print(f"{gold} is not there: the articles and their gold lie beside the project, not in it", file=sys.stderr)
        return 2
    shelf = shelf_of(load_base())
    lines = [json.dumps(converted(read(p, shelf)), ensure_ascii=False) for p in sorted(seeds.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        out = args.keep or Path(folder) / "read.jsonl"
        out.write_text("\n".join(lines) + "\n", encoding="utf-8")
        scorer = args.shared / "tools" / "seeds_score.py"
        call = [sys.executable, str(scorer), str(out), "--gold", str(gold), "--text-dir", str(seeds)]
        return subprocess.run([*call, *(["--nested"] if args.nested else [])], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
