"""Many pages on several processors, and one bad page harms no other.

Each page is drawn in a child process with a limit of time and one of memory, because a page can
make Pango end its process, take minutes or eat all memory. Children are forked: where the
parent has loaded WeasyPrint they share it; where it has not, each loads it while the parent does
other work, such as reading and filling in the first page.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic
from types import TracebackType

from penholder.errors import EnvironmentFault, PenholderError
from penholder.publish.presswork import Limits, PrintJob, rebuilt, work

Printed = bytes | PenholderError
"""The bytes of a PDF file, or what kept the page from being printed."""

USUAL_LIMITS = Limits()

_AHEAD = 8
"""How many jobs for each worker may be begun before the first of them is handed back."""


class Pressroom:
    """Child processes that print; use it in a ``with`` block, in one thread that outlives it.

    The children end with the block, with the process that made them, and with that thread.
    """

    def __init__(self, workers: int = 1, limits: Limits = USUAL_LIMITS) -> None:
        self._limits = limits
        self._workers = [_Worker(limits) for _ in range(workers)]

    def __enter__(self) -> Pressroom:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.dismiss()

    def render(self, jobs: Iterable[PrintJob]) -> Iterator[Printed]:
        """Yield the outcome of every job, in the order of the jobs.

        What ``Press.render`` raises comes as a value. So does EnvironmentFault: E-RENDER where
        the child died at the job, E-RENDER-TIME and E-RENDER-MEM where it passed a limit.
        """
        queue = iter(jobs)
        outcomes: dict[int, Printed] = {}
        ahead = _AHEAD * len(self._workers)
        handed_back, begun = 0, self._fill(queue, 0, ahead)
        try:
            while handed_back < begun:
                outcomes.update(self._finished())
                # Before anything is handed back: what is done with it is no reason to be idle.
                begun = self._fill(queue, begun, handed_back + ahead)
                while handed_back in outcomes:
                    yield outcomes.pop(handed_back)
                    handed_back += 1
        finally:
            self._drop_unfinished()

    def _fill(self, queue: Iterator[PrintJob], begun: int, end: int) -> int:
        """Give idle workers the jobs from ``begun`` up to ``end``; return the next number."""
        while begun < end and any(worker.job is None for worker in self._workers):
            if (job := next(queue, None)) is None:
                break
            self._begin(begun, job)
            begun += 1
        return begun

    def _begin(self, number: int, job: PrintJob) -> None:
        place = next(i for i, worker in enumerate(self._workers) if worker.job is None)
        try:
            self._workers[place].begin(number, job)
        except OSError:  # it died while idle, which is no fault of this job
            self._replace(place)
            self._workers[place].begin(number, job)

    def _finished(self) -> Iterator[tuple[int, Printed]]:
        busy = [worker for worker in self._workers if worker.job is not None]
        patience = min(worker.deadline for worker in busy) - monotonic()
        ready = wait([worker.pipe for worker in busy], max(0.0, patience))
        for place, worker in enumerate(self._workers):
            if worker.job is None:
                continue
            if worker.pipe in ready:
                yield worker.job, self._fetched(place)
            elif worker.deadline <= monotonic():
                yield worker.job, _too_slow(worker.seconds)
                self._replace(place)

    def _fetched(self, place: int) -> Printed:
        worker = self._workers[place]
        try:
            outcome = rebuilt(worker.pipe.recv())
        except (EOFError, OSError):
            outcome = worker.cause_of_death()
        worker.job = None
        if isinstance(outcome, EnvironmentFault):
            self._replace(place)
        return outcome

    def _drop_unfinished(self) -> None:
        for place, worker in enumerate(self._workers):
            if worker.job is not None:
                self._replace(place)

    def _replace(self, place: int) -> None:
        self._workers[place].dismiss()
        self._workers[place] = _Worker(self._limits)


def render_many(jobs: Iterable[PrintJob], workers: int) -> Iterator[Printed]:
    """Yield the outcome of every job, in the order of the jobs; see ``Pressroom.render``."""
    with Pressroom(workers) as pressroom:
        yield from pressroom.render(jobs)


class _Worker:
    """A child process, our end of its pipe, and the job it is at."""

    def __init__(self, limits: Limits) -> None:
        context = multiprocessing.get_context("fork")
        self.pipe, theirs = context.Pipe()
        self.job: int | None = None
        self.seconds = limits.seconds
        self.deadline = float("inf")
        self._limits = limits
        self._process: BaseProcess = context.Process(
            target=_as_child, args=(self.pipe, theirs, limits.memory, os.getpid()), daemon=True
        )
        self._process.start()
        theirs.close()

    def begin(self, number: int, job: PrintJob) -> None:
        self.pipe.send(replace(job, assets=dict(job.assets)))  # any mapping, but one that pickles
        self.job = number
        self.seconds = self._limits.seconds_for(job)
        self.deadline = monotonic() + self.seconds

    def cause_of_death(self) -> EnvironmentFault:
        self._process.join()
        code = self._process.exitcode or 0
        how = f"by {signal.Signals(-code).name}" if code < 0 else f"with exit code {code}"
        return EnvironmentFault(
            "E-RENDER",
            f"the process that drew the page was ended {how}",
            "print it once more; if that ends the same way, it is the page that does it",
        )

    def dismiss(self) -> None:
        self.pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


def _as_child(ours: Connection, theirs: Connection, memory: int, parent: int) -> None:
    # The child holds a copy of the parent's end; while it is open, the pipe would never close.
    ours.close()
    work(theirs, memory, parent)


def _too_slow(seconds: float) -> EnvironmentFault:
    return EnvironmentFault(
        "E-RENDER-TIME",
        f"the page was not drawn within {seconds:g} seconds",
        "print a shorter document, or allow more time",
    )
