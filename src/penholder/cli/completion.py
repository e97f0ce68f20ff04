"""Completion scripts for the shells people use."""

from __future__ import annotations

import argparse
from typing import Any

import shtab

from penholder.cli.catalogue import SUMMARIES
from penholder.cli.verbs import load, parser_of
from penholder.errors import UsageError

_VERSIONS = {"version", "versions", "files", "document", "before", "after", "base"}
_FILES = {"output", "folder"}

# $1 is the word begun. Names whose path differs from the symbol (`1325 (2000)`) need quotes in a
# shell, so they are left to the completion of files below content/.
_BASH = """\
_penholder_versions() {
  local top="$PWD"
  while [ ! -d "$top/content" ] && [ -n "$top" ]; do top="${top%/*}"; done
  [ -d "$top/content" ] || return 0
  compgen -W "$(find "$top/content" -name '*.yaml' -printf '%P\\n' 2>/dev/null \\
    | grep -v -e '^\\.' -e '/\\.' -e '[ _()]' | sed 's/\\.yaml$//' | sort)" -- "$1"
  compgen -f -X '!*.yaml' -- "$1"
}
"""
_ZSH = """\
_penholder_versions() {
  local top="$PWD"
  while [[ ! -d "$top/content" && -n "$top" ]]; do top="${top%/*}"; done
  local -a names
  names=("$top"/content/**/*.yaml(N:r))
  compadd -- "${names[@]#$top/content/}"
  _files -g '*.yaml'
}
"""
_COMPLETE: dict[str, Any] = {
    "bash": "_penholder_versions",
    "zsh": "_penholder_versions",
    "preamble": {"bash": _BASH, "zsh": _ZSH},
}


def completion_script(shell: str) -> str:
    """Return the completion script for a shell; raises UsageError for an unknown one.

    Verbs and options complete, and so do the documents of the workspace at hand.
    """
    known = ("bash", "zsh", "tcsh")
    if shell not in known:
        what = f"no completion for {shell!r}" if shell else "completion for which shell?"
        fix = f"penholder --print-completion {'|'.join(known)}"
        raise UsageError("E-USAGE", what, fix)
    parser = argparse.ArgumentParser(prog="penholder")
    verbs = parser.add_subparsers()
    for name, summary in SUMMARIES.items():
        verb = parser_of(load(name))
        _mark(verb, shell)
        verbs.add_parser(name, help=summary, parents=[verb], add_help=False)
    return str(shtab.complete(parser, shell))


def _mark(verb: argparse.ArgumentParser, shell: str) -> None:
    """Tell shtab how the arguments of a verb complete; it looks for ``complete`` on each."""
    for action in verb._actions:
        if action.dest in _VERSIONS and shell in _COMPLETE:
            action.complete = _COMPLETE  # type: ignore[attr-defined]
        elif action.dest in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
