"""PDF files of our own, made by hand, letter by letter, so that a test knows every place."""

from __future__ import annotations


def pdf(*pages: str, extra: str = "") -> bytes:
    """Return a PDF whose pages have these content streams, with four faces F1 to F4."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{7 + 2 * index} 0 R" for index in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    for face in ("Times-Roman", "Times-Italic", "Times-Bold", "Times-BoldItalic"):
        objects.append(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{face} /Encoding /WinAnsiEncoding >>"
        )
    for index, content in enumerate(pages):
        fonts = "/F1 3 0 R /F2 4 0 R /F3 5 0 R /F4 6 0 R"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {8 + 2 * index} 0 R"
            f" /Resources << /Font << {fonts} >> >> {extra} >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return _file(objects)


def line(x: float, y: float, text: str, face: str = "F1", size: float = 10) -> str:
    """Return the content of one line whose baseline is ``y`` points below the top."""
    letters = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{face} {size} Tf {x} {792 - y} Td ({letters}) Tj ET\n"


def rule(x: float, y: float, width: float) -> str:
    """Return the content of a horizontal rule."""
    return f"{x} {792 - y} {width} 0.5 re f\n"


def _file(objects: list[str]) -> bytes:
    out = b"%PDF-1.7\n"
    offsets = []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    size = len(objects) + 1
    return out + f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
