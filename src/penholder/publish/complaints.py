"""What WeasyPrint says in its log while it draws one page."""

from __future__ import annotations

import logging
from threading import get_ident
from types import TracebackType

from penholder.errors import PenholderError

_LOGGER = logging.getLogger("weasyprint")
_NO_GLYPH = ".notdef glyph"


class Complaints(logging.Handler):
    """Collects every warning and error that this thread's page gives rise to.

    A character that no font has is such a warning, and is kept apart from the others.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.missing_characters: set[str] = set()
        self._messages: list[str] = []
        self._thread = get_ident()

    def __enter__(self) -> Complaints:
        _LOGGER.addHandler(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        _LOGGER.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record of the log."""
        if record.thread != self._thread:
            return
        if record.msg.startswith(_NO_GLYPH) and isinstance(record.args, tuple):
            self.missing_characters.add(str(record.args[0]))
        else:
            self._messages.append(record.getMessage())

    def check(self) -> None:
        """Raise PenholderError E-PAGE with every message but those about characters."""
        if self._messages:
            raise PenholderError("E-PAGE", "the page is not as it should be: " + self._told())

    def _told(self) -> str:
        return "; ".join(dict.fromkeys(self._messages))
