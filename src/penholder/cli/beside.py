"""What an editor set by hand in a version: the file beside that of the document, as of then."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from penholder.cli.names import here, shown
from penholder.cli.versions import Located
from penholder.errors import ContentError, Problem, UnreadableError
from penholder.store.files import read_file
from penholder.store.places import setting_path

if TYPE_CHECKING:
    from penholder.model.document import Document
    from penholder.model.hand_setting import HandSetting
    from penholder.store.setting_format import SettingFile


@dataclass(frozen=True, slots=True)
class Beside:
    """The bytes of a file beside a document; ``path`` is None for one of history."""

    file: str
    data: bytes
    path: Path | None = None

    def read(self) -> SettingFile:
        """Return what the bytes say was set by hand, with every problem."""
        # Here and not above: most documents have no such file.
        from penholder.store.setting_format import read_setting

        return read_setting(self.data, self.file)

    def hand(self) -> HandSetting:
        """Return what was set by hand; raises ContentError with every problem in the way."""
        found = self.read()
        if found.hand is None:
            raise ContentError([each for each in found.problems if not each.is_advice])
        return found.hand


def beside(located: Located) -> Beside | None:
    """Return the file of what was set by hand in a version, None where there is none.

    Raises UnreadableError and UnsafeError where it cannot be read.
    """
    if located.path:
        path = setting_path(located.path)
        return Beside(shown(path), read_file(path), path) if os.path.lexists(path) else None
    return _at_commit(located) if located.place else None


def problems_beside(file: Beside, located: Located, document: Document) -> Sequence[Problem]:
    """Return what is wrong with a file beside a document, and what of it no longer fits."""
    from penholder.publish.compose import Setting, document_page
    from penholder.publish.hand_remarks import remarks_on
    from penholder.publish.languages import Languages
    from penholder.publish.template_files import template_folders

    found = file.read()
    if found.hand is None:
        return found.problems
    setting = Setting("print", languages=Languages(template_folders(None)))
    page = document_page(document, located.name, setting)
    return [
        *found.problems,
        *(
            Problem(
                "W-SETTING", each.what, each.fix, file=file.file, place=found.source.place(each.at)
            )
            for each in remarks_on(page, found.hand)
        ),
    ]


def _at_commit(located: Located) -> Beside | None:
    from penholder.history.discovery import discover
    from penholder.history.revisions import read_at

    assert located.place
    place = setting_path(located.place)
    repository = discover(here().root)
    path = place.relative_to(repository.work_tree).as_posix()
    try:
        data = read_at(repository, path, located.commit)
    except UnreadableError:
        return None
    return Beside(f"{shown(place)}@{located.commit[:10]}", data)
