"""Ordinary Word files: what Word derives is counted as Word counts, and no word is dropped."""

from __future__ import annotations

from tests.ingest.docx.files import paragraph, part, word_file

from penholder.ingest.docx.markup import parse
from penholder.ingest.docx.numbering import counter
from penholder.ingest.docx.styles import Form, Styles
from penholder.ingest.reading import read_source
from penholder.model.blocks import Paragraph, Table
from penholder.model.document import Footnote

HEAD = "".join(map(paragraph, ("Water", "The General Assembly,", "Recalling its resolution,")))
LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
    f'<w:lvlText w:val="{text}"/></w:lvl>'
    for level, (kind, text) in enumerate(
        (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
    )
)
START = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
NUMBERING = part(
    "numbering",
    f'<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{START.format(4)}</w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
)


RAISED = '<w:vertAlign w:val="superscript"/>'
SPAN = '<w:gridSpan w:val="2"/>'


def listed(text: str, level: int = 0, number: int = 1) -> str:
    form = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, form)


def runs(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def run(text: str, form: str = "") -> str:
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_numbers_go_on_restart_and_begin_where_they_are_told_to() -> None:
    count = counter(parse(NUMBERING.encode(), "numbering"), Styles(None))
    asked = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 0), (3, 0), (3, 1)]
    found = [count.number(Form(list=number, level=level), "") for number, level in asked]
    printed = [each.printed if each else None for each in found]
    assert printed == ["1.", "(a)", "(b)", "(i)", "2.", "(a)", "4.", "5.", "6.", "(a)"]


def test_a_list_of_no_numbering_counts_nothing() -> None:
    count = counter(parse(NUMBERING.encode(), "numbering"), Styles(None))
    assert count.number(Form(list=9, level=0), "") is None


def test_paragraphs_numbered_by_word_become_operative_paragraphs() -> None:
    body = HEAD + listed("Calls upon States:") + listed("To act;", 1) + listed("To report;", 1)
    read = read_source(word_file(body + listed("Decides so."), numbering=NUMBERING)).document
    assert read.preamble == (Paragraph("Recalling its resolution,"),)
    assert read.operative == (
        Paragraph("Calls upon States:", items=(Paragraph("To act;"), Paragraph("To report;"))),
        Paragraph("Decides so."),
    )


def test_numbers_typed_by_hand_are_read_alike() -> None:
    typed = ("1.\tCalls upon States:", "(a)\tTo act;", "(b)\tTo report;", "2.\tDecides so.")
    read = read_source(word_file(HEAD + "".join(map(paragraph, typed)))).document
    assert read.title == "Water"
    assert [block.text for block in read.operative if isinstance(block, Paragraph)] == [
        "Calls upon States:", "Decides so.",
    ]  # fmt: skip


def test_italics_come_from_the_run_the_style_and_never_from_both() -> None:
    styles = part(
        "styles",
        '<w:style w:type="character" w:styleId="E"><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:i/></w:rPr></w:style>',
    )
    styled = Styles(parse(styles.encode(), "styles"))
    emphasis = parse(part("rPr", '<w:rStyle w:val="E"/>').encode(), "x")
    upright = parse(part("rPr", '<w:i w:val="0"/>').encode(), "x")
    faces = [styled.face("", emphasis), styled.face("P", None), styled.face("P", emphasis),
             styled.face("P", upright)]  # fmt: skip
    assert [face.italic for face in faces] == [True, True, False, False]


def test_every_kind_of_holder_gives_up_its_words() -> None:
    held = (
        f"<w:sdt><w:sdtContent>{run('one ')}</w:sdtContent></w:sdt>"
        f"<w:smartTag>{run('two ')}</w:smartTag><w:hyperlink>{run('three ')}</w:hyperlink>"
        f"<w:customXml>{run('four ')}</w:customXml>"
        f"<mc:AlternateContent><mc:Choice>{run('five ')}</mc:Choice>"
        f"<mc:Fallback>{run('never ')}</mc:Fallback></mc:AlternateContent>"
        f'<w:fldSimple w:instr="REF x">{run("six ")}</w:fldSimple>'
        f"<w:ins>{run('seven ')}</w:ins>"
        "<w:r><w:t>burden</w:t><w:noBreakHyphen/><w:t>sharing</w:t><w:br/><w:t>eight</w:t></w:r>"
        '<w:r><w:t xml:space="preserve"> </w:t><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    )
    block = f"<w:sdt><w:sdtContent>{paragraph('1. Calls upon them;')}</w:sdtContent></w:sdt>"
    read = read_source(word_file(HEAD + block + runs(run("2. Invites ") + held + run(";"))))
    texts = [each.text for each in read.document.operative if isinstance(each, Paragraph)]
    told = "Invites one two three four five six seven burden-sharing eight •;"
    assert texts == ["Calls upon them;", told]


def test_furniture_is_set_aside_by_its_place() -> None:
    box = (
        "<w:r><w:pict><v:textbox><w:txbxContent>"
        f"{paragraph('In a box')}</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    frame = paragraph("In a frame", "<w:framePr/>")
    hidden = runs(run("Out of sight", "<w:vanish/>"))
    head = part("hdr", paragraph("Advance text"))
    read = read_source(word_file(HEAD + runs(run("1. Decides so.") + box) + frame + hidden,
                                 header=head))  # fmt: skip
    told = {(each.text, each.reason, str(each.place)) for each in read.set_aside}
    assert told == {
        ("In a box", "text box", "paragraph 4 of the text"),
        ("In a frame", "frame", "paragraph 6 of the text"),
        ("Out of sight", "hidden text", "paragraph 7 of the text"),
        ("Advance text", "running head", "paragraph 1 of the page head 1"),
    }


def note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}">{paragraph(text)}</w:{kind}>'


def test_footnotes_endnotes_and_calls_again_keep_their_notes() -> None:
    first = (
        '<w:bookmarkStart w:id="1" w:name="_Ref1"/><w:r><w:footnoteReference w:id="5"/></w:r>'
        '<w:bookmarkEnd w:id="1"/>'
    )
    again = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF _Ref1 \\f'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run('1', RAISED)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    end = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    body = HEAD + runs(run("1. Notes the report") + first + run(";"))
    body += runs(run("2. Notes it again") + again + end + run("."))
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    notes = part("footnotes", separator + note("footnote", 5, "See A/53/413."))
    ends = part("endnotes", note("endnote", 2, "Ibid."))
    read = read_source(word_file(body, footnotes=notes, endnotes=ends))
    texts = [each.text for each in read.document.operative if isinstance(each, Paragraph)]
    assert texts == ["Notes the report[^a-53-413];", "Notes it again[^a-53-413][^n2]."]
    assert read.document.footnotes == (
        Footnote("a-53-413", "See A/53/413."),
        Footnote("n2", "Ibid."),
    )


def test_a_table_keeps_its_columns_where_cells_are_merged() -> None:
    def cell(text: str, form: str = "") -> str:
        return f"<w:tc><w:tcPr>{form}</w:tcPr>{paragraph(text)}</w:tc>"

    rows = (
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('Both', SPAN)}</w:tr>"
        f"<w:tr>{cell('one')}{cell('two')}</w:tr>"
    )
    body = HEAD + paragraph("1. Decides so:") + f"<w:tbl>{rows}</w:tbl>"
    tables = [each for each in read_source(word_file(body)).document.operative
              if isinstance(each, Table)]  # fmt: skip
    assert tables == [Table(head=(("Both", ""),), rows=(("one", "two"),))]
