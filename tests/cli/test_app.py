import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.workspaces import Ask, write

from penholder import __version__
from penholder.cli import report
from penholder.cli.app import run
from penholder.cli.catalogue import SUMMARIES
from penholder.cli.verbs import load

PROGRAM = [sys.executable, "-m", "penholder"]


def test_without_a_verb_the_help_names_every_verb(ask: Ask) -> None:
    for arguments in ((), ("--help",), ("-h",), ("help",)):
        answer = ask(*arguments)
        assert answer.code == 0
        assert all(f"  {verb:<12}{what}" in answer.out for verb, what in SUMMARIES.items())


def test_the_version_is_a_result(ask: Ask) -> None:
    assert ask("--version").out == f"penholder {__version__}\n"


@pytest.mark.parametrize("verb", SUMMARIES)
def test_every_verb_teaches_by_examples(ask: Ask, verb: str) -> None:
    for arguments in ((verb, "--help"), ("help", verb)):
        answer = ask(*arguments)
        assert (answer.code, answer.err) == (0, "")
        assert f"  penholder {verb}" in answer.out
    assert max(map(len, load(verb).examples.splitlines())) <= 100


@pytest.mark.parametrize(
    ("arguments", "what", "fix"),
    [
        (["chekc"], "no verb 'chekc'", "did you mean check?"),
        (["zzz"], "no verb 'zzz'", "see penholder --help"),
        (["build", "--bogus"], "unrecognized arguments: --bogus", "see penholder build --help"),
        (["build", "--paper", "b5"], "argument --paper: invalid choice", "build --help"),
        (["build", "--workers", "0"], "'0' is no whole number from 1 on", "build --help"),
        (["build", "-q", "-v"], "argument -v/--verbose: not allowed with", "build --help"),
        (["record", "drafts/x"], "required: -m/--message", "see penholder record --help"),
        (["--print-completion"], "completion for which shell?", "bash|zsh|tcsh"),
        (["--print-completion", "dos"], "no completion for 'dos'", "bash|zsh|tcsh"),
    ],
)
def test_a_wrong_question_is_told_with_a_remedy(
    ask: Ask, arguments: list[str], what: str, fix: str
) -> None:
    answer = ask(*arguments)
    assert (answer.code, answer.out) == (2, "")
    first, second = answer.err.splitlines()
    assert first.startswith("penholder: E-USAGE ")
    assert what in first
    assert second.startswith("  fix: ")
    assert fix in second


def test_outside_of_a_workspace_every_verb_says_how_to_begin(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    message = ["-m", "x"]
    for verb in ("build", "check", "fmt", "watch", "log x", "show drafts/x", "record drafts/x"):
        arguments = verb.replace("log x", "log drafts/x").split()
        answer = ask(*arguments, *(message if "record" in verb else []))
        assert answer.code == 3, verb
        assert "E-WORKSPACE" in answer.err
        assert "penholder init" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_bug_is_told_in_one_line_and_spilled_only_when_asked(
    ask: Ask, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A process without standard input at all is nothing the program is prepared for.
    monkeypatch.setattr(sys, "stdin", None)
    answer = ask("check", "-")
    assert answer.code == 70
    assert "E-BUG AttributeError in versions.py:" in answer.err
    assert "Traceback" not in answer.err
    assert "Traceback" in ask("check", "-", "-v").err


def test_a_full_disk_takes_no_result_and_that_is_told(workspace: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "schema"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 6
    assert b"E-OUTPUT standard output takes nothing more: No space left on device" in done.stderr
    assert b"Exception" not in done.stderr


def test_a_reader_that_closes_early_is_no_failure(workspace: Path) -> None:
    write(workspace, "drafts/long", "# line\n" * 100_000)
    reader, writer = os.pipe()
    command = [*PROGRAM, "show", "drafts/long"]
    with subprocess.Popen(command, stdout=writer, stderr=subprocess.PIPE) as shown:
        os.close(writer)
        os.read(reader, 10)
        os.close(reader)
        assert shown.stderr
        assert shown.stderr.read() == b""
    assert shown.returncode == 0


def test_ctrl_c_ends_with_the_code_that_shells_know(workspace: Path) -> None:
    with subprocess.Popen([*PROGRAM, "check", "-"], stdin=subprocess.PIPE) as checking:
        time.sleep(0.5)
        checking.send_signal(signal.SIGINT)
        assert checking.wait(10) == 130


def test_a_terminal_that_knows_few_letters_still_gets_the_result(recorded: Path) -> None:
    command = [*PROGRAM, "diff", "drafts/water@Rev.1", "drafts/water"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert b"+ and lakes+" in done.stdout


def test_colour_stands_on_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert report.is_coloured(True)
    assert not report.is_coloured(False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert report.is_coloured(False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not report.is_coloured(True)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not report.is_coloured(True)


def test_quiet_says_nothing_but_problems_and_verbose_says_more(ask: Ask, workspace: Path) -> None:
    quiet = ask("build", "-q", "--format", "html")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
    verbose = ask("build", "-v", "--format", "html", "--force")
    assert verbose.err == "wrote build/drafts/water.html\nmade build/drafts/water.html\n"
    assert "E-OPEN" in ask("build", "-q", "drafts/none").err


def test_light_commands_load_nothing_heavy(workspace: Path) -> None:
    code = (
        "import sys; from penholder.cli.app import run; code = run(['check', '-q']);"
        "print(code, sorted({'weasyprint', 'jinja2', 'git'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "0 []\n"


def test_run_is_what_the_program_is() -> None:
    done = subprocess.run([*PROGRAM, "--version"], capture_output=True, check=True, text=True)
    assert done.stdout == f"penholder {__version__}\n"
    assert run(["--version"]) == 0
