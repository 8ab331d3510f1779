"""Outlook data files in an export: every message comes over, and a bad one costs one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

import pytest

from jury_desktop.domain.mail import EvidenceKind, ReadMail, UnreadableMail
from jury_desktop.domain.messages import Message, say
from jury_desktop.mailbox.child import Child
from jury_desktop.mailbox.limits import Limits
from jury_desktop.mailbox.outlook import store
from jury_desktop.mailbox.places import Place
from jury_desktop.mailbox.sources import messages
from tests.mailbox.builders import everything, mails, raw_mail, written, zipped
from tests.mailbox.outlook.builders import arrived, msg

SCRIPT = """
import os, sys, time
from jury_desktop.mailbox import reading, worker

started = time.time()

def folders(data, head):
    return {"folders": [["Postvak IN", 4], ["Stuk", None], ["Verzonden items", 1], ["", 1]]}, ()

def message(data, head):
    if (head["folder"], head["number"]) == (0, 1):
        os._exit(9)
    if (head["folder"], head["number"]) == (0, 2):
        raise OSError
    with open(head["path"], "rb") as file:
        content = file.read()
    at = "2023-06-02T20:15:03+00:00"
    said = [{"kind": "mapi_delivery", "raw": "x", "at": at}]
    return {"evidence": said, "notes": [{"key": "intake.outlook_cut", "values": {}}]}, [content[4:]]

reading._OPERATIONS |= {"pst_folders": folders, "pst_message": message}
worker.main(sys.argv)
"""
DATA_FILE = b"!BDN" + raw_mail("Dag")


def moody(monkeypatch: pytest.MonkeyPatch, script: str, seconds: float = 30.0) -> None:
    """Data files are read by this script instead of libpff."""
    command = [sys.executable, "-c", script]
    monkeypatch.setattr(store, "Child", lambda: Child(Limits(seconds=seconds), command))


def outcome(item: ReadMail | UnreadableMail) -> tuple[str, Message | None]:
    return (item.source, item.reason) if isinstance(item, UnreadableMail) else (item.mail.source, None)


def test_a_data_file_loses_only_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moody(monkeypatch, SCRIPT.replace("raise OSError", "time.sleep(60)"), seconds=3.0)

    found = everything(written(tmp_path, "export.pst", DATA_FILE))

    assert [outcome(item) for item in found] == [
        ("export.pst › Postvak IN · 1", None),
        ("export.pst › Postvak IN · 2", say("intake.reader_stopped")),
        ("export.pst › Postvak IN · 3", say("intake.too_slow")),
        ("export.pst › Postvak IN · 4", None),
        ("export.pst › Stuk", say("intake.outlook_folder_broken")),
        ("export.pst › Verzonden items · 1", None),
        ("export.pst · 1", None),
    ]
    assert len({item.sha256 for item in found if isinstance(item, UnreadableMail)}) == 3


class TestADataFile:
    @pytest.fixture(autouse=True)
    def _without_libpff(self, monkeypatch: pytest.MonkeyPatch) -> None:
        moody(monkeypatch, SCRIPT)

    def test_gives_messages_with_their_proof(self, tmp_path: Path) -> None:
        first, *_, last, _ = everything(written(tmp_path, "export.pst", DATA_FILE))

        assert isinstance(first, ReadMail)
        assert isinstance(last, ReadMail)
        assert (first.mail.text, first.raw, first.mail.notes) == (
            "Dag\n",
            raw_mail("Dag"),
            (say("intake.outlook_cut"),),
        )
        assert first.mail.arrival.decisive is not None
        assert first.mail.arrival.decisive.kind is EvidenceKind.MAPI_DELIVERY
        assert last.mail.arrival.at is None

    def test_in_a_zip_is_read_too(self, tmp_path: Path) -> None:
        found = everything(written(tmp_path, "e.zip", zipped({"map/export.pst": DATA_FILE})))

        assert len(found) == 7
        assert outcome(found[0]) == ("e.zip › map/export.pst › Postvak IN · 1", None)

    def test_tells_how_far_it_is(self, tmp_path: Path) -> None:
        path = written(tmp_path, "export.pst", DATA_FILE)
        size, opened = len(DATA_FILE), []

        def open_file() -> IO[bytes]:
            opened.append(path.open("rb"))
            return opened[-1]

        seen = [opened[-1].tell() for _ in messages(Place("export.pst", open_file, size, path=path))]

        assert seen == [size * step // 6 for step in (1, 2, 3, 4, 4, 5, 6)]


def test_a_file_that_is_none_says_what_to_do(tmp_path: Path) -> None:
    (found,) = everything(written(tmp_path, "export.ost", b"!BDN" + bytes(2000)))

    assert isinstance(found, UnreadableMail)
    assert (found.source, found.reason, found.raw) == (
        "export.ost",
        say("intake.pst_broken"),
        b"!BDN" + bytes(2000),
    )


def test_a_message_file_lies_in_any_mixture(tmp_path: Path) -> None:
    data = msg(arrived())
    written(tmp_path, "map/a.eml", raw_mail("een"))
    written(tmp_path, "map/b.msg", data)
    written(tmp_path, "map/c.zip", zipped({"d.msg": data}))

    assert [mail.source for mail in mails(tmp_path / "map")] == [
        "map/a.eml",
        "map/b.msg",
        "map/c.zip › d.msg",
    ]
