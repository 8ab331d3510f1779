"""Splitting an mbox."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox import limits
from jury_desktop.mailbox.mbox import Piece, is_mark, split
from tests.mailbox.builders import mbox, raw_mail

DATED = "From an@debrug.example Fri Jun  2 21:00:00 2023"


def raws(data: bytes, window: int = 1024) -> list[bytes]:
    return [piece.raw for piece in split(io.BytesIO(data), window)]


class TestSplitting:
    @given(
        st.lists(st.text(st.sampled_from("ab \n>:F"), max_size=60), min_size=1, max_size=6),
        st.sampled_from([7, 64, 100_000]),
    )
    def test_gives_back_the_messages_whatever_the_window(self, texts: list[str], window: int) -> None:
        mails = [f"From: a@x.example\n\n{text}".rstrip("\n").encode() + b"\n" for text in texts]

        assert raws(mbox(mails, DATED), window) == mails

    def test_keeps_windows_line_ends(self) -> None:
        mails = [raw_mail(text).replace(b"\n", b"\r\n") for text in ("een", "twee")]
        data = b"".join(DATED.encode() + b"\r\n" + mail + b"\r\n" for mail in mails)

        assert raws(data) == mails

    def test_keeps_a_last_message_without_line_end(self) -> None:
        assert raws(mbox([raw_mail("een"), b"Subject: x\n\nDag"], DATED).rstrip(b"\n")) == [
            raw_mail("een"),
            b"Subject: x\n\nDag",
        ]

    @given(
        st.lists(
            st.sampled_from(["From ", ">From ", ">>From an", "> From", "Van", "", "x>From "]), max_size=8
        )
    )
    def test_takes_off_the_quoting_that_the_mbox_added(self, lines: list[str]) -> None:
        mail = ("Subject: x\n\n" + "".join(f"{line} \n" for line in lines) + "einde\n").encode()

        assert raws(re.sub(rb"(?m)^(>*From )", rb">\1", mail)) == [mail]
        assert raws(DATED.encode() + b"\n" + re.sub(rb"(?m)^(>*From )", rb">\1", mail)) == [mail]

    def test_takes_off_a_second_mark(self) -> None:
        second = b">From MAILER-DAEMON Fri Jun  2 21:00:00 2023\n"

        assert raws(DATED.encode() + b"\n" + second + raw_mail("een")) == [raw_mail("een")]

    def test_keeps_the_mark_and_the_size(self) -> None:
        assert list(split(io.BytesIO(mbox([b"Subject: x\n\nDag\n"], DATED)))) == [
            Piece(DATED, b"Subject: x\n\nDag\n", 16, doubtful=False)
        ]

    def test_passes_over_a_byte_order_mark(self) -> None:
        assert raws(b"\xef\xbb\xbf" + mbox([raw_mail("een")], DATED)) == [raw_mail("een")]

    def test_keeps_what_stands_before_the_first_mark(self) -> None:
        assert len(raws(b"Subject: a\n\nx\n\n" + mbox([raw_mail("een")], DATED))) == 2

    def test_gives_nothing_for_nothing(self) -> None:
        assert raws(b"") == raws(b"\n\n") == []

    def test_keeps_only_the_beginning_of_what_is_too_large(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "MESSAGE_BYTES", 50_000)
        monkeypatch.setattr(limits, "KEPT_BYTES", 100)
        large = b"Subject: x\n\n" + b"0123456789\n" * 20_000

        found = list(split(io.BytesIO(mbox([large, raw_mail("klein")], DATED)), window=1000))

        assert [(len(piece.raw), piece.size) for piece in found] == [
            (100, len(large)),
            (len(raw_mail("klein")), len(raw_mail("klein"))),
        ]


class TestTheMark:
    @pytest.mark.parametrize(
        "mark",
        [
            DATED,
            "From - Fri Jun  2 21:00:00 2023",
            "From -",
            "From 1844347792267117879@xxx Fri Jun 02 21:59:40 +0000 2023",
            '"From \\"An B\\" <an@debrug.example> Fri Jun  2 21:00:00 2023"'[1:-1],
        ],
    )
    def test_with_a_date_needs_a_header_and_no_empty_line(self, mark: str) -> None:
        assert is_mark(f"{mark}\nSubject: x\n\n".encode(), after_blank=False)
        assert not is_mark(f"{mark}\nen zo verder\n\n".encode(), after_blank=True)

    @pytest.mark.parametrize(
        ("text", "starts"),
        [
            ("From Russia with love\nYear: 1963\n\nSubject: x", False),
            ("From Russia with love\n\nWhat does it do?", False),
            ("From MAILER-DAEMON\nReceived: by x\nSubject: y\n\n", True),
            ("From an@debrug.example\n>From - Fri Jun\nSubject: y\n\n", True),
        ],
    )
    def test_without_a_date_needs_a_header_that_every_mail_has(self, text: str, starts: bool) -> None:
        assert is_mark(text.encode(), after_blank=True) == starts
        assert not is_mark(text.encode(), after_blank=False)

    def test_that_another_reader_would_see_is_told(self) -> None:
        text = "Mijn film:\n\nFrom Russia with love\nYear: 1963\n"

        found = list(split(io.BytesIO(DATED.encode() + b"\nSubject: x\n\n" + text.encode())))

        assert [piece.doubtful for piece in found] == [True]

    def test_a_length_that_the_sender_claims_hides_nothing(self) -> None:
        greedy = raw_mail("een", Content_Length="100000")

        assert len(raws(mbox([greedy, raw_mail("twee")], DATED))) == 2
