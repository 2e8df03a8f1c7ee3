"""Runners give the same answers in the same order, wherever the work is done."""

import math
import pickle
from functools import partial

import pytest

from resolute.ground.errors import FieldRefused, InputRefused, UnknownCode, WrongCall
from resolute.ground.place import distance_m
from resolute.ground.runner import InLine, InProcesses
from resolute.ground.states import state_name


@pytest.fixture(scope="module")
def codes():
    return ["KP", "RU", "CN", "KR", "JP"] * 3


def test_processes_answer_as_the_line_does(codes):
    assert InProcesses(2).apply(state_name, codes) == InLine().apply(state_name, codes)


def test_answers_keep_the_order_of_the_items():
    from_nampo = partial(distance_m, 38.72, 125.40)
    longitudes = [(38.72, 125.40 + n / 10) for n in range(9)]
    answers = InLine().apply(lambda position: from_nampo(*position), longitudes)
    assert answers == sorted(answers)
    assert InProcesses(2).apply(math.sqrt, range(40)) == [math.sqrt(n) for n in range(40)]


def test_one_worker_or_one_item_needs_no_process():
    assert InProcesses(1).apply(lambda n: n + 1, [1, 2]) == [2, 3]
    assert InProcesses(4).apply(lambda n: n + 1, [1]) == [2]
    assert InProcesses(4).apply(lambda n: n + 1, []) == []


def test_what_the_function_refuses_comes_back_with_its_words():
    with pytest.raises(UnknownCode, match="`KQ` is not the code of a State; wanted") as caught:
        InProcesses(2).apply(state_name, ["KP", "KQ", "RU"])
    assert caught.value.found == "`KQ` is not the code of a State"


@pytest.mark.parametrize("workers", [0, -1])
def test_there_is_at_least_one_worker(workers):
    with pytest.raises(WrongCall, match="wanted at least 1"):
        InProcesses(workers)


@pytest.mark.parametrize(
    "error",
    [
        InputRefused("law.yaml:3", "`kind` stands twice", "each key once", "Strike one."),
        FieldRefused(("parties", 0, "role"), "is empty", "text"),
        UnknownCode((), "KQ", ["KP", "KR"], "the code of a State"),
    ],
    ids=lambda e: type(e).__name__,
)
def test_an_error_is_the_same_after_a_journey_between_processes(error):
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), str(back), back.__dict__) == (type(error), str(error), error.__dict__)
