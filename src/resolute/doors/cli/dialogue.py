"""A talk about one conduct: it asks only what still matters, one question after another, until the verdict is decided.

Questions go to the other stream and answers come line by line; an empty line is "not known", and stays so.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from resolute.doors.cli.asked import Flags, conduct_of
from resolute.doors.cli.ending import say
from resolute.ground.conduct import Conduct
from resolute.ground.errors import FieldRefused, UnknownWord, WrongCall
from resolute.ground.forms import to_json
from resolute.ground.time import Day, day_of
from resolute.ground.vocabulary import groups, meaning, words
from resolute.intake.cells import act_of, amount_of, as_field, money_of, number_of, yes_or_no
from resolute.law.answering import with_answer
from resolute.law.assess import assess
from resolute.law.read import LawBase
from resolute.law.terms import Fact, Missing, Verdict

__all__ = ["Hear", "answer_of", "asked_conduct", "heard", "talk", "wanted"]

Hear = Callable[[], str | None]
"""Gives the next line, without its end; None when there is no more."""

SHOWN = 3  # measures named beside a question
AGAIN = 2
"""How often one thing may be asked: of two ships each has a flag."""


def heard() -> str | None:
    """Return the next line of standard input; None at its end."""
    line = sys.stdin.readline()
    return line.rstrip("\r\n") if line else None


def asked_conduct(
    flags: Flags, base: LawBase, *, orders: Sequence[str] | None, known: Day | None, hear: Hear = heard
) -> Conduct:
    """Return the conduct that options and answers say. Raises WrongCall where nobody says what is done."""
    act = flags.act if flags.act is not None else _act(hear)
    conduct, verdict = talk(conduct_of(replace(flags, act=act)), base, orders=orders, known=known, hear=hear, tell=say)
    left = dict.fromkeys(m.question for m in _open(verdict, base))
    say(f"Not decided without: {' '.join(left)}" if left else "Decided: nothing more to ask.")
    say(f"The conduct, to check again: {json.dumps(to_json(conduct), ensure_ascii=False)}")
    return conduct


def talk(
    conduct: Conduct,
    base: LawBase,
    *,
    orders: Sequence[str] | None = None,
    known: Day | None = None,
    hear: Hear,
    tell: Callable[[str], None],
) -> tuple[Conduct, Verdict]:
    """Ask the open questions of a conduct one after another, and return it with the answers, and its verdict.

    Args:
        conduct: what is known so far.
        base: the law.
        orders: whose verdicts are to be decided; all of the base where None.
        known: the day of our knowledge.
        hear: gives an answer; an empty one is "not known", None ends the talk.
        tell: is told questions, and what was not understood.

    Only a question of which a verdict still turns is asked; each at most twice, and never again once it is not known.
    """
    times: dict[str, int] = {}
    number = 0
    verdict = assess(conduct, base, orders=orders, known=known)
    while True:
        question = next((m for m in _open(verdict, base) if times.get(m.fact, 0) < AGAIN), None)
        if question is None:
            return conduct, verdict
        number += 1
        tell(f"{number}. {question.question} It decides {_decides(question)}.")
        tell(f"   {wanted(base.facts[question.fact])}; enter = not known")
        line, told = _answered(conduct, base, question, hear, tell)
        if line is None:
            return conduct, verdict
        times[question.fact] = AGAIN if told is None else times.get(question.fact, 0) + 1
        if told is not None:
            conduct, verdict = told, assess(told, base, orders=orders, known=known)


def _open(verdict: Verdict, base: LawBase) -> list[Missing]:
    """Return the questions on which verdicts still turn, each once: fields of the conduct before facts about it."""
    each: dict[str, Missing] = {}
    for answer in verdict.answers:
        for m in answer.direct.missing:
            each.setdefault(m.fact, m)
    return sorted(each.values(), key=lambda m: base.facts[m.fact].of != "field")


def _decides(question: Missing) -> str:
    several = question.decides.split(", ")
    more = f" and {len(several) - SHOWN} more" if len(several) > SHOWN else ""
    return f"{', '.join(several[:SHOWN])}{more}" if question.decides else "the verdict"


def _answered(
    conduct: Conduct, base: LawBase, question: Missing, hear: Hear, tell: Callable[[str], None]
) -> tuple[str | None, Conduct | None]:
    """Return the line that was understood, and the conduct with its answer; None and None at the end of the lines.

    An empty line gives no conduct: the answer is not known. What was not understood is told, and asked again.
    """
    fact = base.facts[question.fact]
    while True:
        line = hear()
        if line is None or not line.strip():
            return line, None
        if line.strip() == "?":
            tell(f"   yes: {fact.yes}; no: {fact.no}" if fact.yes else f"   {wanted(fact)}")
            continue
        try:
            answer = answer_of(fact, line.strip(), tuple(base.orders))
            return line, with_answer(conduct, base, question.fact, answer)
        except (FieldRefused, ValueError) as e:
            tell(f"   {str(e).removeprefix(': ')}")


def wanted(fact: Fact) -> str:
    """Say in words which answers a question takes."""
    if fact.of == "field":
        return FIELDS.get(fact.key.rpartition(".")[2], "a word")
    if fact.type == "word":
        return f"one of: {', '.join(fact.words)}"
    return {
        "yes-no": "y or n",
        "day": "a day, YYYY-MM-DD",
        "number": f"a number{f' of {fact.unit}' if fact.unit else ''}",
    }[fact.type]


PLACE, STATE = "a State or a port, by code (RU, RUNJK) or name", "a State, by code (KP) or name"
LISTED = "the orders that list: un, us ..., or none"
FIELDS = {
    "on": "a day or days: 2017-09-01, 2017-09, 2017-08-05/2018-01-31", "from": PLACE, "to": PLACE, "via": PLACE,
    "origin": PLACE, "place": PLACE, "state": STATE, "residence": STATE, "flag": STATE, "branch_of": STATE,
    "parent": STATE, "acting_for": STATE, "controlled_by": "who, with commas between", "listed": LISTED,
    "goods": "words for the goods, or a tariff heading such as 2701", "quantity": 'how much, as "5000 t"',
    "value": 'an amount with its currency, as "USD 325000"', "us_person": "y or n",
    "kind": "state, company, bank, insurer, individual, vessel, aircraft ...",
}  # fmt: skip


def answer_of(fact: Fact, text: str, orders: tuple[str, ...]) -> Any:
    """Return an answer in the form in which `with_answer` takes it. Raises FieldRefused, or ValueError for a day.

    Args:
        fact: the question.
        text: what somebody answers.
        orders: the legal orders of the base, for the question who lists somebody.
    """
    if fact.of != "field":
        if fact.type == "yes-no":
            return yes_or_no(text)
        if fact.type == "number":
            return number_of(text.removesuffix(fact.unit).strip() if fact.unit else text)
        if fact.type == "day":
            return day_of(text).isoformat()
        return _word(text, fact.words)
    name = fact.key.rpartition(".")[2]
    if name == "listed":
        return [_word(one, orders) for one in as_field(("parties", 0, "designated_by"), text)]
    if name == "goods":
        digits = re.sub(r"[.\s]", "", text)
        return [{"hs": digits}] if digits.isdigit() else [{"text": text}]
    if name == "quantity":
        return _with_unit(amount_of(text))
    if name == "value":
        return money_of(text)
    if name == "kind":
        return _word(str(as_field(("actor", "kind"), text)), tuple(sorted(words("actor-kind"))))
    return as_field(tuple(fact.key.split(".")), text)


def _with_unit(amount: dict[str, Any]) -> dict[str, Any]:
    if "unit" not in amount:
        raise FieldRefused((), "has no unit", 'an amount with its unit, as "5000 t"')
    return amount


def _word(text: str, known: tuple[str, ...]) -> str:
    word = re.sub(r"[\s_]+", "-", text.casefold())
    if word not in known:
        raise UnknownWord((), text, known, "one of the answers")
    return word


def _act(hear: Hear) -> str:
    """Ask what is done, the first question of all. Raises WrongCall where nobody says it."""
    say("What is done? One word, as procure, supply, employ; ? shows them all.")
    while True:
        line = hear()
        if line is None or not line.strip():
            raise WrongCall("nothing to check; wanted --act with what is done, or the answer to the first question.")
        if line.strip() == "?":
            for group, acts in groups("act").items():
                say(f"   {group}: " + "; ".join(f"{a} ({meaning('act', a)})" for a in acts))
            continue
        try:
            return act_of(line.strip(), ())
        except FieldRefused as e:
            say(f"   {e}")
