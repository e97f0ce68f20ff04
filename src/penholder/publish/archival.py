"""What a file says of its own form: PDF/UA-1 beside the PDF/A-2a that WeasyPrint declares."""

from __future__ import annotations

from typing import Any

VARIANT = "pdf/a-2a"
"""What WeasyPrint is asked for: tags, an identifier of the content, and the colours of sRGB."""

_END = b"</rdf:RDF>"
# PDF/A allows properties beyond its own only where their schema stands beside them (ISO 19005-2,
# 6.6.2.3.2 and 6.6.2.3.3); PDF/UA-1 wants pdfuaid:part (ISO 14289-1, clause 5).
_ACCESSIBLE = b"""\
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1" />\
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def declare_accessible(pdf: Any) -> None:
    """Add to the metadata of a PDF/A-2a file, a pydyf one, that it is PDF/UA-1 too."""
    number = int(pdf.catalog["Metadata"].split()[0])
    metadata = pdf.objects[number]
    metadata.stream = [part.replace(_END, _ACCESSIBLE + _END, 1) for part in metadata.stream]
