"""Sent mail and drafts are told by the folder they lay in and by what the mail program wrote."""

from __future__ import annotations

from email.message import Message
from pathlib import Path

import pytest

from jury_desktop.domain.mail import EvidenceKind, ReadMail
from jury_desktop.mailbox.reader import read
from jury_desktop.mailbox.sent import by_headers, by_place
from tests.builders import a_call
from tests.services.mailing import a_message


@pytest.mark.parametrize(
    ("source", "folder"),
    [
        ("postvak.pst/Verzonden items · 12", "Verzonden items"),
        ("export/Sent.mbox · 3", "Sent.mbox"),
        ("Takeout.zip › Mail/Sent-1.mbox · 3", "Sent-1.mbox"),
        ("profiel/Drafts/04.eml", "Drafts"),
        ("box/.Sent/cur/1685743200.M1P2.host", ".Sent"),
        ("box/.INBOX.Verzonden items/cur/1685743200.M1P2.host", ".INBOX.Verzonden items"),
        ("box/.&AMk-l&AOk-ments envoy&AOk-s/new/1685743200.x", ".&AMk-l&AOk-ments envoy&AOk-s"),
        ("Mail/Sent Messages.mbox/Messages/12.emlx", "Sent Messages.mbox"),
        ("export/Postvak IN.mbox · 3", ""),
        ("box/.R&D-verzonden &A/cur/1685743200.x", ""),
        ("box/.Sent.Antwoorden/cur/1685743200.x", ".Sent.Antwoorden"),
        ("export/notulen.sent/a.eml", ""),
        ("export/Verzonden kandidatuur.eml", ""),
        ("export/sent to us.mbox · 1", ""),
    ],
)
def test_the_folder_of_sent_mail_is_known_by_its_name(source: str, folder: str) -> None:
    assert by_place(source) == folder


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("X-Unsent", "1", "X-Unsent: 1"),
        ("X-Mozilla-Draft-Info", "internal/draft", "X-Mozilla-Draft-Info: internal/draft"),
        ("X-Gmail-Labels", "Belangrijk, Verzonden", "X-Gmail-Labels: Belangrijk, Verzonden"),
        ("X-Gmail-Labels", "Inbox,Kandidaturen", ""),
        ("Subject", "Sent", ""),
    ],
)
def test_the_mail_program_says_so_in_a_header(name: str, value: str, said: str) -> None:
    message = Message()
    message[name] = value

    assert by_headers(message) == said


@pytest.mark.parametrize(
    ("folder", "head", "proven"),
    [("Postvak IN", b"", True), ("Verzonden items", b"", False), ("Postvak IN", b"X-Unsent: 1\n", False)],
    ids=["received", "sent folder", "draft"],
)
def test_nothing_in_sent_mail_or_a_draft_proves_an_arrival(
    tmp_path: Path, folder: str, head: bytes, proven: bool
) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "1.eml").write_bytes(head + a_message("info@anker.example", "Dag"))

    [found] = read([tmp_path], a_call().own_servers, a_call().form)

    assert isinstance(found, ReadMail)
    arrival = found.mail.arrival
    assert (arrival.at is not None) == proven
    assert (EvidenceKind.SENT_COPY in {item.kind for item in arrival.evidence}) != proven
