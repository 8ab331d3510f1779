"""The body of a message as Outlook keeps it: packed RTF, with HTML or text inside."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox.outlook import lzfu, rtf
from tests.mailbox.outlook.builders import packed_rtf, plain_rtf

EXAMPLE = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
"""The first example of MS-OXRTFCP 4.1."""
REPEATING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
"""The second, where a reference runs into itself."""


class TestPacking:
    def test_gives_the_examples_of_the_standard(self) -> None:
        assert lzfu.expanded(EXAMPLE) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
        assert lzfu.expanded(REPEATING) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"

    @given(st.text(st.characters(max_codepoint=255), max_size=9000))
    def test_gives_back_what_was_packed(self, text: str) -> None:
        assert lzfu.expanded(packed_rtf(text)) == text.encode("latin-1")
        assert lzfu.expanded(plain_rtf(text)) == text.encode("latin-1")

    @pytest.mark.parametrize("data", [b"", b"LZFu", bytes(16), EXAMPLE[:8] + b"xxxx" + EXAMPLE[12:]])
    def test_that_is_none_gives_nothing(self, data: bytes) -> None:
        assert lzfu.expanded(data) == b""

    def test_that_breaks_off_gives_its_beginning(self) -> None:
        whole, part = lzfu.expanded(EXAMPLE), lzfu.expanded(EXAMPLE[:-9])

        assert whole.startswith(part)
        assert 28 < len(part) < len(whole)

    def test_is_no_bomb(self) -> None:
        """Every reference repeats the last letter seventeen times; 4096 of them go round the window."""
        tokens = [((207 + 17 * number - 1) % 4096) << 4 | 15 for number in range(4096)]
        cycle = b"".join(b"\xff" + struct.pack(">8H", *tokens[at : at + 8]) for at in range(0, 4096, 8))
        data = struct.pack("<II4sI", 0, 0xFFFFFFFF, b"LZFu", 0) + cycle * 300

        assert len(lzfu.expanded(data)) == 16 * 1024 * 1024


class TestText:
    @pytest.mark.parametrize(
        ("source", "text"),
        [
            (r"{\rtf1\ansi Dag\par allen\tab hier\line daar}", "Dag\nallen\thier\ndaar"),
            (r"{\rtf1\ansi\ansicpg1252 caf\'e9 \'80}", "café €"),
            (r"{\rtf1\ansi\ansicpg1251 \'cf\'e0\'f0}", "Пар"),
            (r"{\rtf1\ansi{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial;}}\f1 \'cf\f0  \'e9}", "П é"),
            (r"{\rtf1\ansi{\fonttbl{\f0\fcharset128 MS;}}\f0\'82\'a0}", "あ"),
            (r"{\rtf1\ansi \u8364?\u-3913?}", "€\uf0b7"),
            (r"{\rtf1\ansi\uc2 \u8364xx{\uc0\u8364}y}", "€€y"),
            (r"{\rtf1\ansi \u55357?\u56832?}", "😀"),
            (r"{\rtf1\ansi \{a\}\\ b\~c \ldblquote d\rdblquote\endash}", "{a}\\ b\xa0c “d”–"),
            (r"{\rtf1\ansi{\*\generator Word;}{\info{\author Ik}}{\pict 8950}{\colortbl\red0;}weg}", "weg"),
            (r"{\rtf1\ansi{\field{\*\fldinst HYPERLINK x}{\fldrslt hier}}}", "hier"),
            ("{\\rtf1\\ansi een\r\n twee}", "een twee"),
            (r"{\rtf1\ansi {\pict\bin3 }}}}na\bin99999 weg}", "na"),
            (r"{\rtf1\ansi niet dicht", "niet dicht"),
            (r"}}}{\rtf1 x", "}}}{\\rtf1 x"),
            (r"{\rtf1 \'zz\u\par}", "zz"),
        ],
    )
    def test_is_what_a_reader_would_see(self, source: str, text: str) -> None:
        found, is_html = rtf.original(source.encode("latin-1"))

        assert (found.strip(), is_html) == (text.strip(), False)

    def test_that_was_text_is_that_text(self) -> None:
        source = rb"{\rtf1\ansi\fromtext{\fonttbl{\f0 Courier;}}\pard Dag\par\par allen\par}"

        assert rtf.original(source) == ("Dag\n\nallen", False)


class TestHtml:
    def test_is_taken_out_as_it_was(self) -> None:
        source = (
            rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}"
            rb"{\*\htmltag19 <html>}{\*\htmltag34 <head>\par}{\*\htmltag64 <p class=\'22a\'22>}"
            rb"\htmlrtf{\htmlrtf0 Dag \htmlrtf\b\htmlrtf0 {\*\htmltag84 <b>}allen{\*\htmltag92 </b>}"
            rb"\htmlrtf weg}\htmlrtf0 {\*\htmltag84 &nbsp;}\htmlrtf\'a0\htmlrtf0 caf\'e9"
            rb"{\*\mhtmltag84 <img src=x>}{\*\htmltag58 </p></html>}}"
        )

        assert rtf.original(source) == (
            '<html><head>\n<p class="a">Dag <b>allen</b>&nbsp;café</p></html>',
            True,
        )


PIECES = ["{", "}", "\\", "\\*", "\\u99999 ", "\\'8", "\\bin99 ", "\\f-1 ", "x", "\\htmltag ", "\\uc-9 "]


@given(st.lists(st.sampled_from(PIECES)))
def test_nothing_stops_it(pieces: list[str]) -> None:
    text, _ = rtf.original(("{\\rtf1\\fromhtml1 " + "".join(pieces)).encode("latin-1"))

    text.encode("utf-8")
