"""The commit that a name stands for."""

from __future__ import annotations

from difflib import get_close_matches

from penholder.errors import UnreadableError
from penholder.history.head import branch_of, head_of
from penholder.history.names import check_path, check_version, scope_of
from penholder.history.repository import Call, Repository


def resolve(repository: Repository, name: str, path: str) -> str:
    """Return the full hash of the commit that ``name`` means for the document at ``path``.

    A name is any git revision (branch, tag, hash, ``HEAD~1``) or what follows the ``@`` in a tag
    of the document: ``Rev.1`` for the tag ``A/C.3/53/L.50@Rev.1``. Raises UnsafeError E-REF for
    a name that is none, UnreadableError E-REF when it is unknown or means several commits.
    """
    scoped = f"refs/tags/{scope_of(check_path(path))}@{check_version(name)}"
    stdin = f"{scoped}^{{commit}}\n{name}^{{commit}}\n".encode()
    answer = repository.ask(
        "cat-file", "--batch-check=%(objectname) %(objecttype)", call=Call(stdin)
    )
    lines = answer.output.decode("utf-8", "replace").splitlines()
    commits = {line.partition(" ")[0] for line in lines if line.endswith(" commit")}
    if len(commits) > 1 or "ambiguous" in answer.errors:
        raise _several(name, scoped)
    if not commits:
        raise _unknown(repository, name, path)
    return commits.pop()


def _several(name: str, scoped: str) -> UnreadableError:
    return UnreadableError(
        "E-REF",
        f"{name!r} means more than one version",
        f"write the name in full: refs/heads/{name}, refs/tags/{name}, {scoped}, or more digits",
    )


def _unknown(repository: Repository, name: str, path: str) -> UnreadableError:
    if name.startswith(("HEAD", "@")) and branch_of(repository):
        head_of(repository)  # raises when the branch is there, but damaged
    listed = repository.ask(
        "for-each-ref", "--format=%(refname:strip=2)", "refs/heads", "refs/tags"
    )
    prefix = f"{scope_of(path)}@"
    known = [line.removeprefix(prefix) for line in listed.text.splitlines()]
    nearest = get_close_matches(name, known, n=1, cutoff=0.0)
    fix = f"the nearest name is {nearest[0]}" if nearest else "record a first revision"
    return UnreadableError("E-REF", f"no version of {path} is called {name!r}", fix)
