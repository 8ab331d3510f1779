"""From a file to messages."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from base64 import encodebytes
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from jury_desktop.domain.arrival import Verdict, judge
from jury_desktop.domain.errors import Cancelled
from jury_desktop.domain.form import challenge_numbers
from jury_desktop.domain.mail import (
    Address,
    Attachment,
    Evidence,
    EvidenceKind,
    FieldValue,
    Mail,
    ReadMail,
    UnreadableMail,
)
from jury_desktop.domain.messages import say
from jury_desktop.mailbox import limits, reader
from jury_desktop.mailbox.child import Child
from jury_desktop.mailbox.limits import Limits
from jury_desktop.mailbox.reader import read
from tests.builders import a_call
from tests.mailbox.builders import (
    FORM,
    docx,
    everything,
    mails,
    mbox,
    on,
    paragraph,
    pdf,
    raw_mail,
    received,
    written,
    zipped,
)

CALL = a_call()
WORD = docx("".join(paragraph(line.replace("&", "&amp;")) for line in FORM.splitlines()))


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def one(tmp_path: Path, raw: bytes) -> Mail:
    (mail,) = mails(written(tmp_path, "a.eml", raw))
    return mail


class TestAMessage:
    def test_is_read_whole(self, tmp_path: Path) -> None:
        files = [("Kandidatuur.docx", "application/octet-stream", WORD)]
        raw = raw_mail(
            "Beste,\n\nzie bijlage.", at=on(2, "23:59:59"), attachments=files, In_Reply_To="<0@stad>"
        )
        proof = Evidence(EvidenceKind.OWN_RECEIVED, received(on(2, "23:59:59")), on(2, "23:59:59"))
        dated = Evidence(EvidenceKind.DATE_HEADER, "Fri, 02 Jun 2023 23:59:59 +0200", on(2, "23:59:59"))

        (found,) = everything(written(tmp_path, "a.eml", raw))

        assert isinstance(found, ReadMail)
        mail = found.mail
        assert mail == Mail(
            sha256=digest(raw),
            source="a.eml",
            message_id="1@debrug.example",
            in_reply_to=("0@stad",),
            references=(),
            sender=Address("Liesbet Aerts", "info@debrug.example"),
            recipients=(Address("", "kandidaturen@mechelen.example"),),
            subject="Kandidatuur De Brug",
            date_header="Fri, 02 Jun 2023 23:59:59 +0200",
            automatic=None,
            text="Beste,\n\nzie bijlage.\n",
            arrival=type(mail.arrival)(on(2, "23:59:59"), proof, (proof, dated)),
            attachments=(
                Attachment(
                    "Kandidatuur.docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    digest(WORD),
                    len(WORD),
                ),
            ),
            fields=mail.fields,
            form_text=mail.form_text,
        )
        assert (found.raw, found.contents) == (raw, {digest(WORD): WORD})

    @pytest.mark.parametrize(
        ("clock", "verdict"), [("23:59:59", Verdict.BORDERLINE), ("00:00:00", Verdict.LATE)]
    )
    def test_is_judged_to_the_second(self, tmp_path: Path, clock: str, verdict: Verdict) -> None:
        mail = one(tmp_path, raw_mail(at=on(3 if clock == "00:00:00" else 2, clock)))

        assert judge(mail.arrival, CALL.deadline) is verdict

    def test_is_not_believed_about_its_own_arrival(self, tmp_path: Path) -> None:
        forged = received(on(2, "20:00"))
        raw = raw_mail(at=on(3, "00:07")).replace(b"\nDate: ", f"\nReceived: {forged}\nDate: ".encode())

        assert judge(one(tmp_path, raw).arrival, CALL.deadline) is Verdict.LATE

    def test_of_a_long_text_as_much_is_read_as_counts(self, tmp_path: Path) -> None:
        lines = "Geëerde lezer, nog een regel.\n" * 300_000
        head = b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"

        mail = one(tmp_path, head + encodebytes(lines.encode()))

        assert (mail.text, mail.attachments) == (lines[: limits.TEXT_CHARACTERS], ())

    def test_with_headers_out_of_all_proportion_is_read_without_the_last_of_them(
        self, tmp_path: Path
    ) -> None:
        raw = raw_mail("Dag", attachments=[("a.pdf", "application/pdf", b"%PDF-1.7")])
        head, _, body = raw.partition(b"\n\n")
        padding = b"".join(b"X-%d: een lange regel\n" % number for number in range(150_000))

        mail = one(tmp_path, head + b"\n" + padding + b"\n" + body)

        assert (mail.subject, mail.text.strip(), [item.name for item in mail.attachments]) == (
            "Kandidatuur De Brug",
            "Dag",
            ["a.pdf"],
        )
        assert say("intake.headers_cut") in mail.notes


class TestTheForm:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("f.docx", WORD),
            ("f.pdf", pdf(*FORM.replace("☒", "[x]").replace("☐", "[ ]").splitlines())),
            ("f.txt", FORM.encode()),
            ("f.zip", zipped({"map/f.docx": WORD})),
        ],
    )
    def test_is_read_from_any_document(self, tmp_path: Path, name: str, content: bytes) -> None:
        mail = one(tmp_path, raw_mail(attachments=[(name, "application/octet-stream", content)]))

        fields = {item.key: item.value for item in mail.fields}
        challenges = challenge_numbers(fields.pop("challenges"))
        assert (fields, challenges) == (
            {"organisation": "De Brug vzw", "contact": "Liesbet Aerts", "email": "info@debrug.example"},
            (1, 4),
        )
        assert {item.source for item in mail.fields} == {name}

    def test_is_read_from_the_message_itself(self, tmp_path: Path) -> None:
        organisation = one(tmp_path, raw_mail(FORM)).fields[0]

        assert organisation == FieldValue(
            "organisation", "De Brug vzw", "Naam van de organisatie: De Brug vzw", "e-mail"
        )

    def test_that_is_only_quoted_is_not_read(self, tmp_path: Path) -> None:
        quoted = "Bedankt!\n" + "\n".join(f"> {line}" for line in FORM.splitlines())

        assert one(tmp_path, raw_mail(quoted)).fields == ()

    def test_that_is_passed_on_is_read(self, tmp_path: Path) -> None:
        text = f"Ter info\n\nVan: De Brug <info@debrug.example>\nOnderwerp: Kandidatuur\n\n{FORM}"

        assert one(tmp_path, raw_mail(text, subject="FW: Kandidatuur")).fields[0].value == "De Brug vzw"

    def test_comes_from_the_file_that_looks_most_like_it(self, tmp_path: Path) -> None:
        files = [
            ("a.txt", "text/plain", b"Organisatie: Begroting\nAdres: Kaaihof 7"),
            ("b.docx", "application/octet-stream", WORD),
        ]

        found = {
            item.key: (item.value, item.source) for item in one(tmp_path, raw_mail(attachments=files)).fields
        }

        assert (found["organisation"], found["address"]) == (
            ("De Brug vzw", "b.docx"),
            ("Kaaihof 7", "a.txt"),
        )


class TestUnreadableMail:
    """What its headers say is known, so that a person recognises it."""

    AT = on(2, "20:00")

    def known(self, item: ReadMail | UnreadableMail) -> tuple[str, str, str, str, datetime | None]:
        assert isinstance(item, UnreadableMail)
        return item.reason.key, item.sender.email, item.subject, item.message_id, item.arrival.at

    def test_that_is_encrypted_tells_who_sent_it_and_when_it_came(self, tmp_path: Path) -> None:
        raw = raw_mail("MIAG", at=self.AT).replace(b"text/plain", b"application/pkcs7-mime")

        (item,) = everything(written(tmp_path, "a.eml", raw))

        assert self.known(item) == (
            "intake.sealed",
            "info@debrug.example",
            "Kandidatuur De Brug",
            "1@debrug.example",
            self.AT,
        )

    def test_that_ends_the_reading_process_tells_it_too(self, tmp_path: Path) -> None:
        script = (
            "import os, sys\nfrom jury_desktop.mailbox import reading, worker\nread = reading.describe\n"
            "reading.describe = lambda asked, raw, *rest: "
            "os._exit(1) if b'fataal' in raw else read(asked, raw, *rest)\nworker.main(sys.argv)"
        )

        with Child(Limits(), [sys.executable, "-c", script]) as child:
            (item,) = everything(written(tmp_path, "a.eml", raw_mail("fataal", at=self.AT)), child=child)

        assert self.known(item) == (
            "intake.reader_stopped",
            "info@debrug.example",
            "Kandidatuur De Brug",
            "1@debrug.example",
            self.AT,
        )

    def test_whose_headers_end_the_process_tells_nothing(self, tmp_path: Path) -> None:
        script = "import os, sys\nfrom jury_desktop.mailbox import reading, worker\n"
        script += "reading.describe = lambda *_: os._exit(1)\nworker.main(sys.argv)"

        with Child(Limits(), [sys.executable, "-c", script]) as child:
            (item,) = everything(written(tmp_path, "a.eml", raw_mail(at=self.AT)), child=child)

        assert self.known(item) == ("intake.reader_stopped", "", "", "", None)


class TestHostileMail:
    def test_costs_at_most_itself(self, tmp_path: Path) -> None:
        deep = b"From: a@x.example\n" + b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5000)
        )
        path = written(tmp_path, "box", mbox([raw_mail("een"), deep, raw_mail("twee")]))

        found = everything(path)

        assert [type(item) for item in found] == [ReadMail, UnreadableMail, ReadMail]
        broken = found[1]
        assert isinstance(broken, UnreadableMail)
        assert (broken.source, broken.reason.key, broken.raw, broken.sha256) == (
            "box · 2",
            "intake.too_deep",
            deep,
            digest(deep),
        )

    def test_that_ends_the_reading_process_costs_none_of_those_it_was_read_with(self, tmp_path: Path) -> None:
        path = written(tmp_path, "box", mbox([raw_mail("een"), raw_mail("fataal"), raw_mail("drie")]))
        script = (
            "import os, sys\nfrom jury_desktop.mailbox import reading, worker\n"
            "read = reading.describe\n"
            "reading.describe = lambda asked, raw, *rest: "
            "os._exit(1) if b'fataal' in raw else read(asked, raw, *rest)\nworker.main(sys.argv)"
        )

        with Child(Limits(), [sys.executable, "-c", script]) as child:
            found = everything(path, child=child)

        assert [getattr(item, "reason", None) for item in found] == [None, say("intake.reader_stopped"), None]
        assert [item.raw for item in found] == [raw_mail("een"), raw_mail("fataal"), raw_mail("drie")]

    @pytest.mark.parametrize(
        "answer",
        [
            "[]",
            "[b'']",
            "[packed([])]",
            "[packed(7)]",
            "[packed([Again(), Again()])]",
            "[packed([['Read', {}, [], []]] * 2)]",
            "[packed([told(asked, sha256='f' * 64) for asked in request.messages])]",
            "[packed([told(asked, source='elders') for asked in request.messages])]",
            "[packed([told(asked, files=1) for asked in request.messages])]",
        ],
    )
    def test_that_makes_the_reading_process_lie_is_unreadable(self, tmp_path: Path, answer: str) -> None:
        path = written(tmp_path, "box", mbox([raw_mail("een"), raw_mail("twee")]))
        script = (
            "import sys\nfrom dataclasses import replace\nfrom jury_desktop.mailbox import reading, worker\n"
            "from jury_desktop.mailbox.answers import *\n"
            "from jury_desktop.mailbox.describe import describe\n"
            "def told(asked, files=0, **lies):\n"
            "    nothing = Request('', (), (), ())\n"
            "    mail = describe(asked, b'From: a@x.example\\n\\nx', (), nothing)[0].mail\n"
            "    return Read(replace(mail, **lies), (File('a', 'b', None, None),) * files)\n"
            "def mails(blobs):\n"
            "    request = requested(blobs[0])\n"
            f"    return {answer}\n"
            "reading._mails = mails\n"
        )

        with Child(Limits(), [sys.executable, "-c", script + "worker.main(sys.argv)"]) as child:
            found = everything(path, child=child)

        assert [getattr(item, "reason", None) for item in found] == [say("intake.reader_stopped")] * 2

    @pytest.mark.parametrize(
        ("name", "content", "problem"),
        [
            ("bom.docx", zipped({"[Content_Types].xml": b"", "word/x.xml": b" " * 60_000_000}), "bomb"),
            ("winmail.dat", b"\x78\x9f\x3e\x22" + bytes(49), "winmail"),
            ("slot.pdf", pdf("x", password="geheim"), "encrypted"),
            ("stuk.pdf", b"%PDF-1.7", "broken"),
            ("a.pdf.exe", b"MZ", "disguised"),
        ],
    )
    def test_in_an_attachment_costs_its_text(
        self, tmp_path: Path, name: str, content: bytes, problem: str
    ) -> None:
        files = [(name, "application/octet-stream", content), ("f.docx", "application/octet-stream", WORD)]

        mail = one(tmp_path, raw_mail(attachments=files))

        assert [(item.name, item.sha256, item.problem) for item in mail.attachments] == [
            (name, digest(content), say(f"intake.attachment_{problem}")),
            ("f.docx", digest(WORD), None),
        ]
        assert len(mail.fields) == 4

    def test_that_ends_the_reading_of_one_attachment_keeps_the_mail(self, tmp_path: Path) -> None:
        files = [("f.docx", "application/octet-stream", WORD)]
        path = written(tmp_path, "a.eml", raw_mail(attachments=files))
        script = (
            "import os, sys\nfrom jury_desktop.mailbox import reading, worker\n"
            "reading._OPERATIONS['document'] = lambda data, head: os._exit(1)\nworker.main(sys.argv)"
        )

        with Child(Limits(), [sys.executable, "-c", script]) as child:
            (mail,) = mails(path, child=child)

        assert [item.problem for item in mail.attachments] == [None]
        assert mail.notes == (say("intake.attachment_unread", name="f.docx"), say("intake.reader_stopped"))

    def test_in_many_attachments_is_tried_a_few_times(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "FAILURES", 2)
        files = [(f"{number}.pdf", "application/pdf", pdf(str(number))) for number in range(4)]
        path = written(tmp_path, "a.eml", raw_mail(attachments=files))
        script = (
            "import os, sys\nfrom jury_desktop.mailbox import reading, worker\n"
            "reading._OPERATIONS['document'] = lambda data, head: os._exit(1)\nworker.main(sys.argv)"
        )

        with Child(Limits(), [sys.executable, "-c", script]) as child:
            (mail,) = mails(path, child=child)

        unread = [say("intake.attachment_unread", name=name) for name, _, _ in files]
        stopped = say("intake.reader_stopped")
        assert mail.notes == (unread[0], stopped, unread[1], stopped, unread[2], unread[3])
        assert [item.name for item in mail.attachments] == [name for name, _, _ in files]

    def test_in_much_text_is_left_unread_from_some_point(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "ATTACHED_CHARACTERS", 20)
        files = [(name, "text/plain", name.encode() * 15) for name in ("a", "b", "c")]

        mail = one(tmp_path, raw_mail(attachments=files))

        assert mail.notes == (say("intake.attachment_unread", name="c"),)
        assert mail.form_text.splitlines()[:2] == ["a" * 15, "b" * 15]

    def test_in_old_formats_and_scans_says_that_a_person_must_read_it(self, tmp_path: Path) -> None:
        old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
        files = [("oud.doc", "application/msword", old), ("scan.pdf", "application/pdf", pdf())]

        assert one(tmp_path, raw_mail(attachments=files)).notes == (
            say("intake.text_not_read", name="oud.doc"),
            say("intake.attachment_scan", name="scan.pdf"),
        )


class TestProgress:
    def test_runs_from_nothing_to_everything(self, tmp_path: Path) -> None:
        box = written(tmp_path, "box", mbox([raw_mail("een"), raw_mail("twee")]))
        single = written(tmp_path, "a.eml", raw_mail("drie"))
        total = box.stat().st_size + single.stat().st_size
        seen: list[tuple[int, int, str]] = []

        list(read([box, single], (), (), lambda *step: seen.append(step)))

        assert [step[2] for step in seen] == ["box · 1", "box · 2", "a.eml", ""]
        assert [step[0] for step in seen] == sorted(step[0] for step in seen)
        assert (seen[-1][0], {step[1] for step in seen}) == (total, {total})

    def test_stops_when_the_user_does(self, tmp_path: Path) -> None:
        path = written(tmp_path, "box", mbox([raw_mail("een"), raw_mail("twee"), raw_mail("drie")]))
        answers = iter([False, False, True])

        with pytest.raises(Cancelled):
            list(read([path], (), (), cancelled=lambda: next(answers, True)))

    def test_stopped_does_not_wait_for_what_is_under_way(self, slow: Child, tmp_path: Path) -> None:
        paths = [
            written(tmp_path, "1.eml", raw_mail("vlot" * 200_000)),
            written(tmp_path, "2.eml", raw_mail("traag" * 200_000)),
        ]
        reading = read(paths, (), ())
        next(reading)

        reading.close()

        assert slow.pid is None

    def test_stops_in_the_midst_of_a_message_that_takes_long(self, slow: Child, tmp_path: Path) -> None:
        path = written(tmp_path, "a.eml", raw_mail("traag"))
        started = iter([False, False])

        with pytest.raises(Cancelled):
            list(read([path], (), (), cancelled=lambda: next(started, True)))

        assert slow.pid is None

    @pytest.fixture
    def slow(self, monkeypatch: pytest.MonkeyPatch) -> Child:
        """The process that reads, which takes ten minutes for what is slow."""
        script = (
            "import sys, time\nfrom jury_desktop.mailbox import reading, worker\nread = reading.describe\n"
            "reading.describe = lambda asked, raw, *rest: "
            "time.sleep(600) if b'traag' in raw else read(asked, raw, *rest)\nworker.main(sys.argv)"
        )
        slow = Child(Limits(seconds=600), [sys.executable, "-c", script])
        monkeypatch.setattr(reader, "Child", lambda: slow)
        monkeypatch.setattr(reader, "_PROCESSES", 1)
        return slow

    @pytest.mark.skipif(sys.platform != "linux", reason="processes are counted in /proc")
    def test_half_read_leaves_no_process_behind(self, tmp_path: Path) -> None:
        before = children()
        reading = read([written(tmp_path, "box", mbox([raw_mail("een"), raw_mail("twee")]))], (), ())
        next(reading)
        during = children() - before

        reading.close()

        assert len(during) == 1
        assert children() == before


def children() -> set[int]:
    """The processes that this one started."""
    return {
        int(found)
        for task in Path("/proc/self/task").iterdir()
        for found in (task / "children").read_text().split()
    }


def a_large_mbox(path: Path, count: int) -> None:
    large = raw_mail(attachments=[("a.bin", "application/octet-stream", os.urandom(750_000))])
    with path.open("wb") as out:
        for number in range(count):
            out.write(mbox([b"X-Number: %d\n" % number + large]))


def a_large_archive_of_outlook_for_mac(path: Path, count: int) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            url = f"Accounts/com.microsoft.__Attachments/{number}"
            message = (
                f'<email><messageAttachment OPFAttachmentName="a.bin" OPFAttachmentURL="{url}"/></email>'
            )
            archive.writestr(f"Accounts/com.microsoft.__Messages/message_{number}.xml", message)
            archive.writestr(url, os.urandom(1_000_000))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in /proc")
@pytest.mark.parametrize("build", [a_large_mbox, a_large_archive_of_outlook_for_mac])
def test_memory_does_not_grow_with_the_mailbox(tmp_path: Path, build: Callable[[Path, int], None]) -> None:
    """Read in a process of its own, 60 messages of 1 MB cost no more than a few of them.

    Not by ``getrusage``, whose peak a process inherits from the one that starts it.
    """
    single, path = tmp_path / "single", tmp_path / "box"
    build(single, 1)
    build(path, 60)
    script = (
        "import re, sys\nfrom pathlib import Path\nfrom jury_desktop.mailbox.reader import read\n"
        "def peak():\n"
        "    status = Path('/proc/self/status').read_text()\n"
        "    return int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) // 1024\n"
        "def count(path): return sum(1 for _ in read([Path(path)], (), ()))\n"
        "before = count(sys.argv[1]) and peak()\n"
        "print(count(sys.argv[2]), peak() - before)"
    )

    run = subprocess.run(
        [sys.executable, "-c", script, single, path], capture_output=True, text=True, check=True
    )

    count, grown = map(int, run.stdout.split())
    assert path.stat().st_size > 55_000_000
    assert count == 60
    assert grown < 30


class TestAMessageThatBreaksOff:
    TWO = raw_mail(
        attachments=[(f"{name}.pdf", "application/pdf", pdf(name * 90)) for name in ("een", "twee")]
    )
    CLOSING = TWO.rindex(b"\n--") + 1

    def test_says_that_a_part_may_be_missing(self, tmp_path: Path) -> None:
        attached = self.TWO.index(b"twee.pdf")
        for end in (attached + 600, self.CLOSING, self.CLOSING + 6, len(self.TWO.rstrip()) - 1):
            assert say("intake.cut_off") in one(tmp_path, self.TWO[:end]).notes

    def test_says_so_before_its_first_part_too(self, tmp_path: Path) -> None:
        assert one(tmp_path, self.TWO[: self.TWO.index(b"\n--")]).notes == (say("intake.cut_off"),)

    def test_says_nothing_when_it_is_whole(self, tmp_path: Path) -> None:
        for whole in (self.TWO, self.TWO.rstrip(), raw_mail("Geen bijlagen.")):
            assert one(tmp_path, whole).notes == ()

    def test_says_nothing_of_a_message_within_that_does(self, tmp_path: Path) -> None:
        around = raw_mail(attachments=[("b.eml", "message/rfc822", self.TWO[: self.CLOSING])])

        assert one(tmp_path, around).notes == ()
