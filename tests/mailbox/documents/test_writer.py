"""Word and OpenDocument text."""

from __future__ import annotations

import zipfile

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.mailbox import sniff
from jury_desktop.mailbox.documents.writer import text
from tests.mailbox.builders import docx, paragraph, zipped

ODT = """<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
 <office:body><office:text>
  <text:h>Kandidatuur</text:h>
  <text:p>Organisatie: <text:span>De</text:span> <text:text-input>Brug</text:text-input> vzw</text:p>
  <table:table><table:table-row>
   <table:table-cell><text:p>Adres</text:p></table:table-cell>
   <table:table-cell><text:p>Kaaihof<text:s/>7</text:p></table:table-cell>
  </table:table-row></table:table>
 </office:text></office:body></office:document-content>"""


def control(content: str, *properties: str) -> str:
    head = f"<w:sdtPr>{''.join(properties)}</w:sdtPr>"
    return f"<w:p><w:sdt>{head}<w:sdtContent>{content}</w:sdtContent></w:sdt></w:p>"


def run(letters: str) -> str:
    return f"<w:r><w:t>{letters}</w:t></w:r>"


def word(body: str, **parts: str) -> str:
    return text(docx(body, **parts), sniff.DOCX).strip()


class TestWord:
    def test_paragraphs_are_lines(self) -> None:
        assert word(paragraph("Organisatie: De Brug") + paragraph("één")) == "Organisatie: De Brug\néén"

    def test_rows_of_a_table_are_lines_with_tabs(self) -> None:
        cells = "".join(f"<w:tc>{paragraph(letters)}</w:tc>" for letters in ("Organisatie", "De Brug"))

        assert word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == "Organisatie \tDe Brug"

    def test_breaks_tabs_and_symbols_are_kept(self) -> None:
        letters = (
            '<w:sym w:font="Wingdings" w:char="F0FE"/><w:t> 1</w:t><w:br/><w:t>a</w:t><w:tab/><w:t>b</w:t>'
        )

        assert word(f"<w:p><w:r>{letters}</w:r></w:p>") == "☒ 1\na\tb"

    def test_content_controls_keep_their_text_and_say_their_title(self) -> None:
        body = paragraph("Organisatie") + control(run("De Brug"), '<w:alias w:val="Naam organisatie"/>')

        assert word(body) == "Organisatie\nDe Brug\n\nNaam organisatie: De Brug"

    def test_a_control_that_shows_its_prompt_is_empty(self) -> None:
        body = control(run("Klik hier"), '<w:alias w:val="Organisatie"/>', "<w:showingPlcHdr/>")

        assert word(body) == ""

    @pytest.mark.parametrize(("checked", "box"), [("1", "☒"), ("0", "☐")])
    def test_check_boxes_are_boxes(self, checked: str, box: str) -> None:
        body = control(
            run(box),
            '<w:alias w:val="1 Saled"/>',
            f'<w14:checkbox><w14:checked w14:val="{checked}"/></w14:checkbox>',
        )

        assert word(body) == f"{box}\n\n{box} 1 Saled"

    def test_boxes_of_old_forms_are_boxes(self) -> None:
        def old(state: str) -> str:
            field = f"<w:fldChar><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar>"
            return f"<w:p><w:r>{field}</w:r>{run('1')}</w:p>"

        assert word(old("<w:checked/>") + old('<w:default w:val="1"/><w:checked w:val="0"/>')) == "☒ 1\n☐ 1"

    def test_what_was_deleted_or_doubled_is_left_out(self) -> None:
        body = (
            "<w:p><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins>" + run("erbij") + "</w:ins>"
            "<w:r><mc:AlternateContent><mc:Choice><w:t>!</w:t></mc:Choice>"
            "<mc:Fallback><w:t>dubbel</w:t></mc:Fallback></mc:AlternateContent><w:instrText>PAGE</w:instrText></w:r></w:p>"
        )

        assert word(body) == "erbij!"

    def test_headers_and_footers_come_last(self) -> None:
        spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

        assert word(paragraph("Dag"), header1=f"<w:hdr {spaces}>{paragraph('Kop')}</w:hdr>") == "Dag\nKop"

    def test_depth_is_no_problem(self) -> None:
        assert word("<w:p>" + "<w:ins>" * 200 + run("diep") + "</w:ins>" * 200 + "</w:p>") == "diep"


class TestOpenDocument:
    def test_gives_paragraphs_and_rows(self) -> None:
        found = text(zipped({"content.xml": ODT.encode()}), sniff.ODT)

        assert [line for line in found.splitlines() if line] == [
            "Kandidatuur",
            "Organisatie: De Brug vzw",
            "Adres \tKaaihof 7",
        ]


class TestHostileDocuments:
    def reason(self, data: bytes) -> str:
        with pytest.raises(JuryError) as refused:
            text(data, sniff.DOCX)
        return refused.value.message.key

    def test_a_document_type_is_refused(self) -> None:
        bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'

        assert self.reason(zipped({"word/document.xml": bomb})) == "intake.attachment_bomb"

    def test_an_external_entity_is_not_fetched(self) -> None:
        thief = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'

        assert self.reason(zipped({"word/document.xml": thief})) == "intake.attachment_bomb"

    def test_a_bomb_is_refused_before_it_is_unpacked(self) -> None:
        assert self.reason(zipped({"word/document.xml": b" " * 60_000_000})) == "intake.attachment_bomb"

    def test_a_crowd_of_members_is_refused(self) -> None:
        assert self.reason(b"PK\x03\x04" + b"PK\x01\x02" * 10_001) == "intake.attachment_bomb"

    @pytest.mark.parametrize("data", [b"", b"PK\x03\x04 geen zip", zipped({"word/document.xml": b"<open>"})])
    def test_what_is_broken_says_so(self, data: bytes) -> None:
        assert self.reason(data) == "intake.attachment_broken"

    def test_what_is_locked_says_so(self) -> None:
        data = bytearray(zipped({"word/document.xml": b"<x/>"}, zipfile.ZIP_STORED))
        data[data.index(b"PK\x01\x02") + 8] |= 1

        assert self.reason(bytes(data)) == "intake.attachment_encrypted"
