"""Runners: apply a pure function to each item. Where it runs is not the business of the function."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Protocol, TypeVar

from resolute.ground.errors import WrongCall

__all__ = ["InLine", "InProcesses", "Runner"]

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Runner(Protocol):
    """Applies a pure function to each item, or to each group where the items are groups."""

    def apply(self, function: Callable[[Item], Answer], items: Iterable[Item]) -> list[Answer]:
        """Return the answers in the order of the items; what it raises for the first that fails, is raised."""
        ...


@dataclass(frozen=True, slots=True)
class InLine:
    """One after the other, here."""

    def apply(self, function: Callable[[Item], Answer], items: Iterable[Item]) -> list[Answer]:
        """Return the answers in the order of the items."""
        return [function(item) for item in items]


@dataclass(frozen=True, slots=True)
class InProcesses:
    """In processes of this machine. Function, items and answers must pickle: a function of a module, not a lambda.

    A process is started afresh, so that it shares nothing with this one; that costs some tenths of a second each.
    """

    workers: int

    def __post_init__(self) -> None:
        """Refuse fewer than one worker."""
        if self.workers < 1:
            raise WrongCall(f"{self.workers} workers; wanted at least 1.")

    def apply(self, function: Callable[[Item], Answer], items: Iterable[Item]) -> list[Answer]:
        """Return the answers in the order of the items; a single item or worker is served without a process."""
        work = list(items)
        if self.workers == 1 or len(work) < 2:
            return InLine().apply(function, work)
        share = max(1, len(work) // (self.workers * 4))  # a few shares each, so that a slow one does not hold up all
        with ProcessPoolExecutor(min(self.workers, len(work)), mp_context=get_context("spawn")) as pool:
            return list(pool.map(function, work, chunksize=share))
