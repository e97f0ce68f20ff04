import ast
import subprocess
import sys

import pytest

from penholder.errors import EnvironmentFault, MissingGlyphs
from penholder.publish.binding import Means
from penholder.publish.pdf import render_pdf
from penholder.publish.presswork import Limits, PrintJob, rebuilt
from penholder.publish.volume_jobs import LayoutJob


def test_a_long_document_may_take_longer() -> None:
    limits = Limits(seconds=2)
    assert limits.seconds_for(PrintJob("x" * 1000)) == 2
    assert limits.seconds_for(PrintJob("x" * 1_200_000)) == 6
    assert limits.seconds_for(LayoutJob(0, "x" * 1000, Means())) == 8


pytestmark = pytest.mark.slow  # many processes

PAGE = (
    '<html lang="en"><head><title>t</title><style>html { font-family: "Liberation Serif" }'
    "</style></head><body><p>%s</body></html>"
)
# The child's work is done here in a process of its own, with lists in place of the pipe.
WORK = """
import ast, os, sys
from penholder.publish.presswork import PrintJob, work
class Ends:
    def __init__(self, pages):
        self.pages, self.answers = pages, []
    def recv(self):
        if not self.pages:
            raise EOFError
        return PrintJob(self.pages.pop(0))
    def send(self, answer):
        self.answers.append(answer)
ends = Ends(ast.literal_eval(sys.stdin.read()))
work(ends, int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else os.getppid())
for answer in ends.answers:
    print(repr(answer if isinstance(answer, bytes) else (answer[0].__name__, answer[1])))
"""


def answers_to(pages: list[str], memory: int = 2**30, parent: str = "") -> list[object]:
    """Return what the child answers to pages, one after another, until none is left."""
    arguments = [str(memory), parent] if parent else [str(memory)]
    done = subprocess.run(
        [sys.executable, "-c", WORK, *arguments],
        input=repr(pages),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return [ast.literal_eval(line) for line in done.stdout.splitlines()]


def test_each_job_is_answered_with_the_bytes_of_its_page() -> None:
    pages = [PAGE % "one", PAGE % "two"]
    assert answers_to(pages) == [render_pdf(html) for html in pages]


def test_what_is_wrong_with_a_page_is_answered_and_the_next_is_printed() -> None:
    glyphs, unsafe, sound = answers_to(
        [PAGE % "\ue000", PAGE % '<img src="file:///x" alt="x">', PAGE % "sound"]
    )
    assert glyphs == ("MissingGlyphs", ("\ue000",))
    assert isinstance(unsafe, tuple)
    assert (unsafe[0], unsafe[1][0]) == ("UnsafeError", "E-ASSET")
    assert sound == render_pdf(PAGE % "sound")


def test_after_running_out_of_memory_the_child_takes_no_other_job() -> None:
    (answer,) = answers_to([PAGE % ("<b>x</b>" * 100_000), PAGE % "next"], memory=2**28)
    assert isinstance(answer, tuple)
    assert (answer[0], answer[1][0]) == ("EnvironmentFault", "E-RENDER-MEM")
    assert "256 MiB" in answer[1][1]


def test_a_child_whose_parent_is_gone_does_nothing() -> None:
    assert answers_to([PAGE % "one"], parent="1" * 7) == []


@pytest.mark.parametrize(
    ("told", "code", "what"),
    [
        ((MissingGlyphs, ("a", "b")), "E-GLYPH", "U+0061, U+0062"),
        ((EnvironmentFault, ("E-FONT", "no font", "install it")), "E-FONT", "no font"),
    ],
)
def test_an_exception_is_rebuilt_from_what_came_through_the_pipe(
    told: tuple[type[MissingGlyphs], tuple[str, ...]], code: str, what: str
) -> None:
    error = rebuilt(told)
    assert isinstance(error, told[0])
    assert error.code == code
    assert what in error.what


def test_a_page_is_rebuilt_as_itself() -> None:
    assert rebuilt(b"%PDF") == b"%PDF"
