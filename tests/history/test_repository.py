from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import penholder
from penholder.errors import EnvironmentFault, RepositoryError
from penholder.history.discovery import discover
from penholder.history.message import Message, Signature
from penholder.history.record import record
from penholder.history.repository import Answer, Repository, fault
from penholder.history.revisions import read_at, read_many, revisions
from penholder.history.tags import tag, tags

DOCUMENT = "content/A/RES/53/123.yaml"
Git = Callable[..., str]
Write = Callable[[Repository, str, bytes], None]

HOSTILE = {
    "fsmonitor": [("core.fsmonitor", "{}")],
    "clean filter": [("filter.x.clean", "{}; cat"), ("filter.x.required", "true")],
    "smudge filter": [("filter.x.smudge", "{}; cat")],
    "process filter": [("filter.x.process", "{}")],
    "textconv": [("diff.x.textconv", "{}; cat")],
    "diff command": [("diff.x.command", "{}")],
    "external diff": [("diff.external", "{}")],
    "merge driver": [("merge.x.driver", "{}")],
    "hooks elsewhere": [("core.hooksPath", "HOOKS")],
    "signing": [("gpg.program", "SCRIPT"), ("commit.gpgSign", "true"), ("tag.gpgSign", "true"),
                ("log.showSignature", "true")],
    "aliases": [(f"alias.{verb}", "!{}") for verb in ("rev-list", "cat-file", "update-ref")],
    "pager": [("core.pager", "{}"), ("pager.rev-list", "{}"), ("pager.diff-tree", "true")],
    "editor": [("core.editor", "{}"), ("sequence.editor", "{}")],
    "transport": [("core.sshCommand", "{}"), ("core.askPass", "SCRIPT"), ("core.gitProxy", "{}"),
                  ("credential.helper", "!{}"), ("uploadpack.packObjectsHook", "{}")],
    "alternate refs": [("core.alternateRefsCommand", "{}")],
    "work tree": [("core.worktree", "/"), ("core.fsmonitor", "{}")],
    "included": [("include.path", "INCLUDED")],
    "attributes": [("core.attributesFile", "ATTRIBUTES"), ("filter.x.clean", "{}; cat")],
    "trailers": [("trailer.Proposed-by.command", "{}"), ("trailer.x.cmd", "{}")],
}  # fmt: skip


