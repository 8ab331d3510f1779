"""What makes a PDF fit to keep and to read aloud: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from jury_desktop import resources
from jury_desktop.letters.pdf.streams import PlainStream

PRODUCER = "Jury Desktop"
_PROFILE = "sRGB IEC61966-2.1"


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of a document; ``created`` (aware) is the only date in the file.

    :param source: what it was made from, where others can find it: the anchor of a journal.
    """

    title: str
    author: str
    subject: str
    language: str
    created: datetime
    source: str = ""


def write(document: Any, properties: Properties) -> None:
    """Puts properties, XMP and output intent into ``document``."""
    _write_info(document, properties)
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    catalog.Metadata = PlainStream(xmp(properties).encode("utf-8"), entries)
    catalog.OutputIntents = PDFArray([document.Reference(_output_intent(document))])


def _write_info(document: Any, properties: Properties) -> None:
    document.setTitle(properties.title)
    document.setAuthor(properties.author)
    document.setSubject(properties.subject)
    document.setCreator(PRODUCER)
    document.setProducer(PRODUCER)
    stamp = f"D:{properties.created:%Y%m%d%H%M%S}{_offset(properties.created, quoted=True)}"
    document.setDateFormatter(lambda *_: stamp)


def _output_intent(document: Any) -> PDFDictionary:
    profile = PDFStream(PDFDictionary({"N": 3}), resources.path("letters", "sRGB.icc").read_bytes())
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_PROFILE),
            "Info": PDFString(_PROFILE),
            "DestOutputProfile": document.Reference(profile),
        }
    )


def _offset(moment: datetime, *, quoted: bool) -> str:
    sign, hours, minutes = (moment.strftime("%z")[at] for at in (slice(0, 1), slice(1, 3), slice(3, 5)))
    return f"{sign}{hours}'{minutes}'" if quoted else f"{sign}{hours}:{minutes}"


def xmp(properties: Properties) -> str:
    """The XMP packet: the same properties again, and which standards the file follows."""
    stamp = f"{properties.created:%Y-%m-%dT%H:%M:%S}{_offset(properties.created, quoted=False)}"
    return _PACKET.format(
        title=escape(properties.title),
        author=escape(properties.author),
        subject=escape(properties.subject),
        language=escape(properties.language),
        producer=escape(PRODUCER),
        stamp=stamp,
        source=f"\n<dc:source>{escape(properties.source)}</dc:source>" if properties.source else "",
    )


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>{source}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{stamp}</xmp:CreateDate>
<xmp:ModifyDate>{stamp}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
