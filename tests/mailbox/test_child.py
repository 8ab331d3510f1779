"""The reading process: hostile mail ends it, and never the program."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jury_desktop.domain.mail import Address
from jury_desktop.domain.messages import say
from jury_desktop.mailbox.answers import Asked, Read, Request, Unread, answered, packed
from jury_desktop.mailbox.child import Child, Question, UnreadError, own_command
from jury_desktop.mailbox.limits import MEBIBYTE, Limits
from tests.mailbox.builders import pdf, raw_mail, zipped

MOODY = """
import os, sys, time
from jury_desktop.mailbox import wire

while (frame := wire.read(sys.stdin.buffer)) is not None:
    word = frame[1][0]
    if word == b"hang":
        time.sleep(600)
    if word == b"die":
        os._exit(9)
    if word == b"babble":
        sys.stdout.buffer.write(b"\\0" * 7 + b"\\x09not json")
        sys.stdout.buffer.flush()
        os._exit(0)
    wire.write(sys.stdout.buffer, {"pid": os.getpid()}, [word])
"""

ENDLESS = """
import sys
from jury_desktop.mailbox import worker

answer = worker._answer

def spin(head, blobs):
    while head["do"] == "spin":
        pass
    return answer(head, blobs)

worker._answer = spin
worker.main(sys.argv)
"""


def moody(seconds: float = 30.0) -> Child:
    """A process that hangs, dies or babbles on request, and answers anything else with its id."""
    return Child(Limits(seconds=seconds), [sys.executable, "-c", MOODY])


def reason(child: Child, do: str, data: bytes, **head: str) -> str:
    with pytest.raises(UnreadError) as failed:
        child.ask(do, data, **head)
    return failed.value.message.key


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


REQUEST = packed(Request("", (), (), (Asked("0" * 64, "a.eml"),)))


def told(child: Child, raw: bytes) -> str:
    """The text of a message, or the key of the reason why there is none."""
    (answer,) = answered(child.ask("mails", REQUEST, raw)[1][0])
    assert isinstance(answer, Read | Unread)
    return answer.mail.text if isinstance(answer, Read) else answer.reason.key


def outcome(child: Child, question: Question) -> list[bytes] | str:
    try:
        return child.answer(question)[1]
    except UnreadError as error:
        return error.message.key


class TestAnswering:
    def test_one_process_answers_request_after_request(self) -> None:
        with moody() as child:
            first, second = child.ask("x", b"een"), child.ask("x", b"twee")

        assert (first[1], second[1]) == ([b"een"], [b"twee"])
        assert first[0] == second[0]

    def test_the_real_one_takes_messages_apart(self) -> None:
        with Child() as child:
            _, (packed, *contents) = child.ask(
                "mails", REQUEST, raw_mail("Dag", attachments=[("a.pdf", "application/pdf", b"%PDF-")])
            )

        (answer,) = answered(packed)
        assert isinstance(answer, Read)
        assert (answer.mail.text, answer.mail.sender, contents) == (
            "Dag\n",
            Address("Liesbet Aerts", "info@debrug.example"),
            [b"%PDF-"],
        )

    def test_what_is_sent_ahead_is_answered_in_its_turn(self) -> None:
        with moody() as child:
            first, second, third = (child.send("x", word) for word in (b"een", b"twee", b"drie"))

            assert [child.answer(asked)[1] for asked in (third, first, second)] == [
                [b"drie"],
                [b"een"],
                [b"twee"],
            ]

    def test_the_real_one_reads_documents(self) -> None:
        with Child() as child:
            head, _ = child.ask("document", pdf("Dag"), media_type="application/pdf")

        assert head["text"] == "Dag"


class TestAccidents:
    @pytest.mark.parametrize("word", [b"die", b"babble"])
    def test_a_death_costs_one_request(self, word: bytes) -> None:
        with moody() as child:
            assert reason(child, "x", word) == "intake.reader_stopped"
            assert child.ask("x", b"een")[1] == [b"een"]

    def test_a_death_costs_nothing_of_what_was_sent_after_it(self) -> None:
        with moody() as child:
            asked = [child.send("x", word) for word in (b"een", b"die", b"twee", b"die", b"drie")]

            assert [outcome(child, question) for question in asked] == [
                [b"een"],
                "intake.reader_stopped",
                [b"twee"],
                "intake.reader_stopped",
                [b"drie"],
            ]

    def test_a_hang_is_ended_and_costs_one_request(self) -> None:
        with moody(seconds=1.0) as child:
            assert reason(child, "x", b"hang") == "intake.too_slow"
            assert child.ask("x", b"een")[1] == [b"een"]

    def test_a_message_too_costly_for_its_memory_is_refused(self) -> None:
        with Child(Limits(memory=256 * MEBIBYTE)) as child:
            assert told(child, b"Subject: x\n\n" + b"x\r" * 8 * MEBIBYTE) == "intake.too_costly"
            assert told(child, raw_mail("Dag")) == "Dag\n"

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has the wall clock only")
    def test_endless_work_meets_the_limit_of_processor_time(self) -> None:
        with Child(Limits(cpu_seconds=0), [sys.executable, "-c", ENDLESS]) as child:
            assert reason(child, "spin", b"") == "intake.reader_stopped"
            assert told(child, raw_mail("Dag")) == "Dag\n"

    def test_a_bomb_is_an_answer_not_an_accident(self) -> None:
        with Child() as child:
            head, _ = child.ask("document", zipped({"a": b" " * 60_000_000}), media_type="application/zip")

        assert head["problem"] == {"key": "intake.attachment_bomb", "values": {}}

    def test_a_refusal_keeps_its_words(self) -> None:
        with Child() as child, pytest.raises(UnreadError) as failed:
            child.ask("msg", b"geen bericht")
        assert failed.value.message == say("intake.outlook_broken")


class TestEnding:
    def test_the_process_ends_with_the_block(self) -> None:
        with moody() as child:
            pid = child.ask("x", b"")[0]["pid"]
            assert is_alive(pid)

        assert not is_alive(pid)

    @pytest.mark.skipif(sys.platform == "win32", reason="there the job object ends it")
    def test_the_process_never_outlives_a_program_that_is_killed(self, tmp_path: Path) -> None:
        script = (
            "import os\nfrom jury_desktop.mailbox.child import Child\n"
            "child = Child()\nchild.ask('document', b'x', media_type='text/plain')\n"
            "print(child.pid, flush=True)\nos.kill(os.getpid(), 9)\n"
        )

        run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

        pid = int(run.stdout)
        waiting = 100
        while is_alive(pid) and waiting:
            waiting -= 1
            time.sleep(0.1)
        assert not is_alive(pid)

    def test_nothing_of_the_working_folder_is_run(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "zipfile.py").write_text("raise SystemExit('run from the export folder')")
        monkeypatch.chdir(tmp_path)

        with Child() as child:
            assert told(child, raw_mail("Dag")) == "Dag\n"

    def test_a_frozen_program_starts_itself_with_a_flag(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "frozen", True, raising=False)

        assert own_command() == [sys.executable, "--mailbox-worker"]

    def test_the_program_knows_that_flag(self) -> None:
        with Child(command=[sys.executable, "-m", "jury_desktop", "--mailbox-worker"]) as child:
            assert told(child, raw_mail("Dag")) == "Dag\n"
