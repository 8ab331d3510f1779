"""A packet: one juror's work and nothing else, scored elsewhere under the same rules, and back again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.sheet import Answer
from jury_desktop.packets import read_sheet_file
from jury_desktop.services.bundle import BundleWish, make_bundle
from jury_desktop.services.packet_desk import PacketDesk, open_desk, sit_down, write_sheet
from jury_desktop.services.packet_return import SheetOutcome, import_sheet_file
from jury_desktop.services.packets import make_packet, packet_name
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import amend_sheet, open_sheet, save_answers, submit_sheet
from jury_desktop.services.scoring_desk import scoring_desk
from jury_desktop.storage import memory_store
from tests.builders import NOW, a_candidacy, a_juror, a_version
from tests.services.packeting import (
    BARRED,
    BEGUN,
    CONTENT,
    ELS,
    FIRST,
    JAN,
    OPEN,
    SECOND,
    Issued,
    filled,
    issue,
    issued_packet,
    kept,
)
from tests.services.scenario import a_dossier, invited

pytestmark = pytest.mark.xdist_group("packet")


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Issued:
    return issue(tmp_path_factory.mktemp("packet"))


@dataclass
class Elsewhere:
    """The computer of a juror: its clock, and where work is kept."""

    folder: Path
    hours: int = 1

    def open(self, issued: Issued) -> PacketDesk:
        """Sits down at the packet; its passphrase was typed before."""
        where = (issued.made.file.name, self.folder)
        return sit_down(issued.packet, issued.files, *where, memory_store, self.now)

    def unlock(self, file: Path, passphrase: str) -> PacketDesk:
        """Opens a packet with a passphrase."""
        return open_desk(file, passphrase, self.folder, memory_store, self.now)

    def now(self):
        return NOW + timedelta(hours=self.hours)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Elsewhere:
    return Elsewhere(tmp_path / "werk")


# what is in it


def test_a_packet_tells_what_it_holds_and_what_was_left_out(issued: Issued) -> None:
    made = issued.made

    assert (made.juror, made.round) == (ELS, Round.WRITTEN)
    assert (made.candidacies, made.left_out) == (("K-01", "K-03"), ("K-02",))
    assert (made.bytes, len(made.passphrase.split("-"))) == (made.file.stat().st_size, 6)


def test_a_packet_holds_one_juror_s_work_and_nothing_of_anybody_else(issued: Issued) -> None:
    packet, files = issued.packet, issued.files

    assert packet.juror == ELS
    assert [sheet.juror for sheet in packet.sheets] == [ELS.id]
    assert [candidacy.id for candidacy in packet.candidacies] == [OPEN.id, BEGUN.id]
    assert list(files.values()) == [CONTENT]
    told = repr(packet) + repr(files)
    strangers = (JAN.name, JAN.email, "Van Jan alleen", BARRED.organisation, "Zetelt in")
    assert [text for text in strangers if text in told.replace(packet.call, "")] == []
    assert (OPEN.email in told, OPEN.contact in told) == (False, False)


def test_the_dossier_knows_of_the_packet_but_not_its_passphrase(issued: Issued) -> None:
    dossier = issued.dossier()

    packet = issued_packet(dossier)
    assert (packet.juror, packet.round, packet.returned_at) == (ELS.id, Round.WRITTEN, None)
    with dossier.read() as uow:
        event = uow.journal.newest()
        told = repr(uow.journal.all()) + repr(packet)
    assert event is not None
    assert (event.action, event.subject) == ("packet.made", "Els Maes – written")
    assert event.new == '{"candidacies": ["K-01", "K-03"]}'
    assert issued.made.passphrase not in told
    assert packet.secret not in repr(event)


def test_the_key_of_a_packet_leaves_the_dossier_with_no_export(issued: Issued, tmp_path: Path) -> None:
    dossier = issued.dossier()
    secret = issued_packet(dossier).secret.encode()

    make_bundle(dossier, BundleWish(tmp_path / "controle"))

    files = [file for file in (tmp_path / "controle").rglob("*") if file.is_file()]
    assert files
    assert [file.name for file in files if secret in file.read_bytes()] == []


def test_a_juror_without_anything_to_score_gets_no_packet(tmp_path: Path) -> None:
    dossier = a_dossier([OPEN], [replace(ELS, active=False)])

    with pytest.raises(JuryError, match=r"packet\.nothing_to_score"):
        make_packet(dossier, ELS.id, Round.WRITTEN, tmp_path / "els.jurypakket")

    assert list(tmp_path.iterdir()) == []


def test_a_round_that_has_ended_gets_no_packet(issued: Issued, tmp_path: Path) -> None:
    dossier = issued.dossier()
    close_round(dossier, Round.WRITTEN, "De termijn is om")

    with pytest.raises(JuryError, match=r"scoring\.round_closed"):
        make_packet(dossier, ELS.id, Round.WRITTEN, tmp_path / "els.jurypakket")


def test_where_the_file_cannot_be_written_no_packet_was_made(issued: Issued, tmp_path: Path) -> None:
    dossier = issued.dossier()

    with pytest.raises(JuryError, match=r"disk\.not_written"):
        make_packet(dossier, ELS.id, Round.WRITTEN, tmp_path / "nergens" / "els.jurypakket")

    with dossier.read() as uow:
        assert len(uow.packets.find()) == 1


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Els Maes", "Els-Maes.jurypakket"),
        ("../../Zoë: d'Hondt", "Zoë-d-Hondt.jurypakket"),
        ("", "written.jurypakket"),
    ],
)
def test_a_packet_is_proposed_a_name_that_any_disk_takes(name: str, file: str) -> None:
    assert packet_name(a_juror(name=name), Round.WRITTEN) == file


# scoring elsewhere


def test_elsewhere_the_juror_sees_the_own_work_and_nothing_else(issued: Issued, elsewhere: Elsewhere) -> None:
    desk = elsewhere.open(issued)

    seen = scoring_desk(desk.dossier, ELS.id, Round.WRITTEN)

    assert seen.mine is not None
    assert [(row.candidacy.reference, row.answered) for row in seen.mine.rows] == [("K-01", 0), ("K-03", 0)]
    assert seen.jurors == (ELS,)
    view = open_sheet(desk.dossier, ELS.id, OPEN.id, Round.WRITTEN)
    with issued.dossier().read() as uow:
        assert view.rubric == uow.call.rubric
    with desk.dossier.read() as uow:
        assert uow.blobs.get(view.candidacy.current.attachments[0].sha256) == CONTENT
        assert (uow.conflicts.find(), len(uow.sheets.find())) == ((), 1)


def test_what_was_typed_is_there_again_after_the_program_was_killed(
    issued: Issued, elsewhere: Elsewhere
) -> None:
    desk = elsewhere.open(issued)
    save_answers(desk.dossier, ELS.id, OPEN.id, Round.WRITTEN, {FIRST: Answer(4, comment="Sterk")})

    again = elsewhere.open(issued)

    view = open_sheet(again.dossier, ELS.id, OPEN.id, Round.WRITTEN)
    assert dict(view.sheet.answers) == {FIRST: Answer(4, comment="Sterk")}


def test_nothing_of_the_work_lies_on_the_disk_unlocked(issued: Issued, elsewhere: Elsewhere) -> None:
    desk = elsewhere.open(issued)
    save_answers(desk.dossier, ELS.id, OPEN.id, Round.WRITTEN, {FIRST: Answer(4, comment="Sterk werk")})

    (file,) = elsewhere.folder.iterdir()
    assert b"Sterk" not in file.read_bytes()
    assert read_sheet_file(file.read_bytes(), {desk.packet.id: desk.packet.secret}).juror == ELS.id


def test_work_that_cannot_be_kept_is_not_taken_for_kept(
    issued: Issued, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = elsewhere.open(issued)
    elsewhere.folder.write_bytes(b"a file where the folder should be")

    with pytest.raises(JuryError, match=r"disk\.not_written"):
        save_answers(desk.dossier, ELS.id, OPEN.id, Round.WRITTEN, {FIRST: Answer(4)})

    assert dict(open_sheet(desk.dossier, ELS.id, OPEN.id, Round.WRITTEN).sheet.answers) == {}


def test_two_windows_on_one_packet_do_not_overwrite_each_other(issued: Issued, elsewhere: Elsewhere) -> None:
    one, other = elsewhere.open(issued), elsewhere.open(issued)
    save_answers(one.dossier, ELS.id, OPEN.id, Round.WRITTEN, {FIRST: Answer(4)})

    with pytest.raises(JuryError, match=r"packet\.open_twice"):
        save_answers(other.dossier, ELS.id, OPEN.id, Round.WRITTEN, {FIRST: Answer(1)})


def test_work_that_was_damaged_is_left_as_it_is_and_told(issued: Issued, elsewhere: Elsewhere) -> None:
    desk = elsewhere.open(issued)
    save_answers(desk.dossier, ELS.id, OPEN.id, Round.WRITTEN, {FIRST: Answer(4)})
    (file,) = elsewhere.folder.iterdir()
    file.write_bytes(b"half")

    with pytest.raises(JuryError, match=r"packet\.work_damaged"):
        elsewhere.open(issued)

    assert file.read_bytes() == b"half"


def test_a_wrong_passphrase_opens_nothing(issued: Issued, elsewhere: Elsewhere) -> None:
    with pytest.raises(JuryError, match=r"packet\.wrong_passphrase"):
        elsewhere.unlock(issued.made.file, "appel-fiets")


# there and back


def test_the_whole_way_there_and_back(issued: Issued, elsewhere: Elsewhere, tmp_path: Path) -> None:
    dossier, desk = issued.dossier(), elsewhere.open(issued)
    save_answers(desk.dossier, ELS.id, OPEN.id, Round.WRITTEN, filled().answers, remark="Graag horen")
    submit_sheet(desk.dossier, ELS.id, OPEN.id, Round.WRITTEN)
    save_answers(desk.dossier, ELS.id, BEGUN.id, Round.WRITTEN, {SECOND: Answer(0)})

    found = import_sheet_file(dossier, write_sheet(desk, tmp_path / "els.juryblad"))

    assert [(sheet.reference, sheet.outcome) for sheet in found.sheets] == [
        ("K-03", SheetOutcome.KEPT),
        ("K-01", SheetOutcome.SUBMITTED),
    ]
    assert (kept(dossier)["K-01"].answers, kept(dossier)["K-01"].remark) == (filled().answers, "Graag horen")
    assert dict(kept(dossier)["K-03"].answers) == {FIRST: Answer(2), SECOND: Answer(0)}


def test_a_sealed_sheet_changed_elsewhere_comes_back_with_its_reason_in_a_later_sitting_too(
    issued: Issued, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    dossier, desk = issued.dossier(), elsewhere.open(issued)
    save_answers(desk.dossier, ELS.id, OPEN.id, Round.WRITTEN, filled(value=2).answers)
    submit_sheet(desk.dossier, ELS.id, OPEN.id, Round.WRITTEN)
    import_sheet_file(dossier, write_sheet(desk, tmp_path / "eerste.juryblad"))
    new = {FIRST: Answer(5, comment="Herlezen")}
    amend_sheet(desk.dossier, ELS.id, OPEN.id, Round.WRITTEN, new, "Bijlage gemist")

    again = elsewhere.open(issued)
    found = import_sheet_file(dossier, write_sheet(again, tmp_path / "tweede.juryblad"))

    assert found.outcomes(SheetOutcome.AMENDED) == ("K-01",)
    assert kept(dossier)["K-01"].answers[FIRST] == Answer(5, comment="Herlezen")


def test_a_clock_that_was_set_back_does_not_make_later_work_older(
    issued: Issued, elsewhere: Elsewhere
) -> None:
    desk = elsewhere.open(issued)
    key = {desk.packet.id: desk.packet.secret}
    first = read_sheet_file(desk.sheet_file(), key)
    elsewhere.hours = -500

    assert read_sheet_file(desk.sheet_file(), key).written_at > first.written_at


def test_the_pitch_round_has_packets_of_its_own(elsewhere: Elsewhere, tmp_path: Path) -> None:
    heard, unheard = a_candidacy(1), a_candidacy(2)
    file = heard.current.attachments[0]
    dossier = a_dossier([heard, unheard], [ELS], decisions=[invited(heard)])
    with dossier.change() as uow:
        assert uow.blobs.put(b"%PDF-1.7") == file.sha256
        uow.journal.append("test.filed", "dossier", "test")

    made = make_packet(dossier, ELS.id, Round.PITCH, tmp_path / "els.jurypakket")
    desk = elsewhere.unlock(made.file, made.passphrase)

    seen = scoring_desk(desk.dossier, ELS.id, Round.PITCH)
    assert seen.mine is not None
    assert [row.candidacy.reference for row in seen.mine.rows] == ["K-01"]


# hostile


def without_version(candidacy: Candidacy) -> Candidacy:
    return replace(candidacy, versions=())


HOSTILE = {
    "an id that leads out of the folder": {"id": "../../.bashrc"},
    "a call that is none": {"call": "x = 1"},
    "a candidacy without a version": {"candidacies": (without_version(OPEN),), "sheets": ()},
    "two with one reference": {"candidacies": (OPEN, replace(BEGUN, reference="K-01")), "sheets": ()},
    "a challenge that is not in the call": {"candidacies": (replace(OPEN, challenges=(99,)),), "sheets": ()},
    "a sheet on nothing": {"sheets": (filled(BARRED),)},
    "a file that is not there": {"files": {}},
}


@pytest.mark.parametrize("changes", HOSTILE.values(), ids=HOSTILE)
def test_a_packet_whose_parts_do_not_fit_is_damaged(
    issued: Issued, elsewhere: Elsewhere, changes: dict[str, object]
) -> None:
    files = changes.get("files", issued.files)
    whole = {key: value for key, value in changes.items() if key != "files"}
    hostile = replace(issued, packet=replace(issued.packet, **whole), files=files)

    with pytest.raises(JuryError, match=r"packet\.damaged"):
        elsewhere.open(hostile)

    assert not elsewhere.folder.exists()


def test_a_version_that_came_since_is_not_in_the_packet(issued: Issued, elsewhere: Elsewhere) -> None:
    dossier = issued.dossier()
    with dossier.change() as uow:
        uow.candidacies.save(replace(OPEN, versions=(*OPEN.versions, a_version(2))))
        uow.journal.append("candidacy.version_received", "candidacy", "K-01")

    view = open_sheet(elsewhere.open(issued).dossier, ELS.id, OPEN.id, Round.WRITTEN)

    assert (view.sheet.version, view.outdated) == (1, False)


def test_a_file_that_cannot_be_read_is_told(elsewhere: Elsewhere, tmp_path: Path) -> None:
    with pytest.raises(JuryError, match=r"disk\.not_read"):
        elsewhere.unlock(tmp_path / "weg.jurypakket", "appel-fiets")
