"""What a file says of itself: title, author and dates in, an XMP packet and an information dictionary out.

Both say the same (ISO 19005-2, 6.6.3). The packet also claims PDF/UA-1 (ISO 14289-1, 5) and PDF/A-2a, whose
rules ask that properties which PDF/A does not know are described (ISO 19005-2, 6.6.2.3): those of PDF/UA.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.render.pdf.syntax import text

if TYPE_CHECKING:
    from deckbuild.model.paged import Paged

TOOL = "deckbuild"

PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
<xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{date}T00:00:00Z</xmp:ModifyDate>
<pdf:Producer>{tool}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
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
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def packet(paged: Paged) -> bytes:
    """Return the document's XMP packet."""
    said = {
        "title": paged.title,
        "author": paged.author,
        "subject": paged.subject,
        "language": paged.language,
        "date": paged.date,
        "tool": TOOL,
    }
    return PACKET.format_map({key: _escaped(value) for key, value in said.items()}).encode("utf-8")


def _escaped(value: str) -> str:
    """Return a text as XML writes it. The standard library's `escape` brings in all of `urllib`."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def information(paged: Paged) -> bytes:
    """Return the document's information dictionary (ISO 32000-1, 14.3.3)."""
    date = f"D:{paged.date.replace('-', '')}000000Z"
    entries = {
        b"Title": paged.title,
        b"Author": paged.author,
        b"Subject": paged.subject,
        b"Creator": TOOL,
        b"Producer": TOOL,
        b"CreationDate": date,
        b"ModDate": date,
    }
    return b"<<%s>>" % b"".join(b"/%s%s" % (key, text(value)) for key, value in entries.items())
