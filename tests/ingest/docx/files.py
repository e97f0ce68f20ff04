"""Word files of a few lines, put together by hand."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TOP = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>"""


def types(kind: str = MAIN) -> str:
    """Return the list of content types, the text of one kind."""
    return f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>"""


def part(name: str, inside: str) -> str:
    """Return a part of a Word file with the names that it needs."""
    spaces = (
        f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    return f"<w:{name} {spaces}>{inside}</w:{name}>"


def paragraph(text: str, form: str = "") -> str:
    """Return a paragraph that says a text in one run."""
    return f'<w:p><w:pPr>{form}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def related(*parts: str, outside: str = "") -> str:
    """Return the relations of the text to other parts, and some more as they are given."""
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}{outside}</Relationships>'


def outside(kind: str, target: str) -> str:
    """Return a relation to something outside of the file."""
    return (
        f'<Relationship Id="out-{kind}" Type="{_OFFICE}/{kind}" Target="{target}" '
        'TargetMode="External"/>'
    )


def archive(entries: list[tuple[str, str | bytes]]) -> bytes:
    """Return a zip of entries as they are given, two of one name among them."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries:
            made.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def word_file(body: str, kind: str = MAIN, links: str = "", **parts: str) -> bytes:
    """Return a Word file with a body, and further parts of ``word/`` by their names."""
    entries: list[tuple[str, str | bytes]] = [
        ("[Content_Types].xml", types(kind)),
        ("_rels/.rels", _TOP),
        ("word/document.xml", part("document", f"<w:body>{body}</w:body>")),
        ("word/_rels/document.xml.rels", links or related(*parts)),
        *((f"word/{name}.xml", text) for name, text in parts.items()),
    ]
    return archive(entries)
