from pathlib import Path

import pytest

from penholder.errors import UnreadableError
from penholder.model.document import Document, Masthead
from penholder.publish.compose import Setting, document_page
from penholder.publish.page import Page
from penholder.publish.templates import Templates


@pytest.fixture
def page() -> Page:
    masthead = Masthead("draft resolution", "General Assembly")
    return document_page(Document(masthead, title="<b>{{ 7 + 7 }}</b>"), "drafts/x", Setting())


def test_values_are_escaped_and_never_compiled(tmp_path: Path, page: Page) -> None:
    (tmp_path / "a.j2").write_text("{{ page.title[0].text }}")
    text, used = Templates([tmp_path]).render("a.j2", page)
    assert text == "&lt;b&gt;{{ 7 + 7 }}&lt;/b&gt;"
    assert used == {"a.j2"}


def test_every_template_used_is_known_and_the_first_folder_wins(tmp_path: Path, page: Page) -> None:
    own, ours = tmp_path / "own", tmp_path / "ours"
    own.mkdir()
    ours.mkdir()
    (ours / "a.j2").write_text("{% include 'b.j2' %}{% from 'c.j2' import d %}{{ d() }}")
    (ours / "b.j2").write_text("ours ")
    (own / "b.j2").write_text("own ")
    (ours / "c.j2").write_text("{% macro d() %}d{% endmacro %}")
    templates = Templates([own, ours])
    assert templates.render("a.j2", page) == ("own d", frozenset({"a.j2", "b.j2", "c.j2"}))
    (own / "b.j2").unlink()
    assert templates.render("a.j2", page)[0] == "ours d"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{% include 'none.j2' %}", "no template none.j2"),
        ("\n{% if %}", "a.j2:2: "),
        ("{{ page.nothing }}", "has no attribute 'nothing'"),
        ("{{ 1 / 0 }}", "a.j2 or a part of it: ZeroDivisionError"),
        ("{{ 1 + 'a' }}", "a.j2 or a part of it: TypeError"),
        ("{% include 'a.j2' %}", "a.j2 or a part of it: RecursionError"),
        ("{{ page.__class__.__mro__ }}", "unsafe"),
    ],
)
def test_a_fault_is_told_as_the_templates(
    tmp_path: Path, page: Page, template: str, told: str
) -> None:
    (tmp_path / "a.j2").write_text(template)
    with pytest.raises(UnreadableError) as caught:
        Templates([tmp_path]).render("a.j2", page)
    assert caught.value.code == "E-TEMPLATE"
    assert told in caught.value.what
    assert caught.value.fix


def test_a_template_that_is_no_utf8_is_told(tmp_path: Path, page: Page) -> None:
    (tmp_path / "a.j2").write_bytes(b"\xff")
    with pytest.raises(UnreadableError, match="UnicodeDecodeError"):
        Templates([tmp_path]).render("a.j2", page)
