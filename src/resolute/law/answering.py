"""Putting the answer to an open question into a conduct: the question of a fact, or of a field of the conduct."""

from __future__ import annotations

from typing import Any

from resolute.ground.conduct import Conduct
from resolute.ground.errors import FieldRefused, UnknownWord
from resolute.ground.forms import from_json, to_json
from resolute.law.build import LawBase
from resolute.law.terms import Fact

__all__ = ["with_answer"]

WANTED: dict[str, tuple[type, ...]] = {"yes-no": (bool,), "number": (int, float), "day": (str,), "word": (str,)}


def with_answer(conduct: Conduct, base: LawBase, key: str, answer: Any) -> Conduct:
    """Return the conduct with one question answered.

    Args:
        conduct: what was asked about.
        base: the law whose question it is.
        key: the fact, as in `missing`: `livelihood`, `origin`, `vessels.flag`.
        answer: yes or no, a number, a day or a word as the fact wants; for a field its JSON form. For `parties.*` and
            `vessels.*` it is given to those of whom it is not known, and to a new one where all are known.

    Raises: UnknownWord for a key the base does not hold, FieldRefused for an answer of the wrong kind.
    """
    if key not in base.facts:
        raise UnknownWord((key,), key, base.facts, "a declared fact")
    data: dict[str, Any] = to_json(conduct)
    fact = base.facts[key]
    of, _, name = key.rpartition(".")
    name = "designated_by" if name == "listed" else name
    if fact.of != "field":
        data["facts"] = {**data.get("facts", {}), key: _fitting(fact, answer)}
    elif of == "actor":
        data["actor"] = {**data.get("actor", {}), name: answer}
    elif of:
        data[of] = _told(data.get(of, []), name, answer)
    else:
        data[name] = answer
    return from_json(Conduct, data)


def _fitting(fact: Fact, answer: Any) -> Any:
    fits = isinstance(answer, WANTED[fact.type]) and (fact.type == "yes-no" or not isinstance(answer, bool))
    if not fits or (fact.words and answer not in fact.words):
        raise FieldRefused((fact.key,), f'is "{answer}"', ", ".join(fact.words) or f"an answer of type {fact.type}")
    return answer


def _told(several: list[dict[str, Any]], name: str, answer: Any) -> list[dict[str, Any]]:
    if all(name in one for one in several):
        several = [*several, {}]
    return [one if name in one else {**one, name: answer} for one in several]
