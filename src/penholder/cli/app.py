"""The commands joined: help, exit codes, and the one net for everything that goes wrong."""

from __future__ import annotations

from collections.abc import Sequence

from penholder import __version__
from penholder.cli import report
from penholder.cli.catalogue import SUMMARIES
from penholder.cli.nearest import nearest
from penholder.errors import BUG, DONE, USAGE, PenholderError

INTERRUPTED = 130
"""What a shell takes for a command that Ctrl-C ended."""

_HELP = """usage: penholder VERB [ARGUMENT ...]

United Nations resolutions as YAML under git, printed, and compared to the word.

verbs:
{verbs}

A version is a symbol (A/RES/53/123), a draft's name (drafts/follow-up), either at a
revision (A/RES/53/123@HEAD~1), a file, or - for standard input.

examples:
  penholder build A/RES/53/123              build/A/RES/53/123.pdf and .html
  penholder new drafts/my-text --base A/RES/53/123
  penholder diff A/RES/53/123 drafts/my-text
  penholder VERB --help                     what one verb does, with examples

other:
  --version                                 print the version
  --print-completion bash|zsh|tcsh          print completion for your shell
"""


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask and return the exit code."""
    try:
        code = _dispatch(arguments)
        report.flush()
    except PenholderError as error:
        report.failure(error)
        if error.code == "E-OUTPUT":
            report.abandon_output()
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader closed early (`| head`), and has what it wanted
        report.abandon_output()
        return DONE
    except Exception as error:  # noqa: BLE001 - the one net: a bug is told, never spilled
        report.bug(error)
        return BUG
    return code


def _dispatch(arguments: Sequence[str]) -> int:
    verb = arguments[0] if arguments else "--help"
    if verb == "help" and arguments[1:]:
        return _dispatch([arguments[1], "--help"])
    match verb:
        case "--help" | "-h" | "help":
            report.say(_help())
            return DONE
        case "--version":
            report.say(f"penholder {__version__}")
            return DONE
        case "--print-completion":
            return _completion(arguments[1:])
    if verb not in SUMMARIES:
        return _unknown(verb)
    return _run_verb(verb, arguments[1:])


def _help() -> str:
    verbs = "\n".join(f"  {name:<12}{summary}" for name, summary in SUMMARIES.items())
    return _HELP.format(verbs=verbs).rstrip()


def _run_verb(name: str, arguments: Sequence[str]) -> int:
    from penholder.cli.verbs import load, parser_of

    verb = load(name)
    try:
        options = parser_of(verb).parse_args(arguments)
    except SystemExit:  # its help was asked for, and is printed
        return DONE
    report.set_talk(quiet=options.quiet, verbose=options.verbose)
    return verb.run(options)


def _completion(arguments: Sequence[str]) -> int:
    from penholder.cli.completion import completion_script

    report.say(completion_script(arguments[0] if arguments else ""))
    return DONE


def _unknown(verb: str) -> int:
    near = nearest(verb, SUMMARIES)
    fix = f"did you mean {near}?" if near else "see penholder --help"
    report.failure(PenholderError("E-USAGE", f"no verb {verb!r}", fix))
    return USAGE
