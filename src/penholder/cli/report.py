"""Everything the program says: results to standard output, talk to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from penholder.errors import DONE, ContentError, EnvironmentFault, PenholderError, Problem


class _Talk:
    """How much is said beside the result."""

    is_quiet = False
    is_verbose = False


_talk = _Talk()


def set_talk(*, quiet: bool, verbose: bool) -> None:
    """Set how much is said, from the options of the command."""
    _talk.is_quiet, _talk.is_verbose = quiet, verbose


def say(text: str) -> None:
    """Print a result; raises EnvironmentFault E-OUTPUT where it cannot be taken up."""
    with _translated():
        print(text)


def write(data: bytes) -> None:
    """Put the bytes of a result on standard output as they are; raises as :func:`say`."""
    with _translated():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def flush() -> None:
    """See to it that every result has been taken up; raises as :func:`say`."""
    with _translated():
        sys.stdout.flush()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        what = f"standard output takes nothing more: {error.strerror}"
        raise EnvironmentFault("E-OUTPUT", what, "free space or send it elsewhere") from error


def abandon_output() -> None:
    """Send what is still buffered nowhere, so that it cannot fail again when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(text: str) -> None:
    """Say something beside the result, unless asked to be quiet."""
    if not _talk.is_quiet:
        print(text, file=sys.stderr)


def explain(text: str) -> None:
    """Say something only where more was asked for."""
    if _talk.is_verbose:
        print(text, file=sys.stderr)


def problems(found: Iterable[Problem]) -> None:
    """Print problems, each with its place and its remedy."""
    for problem in found:
        print(_painted(str(problem)), file=sys.stderr)


def as_json(value: object) -> None:
    """Print a value for a machine to read."""
    import json

    say(json.dumps(value, ensure_ascii=False, indent=2))


def failure(error: PenholderError) -> None:
    """Print why a command stopped and how to mend it."""
    print(f"penholder: {_painted(str(error))}", file=sys.stderr)


def failures(errors: Iterable[PenholderError]) -> int:
    """Print why things were left undone; return the gravest exit code."""
    code = DONE
    for error in errors:
        if isinstance(error, ContentError):
            problems(error.problems)
        else:
            failure(error)
        code = max(code, error.exit_code)
    return code


def plural(count: int, thing: str) -> str:
    """Return a count with its noun: ``1 document``, ``2 documents``."""
    return f"{count} {thing}{'' if count == 1 else 's'}"


def bug(error: Exception) -> None:
    """Print a mistake of ours in one line that can be reported, the trace only when asked."""
    import traceback

    if _talk.is_verbose:
        traceback.print_exception(error, file=sys.stderr)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
    print(
        f"penholder: E-BUG {type(error).__name__} in {place}: {error}\n"
        "  fix: this is our mistake; run again with -v and report what it prints",
        file=sys.stderr,
    )


def is_coloured(stream_is_terminal: bool) -> bool:
    """Whether to colour: on a terminal, unless NO_COLOR is set or the terminal is dumb."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream_is_terminal or bool(os.environ.get("FORCE_COLOR"))


def output_is_coloured() -> bool:
    """Whether results on standard output are coloured."""
    return is_coloured(sys.stdout.isatty())


def _painted(text: str) -> str:
    if not is_coloured(sys.stderr.isatty()):
        return text
    first, _, rest = text.partition("\n")
    return f"\033[1m{first}\033[0m\n{rest}" if rest else f"\033[1m{first}\033[0m"


class Bar:
    """A line on a terminal that grows as work is done; nothing where standard error is no terminal.

    It appears once a second has gone by, so quick work stays silent.
    """

    def __init__(self, doing: str, total: int) -> None:
        import time

        self._clock = time.monotonic
        self._begun = time.monotonic()
        self._doing, self._total, self._count = doing, total, 0
        self._is_shown = sys.stderr.isatty() and not _talk.is_quiet
        self._is_drawn = False

    def step(self) -> None:
        """Count one thing as done."""
        self._count += 1
        if self._is_shown and self._clock() - self._begun > 1:
            done = "#" * (30 * self._count // max(self._total, 1))
            line = f"\r{self._doing} [{done:<30}] {self._count}/{self._total}"
            print(line, end="", file=sys.stderr, flush=True)
            self._is_drawn = True

    def clear(self) -> None:
        """Wipe the line, so that something else can be said in its place."""
        if self._is_drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._is_drawn = False

    def end(self) -> None:
        """Leave the line, so that what follows stands on its own."""
        if self._is_drawn:
            print(file=sys.stderr)
