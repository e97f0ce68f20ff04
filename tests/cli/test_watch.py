import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.cli.workspaces import BROKEN, DRAFT, Ask, write

PATIENCE = 20.0


def wait_for(done: Callable[[], bool]) -> None:
    """Wait until something is so; fail when it takes too long."""
    last = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < last, "it never came"
        time.sleep(0.02)


def test_one_round_prints_and_returns_the_code(ask: Ask, workspace: Path) -> None:
    answer = ask("watch", "--rounds", "1", "--format", "html")
    assert (answer.code, answer.err) == (0, "made build/drafts/water.html\n")
    assert ask("watch", "--rounds", "1", "--format", "html").err == ""
    write(workspace, "drafts/water", BROKEN)
    assert ask("watch", "--rounds", "1", "--format", "html").code == 3
    assert ask("watch", "--rounds", "1", "drafts/none").code == 3
    answer = ask("watch", "--rounds", "1", "--format", "odt")
    assert answer.code == 2


def test_a_save_is_printed_and_new_documents_are_found(ask: Ask, workspace: Path) -> None:
    page = workspace / "build/drafts/forest.html"
    saving = threading.Timer(0.4, write, (workspace, "drafts/forest", DRAFT))
    saving.start()
    answer = ask("watch", "--rounds", "2", "--format", "html", "-v")
    saving.join()
    assert answer.code == 0
    assert page.is_file()
    assert "watching; Ctrl-C ends it" in answer.err
    assert "made build/drafts/forest.html\nin 0." in answer.err


def test_a_file_outside_of_the_content_is_watched_too(ask: Ask, workspace: Path) -> None:
    text = workspace / "text.yaml"
    text.write_text(DRAFT)
    saving = threading.Timer(0.4, text.write_text, (DRAFT.replace("rivers", "seas"),))
    saving.start()
    assert ask("watch", "text.yaml", "--rounds", "2", "--format", "html").code == 0
    saving.join()
    assert "seas" in (workspace / "build/text.html").read_text()


@contextmanager
def watching(workspace: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Run watch in a process of its own; give it and the file that it talks to."""
    talk = workspace.parent / "talk"
    with (
        talk.open("wb") as stream,
        subprocess.Popen(
            [sys.executable, "-m", "penholder", "watch"], stderr=stream, cwd=workspace
        ) as process,
    ):
        try:
            yield process, talk
        finally:
            process.kill()


@pytest.mark.slow
def test_problems_are_told_and_watched_on_until_ctrl_c(workspace: Path) -> None:
    sheet = workspace / "build/drafts/water.pdf"
    with watching(workspace) as (process, talk):
        wait_for(lambda: b"watching" in talk.read_bytes())
        workers = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        assert workers
        first = sheet.read_bytes()
        write(workspace, "drafts/water", BROKEN)
        wait_for(lambda: b"E-KEY" in talk.read_bytes())
        assert sheet.read_bytes() == first
        write(workspace, "drafts/water", DRAFT.replace("rivers", "seas"))
        wait_for(lambda: sheet.read_bytes() != first)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
        wait_for(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))


@pytest.mark.slow
def test_waiting_costs_next_to_nothing(workspace: Path) -> None:
    with watching(workspace) as (process, talk):
        wait_for(lambda: b"watching" in talk.read_bytes())
        begun = ticks(process.pid)
        time.sleep(1.5)
        assert ticks(process.pid) - begun < 30  # of 150 hundredths of a second
        process.send_signal(signal.SIGINT)


def ticks(process: int) -> int:
    """Return the hundredths of a second that a process has worked."""
    words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(words[11]) + int(words[12])
