import io
import sys
import time

import pytest

from penholder.cli import report
from penholder.errors import Problem, UnreadableError


class Terminal(io.StringIO):
    """What a person sees on a terminal."""

    def isatty(self) -> bool:
        return True


def shown_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal in the place of standard error."""
    seen = Terminal()
    monkeypatch.setattr(sys, "stderr", seen)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return seen


class TestBar:
    def test_it_grows_on_a_terminal_once_a_second_has_gone_by(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        terminal = shown_terminal(monkeypatch)
        seconds = iter([0.0, 0.5, 1.5, 2.5])
        monkeypatch.setattr(time, "monotonic", lambda: next(seconds))
        bar = report.Bar("printing", 3)
        bar.step()
        assert terminal.getvalue() == ""
        bar.step()
        assert terminal.getvalue().endswith(f"\rprinting [{'#' * 20:<30}] 2/3")
        bar.step()
        bar.end()
        assert terminal.getvalue().endswith(f"\rprinting [{'#' * 30}] 3/3\n")

    def test_it_is_silent_elsewhere(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seconds = iter([0.0, 5.0])
        monkeypatch.setattr(time, "monotonic", lambda: next(seconds, 9.0))
        bar = report.Bar("printing", 1)
        bar.step()
        bar.end()
        assert capsys.readouterr().err == ""

    def test_it_is_silent_where_quiet_was_asked_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        terminal = shown_terminal(monkeypatch)
        report.set_talk(quiet=True, verbose=False)
        seconds = iter([0.0, 5.0])
        monkeypatch.setattr(time, "monotonic", lambda: next(seconds, 9.0))
        bar = report.Bar("printing", 1)
        bar.step()
        report.set_talk(quiet=False, verbose=False)
        assert terminal.getvalue() == ""


def test_a_problem_is_painted_on_a_terminal_and_its_remedy_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = shown_terminal(monkeypatch)
    report.problems([Problem("E-KEY", "no key titel", "write title", file="a.yaml", place=(3, 1))])
    report.failure(UnreadableError("E-OPEN", "a.yaml does not exist"))
    assert terminal.getvalue() == (
        "\033[1ma.yaml:3:1: E-KEY no key titel\033[0m\n  fix: write title\n"
        "penholder: \033[1mE-OPEN a.yaml does not exist\033[0m\n"
    )


def test_counts_agree_with_their_nouns() -> None:
    assert report.plural(1, "document") == "1 document"
    assert report.plural(2, "document") == "2 documents"
