"""Names that stay with a version: ``A/RES/53/123@adopted``."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.errors import ConflictError, RepositoryError, UnsafeError
from penholder.history.message import Signature
from penholder.history.names import check_tag
from penholder.history.repository import Call, Repository, fault

_FORMAT = "%00".join(
    (
        "%(refname:strip=2)",
        "%(objecttype)",
        "%(objectname)",
        "%(*objecttype)",
        "%(*objectname)",
        "%(contents:subject)",
        "",
    )
)
_FIELDS = 6


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its name, the commit it stands for, and the first line of its message."""

    name: str
    commit: str
    subject: str


def tags(repository: Repository) -> tuple[Tag, ...]:
    """Return every tag that stands for a commit, by name.

    Raises RepositoryError when the tags cannot be read.
    """
    answer = repository.ask("for-each-ref", f"--format={_FORMAT}", "refs/tags/")
    fields = answer.output.decode("utf-8", "replace").split("\0")
    rows = (fields[at : at + _FIELDS] for at in range(0, len(fields) - 1, _FIELDS))
    return tuple(tag for row in rows if (tag := _tag(row)))


def _tag(row: list[str]) -> Tag | None:
    name, kind, plain, peeled_kind, peeled, subject = row
    if "commit" not in (kind, peeled_kind):
        return None
    return Tag(name.removeprefix("\n"), peeled if kind == "tag" else plain, subject)


def tag(repository: Repository, name: str, commit: str, message: str, signature: Signature) -> str:
    """Give a commit an annotated tag, and return the id of the tag object.

    ``name`` is scoped by the document, ``A/RES/53/123@adopted``, since git cannot keep both a
    tag ``L.50`` and a tag ``L.50/Rev.1``; ``commit`` is a full hash. Raises ConflictError
    E-TAGGED when the tag exists: an issued version never moves. Raises UnsafeError E-REF for a
    name git does not accept.
    """
    reference = free_reference(repository, name)
    text = (
        f"object {commit}\ntype commit\ntag {name}\n"
        f"tagger {signature.name} <{signature.email}> {signature.moment}\n\n{message.strip()}\n"
    )
    made = repository.ask("mktag", call=Call(text.encode())).text
    answer = repository.run("update-ref", "--end-of-options", reference, made, repository.null_id)
    if answer.status:
        raise _refused(name, fault(answer, "update-ref"))
    return made


def free_reference(repository: Repository, name: str) -> str:
    """Return the reference that a new tag would have; raises what :func:`tag` raises for it."""
    reference = f"refs/tags/{check_tag(name)}"
    if repository.run("check-ref-format", reference).status:
        raise UnsafeError(
            "E-REF", f"git does not accept {name!r} as a tag", "use a name like Rev.1 or adopted"
        )
    held = repository.run("rev-parse", "--verify", "--quiet", "--end-of-options", reference)
    if not held.status:
        raise _tagged(name, "exists already")
    return reference


def _refused(name: str, failure: Exception) -> Exception:
    """Tell another tag in the way from a repository or disk that fails."""
    in_the_way = any(sign in str(failure) for sign in ("cannot lock ref", "already exists"))
    if isinstance(failure, RepositoryError) and in_the_way:
        return _tagged(name, "is in the way of another tag, or another tag is in its way")
    return failure


def _tagged(name: str, why: str) -> ConflictError:
    return ConflictError(
        "E-TAGGED", f"the tag {name} {why}", "choose another name; issued versions never move"
    )
