"""A brief sealed, and checked again on anybody's machine: seal, hashes of texts, every span against its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from resolute.ground.origin import sha256_of

__all__ = ["faults", "sealed"]


def sealed(brief: dict[str, Any]) -> str:
    """Return the brief as JSON with its seal last; the same brief gives the same bytes."""
    return json.dumps({**brief, "seal": _seal(brief)}, ensure_ascii=False, indent=1) + "\n"


def _seal(brief: dict[str, Any]) -> str:
    plain = json.dumps(brief, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return sha256_of(plain.encode("utf-8", "surrogatepass"))


def faults(brief: Any) -> list[str]:
    """Return everything in a sealed brief that does not hold, each in one line with its place; empty when all holds.

    What it does not show: who wrote the brief, that a text is what a publisher printed, or that a claim is true.
    """
    if not isinstance(brief, dict) or "articles" not in brief:
        return ["this is no brief.json: it holds no `articles`"]
    try:
        out = _broken_texts(brief)
    except (KeyError, TypeError) as e:
        out = [f"the form is broken at {e}"]
    found = _seal({k: v for k, v in brief.items() if k != "seal"})
    if brief.get("seal") != found:
        out.append(f"seal: is {brief.get('seal')}, should be {found}: something in this file was changed")
    return out


def _broken_texts(brief: dict[str, Any]) -> list[str]:
    texts: dict[str, str] = {}
    out = []
    for n, article in enumerate(brief["articles"]):
        document = article["document"]
        texts[document["id"]] = document["text"]
        found = sha256_of(document["text"].encode("utf-8", "surrogatepass"))
        if found != document["text_id"]:
            out.append(f"articles[{n}].document.text: hash is {found}, should be {document['text_id']}")
    for n, article in enumerate(brief["articles"]):
        out += _spans(article, texts[article["document"]["id"]], f"articles[{n}]")
    for key, value in brief.items():
        if key != "articles":
            out += _passages(value, texts, key)
    return out


def _spans(node: Any, text: str, where: str) -> Iterator[str]:
    if isinstance(node, dict):
        if node.keys() >= {"start", "end", "text"} and len(node) == 3:
            if text[node["start"] : node["end"]] != node["text"]:
                yield f"{where}: the text at {node['start']}-{node['end']} is not “{node['text']}”"
            return
        for key, value in node.items():
            yield from _spans(value, text, f"{where}.{key}")
    elif isinstance(node, list):
        for n, value in enumerate(node):
            yield from _spans(value, text, f"{where}[{n}]")


def _passages(node: Any, texts: dict[str, str], where: str) -> Iterator[str]:
    if isinstance(node, dict):
        if node.keys() == {"document", "span"}:
            if node["document"] not in texts:
                yield f"{where}: rests on {node['document']}, which is not in the brief"
            else:
                yield from _spans(node["span"], texts[node["document"]], f"{where}.span")
            return
        for key, value in node.items():
            yield from _passages(value, texts, f"{where}.{key}")
    elif isinstance(node, list):
        for n, value in enumerate(node):
            yield from _passages(value, texts, f"{where}[{n}]")
