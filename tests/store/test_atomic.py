"""A file is its earlier or its later bytes, whatever happens."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from penholder.errors import EnvironmentFault, UnsafeError
from penholder.store.atomic import atomic_write, sweep


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    """Let no file grow beyond ``size`` bytes, as on a disk that is full."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_file_is_replaced_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.yaml"
    atomic_write(path, b"before")
    path.chmod(0o640)
    atomic_write(path, b"after")
    assert path.read_bytes() == b"after"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(path.parent.iterdir()) == [path]


def test_a_new_file_gets_the_rights_of_new_files_here(tmp_path: Path) -> None:
    atomic_write(tmp_path / "a", b"x")
    (tmp_path / "b").write_bytes(b"x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"before")
    (tmp_path / "link").symlink_to("target")
    with pytest.raises(UnsafeError) as caught:
        atomic_write(tmp_path / "link", b"after")
    assert caught.value.code == "E-PATH"
    assert (tmp_path / "target").read_bytes() == b"before"


def test_a_place_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(EnvironmentFault) as caught:
        atomic_write(tmp_path / "file" / "a", b"x")
    assert (caught.value.code, caught.value.exit_code) == ("E-WRITE", 6)


def test_a_write_that_fails_half_way_leaves_the_earlier_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"before")
    with file_size_limit(1024), pytest.raises(EnvironmentFault) as caught:
        atomic_write(path, b"x" * 4096)
    assert caught.value.code == "E-WRITE"
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_what_an_interrupted_write_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / ".b.yaml.x1.tmp").write_bytes(b"half")
    (tmp_path / "a" / "b.yaml").write_bytes(b"whole")
    assert sweep(tmp_path) == 1
    assert list((tmp_path / "a").iterdir()) == [tmp_path / "a" / "b.yaml"]
