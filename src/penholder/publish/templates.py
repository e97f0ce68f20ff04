"""The one door to Jinja: a page is set by templates, and it is known which ones it used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from penholder.errors import UnreadableError
from penholder.publish.compiled_templates import CompiledTemplates
from penholder.publish.template_files import template_folders

if TYPE_CHECKING:
    from penholder.publish.page import Page
    from penholder.publish.volume_page import Chapter, VolumePage


_FORM = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}


class _Recording(ImmutableSandboxedEnvironment):
    """An environment that remembers which templates were asked for, included ones too."""

    used: set[str]

    def get_template(
        self, name: str | jinja2.Template, *args: object, **kwargs: object
    ) -> jinja2.Template:
        if isinstance(name, str):
            self.used.add(name)
        return super().get_template(name, *args, **kwargs)  # type: ignore[arg-type]


class Templates:
    """The templates found in some folders, the first that has a name giving it.

    The last folder is the program's own.

    Content is data: values are escaped, and no text of a document is ever compiled. Templates of
    a workspace may come from anybody, so they reach nothing but the page they are given.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._compiled = CompiledTemplates(folders[-1], repr(_FORM))
        self._environment = _Recording(
            loader=jinja2.FileSystemLoader(list(folders), encoding="utf-8"),
            undefined=jinja2.StrictUndefined,
            bytecode_cache=self._compiled,
            auto_reload=True,
            **_FORM,
        )
        self._environment.used = set()

    def compile_all(self) -> None:
        """Compile every template of the program, to be kept."""
        for name in self._environment.list_templates(extensions=["j2"]):
            self._environment.get_template(name)
        self._compiled.save()

    def render(
        self, name: str, page: Page | VolumePage | Chapter, volume: VolumePage | None = None
    ) -> tuple[str, frozenset[str]]:
        """Return a page set by the template ``name``, and the names of every template used.

        A chapter is given the ``volume`` it stands in.

        Raises UnreadableError E-TEMPLATE naming the template and its line.
        """
        self._environment.used = set()
        with _translated(name):
            text = self._environment.get_template(name).render(page=page, volume=volume)
        self._compiled.save()
        return text, frozenset(self._environment.used)


def compile_templates() -> None:
    """Compile the program's own templates, to be kept for cold starts."""
    Templates(template_folders(None)).compile_all()


_FAULTS_AT_WORK = (
    ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What the expressions of a template may raise while they are at work."""


@contextmanager
def _translated(entry: str) -> Iterator[None]:
    try:
        yield
    except jinja2.TemplateNotFound as error:
        raise _unfit(f"no template {error.name}") from error
    except jinja2.TemplateSyntaxError as error:
        raise _unfit(f"{error.name}:{error.lineno}: {error.message}") from error
    except jinja2.TemplateError as error:
        raise _unfit(str(error)) from error
    except _FAULTS_AT_WORK as error:
        raise _unfit(f"{entry} or a part of it: {type(error).__name__}: {error}") from error


def _unfit(what: str) -> UnreadableError:
    fix = "compare your template with the one of that name that comes with penholder"
    return UnreadableError("E-TEMPLATE", what, fix)
