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
from penholder.publish.presswork import Done, Job, Limits, PrintJob, rebuilt, work

Printed = bytes | PenholderError
"""The bytes of a PDF file, or what kept the page from being printed."""

Outcome = Done | PenholderError
"""What came of any job."""

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
                outcomes.update((number, _sheet(done)) for _, number, done in self.finished())
                # Before anything is handed back: what is done with it is no reason to be idle.
                begun = self._fill(queue, begun, handed_back + ahead)
                while handed_back in outcomes:
                    yield outcomes.pop(handed_back)
                    handed_back += 1
        finally:
            self._drop_unfinished()

    def start_afresh(self, places: Iterable[int]) -> None:
        """End the work of all that are busy, and what the workers at some places hold."""
        self._drop_unfinished()
        for place in places:
            self._replace(place)

    def idle(self) -> list[int]:
        """Return the places of the workers that have nothing to do."""
        return [place for place, worker in enumerate(self._workers) if worker.job is None]

    def is_busy(self) -> bool:
        """Tell whether any worker is at a job."""
        return len(self.idle()) < len(self._workers)

    def done(self, job: Job) -> Printed:
        """Return the outcome of one job while all workers are idle."""
        self.begin(0, 0, job)
        while not (outcomes := list(self.finished())):
            pass  # it waited, and a little too short
        return _sheet(outcomes[0][2])

    def _fill(self, queue: Iterator[PrintJob], begun: int, end: int) -> int:
        """Give idle workers the jobs from ``begun`` up to ``end``; return the next number."""
        while begun < end and (idle := self.idle()):
            if (job := next(queue, None)) is None:
                break
            # Any mapping may hold the assets, but this one pickles.
            self.begin(idle[0], begun, replace(job, assets=dict(job.assets)))
            begun += 1
        return begun

    def begin(self, place: int, number: int, job: Job) -> None:
        """Give an idle worker a job, which has a number."""
        try:
            self._workers[place].begin(number, job)
        except OSError:  # it died while idle, which is no fault of this job
            self._replace(place)
            self._workers[place].begin(number, job)

    def finished(self) -> Iterator[tuple[int, int, Outcome]]:
        """Wait for the next jobs that end, and yield each: its worker, its number, its outcome."""
        busy = [worker for worker in self._workers if worker.job is not None]
        if not busy:
            return
        patience = min(worker.deadline for worker in busy) - monotonic()
        ready = wait([worker.pipe for worker in busy], max(0.0, patience))
        for place, worker in enumerate(self._workers):
            if worker.job is None:
                continue
            if worker.pipe in ready:
                yield place, worker.job, self._fetched(place)
            elif worker.deadline <= monotonic():
                yield place, worker.job, _too_slow(worker.seconds)
                self._replace(place)

    def _fetched(self, place: int) -> Outcome:
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

    def begin(self, number: int, job: Job) -> None:
        self.pipe.send(job)
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


def _sheet(outcome: Outcome) -> Printed:
    assert not isinstance(outcome, int)  # pages are counted of chapters alone
    return outcome


def _too_slow(seconds: float) -> EnvironmentFault:
    return EnvironmentFault(
        "E-RENDER-TIME",
        f"the page was not drawn within {seconds:g} seconds",
        "print a shorter document, or allow more time",
    )
