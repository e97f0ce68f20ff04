import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.workspaces import DRAFT, Ask, write

from penholder.cli.catalogue import SUMMARIES

BASH = shutil.which("bash")


def completed(script: str, *words: str) -> set[str]:
    """Return what bash would offer for the last of the words."""
    asking = (
        f"{script}\nCOMP_WORDS=(penholder {' '.join(repr(word) for word in words)})\n"
        f"COMP_CWORD={len(words)}\n"
        "$(complete -p penholder | sed 's/.*-F \\([^ ]*\\).*/\\1/')\n"
        "printf '%s\\n' \"${COMPREPLY[@]}\"\n"
    )
    assert BASH
    done = subprocess.run([BASH, "-c", asking], capture_output=True, check=True, text=True)
    assert done.stderr == ""
    return set(done.stdout.split())


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
class TestBash:
    def test_verbs_and_options_complete(self, ask: Ask, workspace: Path) -> None:
        script = ask("--print-completion", "bash").out
        assert completed(script, "") == set(SUMMARIES)
        assert completed(script, "re") == {"record"}
        assert completed(script, "build", "--pa") == {"--paper"}
        assert completed(script, "build", "--paper", "") == {"letter", "a4"}

    def test_documents_complete_from_anywhere_in_the_workspace(
        self, ask: Ask, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(workspace, "A/RES/53/123", DRAFT)
        write(workspace, "S/RES/1325_(2000)", DRAFT)
        script = ask("--print-completion", "bash").out
        assert completed(script, "build", "") == {"A/RES/53/123", "drafts/water"}
        assert completed(script, "build", "drafts/water", "A/") == {"A/RES/53/123"}
        assert completed(script, "new", "drafts/x", "--base", "dr") == {"drafts/water"}
        monkeypatch.chdir(workspace / "content" / "drafts")
        assert completed(script, "diff", "A") == {"A/RES/53/123"}
        assert "water.yaml" in completed(script, "show", "wa")

    def test_outside_of_a_workspace_nothing_is_offered(
        self, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        script = ask("--print-completion", "bash").out
        assert completed(script, "build", "") == set()


@pytest.mark.parametrize("shell", ["zsh", "tcsh"])
def test_the_other_shells_have_a_script(ask: Ask, shell: str) -> None:
    answer = ask("--print-completion", shell)
    assert answer.code == 0
    assert "record" in answer.out
