"""An Outlook data file: folders and messages as libpff gives them."""

from __future__ import annotations

from typing import Any

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.mail import Evidence, EvidenceKind
from jury_desktop.domain.messages import say
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.mime import take_apart
from jury_desktop.mailbox.outlook import operations, pst
from jury_desktop.mailbox.outlook.properties import Tag
from tests.mailbox.outlook.builders import DELIVERED, arrived, letters
from tests.mailbox.outlook.fakes import (
    BrokenMessage,
    FakeAttachment,
    FakeFile,
    FakeFolder,
    FakeMessage,
    special,
)

MAIL = FakeMessage(arrived())


def told(file: FakeFile) -> list[tuple[str, bool, bool, int | None]]:
    return [("/".join(one.names), one.sent, one.deleted, one.count) for one in pst.folders(file)]


def answer(
    file: FakeFile, monkeypatch: pytest.MonkeyPatch, folder: int = 0, number: int = 0
) -> dict[str, Any]:
    """What the reading process says of a message, besides the message."""
    monkeypatch.setattr(operations, "_opened", lambda _: (file, pst.folders(file)))
    head, _ = operations.message_within(b"", {"path": "x", "folder": 0, "number": 0})
    return head


class TestFolders:
    def test_are_listed_in_order_where_they_hold_messages(self) -> None:
        inner = FakeFolder("2023/06", 4, [MAIL])
        tree = [
            FakeFolder("Postvak IN", 2, [MAIL, MAIL], [inner]),
            FakeFolder("Leeg", 5),
            FakeFolder(None, 6, [MAIL]),
        ]

        assert told(FakeFile(FakeFolder(None, 1, (), tree))) == [
            ("Postvak IN", False, False, 2),
            ("Postvak IN/2023_06", False, False, 1),
            ("?", False, False, 1),
        ]

    def test_for_what_was_sent_or_deleted_are_known_by_the_file_in_any_language(self) -> None:
        tree = [
            FakeFolder("Posta inviata", 2, [MAIL], [FakeFolder("2023", 3, [MAIL])]),
            FakeFolder("Bozze", 4, [MAIL]),
            FakeFolder("Posta eliminata", 5, [MAIL]),
            FakeFolder("Posta in arrivo", 6, [MAIL]),
        ]
        root = FakeFolder(None, 1, (), tree, special(IPM_DRAFTS=4).given)

        assert told(FakeFile(root, special(IPM_SENT_MAIL=2, IPM_WASTEBASKET=5))) == [
            ("Posta inviata", True, False, 1),
            ("Posta inviata/2023", True, False, 1),
            ("Bozze", True, False, 1),
            ("Posta eliminata", False, True, 1),
            ("Posta in arrivo", False, False, 1),
        ]

    def test_are_named_without_the_folder_around_them_all(self) -> None:
        top = FakeFolder(
            "Begin van Outlook-gegevensbestand", 2, [MAIL], [FakeFolder("Postvak IN", 3, [MAIL])]
        )
        root = FakeFolder(None, 1, (), [top, FakeFolder("Zoeken", 4, [MAIL])])

        assert [name for name, *_ in told(FakeFile(root, special(IPM_SUBTREE=2)))] == [
            "",
            "Postvak IN",
            "Zoeken",
        ]

    @pytest.mark.parametrize("name", ["Verwijderde items", "DELETED ITEMS", "Prullenbak"])
    def test_for_what_was_deleted_are_known_by_their_name_too(self, name: str) -> None:
        tree = [FakeFolder(name, 2, [MAIL], [FakeFolder("oud", 3, [MAIL])])]

        assert [deleted for _, _, deleted, _ in told(FakeFile(FakeFolder(None, 1, (), tree)))] == [True, True]

    def test_that_cannot_be_read_are_listed_without_a_number(self) -> None:
        tree = [FakeFolder("Stuk", 2, broken=True), None, FakeFolder("Na", 3, [MAIL])]

        assert told(FakeFile(FakeFolder(None, 1, [MAIL], tree))) == [  # type: ignore[arg-type]
            ("", False, False, 1),
            ("", False, False, None),
            ("Stuk", False, False, None),
            ("Na", False, False, 1),
        ]

    def test_too_deep_are_listed_as_far_as_they_go(self) -> None:
        inner = FakeFolder("onder", 99, [MAIL])
        for number in range(98, 1, -1):
            inner = FakeFolder("map", number, (), [inner])

        assert [(name.count("/"), count) for name, _, _, count in told(FakeFile(inner))] == [(49, None)]

    def test_that_claim_more_than_any_mailbox_holds_are_not_believed(self) -> None:
        class Boastful(FakeFolder):
            number_of_sub_messages = 1 << 40  # type: ignore[assignment]

        assert told(FakeFile(Boastful(None, 1))) == [("", False, False, None)]

    def test_within_themselves_end(self) -> None:
        loop = FakeFolder("Lus", 2, [MAIL])
        loop.sub_folders = [loop, FakeFolder("Binnen", 3, [MAIL], [loop])]

        assert told(FakeFile(loop)) == [("", False, False, 1), ("Binnen", False, False, 1)]


