"""Many sources on several processors, each in a process of its own: a bad one harms no other."""

from __future__ import annotations

import multiprocessing
import resource
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic

from penholder.errors import ContentError, PenholderError, Problem, UnsafeError
from penholder.ingest.reading import read_source
from penholder.ingest.recognise import Recognised
from penholder.store.files import read_file

LARGEST_SOURCE = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one source may take: seconds of its processor and on the clock, bytes of memory."""

    processor: int = 120
    clock: float = 600.0
    memory: int = 2**30


USUAL_BOUNDS = Bounds()
Outcome = Recognised | PenholderError
Read = Callable[[bytes], Recognised]
_Told = Recognised | tuple[type[PenholderError], tuple[str, str, str]]


def read_sources(
    files: Sequence[Path],
    workers: int,
    bounds: Bounds = USUAL_BOUNDS,
    read: Read = read_source,
) -> Iterator[tuple[int, Outcome]]:
    """Yield the outcome of every file with its place in ``files``, as they are done.

    ``read`` makes a document of the bytes of each.
    What cannot be read comes as a value: UnreadableError, UnsafeError where a file takes more
    than its bounds or ends the process that reads it, PenholderError E-READER (exit 70) where our
    reader fails on it.
    """
    waiting = list(enumerate(files))[::-1]
    busy: list[_Reader] = []
    try:
        while waiting or busy:
            while waiting and len(busy) < workers:
                busy.append(_Reader(*waiting.pop(), bounds, read))
            for reader in _ready(busy):
                busy.remove(reader)
                yield reader.place, reader.outcome()
    finally:
        for reader in busy:
            reader.end()


def _ready(busy: Sequence[_Reader]) -> list[_Reader]:
    patience = max(0.0, min(reader.deadline for reader in busy) - monotonic())
    heard = wait([reader.pipe for reader in busy], patience)
    return [each for each in busy if each.pipe in heard or each.deadline <= monotonic()]


class _Reader:
    """A child process that reads one file, and our end of its pipe."""

    def __init__(self, place: int, file: Path, bounds: Bounds, read: Read) -> None:
        context = multiprocessing.get_context("fork")
        self.place = place
        self.deadline = monotonic() + bounds.clock
        self.pipe, theirs = context.Pipe(duplex=False)
        self._process: BaseProcess = context.Process(
            target=_read, args=(file, theirs, bounds, read), daemon=True
        )
        self._process.start()
        theirs.close()

    def outcome(self) -> Outcome:
        """Return what the child says, or how it ended without a word."""
        try:
            told: _Told | None = self.pipe.recv() if self.pipe.poll() else None
        except EOFError:
            told = None
        self.end()
        if told is None:
            what = "reading it takes more time or memory than any document needs"
            return UnsafeError("E-HOSTILE", what, "look where the file comes from")
        return told if isinstance(told, Recognised) else told[0](*told[1])

    def end(self) -> None:
        """End the child, whatever it is at."""
        self.pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


def _read(file: Path, pipe: Connection, bounds: Bounds, read: Read) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (bounds.processor, bounds.processor))
    resource.setrlimit(resource.RLIMIT_AS, (bounds.memory, bounds.memory))
    try:
        answer: _Told = read(read_file(file, LARGEST_SOURCE))
    except ContentError as error:
        answer = UnsafeError, _told(error.problems[0])
    except PenholderError as error:
        answer = type(error), (error.code, error.what, error.fix)
    except (MemoryError, RecursionError):
        return
    except Exception as error:  # noqa: BLE001 - what our reader fails on keeps no other from it
        what = f"our reader fails on it: {type(error).__name__}: {error}"
        answer = PenholderError, ("E-READER", what, "this is our mistake; report it with the file")
    pipe.send(answer)


def _told(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.what, problem.fix