def _trap(repository: Repository, folder: Path) -> tuple[Path, Path]:
    """Make a program that leaves a mark when run, as hook and as script, and files naming it."""
    mark, script = folder / "mark", folder / "script"
    script.write_text(f"#!/bin/sh\necho ran >> '{mark}'\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    hooks = repository.git_dir / "hooks"
    hooks.mkdir(exist_ok=True)
    names = "reference-transaction post-index-change pre-commit post-commit fsmonitor-watchman"
    for name in names.split():
        (hooks / name).symlink_to(script)
    (folder / "attributes").write_text("* filter=x diff=x merge=x\n")
    (folder / "included").write_text(f'[core]\n\tfsmonitor = "{script}"\n')
    return mark, script


def _use_everything(repository: Repository, message: Message, signature: Signature) -> None:
    found = discover(repository.work_tree)
    saved = record(found, DOCUMENT, b"third\n", message)
    record(found, "content/A/RES/53/124.yaml", b"other\n", message)
    tag(found, "A/RES/53/123@adopted", saved.commit, "Adopted", signature)
    history = revisions(found, DOCUMENT)
    texts = read_many(found, DOCUMENT, [revision.commit for revision in history])
    assert list(texts) == [b"third\n", b"second\n", b"first\n"]
    assert read_at(found, DOCUMENT, "adopted") == b"third\n"
    assert [held.name for held in tags(found)] == ["A/RES/53/123@adopted"]


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_configuration_runs_nothing(
    draft_with_two_revisions: Repository,
    tmp_path: Path,
    git: Git,
    message: Message,
    expert: Signature,
    kind: str,
) -> None:
    repository = draft_with_two_revisions
    mark, script = _trap(repository, tmp_path)
    (repository.git_dir / "info").mkdir(exist_ok=True)
    (repository.git_dir / "info" / "attributes").write_text("* filter=x diff=x merge=x\n")
    places = {"SCRIPT": script, "HOOKS": repository.git_dir / "hooks",
              "INCLUDED": tmp_path / "included", "ATTRIBUTES": tmp_path / "attributes"}  # fmt: skip
    for key, value in HOSTILE[kind]:
        written = str(places.get(value, value.replace("{}", str(script))))
        git(repository.work_tree, "config", key, written)
    _use_everything(repository, message, expert)
    assert not mark.exists()


def test_the_trap_of_these_tests_does_catch(
    draft_with_two_revisions: Repository, tmp_path: Path, git: Git
) -> None:
    mark, script = _trap(draft_with_two_revisions, tmp_path)
    git(draft_with_two_revisions.work_tree, "config", "core.fsmonitor", str(script))
    git(draft_with_two_revisions.work_tree, "status")
    assert mark.exists()


def test_an_index_made_with_a_monitor_does_not_start_it(
    draft_with_two_revisions: Repository, tmp_path: Path, git: Git, message: Message
) -> None:
    mark, script = _trap(draft_with_two_revisions, tmp_path)
    git(draft_with_two_revisions.work_tree, "config", "core.fsmonitor", str(script))
    git(draft_with_two_revisions.work_tree, "update-index", "--fsmonitor")
    mark.unlink(missing_ok=True)
    record(draft_with_two_revisions, DOCUMENT, b"third\n", message)
    assert not mark.exists()


def test_a_missing_object_is_not_fetched_by_a_named_program(
    draft_with_two_revisions: Repository, tmp_path: Path, git: Git
) -> None:
    repository = draft_with_two_revisions
    mark, script = _trap(repository, tmp_path)
    settings = {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": str(repository.work_tree),
        "remote.origin.uploadpack": str(script),
        "protocol.file.allow": "always",
    }
    for key, value in settings.items():
        git(repository.work_tree, "config", key, value)
    blob = revisions(repository, DOCUMENT)[0].blob
    (repository.git_dir / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(RepositoryError) as damage:
        read_at(repository, DOCUMENT, "HEAD")
    assert damage.value.code == "E-OBJECT"
    assert not mark.exists()


def test_variables_of_another_git_command_are_not_followed(
    draft_with_two_revisions: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "elsewhere" / "index"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.bare")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "nonsense")
    assert read_at(draft_with_two_revisions, DOCUMENT, "HEAD") == b"second\n"


def test_git_that_never_answers_is_given_up(
    draft_with_two_revisions: Repository, tmp_path: Path, git: Git
) -> None:
    os.mkfifo(tmp_path / "never")
    git(draft_with_two_revisions.work_tree, "config", "include.path", str(tmp_path / "never"))
    with pytest.raises(EnvironmentFault, match="no answer") as silence:
        replace(draft_with_two_revisions, limit=0.2).run("rev-parse", "HEAD")
    assert (silence.value.code, silence.value.exit_code) == ("E-GIT", 6)


def test_git_that_disappears_is_explained(
    draft_with_two_revisions: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(EnvironmentFault, match="not found"):
        draft_with_two_revisions.run("rev-parse", "HEAD")


def test_a_machine_without_room_for_input_is_explained(
    draft_with_two_revisions: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nonexistent")
    with pytest.raises(EnvironmentFault) as refusal:
        draft_with_two_revisions.run("rev-parse", "HEAD")
    assert refusal.value.exit_code == 6


@pytest.mark.parametrize(
    ("program", "what"), [("", "not found"), ("#!/bin/sh\necho git version 2.20.1\n", "too old")]
)
def test_git_missing_or_too_old_is_explained_at_once(
    tmp_path: Path, program: str, what: str
) -> None:
    if program:
        (tmp_path / "git").write_text(program)
        (tmp_path / "git").chmod(0o755)
    code = (
        "from pathlib import Path\n"
        "from penholder.errors import EnvironmentFault\n"
        "from penholder.history.discovery import initialise\n"
        "try:\n    initialise(Path('made'))\n"
        "except EnvironmentFault as fault:\n    print(fault.code, fault.what)\n"
    )
    sources = Path(penholder.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PATH": str(tmp_path), "PYTHONPATH": str(sources)},
        cwd=tmp_path,
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.startswith("E-GIT ")
    assert what in done.stdout


@pytest.mark.parametrize(
    ("errors", "code", "exit_code"),
    [
        ("error: unable to write file: No space left on device", "E-SPACE", 6),
        ("fatal: Unable to create 'x.lock': Permission denied", "E-RIGHTS", 6),
        ("fatal: Unable to create 'x.lock': Read-only file system", "E-RIGHTS", 6),
        ("fatal: bad object", "E-REPOSITORY", 7),
        ("", "E-REPOSITORY", 7),
    ],
)
def test_a_failure_of_the_machine_is_not_called_damage(
    errors: str, code: str, exit_code: int
) -> None:
    found = fault(Answer(128, b"", errors), "write-tree")
    assert (found.code, found.exit_code) == (code, exit_code)
    assert found.fix


def test_a_command_that_must_succeed_raises(draft_with_two_revisions: Repository) -> None:
    with pytest.raises(RepositoryError, match="cat-file failed"):
        draft_with_two_revisions.ask("cat-file", "blob", "0" * 40)
