"""Rows 2, 3, 25 and 62 of the bad inputs: what is no ordinary file is refused, and never blocks."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from penholder.errors import ContentError, EnvironmentFault, UnreadableError, UnsafeError
from penholder.store.files import read_file
from penholder.store.size import LARGEST

NOBODY = 65534


@contextmanager
def without_rights() -> Iterator[None]:
    """Run as nobody, where the tests run as root, to whom every file is open."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * LARGEST)
    assert read_file(path) == b"x" * LARGEST


def test_a_missing_file_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"a\.yaml does not exist") as caught:
        read_file(tmp_path / "a.yaml")
    assert (caught.value.code, caught.value.exit_code) == ("E-OPEN", 3)


def test_a_file_without_the_right_to_read_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x")
    path.chmod(0)
    with without_rights(), pytest.raises(EnvironmentFault) as caught:
        read_file(path)
    assert (caught.value.code, caught.value.exit_code) == ("E-OPEN", 6)


@pytest.mark.parametrize("device", [".", "/dev/zero", "/dev/null"])
def test_a_folder_or_device_is_no_file(device: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_file(Path(device))
    assert (caught.value.code, caught.value.exit_code) == ("E-NOTFILE", 3)


def test_a_pipe_without_a_writer_never_blocks(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match="a pipe") as caught:
        read_file(tmp_path / "pipe")
    assert caught.value.code == "E-NOTFILE"


def test_a_socket_is_no_file(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        with pytest.raises(UnreadableError, match="a socket") as caught:
            read_file(tmp_path / "s")
    assert caught.value.code == "E-NOTFILE"


def test_a_link_is_refused_even_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x")
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    with pytest.raises(UnsafeError) as caught:
        read_file(tmp_path / "link.yaml")
    assert (caught.value.code, caught.value.exit_code) == ("E-MODE", 4)


def test_a_file_beyond_the_cap_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(ContentError) as caught:
        read_file(path)
    assert (caught.value.code, caught.value.exit_code) == ("E-SIZE", 4)
    assert caught.value.problems[0].file == str(path)


def test_a_file_that_says_nothing_of_its_size_is_read_no_further_than_the_cap() -> None:
    path = Path("/proc/self/pagemap")
    if not path.exists():
        pytest.skip("only Linux has a file of size 0 that never ends")
    with pytest.raises((ContentError, EnvironmentFault)):
        read_file(path)


def test_other_faults_of_the_disk_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    with pytest.raises(UnsafeError):
        read_file(tmp_path / "a" / "b.yaml")
