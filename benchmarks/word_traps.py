"""What a hostile Word file costs before it is refused: each in a process of its own."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter

from tests.ingest.docx.traps import traps

from penholder.errors import PenholderError
from penholder.ingest.docx.word_file import read_word

_SECONDS, _MIB = 0.5, 100.0


@dataclass(frozen=True, slots=True)
class Cost:
    """The code a trap was refused with, the seconds it took, and the MiB it added."""

    code: str
    seconds: float
    memory: float


def measured_traps() -> bool:
    """Print what every trap costs; return whether all are refused in half a second and 100 MiB."""
    is_safe = True
    print("")
    for name, (make, code, _) in traps().items():
        cost = _cost(make())
        is_held = cost.code == code and cost.seconds <= _SECONDS and cost.memory <= _MIB
        is_safe = is_safe and is_held
        told = f"{cost.code:<10} {cost.seconds:6.3f} s {cost.memory:6.1f} MiB"
        print(f"trap, {name:<24} {told}  {'ok' if is_held else 'MISSED'}")
    return is_safe


def _cost(data: bytes) -> Cost:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_refuse, args=(data, theirs))
    process.start()
    cost: Cost = ours.recv()
    process.join()
    return cost


def _refuse(data: bytes, pipe: Connection) -> None:
    before = _peak()
    begun = perf_counter()
    code = "accepted"
    try:
        read_word(data)
    except PenholderError as error:
        code = error.code
    seconds = perf_counter() - begun
    pipe.send(Cost(code, seconds, _peak() - before))


def _peak() -> float:
    """Return the most memory that this program has held so far, in MiB.

    Not from getrusage: that begins with what the parent held.
    """
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) / 1024
