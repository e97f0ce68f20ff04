from pathlib import Path

import pytest

from penholder.errors import ConflictError, RepositoryError
from penholder.history.discovery import initialise
from penholder.history.settings import local_setting, set_locally, unset_locally


def test_a_setting_is_written_read_and_taken_away(tmp_path: Path) -> None:
    repository = initialise(tmp_path)
    assert local_setting(repository, "penholder.word") == ""
    set_locally(repository, "penholder.word", 'a "b" $c; d')
    assert local_setting(repository, "penholder.word") == 'a "b" $c; d'
    set_locally(repository, "penholder.word", "other")
    assert local_setting(repository, "penholder.word") == "other"
    unset_locally(repository, "penholder.word")
    unset_locally(repository, "penholder.word")
    assert local_setting(repository, "penholder.word") == ""


def test_includes_are_not_followed(tmp_path: Path) -> None:
    repository = initialise(tmp_path)
    (tmp_path / "more").write_text("[penholder]\nword = included\n")
    set_locally(repository, "include.path", str(tmp_path / "more"))
    assert local_setting(repository, "penholder.word") == ""


def test_a_lock_is_busy_and_a_broken_file_is_damage(tmp_path: Path) -> None:
    repository = initialise(tmp_path)
    lock = tmp_path / ".git/config.lock"
    lock.touch()
    with pytest.raises(ConflictError, match="locked"):
        set_locally(repository, "penholder.word", "a")
    lock.unlink()
    (tmp_path / ".git/config").write_text("[broken\n")
    with pytest.raises(RepositoryError):
        local_setting(repository, "penholder.word")
