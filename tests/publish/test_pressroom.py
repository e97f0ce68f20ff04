import faulthandler
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest

from penholder.errors import EnvironmentFault, MissingGlyphs, UnsafeError
from penholder.publish.pdf import render_pdf
from penholder.publish.pressroom import Pressroom, Printed, render_many
from penholder.publish.presswork import Limits, PrintJob

pytestmark = pytest.mark.slow  # many processes

HEAD = '<html lang="en"><head><title>t</title><style>html { font-family: "Liberation Serif" }'


def page(words: str) -> str:
    """Return a page of one paragraph."""
    return f"{HEAD}</style></head><body><p>{words}</body></html>"


def endless() -> PrintJob:
    """Return a page that takes minutes to lay out."""
    css = "@page { size: 1mm; margin: 0 }"
    return PrintJob(f"{HEAD}{css}</style></head><body><p>{'word ' * 20_000}</body></html>")


def bytes_of(outcomes: list[Printed]) -> list[bytes]:
    """Return outcomes that must all be pages."""
    assert all(isinstance(outcome, bytes) for outcome in outcomes)
    return [outcome for outcome in outcomes if isinstance(outcome, bytes)]


def children_of(process: int) -> list[int]:
    """Return the identifiers of the running child processes of a process."""
    return [
        int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text().split()
    ]


