"""Who records a revision, when, and in which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from penholder.errors import UsageError

_CRUD = re.compile(r"[\x00-\x1f\x7f<>]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_TRAILER = re.compile(r"([A-Za-z0-9][A-Za-z0-9-]*): *(.*)")


@dataclass(frozen=True, slots=True)
class Signature:
    """A person and a moment; ``when`` carries its time zone and is not before 1970.

    Raises UsageError E-SIGNATURE where git would refuse or silently change it.
    """

    name: str
    email: str
    when: datetime

    def __post_init__(self) -> None:
        if not self.name.strip(" .,;:'\"\\") or _CRUD.search(self.name + self.email):
            raise UsageError(
                "E-SIGNATURE",
                f"{self.name!r} <{self.email}> cannot sign a revision",
                "give a name and an address without angle brackets or line ends",
            )
        if self.when.utcoffset() is None or self.when.timestamp() < 0:
            raise UsageError(
                "E-SIGNATURE",
                f"{self.when.isoformat()} cannot date a revision",
                "give a date from 1970 on, with its time zone",
            )

    @property
    def moment(self) -> str:
        """Seconds since 1970 and the zone in hours and minutes: ``918604800 +0100``."""
        return f"{int(self.when.timestamp())} {self.when.strftime('%z')[:5]}"


@dataclass(frozen=True, slots=True)
class Message:
    """What a revision says of itself: subject, body, trailers, author and committer.

    Trailers are pairs such as ``("Proposed-by", "France")``. Without a committer, the author
    records the revision. Raises UsageError E-MESSAGE where git would read something else.
    """

    subject: str
    author: Signature
    body: str = ""
    trailers: tuple[tuple[str, str], ...] = ()
    committer: Signature | None = None

    def __post_init__(self) -> None:
        lines = [self.subject, *(value for _, value in self.trailers)]
        whole = all(line.strip() and not _CONTROL.search(line) for line in lines)
        keys = all(_KEY.fullmatch(key) for key, _ in self.trailers)
        if not (whole and keys) or "\0" in self.body:
            raise UsageError(
                "E-MESSAGE",
                f"{self.subject[:60]!r} cannot be the message of a revision",
                "give one line as subject, and each trailer as one line: Proposed-by: France",
            )

    @property
    def text(self) -> str:
        """The message as git stores it: subject, body and trailers, a blank line between."""
        trailers = "\n".join(f"{key}: {value.strip()}" for key, value in self.trailers)
        parts = (self.subject.strip(), self.body.strip(), trailers)
        return "\n\n".join(part for part in parts if part) + "\n"

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which git learns author and committer."""
        return {
            **_variables("AUTHOR", self.author),
            **_variables("COMMITTER", self.committer or self.author),
        }


def split_message(text: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """Return subject, body and trailers of a stored message.

    Trailers are a last paragraph, never the first, in which every line is ``Key: value`` or,
    indented, continues the line before (git-interpret-trailers).
    """
    subject, _, rest = text.strip().partition("\n\n")
    body, _, last = ("\n\n" + rest.strip()).rpartition("\n\n")
    trailers = _trailers(last)
    kept = body if trailers else f"{body}\n\n{last}"
    return " ".join(subject.split("\n")), kept.strip(), trailers


def _trailers(paragraph: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for line in paragraph.splitlines():
        pair = _TRAILER.fullmatch(line)
        if pair:
            found.append((pair[1], pair[2].strip()))
        elif found and line[:1].isspace():
            key, value = found[-1]
            found[-1] = (key, f"{value} {line.strip()}")
        else:
            return ()
    return tuple(found)


def _variables(role: str, signature: Signature) -> dict[str, str]:
    return {
        f"GIT_{role}_NAME": signature.name,
        f"GIT_{role}_EMAIL": signature.email,
        f"GIT_{role}_DATE": f"@{signature.moment}",
    }
