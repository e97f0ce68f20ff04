"""What a child process of the pressroom does: one job after another, until its pipe closes."""

from __future__ import annotations

import ctypes
import gc
import os
import resource
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, TypeAlias

from penholder.errors import EnvironmentFault, MissingGlyphs, PenholderError
from penholder.publish.assets import Assets
from penholder.publish.fonts import LATIN, FontNeeds

if TYPE_CHECKING:
    from penholder.publish.volume_jobs import BindJob, LayoutJob, PaintJob
    from penholder.publish.volume_press import VolumePress

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of linux/prctl.h
_JOBS_BETWEEN_COLLECTIONS = 8
_LENGTH = 500_000
_PATIENCE = 4
_RESERVE = 2**22  # bytes kept free, because even to say that memory ran out takes memory


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One page of HTML, the pictures it may show, and the fonts it may be drawn with."""

    html: str
    assets: Assets = field(default_factory=dict)
    needs: FontNeeds = LATIN

    @property
    def letters(self) -> int:
        """How long it is, in letters of HTML."""
        return len(self.html)

    def done_by(self, press: VolumePress) -> bytes:
        """Print it."""
        return press.press.render(self.html, self.assets, self.needs)


Job: TypeAlias = "PrintJob | LayoutJob | PaintJob | BindJob"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may take: seconds on the clock, and bytes of memory of its process.

    ``seconds`` are those of a short document. A long one gets as many again for every further
    ``_LENGTH`` letters of its HTML: 200 pages are about a million, and take 10 to 20 seconds. A
    part of a volume may take ``_PATIENCE`` times as long: with it all the others would be lost.
    """

    seconds: float = 60.0
    memory: int = 2**30

    def seconds_for(self, job: Job) -> float:
        """Return how long one job may take."""
        patience = 1 if isinstance(job, PrintJob) else _PATIENCE
        return patience * self.seconds * (1 + job.letters // _LENGTH)


Done = bytes | int
"""What comes of a job: a PDF or a painted chapter, or the pages of a chapter that is kept."""

Told = Done | tuple[type[PenholderError], tuple[str, ...]]
"""An answer as it goes through the pipe: what was done, or a kind of exception and its arguments.

Exceptions themselves do not pickle where they take more than one argument.
"""


def work(pipe: Connection, memory: int, parent: int) -> None:
    """Answer every job that comes through the pipe with its PDF, or with what went wrong.

    Ends when the other side closes the pipe, with the parent process, or after an answer that
    memory ran out, since nothing is known of the state of the process then.
    """
    _confine(memory, parent)
    press: VolumePress | None = None
    jobs = 0
    # The press loads while the parent still sets the first page; a fault is told at the first job.
    with suppress(PenholderError, MemoryError):
        press = _new_press()
    # Looking for garbage while a page is drawn costs 4 % of its time; between pages it costs none.
    gc.disable()
    while (job := _next_job(pipe)) is not None:
        reserve = bytearray(_RESERVE)
        try:
            press = press or _new_press()
            answer: Told = job.done_by(press)
        except PenholderError as error:
            answer = _told(error)
        except MemoryError:
            del reserve
            _unconfine()
            pipe.send(_told(_out_of_memory(memory)))
            return
        pipe.send(answer)
        jobs += 1
        if jobs % _JOBS_BETWEEN_COLLECTIONS == 0:
            gc.collect()


def rebuilt(told: Told) -> Done | PenholderError:
    """Return what an answer means: what was done, or an exception."""
    if isinstance(told, bytes | int):
        return told
    kind, arguments = told
    return MissingGlyphs(arguments) if kind is MissingGlyphs else kind(*arguments)


def _new_press() -> VolumePress:
    # Here and not above: the parent may never need WeasyPrint, and waits for nothing this way.
    from penholder.publish.pdf import Press
    from penholder.publish.volume_press import VolumePress

    press = VolumePress(Press())
    gc.freeze()
    return press


def _next_job(pipe: Connection) -> Job | None:
    try:
        job: Job = pipe.recv()
    except EOFError:
        return None
    return job


def _confine(memory: int, parent: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit()  # the parent ended before the line above took hold
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, _hard_limit()))


def _unconfine() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_hard_limit(), _hard_limit()))


def _hard_limit() -> int:
    return resource.getrlimit(resource.RLIMIT_AS)[1]


def _told(error: PenholderError) -> Told:
    if isinstance(error, MissingGlyphs):
        return MissingGlyphs, error.characters
    return type(error), (error.code, error.what, error.fix)


def _out_of_memory(memory: int) -> EnvironmentFault:
    return EnvironmentFault(
        "E-RENDER-MEM",
        f"the page needs more than {memory // 2**20} MiB of memory",
        "print a shorter document, or allow more memory",
    )