def running(process: int) -> bool:
    """Tell whether a process runs, neither gone nor waiting to be buried."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until_gone(processes: list[int], seconds: float = 5) -> None:
    """Wait until none of the processes runs."""
    last = time.monotonic() + seconds
    while any(running(process) for process in processes):
        assert time.monotonic() < last, "a worker outlived its parent"
        time.sleep(0.02)


@pytest.mark.parametrize("workers", [1, 2])
def test_pages_come_in_the_order_of_the_jobs_with_the_bytes_of_one_press(workers: int) -> None:
    pages = [page(f"Page {i} " * (40 if i == 0 else 1)) for i in range(20)]
    outcomes = list(render_many((PrintJob(html) for html in pages), workers))
    assert outcomes == [render_pdf(html) for html in pages]


def test_no_jobs_give_no_pages() -> None:
    assert list(render_many([], 2)) == []


def test_what_is_wrong_with_a_page_comes_as_a_value_in_its_place() -> None:
    jobs = [
        PrintJob(page("sound")),
        PrintJob(page("\ue000")),
        PrintJob(page('<img src="file:///etc/passwd" alt="x">')),
        PrintJob(page("sound")),
    ]
    first, glyphs, unsafe, last = render_many(jobs, 2)
    assert first == last == render_pdf(page("sound"))
    assert isinstance(glyphs, MissingGlyphs)
    assert glyphs.characters == ("\ue000",)
    assert isinstance(unsafe, UnsafeError)
    assert unsafe.code == "E-ASSET"
    assert "file:///etc/passwd" in unsafe.what


def test_assets_of_any_mapping_reach_the_page() -> None:
    shape = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'
    job = PrintJob(page('<img src="asset:a" alt="x">'), MappingProxyType({"a": shape}))
    assert list(render_many([job], 1)) == [render_pdf(job.html, job.assets)]


@pytest.fixture
def crash_in_silence() -> Iterator[None]:
    """Keep the fault handler of pytest from telling of a crash that a test wants."""
    was_enabled = faulthandler.is_enabled()
    faulthandler.disable()
    yield
    if was_enabled and sys.__stderr__:
        faulthandler.enable(sys.__stderr__)


@pytest.mark.usefixtures("crash_in_silence")
@pytest.mark.parametrize("death", [signal.SIGKILL, signal.SIGSEGV])
def test_a_worker_that_dies_takes_only_its_own_job_with_it(death: signal.Signals) -> None:
    sound = PrintJob(page("sound"))
    before = set(children_of(os.getpid()))
    with Pressroom(workers=1) as pressroom:
        (victim,) = set(children_of(os.getpid())) - before

        def jobs() -> Iterator[PrintJob]:
            yield sound
            yield endless()
            yield sound

        outcomes = pressroom.render(jobs())
        first = next(outcomes)
        os.kill(victim, death)
        died, last = outcomes
    assert first == last == render_pdf(sound.html)
    assert isinstance(died, EnvironmentFault)
    assert (died.code, died.exit_code) == ("E-RENDER", 6)
    assert death.name in died.what


def test_a_worker_that_dies_while_idle_is_replaced() -> None:
    before = set(children_of(os.getpid()))
    with Pressroom(workers=1) as pressroom:
        (victim,) = set(children_of(os.getpid())) - before
        os.kill(victim, signal.SIGKILL)
        wait_until_gone([victim])
        assert bytes_of(list(pressroom.render([PrintJob(page("sound"))])))


def test_a_page_that_takes_too_long_is_given_up_and_the_others_are_printed() -> None:
    limits = Limits(seconds=2)
    jobs = [PrintJob(page("one")), endless(), PrintJob(page("two"))]
    with Pressroom(2, limits) as pressroom:
        first, slow, last = pressroom.render(jobs)
    assert bytes_of([first, last])
    assert isinstance(slow, EnvironmentFault)
    assert slow.code == "E-RENDER-TIME"
    assert "2 seconds" in slow.what


def test_a_page_that_needs_too_much_memory_is_given_up_and_the_next_is_printed() -> None:
    wide = PrintJob(page("<b>x</b>" * 100_000))
    inherited = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    limits = Limits(seconds=10, memory=inherited + 60 * 2**20)
    with Pressroom(1, limits) as pressroom:
        large, small = pressroom.render([wide, PrintJob(page("small"))])
    assert isinstance(large, EnvironmentFault)
    # Where it is C code that gets no memory, it ends the process or never comes back.
    assert large.code in ("E-RENDER-MEM", "E-RENDER", "E-RENDER-TIME")
    assert bytes_of([small])


def test_pages_no_longer_wanted_do_not_come_up_later() -> None:
    with Pressroom(workers=2) as pressroom:
        outcomes = pressroom.render(PrintJob(page(f"unwanted {i}")) for i in range(10))
        next(outcomes)
        del outcomes
        wanted = page("wanted")
        assert list(pressroom.render([PrintJob(wanted)])) == [render_pdf(wanted)]


def test_jobs_are_not_taken_far_ahead_of_the_pages_fetched() -> None:
    taken = 0

    def jobs() -> Iterator[PrintJob]:
        nonlocal taken
        while taken < 100:
            taken += 1
            yield PrintJob(page("x"))

    with Pressroom(workers=2) as pressroom:
        next(pressroom.render(jobs()))
    assert taken <= 17


def test_no_worker_is_left_after_the_block() -> None:
    before = set(children_of(os.getpid()))
    with Pressroom(workers=2):
        workers = set(children_of(os.getpid())) - before
    assert len(workers) == 2
    assert not [worker for worker in workers if running(worker)]


def test_workers_busy_with_a_page_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(endless().html)
    code = (
        "import pathlib, sys\n"
        "from penholder.publish.pressroom import PrintJob, render_many\n"
        "job = PrintJob(pathlib.Path(sys.argv[1]).read_text())\n"
        "list(render_many([job, job], 2))\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "page.html")])
    last = time.monotonic() + 10
    while len(workers := children_of(parent.pid)) < 2:
        assert time.monotonic() < last, "the workers never began"
        time.sleep(0.02)
    time.sleep(0.5)
    parent.kill()
    parent.wait()
    wait_until_gone(workers)


def test_the_parent_need_not_load_weasyprint() -> None:
    code = (
        "import sys\nfrom penholder.publish.pressroom import PrintJob, render_many\n"
        "(pdf,) = render_many([PrintJob(sys.argv[1])], 1)\n"
        "print(pdf[:5], 'weasyprint' in sys.modules)"
    )
    command = [sys.executable, "-W", "error", "-c", code, page("x")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("b'%PDF-' False\n", "")
