"""Six languages: files with every key, patterns with every sign, and the words of real pages."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from penholder.errors import UnreadableError
from penholder.model.document import (
    DISTRIBUTIONS,
    LANGUAGES,
    ORGANS,
    Adoption,
    Document,
    Kind,
    Masthead,
    Sponsors,
)
from penholder.model.session import Session
from penholder.model.symbol import Symbol
from penholder.publish.closings import adoption_lines
from penholder.publish.derived import agenda_line, council_line, heading_lines, sponsor_line
from penholder.publish.distribution import distribution_lines
from penholder.publish.language_schema import language_schema
from penholder.publish.languages import PACKAGED, Languages
from penholder.publish.marks import printed_number, session_name
from penholder.publish.origins import origin_line
from penholder.publish.template_files import packaged_templates

FILES = packaged_templates() / "languages"
TREE = Path(__file__).parents[2]
PLACEHOLDER = re.compile(r"\{\w*\}")
OWN_SIGNS = ("marks.", "meetings.")
"""Keys whose patterns take what the language needs of several signs."""

Json = dict[str, "Json"] | list["Json"] | str


def leaves(value: Json, at: str = "") -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            for key, each in value.items():
                yield from leaves(each, f"{at}.{key}" if at else key)
        case list():
            for each in value:
                yield from leaves(each, at)
        case _:
            yield at, value


def read(code: str) -> dict[str, Json]:
    value: dict[str, Json] = json.loads((FILES / f"{code}.json").read_text("utf-8"))
    return value


def test_there_is_one_file_for_each_official_language() -> None:
    assert {path.stem for path in FILES.iterdir()} == set(LANGUAGES)


def test_the_generated_schema_is_in_the_repository() -> None:
    assert (TREE / "schema/language.schema.json").read_text("utf-8") == language_schema()
    Draft202012Validator.check_schema(json.loads(language_schema()))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_file_keeps_to_the_schema_and_has_every_key(code: str) -> None:
    Draft202012Validator(json.loads(language_schema())).validate(read(code))
    language = PACKAGED.of(code)
    assert language.code == code
    assert set(language.organs) == set(ORGANS)
    assert set(language.committees) == set(PACKAGED.of("en").committees)
    assert set(language.distribution.by_name) == set(DISTRIBUTIONS)
    assert set(language.distribution.languages) == set(LANGUAGES)
    assert len(language.dates.months) == len(language.distribution.dates.months) == 12
    assert len(set(language.sessions.ordinals)) == 120
    assert len(language.marks.degrees) == 4
    assert len(language.votes.sides) == 3
    assert sorted(language.meetings.order) == ["date", "meeting"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_pattern_takes_what_the_english_one_takes(code: str) -> None:
    english = {at: set(PLACEHOLDER.findall(text)) for at, text in leaves(read("en"))}
    checked = 0
    for at, text in leaves(read(code)):
        signs = set(PLACEHOLDER.findall(text))
        if signs and not at.startswith(OWN_SIGNS) and not at.endswith("_dated"):
            assert signs == english[at], at
            checked += 1
    assert checked > 25


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_unverified_names_keys_of_the_file(code: str) -> None:
    keys = {at for at, _ in leaves(read(code))}
    groups = {at[:end] for at in keys for end in (m.start() for m in re.finditer(r"\.|$", at))}
    assert set(PACKAGED.of(code).unverified) <= groups
    assert PACKAGED.of(code).unverified


def literals(source: str) -> Iterator[str]:
    """Yield every text in a module but its docstrings."""
    tree = ast.parse(source)
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def test_no_module_of_publish_and_no_template_holds_an_english_derived_string() -> None:
    words = {
        piece.strip(" ,.:[]()")
        for at, text in leaves(read("en"))
        if not at.startswith(("$schema", "organs", "committees", "unverified", "openings", "fonts"))
        for piece in PLACEHOLDER.split(text)
    }
    told = {word for word in words if re.search(r"[A-Za-z]{3,} [A-Za-z]{2,}", word)} | {
        "Footnotes", "Annex ", "Appendix ", "Unofficial", "Distr.", "Emblem", "February",
    }  # fmt: skip
    modules = sorted((TREE / "src/penholder/publish").rglob("*.py"))
    for path in modules:
        texts = "\n".join(literals(path.read_text("utf-8")))
        assert not [word for word in told if word in texts], path
    for path in sorted((TREE / "templates").glob("*.j2")):
        assert not [word for word in told if word in path.read_text("utf-8")], path
    assert len(modules) > 40


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"agenda": {}}, "languages/fr.json: agenda misses comma, joint, last, one, several, two"),
        ({"colour": "red"}, "languages/fr.json has colour, which nobody reads"),
        ({"spaced_marks": 1}, "languages/fr.json: spaced_marks is 1"),
        ({"direction": "down"}, "languages/fr.json: direction is 'down'"),
        ({"lists": "x"}, "languages/fr.json: lists is no group of keys"),
        ({"unverified": ["a", 1]}, "languages/fr.json: unverified[1] is 1"),
    ],
)
def test_a_file_is_read_strictly(tmp_path: Path, change: dict[str, Json], what: str) -> None:
    folder = tmp_path / "languages"
    folder.mkdir()
    (folder / "fr.json").write_text(json.dumps({**read("fr"), **change}), "utf-8")
    with pytest.raises(UnreadableError, match=re.escape(what)) as caught:
        Languages((tmp_path, packaged_templates())).of("fr")
    assert caught.value.code == "E-WORDS"
    assert Languages((tmp_path, packaged_templates())).of("en").code == "en"


def test_a_file_that_is_no_json_is_told(tmp_path: Path) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages/ar.json").write_text("{", "utf-8")
    with pytest.raises(UnreadableError, match=r"languages/ar.json is no JSON"):
        Languages((tmp_path,)).of("ar")


def test_a_workspace_may_have_its_own_words_and_change_them(tmp_path: Path) -> None:
    (tmp_path / "languages").mkdir()
    own = {**read("es"), "united_nations": "ONU"}
    (tmp_path / "languages/es.json").write_text(json.dumps(own), "utf-8")
    languages = Languages((tmp_path, packaged_templates()))
    assert languages.of("es").united_nations == "ONU"
    own["united_nations"] = "Naciones Unidas"
    (tmp_path / "languages/es.json").write_text(json.dumps(own), "utf-8")
    assert languages.of("es").united_nations == "Naciones Unidas"


@pytest.mark.parametrize(
    ("code", "first", "ninth"),
    [
        ("en", "1 March 2024", "9 December 1998"),
        ("fr", "1er mars 2024", "9 décembre 1998"),
        ("es", "1 de marzo de 2024", "9 de diciembre de 1998"),
        ("ru", "1 марта 2024 года", "9 декабря 1998 года"),
        ("zh", "2024年3月1日", "1998年12月9日"),
        ("ar", "1 آذار/مارس 2024", "9 كانون الأول/ديسمبر 1998"),
    ],
)
def test_dates_are_written_as_the_language_does(code: str, first: str, ninth: str) -> None:
    dates = PACKAGED.of(code).dates
    assert dates.written(date(2024, 3, 1)) == first
    assert dates.written(date(1998, 12, 9)) == ninth


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("en", ("Seventy-ninth session", "Eleventh emergency special session", "2020 session")),
        ("fr", ("Soixante-dix-neuvième session", "Onzième session extraordinaire d’urgence",
                "Session de 2020")),
        ("es", ("Septuagésimo noveno período de sesiones",
                "Undécimo período extraordinario de sesiones de emergencia",
                "Período de sesiones de 2020")),
        ("ru", ("Семьдесят девятая сессия", "Одиннадцатая чрезвычайная специальная сессия",
                "Сессия 2020 года")),
        ("zh", ("第七十九届会议", "第十一届紧急特别会议", "2020年会议")),
        ("ar", ("الدورة التاسعة والسبعون", "الدورة الاستثنائية الطارئة الحادية عشرة",
                "دورة عام 2020")),
    ],
)  # fmt: skip
def test_sessions_have_their_ordinals_in_words(code: str, names: tuple[str, ...]) -> None:
    language = PACKAGED.of(code)
    sessions = (Session("", 79), Session("ES-", 11), Session("", 2020))
    assert tuple(session_name(each, language) for each in sessions) == names
    assert "150" in session_name(Session("", 150), language)


def masthead(code: str, kind: Kind = "resolution") -> Masthead:
    return Masthead(
        kind, "General Assembly", language=code, symbol=Symbol.parse("A/RES/70/1"),
        session=Session("", 70), agenda_items=("15", "116"), distribution="General",
        issued=date(2015, 10, 21), origin="without reference to a Main Committee (A/70/L.1)",
    )  # fmt: skip


def test_the_masthead_of_a_spanish_resolution_is_that_of_the_official_one() -> None:
    # Source: A/RES/70/1 in Spanish.
    spanish = PACKAGED.of("es")
    top = masthead("es")
    document = Document(top, adopted=Adoption(date(2015, 9, 25)))
    assert distribution_lines(top, spanish) == ("Distr. general", "21 de octubre de 2015")
    assert agenda_line(top.agenda_items, spanish) == "Temas 15 y 116 del programa"
    assert heading_lines(document, spanish) == (
        "Resolución aprobada por la Asamblea General", "el 25 de septiembre de 2015",
    )  # fmt: skip
    assert origin_line(top, spanish) == "sin remisión previa a una Comisión Principal (A/70/L.1)"


def test_a_russian_council_of_human_rights_has_an_english_block() -> None:
    # Source: A/HRC/RES/50/18 in Russian.
    russian = PACKAGED.of("ru")
    top = replace(
        masthead("ru"), organ="Human Rights Council", original="English",
        issued=date(2022, 7, 29), agenda_items=("3",),
    )  # fmt: skip
    assert distribution_lines(top, russian) == (
        "Distr.: General", "29 July 2022", "", "Russian", "Original: English",
    )  # fmt: skip
    assert agenda_line(top.agenda_items, russian) == "Пункт 3 повестки дня"
    adopted = Document(top, adopted=Adoption(date(2022, 7, 8)))
    assert " ".join(heading_lines(adopted, russian)) == (
        "Резолюция, принятая Советом по правам человека 8 июля 2022 года"
    )


@pytest.mark.parametrize(
    ("code", "heading", "line"),
    [
        # Sources: S/RES/1325 in English and Chinese, S/RES/1261 in Russian.
        ("en", "Resolution 1325 (2000)",
         "Adopted by the Security Council at its 4213th meeting, on 31 October 2000"),
        ("zh", "第1325(2000)号决议", "2000年10月31日安全理事会第4213次会议通过"),
        ("ru", "Резолюция 1325 (2000),",
         "принятая Советом Безопасности на его 4213-м заседании, 31 октября 2000 года"),
    ],
)  # fmt: skip
def test_the_security_council_heads_its_resolutions(code: str, heading: str, line: str) -> None:
    language = PACKAGED.of(code)
    top = Masthead("resolution", "Security Council", symbol=Symbol.parse("S/RES/1325 (2000)"))
    document = Document(top, adopted=Adoption(date(2000, 10, 31), "4213th meeting"))
    assert heading_lines(document, language) == (heading,)
    assert council_line(document, language).replace("\u00a0", " ") == line


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("en", ("37th plenary meeting", "28 October 1997")),
        ("fr", ("37e séance plénière", "28 octobre 1997")),
        ("ar", ("الجلسة العامة 37", "28 تشرين الأول/أكتوبر 1997")),
        ("zh", ("1997年10月28日", "第37次全体会议")),  # source: 52/7 in Chinese
    ],
)
def test_meeting_and_day_close_a_text_in_the_order_of_the_language(
    code: str, lines: tuple[str, ...]
) -> None:
    adopted = Adoption(date(1997, 10, 28), "37th plenary meeting")
    assert adoption_lines(adopted, PACKAGED.of(code)) == lines
    own = replace(adopted, meeting="37ª sesión")
    assert "37ª sesión" in adoption_lines(own, PACKAGED.of(code))


@pytest.mark.parametrize(
    ("code", "line", "starred"),
    [
        ("en", "Chad and Fiji: draft resolution", "Chad and Fiji:* draft resolution"),
        ("fr", "Chad et Fiji : projet de résolution", "Chad et Fiji* : projet de résolution"),
        ("ar", "Chad وFiji: مشروع قرار", "Chad وFiji*: مشروع قرار"),
    ],
)
def test_the_star_of_sponsors_stands_where_the_language_has_it(
    code: str, line: str, starred: str
) -> None:
    top = replace(masthead(code, "draft resolution"), sponsors=Sponsors(("Chad", "Fiji")))
    assert sponsor_line(top, PACKAGED.of(code)) == line
    noted = replace(top, sponsors=Sponsors(("Chad", "Fiji"), note="For the Group."))
    assert sponsor_line(noted, PACKAGED.of(code)) == starred


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "Agenda items 13, 14 and 117"),
        ("zh", "议程项目13、14和117"),
        ("ar", "البنود 13 و 14 و 117 من جدول الأعمال"),
    ],
)
def test_agenda_items_are_joined_as_the_language_does(code: str, line: str) -> None:
    assert agenda_line(("13", "14", "117"), PACKAGED.of(code)) == line


def test_an_amendment_is_named_by_its_target() -> None:
    top = replace(
        masthead("fr", "amendment"), target="A/C.3/80/L.20/Rev.1@abc", sponsors=Sponsors(("Fidji",))
    )
    assert sponsor_line(top, PACKAGED.of("fr")) == (
        "Fidji : amendement au projet de résolution révisé A/C.3/80/L.20/Rev.1"
    )


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "on the report of the Third Committee (A/53/620, para. 33)"),
        ("fr", "sur la base du rapport de la Troisième Commission (A/53/620, par. 33)"),
        ("zh", "根据第三委员会的报告(A/53/620，第33段)通过"),
        ("ar", "بناء على تقرير اللجنة الثالثة (A/53/620، الفقرة 33)"),
    ],
)
def test_the_report_a_resolution_rests_on_is_told_in_its_language(code: str, line: str) -> None:
    top = replace(
        masthead(code), origin="on the report of the Third Committee (A/53/620, para. 33)"
    )
    assert origin_line(top, PACKAGED.of(code)) == line
    own = replace(top, origin="in other words (A/53/1)")
    assert origin_line(own, PACKAGED.of(code)) == "in other words (A/53/1)"


def test_arabic_spells_the_letter_of_a_composite_and_its_own_session() -> None:
    arabic = PACKAGED.of("ar")
    assert printed_number("217 A (III)", arabic) == "217 ألف (د - 3)"
    assert printed_number("2241 B (XXI)", arabic) == "2241 باء (د - 21)"
    assert printed_number("3201 (S-VI)", arabic) == "3201 (دإ - 6)"
    assert printed_number("53/123", arabic) == "53/123"
    assert printed_number("217 A (III)", PACKAGED.of("en")) == "217 A (III)"


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("mot; autre :", "mot\u00a0; autre\u00a0:"),
        ("« citation »,", "«\u00a0citation\u00a0»,"),
        ("«citation»", "«\u00a0citation\u00a0»"),
        ("«citation»;", "«\u00a0citation\u00a0»\u00a0;"),
        ("Vraiment?!", "Vraiment\u00a0?!"),
        ("à 12:30, http://un.org", "à 12:30, http://un.org"),
        (" ;", "\u00a0;"),
    ],
)
def test_french_spaces_its_marks(text: str, spaced: str) -> None:
    french = PACKAGED.of("fr")
    assert french.spaced(text) == spaced
    assert french.spaced(spaced) == spaced
    assert PACKAGED.of("en").spaced(text) == text


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("بمبلغ 12 345 600 دولار", "بمبلغ 12\u00a0345\u00a0600 دولار"),
        ("من 3 000 إلى 4 500 شخص", "من 3\u00a0000 إلى 4\u00a0500 شخص"),
        ("20 كانون الأول/ديسمبر 1993", "20 كانون الأول/ديسمبر 1993"),
        ("القراران 48/113 123", "القراران 48/113 123"),
        ("في عام 1993 500 شخص", "في عام 1993 500 شخص"),
    ],
)
def test_a_figure_in_a_language_read_from_the_right_is_one_word(text: str, joined: str) -> None:
    # With plain spaces between them, the thousands of 12 345 600 would stand as 600 345 12.
    assert PACKAGED.of("ar").spaced(text) == joined
    assert PACKAGED.of("ru").spaced(text) == text