class TestMessages:
    def test_give_their_properties_people_and_files(self) -> None:
        message = FakeMessage(
            {Tag.SUBJECT: "\x01\x05RE: vraag", Tag.BODY: letters("Dag café"), Tag.MESSAGE_FLAGS: 1},
            [FakeAttachment({Tag.ATTACH_LONG_FILENAME: "a.pdf", Tag.ATTACH_METHOD: 1}, b"%PDF-")],
            [{Tag.DISPLAY_NAME: "Stad", Tag.SMTP_ADDRESS: "info@stad.example", Tag.RECIPIENT_TYPE: 1}],
        )

        opened = take_apart(operations.as_mime(pst.item(message)))

        assert str(opened.message["Subject"]) == "RE: vraag"
        assert opened.message["To"] == "=?utf-8?b?U3RhZA==?= <info@stad.example>"
        assert opened.text == "Dag café"
        assert [(file.name, file.content) for file in opened.files] == [("a.pdf", b"%PDF-")]

    def test_attached_to_messages_are_named_with_what_to_do(self, monkeypatch: pytest.MonkeyPatch) -> None:
        locked = FakeAttachment({Tag.DISPLAY_NAME: "Kandidatuur", Tag.ATTACH_METHOD: 5}, b"verwijzing")
        file = FakeFile(FakeFolder("Postvak IN", 1, [FakeMessage(arrived(), [locked])]))

        (note,) = answer(file, monkeypatch)["notes"]

        assert note == {"key": "intake.attached_message_locked", "values": {"name": "Kandidatuur"}}

    @pytest.mark.parametrize(
        "message",
        [
            BrokenMessage(arrived()),
            FakeMessage(arrived(), [FakeAttachment({Tag.ATTACH_METHOD: 1}, b"half", claimed=99)]),
        ],
    )
    def test_that_are_broken_say_so(self, message: FakeMessage) -> None:
        with pytest.raises(JuryError) as refused:
            pst.item(message)

        assert refused.value.message == say("intake.outlook_broken")

    def test_larger_than_any_mail_are_refused_before_they_are_read(self) -> None:
        part = FakeAttachment({Tag.ATTACH_METHOD: 1}, claimed=limits.MESSAGE_BYTES // 2 + 1)

        with pytest.raises(JuryError) as refused:
            pst.item(FakeMessage(arrived(), [FakeAttachment({}, claimed=0), part]))
        assert refused.value.message.key == "intake.outlook_broken"
        with pytest.raises(JuryError) as refused:
            pst.item(FakeMessage(arrived(), [FakeAttachment({}, claimed=limits.MESSAGE_BYTES + 1)]))
        assert refused.value.message.key == "intake.too_large"

    def test_with_too_many_attachments_are_refused(self) -> None:
        with pytest.raises(JuryError) as refused:
            pst.item(FakeMessage({}, [FakeAttachment({})] * (limits.PARTS + 1)))

        assert refused.value.message.key == "intake.too_many_parts"


class TestArrival:
    @pytest.mark.parametrize(
        ("folder", "given", "expected"),
        [
            ("Postvak IN", {}, [("mapi_delivery", DELIVERED.isoformat())]),
            ("Verzonden items", {}, [("mapi_delivery", DELIVERED.isoformat())]),
            ("Posta inviata", {}, [("mapi_delivery", None), ("sent_copy", None)]),
            ("Verwijderde items", {}, [("mapi_delivery", None)]),
            ("Postvak IN", {"MESSAGE_FLAGS": 9}, [("mapi_delivery", None), ("sent_copy", None)]),
            ("Postvak IN", {"TRANSPORT_HEADERS": ""}, [("mapi_delivery", None)]),
            ("Agenda", {"MESSAGE_CLASS": "IPM.Appointment"}, [("mapi_delivery", None)]),
        ],
    )
    def test_is_proven_only_where_messages_arrive(
        self,
        monkeypatch: pytest.MonkeyPatch,
        folder: str,
        given: dict[str, int | str],
        expected: list[tuple[str, str | None]],
    ) -> None:
        tree = [FakeFolder(folder, 2, [FakeMessage(arrived(**given))])]
        store = special(IPM_SENT_MAIL=2) if folder == "Posta inviata" else None

        found = answer(FakeFile(FakeFolder(None, 1, (), tree), store), monkeypatch)["evidence"]

        assert [(item["kind"], item["at"]) for item in found] == expected

    def test_comes_over_as_it_was_found(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from jury_desktop.mailbox.child import told as revived

        head = answer(FakeFile(FakeFolder("Postvak IN", 1, [MAIL])), monkeypatch)

        assert revived(head) == (
            (Evidence(EvidenceKind.MAPI_DELIVERY, "2023-06-02 20:15:03.000000 UTC", DELIVERED),),
            (),
        )
