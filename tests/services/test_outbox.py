"""Final letters set out to be sent: mails that wait, a file to print, a list; nothing is overwritten."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pypdfium2
import pytest
from icalendar import Calendar

from jury_desktop.domain.envelope import WINDOW_RIGHT, Envelope
from jury_desktop.domain.errors import Cancelled, JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.term import Channel, Communication
from jury_desktop.services.candidacies import correct_candidacy, particulars_of
from jury_desktop.services.dossier_settings import dossier_settings, save_house
from jury_desktop.services.envelopes import save_envelope
from jury_desktop.services.letter_book import LetterKey
from jury_desktop.services.letter_files import write_letters
from jury_desktop.services.letters import draft_letter, draft_letters, keep_letters, letter_jobs
from jury_desktop.services.outbox import Paper, Wish, parcels, set_out
from jury_desktop.services.planning import keep_plan, planning_problem, solve_plan
from jury_desktop.services.ports import Dossier
from tests.builders import NOW, a_candidacy
from tests.services.scenario import after_both_rounds
from tests.services.test_letters import after_deliberation

SECOND = LetterKey("c2", LetterType.NOT_SELECTED)


def finals(dossier: Dossier, *by_post: LetterKey) -> tuple[Letter, ...]:
    """Every letter final; those named leave on paper."""
    for key in by_post:
        jobs = letter_jobs(dossier, [key], Communication(NOW.date(), Channel.REGISTERED))
        keep_letters(dossier, draft_letters(jobs), final=True)
    return keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)


def ready(email: str = "an@de.example", organisation: str = "De Brug vzw") -> Dossier:
    """K-01 and K-02 are decided; K-02 filled in its form so."""
    dossier = after_deliberation()
    kept = particulars_of(a_candidacy(2))
    correct_candidacy(dossier, "c2", replace(kept, email=email, organisation=organisation))
    finals(dossier)
    return dossier


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def mail_in(file: Path) -> EmailMessage:
    found = message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(found, EmailMessage)
    assert found.defects == []
    return found


def lines(folder: Path) -> list[dict[str, str]]:
    text = (folder / "lijst.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_letters_by_mail_become_drafts_and_letters_on_paper_one_file(tmp_path: Path) -> None:
    dossier = after_deliberation()
    finals(dossier, SECOND)

    out = set_out(parcels(dossier), tmp_path, Wish())

    assert out.folder == tmp_path / "brieven-2023-06-09"
    assert (out.letters, out.mails, out.printed, out.unaddressed) == (2, 1, 1, ())
    assert files(tmp_path) == [
        "brieven-2023-06-09/afdruk.pdf",
        "brieven-2023-06-09/brieven/K-01-geselecteerd-Ankerpunt-vzw.pdf",
        "brieven-2023-06-09/brieven/K-02-niet-geselecteerd-De-Brug-vzw.pdf",
        "brieven-2023-06-09/lijst.csv",
        "brieven-2023-06-09/mails/K-01-geselecteerd-Ankerpunt-vzw.eml",
        "brieven-2023-06-09/proefblad.pdf",
    ]


def test_a_draft_opens_with_the_right_headers_and_the_frozen_letter(tmp_path: Path) -> None:
    dossier = ready()
    with dossier.read() as uow:
        (letter,) = uow.letters.find(candidacy="c2")
        frozen = uow.blobs.get(letter.pdf)
    found = parcels(dossier, [SECOND])
    folder = set_out(found, tmp_path, Wish()).folder
    (file,) = folder.glob("mails/*.eml")

    mail, subject = mail_in(file), draft_letter(found[0].job).subject

    assert mail["X-Unsent"] == "1"
    assert [str(address) for address in mail["To"].addresses] == ["an@de.example"]
    assert mail["Subject"] == subject
    (attached,) = mail.iter_attachments()
    assert (attached.get_content_type(), attached.get_filename()) == (
        "application/pdf",
        "K-02-niet-geselecteerd-De-Brug-vzw.pdf",
    )
    assert attached.get_content() == frozen
    assert hashlib.sha256(attached.get_content()).hexdigest() == letter.pdf
    text = mail.get_body()
    assert text is not None
    assert text.get_content_charset() == "utf-8"
    said = text.get_content().replace("\r\n", "\n")
    assert said.startswith(
        "Beste An Peeters,\n\nIn de bijlage vindt u onze brief van 9 juni 2023 met kenmerk"
    )
    assert "tot en met vrijdag 23 juni 2023 om 23.59 uur" in said
    assert f"“{subject}”" in said


@pytest.mark.parametrize(
    ("email", "to"),
    [
        ("an@de.example; bea@de.example", ["an@de.example", "bea@de.example"]),
        ('"Peeters, An" <an@de.example>', ["an@de.example"]),
        ("an@bücher.example", ["an@xn--bcher-kva.example"]),
    ],
)
def test_several_addresses_names_and_foreign_domains(tmp_path: Path, email: str, to: list[str]) -> None:
    folder = set_out(parcels(ready(email), [SECOND]), tmp_path, Wish()).folder
    (file,) = folder.glob("mails/*.eml")

    assert [address.addr_spec for address in mail_in(file)["To"].addresses] == to


@pytest.mark.parametrize("email", ["an@de.example\r\nBcc: x@y.example", "", "zoë@de.example", "an at de"])
def test_without_an_address_that_can_be_used_there_is_no_draft_and_the_list_says_so(
    tmp_path: Path, email: str
) -> None:
    out = set_out(parcels(ready(email)), tmp_path, Wish())

    assert (out.mails, out.unaddressed) == (1, ("K-02",))
    remarks = {line["nummer"]: line["opmerking"] for line in lines(out.folder)}
    assert remarks["K-01"] == ""
    assert remarks["K-02"].startswith("dit adres kan niet in een mail" if email else "geen adres")
    assert "Bcc" not in {name for file in out.folder.glob("mails/*.eml") for name in mail_in(file)}


@pytest.mark.parametrize(
    "organisation",
    [
        'De "Brug", vzw',
        "De Brug\r\nBcc: x@y.example",
        "../../etc/passwd",
        "CON",
        "nul. ",
        "=1+1",
        "Brug" * 80,
    ],
)
def test_a_hostile_name_is_no_more_than_a_name(tmp_path: Path, organisation: str) -> None:
    folder = set_out(parcels(ready(organisation=organisation)), tmp_path, Wish()).folder

    assert sorted(path.name for path in tmp_path.iterdir()) == ["brieven-2023-06-09"]
    names = [path.name for path in folder.rglob("K-*")]
    assert len(names) == 4
    assert [name for name in names if not re.fullmatch(r"K-0\d-[\w-]{1,90}\.(pdf|eml)", name)] == []
    (file,) = folder.glob("mails/K-02*.eml")
    mail = mail_in(file)
    assert set(mail.keys()) == {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
    assert not lines(folder)[1]["organisatie"].startswith("=")


def test_the_list_tells_where_each_goes_and_by_which_hash_it_is_known(tmp_path: Path) -> None:
    dossier = after_deliberation()
    letters = finals(dossier, SECOND)
    folder = set_out(parcels(dossier), tmp_path, Wish()).folder

    told = [[line[name] for name in ("nummer", "weg", "adres", "vertrekt op")] for line in lines(folder)]
    assert told == [
        ["K-01", "per e-mail", "an@ankerpunt.example", "09/06/2023"],
        ["K-02", "aangetekend", "Grote Markt 1, 2500 Lier", "09/06/2023"],
    ]
    for line, letter in zip(lines(folder), letters, strict=True):
        content = (folder / line["bestand"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == line["SHA-256 van wat vertrekt"] == letter.pdf


def test_an_invitation_goes_with_the_pitch_for_a_calendar(tmp_path: Path) -> None:
    dossier = after_both_rounds()
    house = dossier_settings(dossier).house
    save_house(dossier, replace(house, pitch_place="Stadhuis, Grote Markt 57, 2500 Lier"))
    problem = planning_problem(dossier)
    keep_plan(dossier, problem, solve_plan(problem))
    invitations = [job for job in letter_jobs(dossier) if job.type is LetterType.INVITATION]
    keep_letters(dossier, draft_letters(invitations), final=True)

    folder = set_out(parcels(dossier), tmp_path, Wish()).folder

    for file in folder.glob("mails/*.eml"):
        pdf, calendar = mail_in(file).iter_attachments()
        assert pdf.get_content_type() == "application/pdf"
        assert calendar.get_content_type() == "text/calendar"
        assert calendar["Content-Type"].params["method"] == "PUBLISH"
        beside = (folder / "brieven" / file.name).with_suffix(".ics").read_bytes()
        assert calendar.get_content().encode().splitlines() == beside.splitlines()
        assert len(Calendar.from_ical(calendar.get_content()).events) == 1


@pytest.mark.parametrize("two_sided", [True, False])
def test_each_printed_letter_begins_on_a_sheet_of_its_own(tmp_path: Path, two_sided: bool) -> None:
    dossier = ready()
    alone = [len(pypdfium2.PdfDocument(parcel.pdf)) for parcel in parcels(dossier)]
    assert any(pages % 2 for pages in alone), "else nothing is tried"

    folder = set_out(parcels(dossier), tmp_path, Wish(paper=Paper.ALL, two_sided=two_sided)).folder

    filled_up = sum(pages + pages % 2 for pages in alone)
    assert len(pypdfium2.PdfDocument(folder / "afdruk.pdf")) == (filled_up if two_sided else sum(alone))


def test_without_a_letter_on_paper_there_is_nothing_to_print(tmp_path: Path) -> None:
    folder = set_out(parcels(ready()), tmp_path, Wish(paper=Paper.POST)).folder
    assert [file.name for file in folder.glob("*.pdf")] == []


@pytest.mark.parametrize("envelope", [WINDOW_RIGHT, Envelope(40, 50)])
def test_the_address_stands_where_the_envelopes_of_the_house_have_their_window(
    tmp_path: Path, envelope: Envelope
) -> None:
    dossier = after_deliberation()
    save_envelope(dossier, envelope)
    finals(dossier)
    folder = set_out(parcels(dossier), tmp_path, Wish(paper=Paper.ALL)).folder

    text = pypdfium2.PdfDocument(folder / "afdruk.pdf")[0].get_textpage()
    box = text.get_charbox(text.get_text_bounded().index("Grote Markt 1"))
    assert box[0] * 25.4 / 72 == pytest.approx(envelope.left, abs=0.6)
    tried = pypdfium2.PdfDocument(folder / "proefblad.pdf")[0].get_textpage().get_text_bounded()
    assert f"{envelope.left:g} mm van links, {envelope.top:g} mm van boven" in tried


def test_an_address_that_would_run_into_the_text_is_refused() -> None:
    dossier = after_deliberation()
    with pytest.raises(JuryError) as caught:
        save_envelope(dossier, Envelope(33, 80))
    assert caught.value.message.key == "settings.envelope"


def test_another_window_leaves_a_final_letter_as_it_is() -> None:
    dossier = ready()
    before = [parcel.pdf for parcel in parcels(dossier)]
    save_envelope(dossier, WINDOW_RIGHT)
    assert [parcel.pdf for parcel in parcels(dossier)] == before


def test_what_is_in_the_folder_stays(tmp_path: Path) -> None:
    mine = tmp_path / "brieven-2023-06-09"
    mine.mkdir()
    (mine / "lijst.csv").write_text("van mij")
    found = parcels(ready())

    folders = [set_out(found, tmp_path, Wish()).folder.name for _ in range(2)]

    assert folders == ["brieven-2023-06-09 (2)", "brieven-2023-06-09 (3)"]
    assert (mine / "lijst.csv").read_text() == "van mij"


def stopped_after(steps: int) -> Callable[[], bool]:
    asked = iter(range(steps + 1))
    return lambda: next(asked) == steps


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_what_is_stopped_leaves_nothing(tmp_path: Path, steps: int) -> None:
    with pytest.raises(Cancelled):
        set_out(parcels(ready()), tmp_path, Wish(paper=Paper.ALL), None, stopped_after(steps))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may do all is refused nothing")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(JuryError) as caught:
        set_out(parcels(ready()), tmp_path, Wish())
    assert caught.value.message.key == "letter_book.cannot_write"


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    file = tmp_path / "brieven"
    file.write_text("geen map")
    with pytest.raises(JuryError) as caught:
        set_out(parcels(ready()), file, Wish())
    assert caught.value.message.key == "letter_book.cannot_write"


def test_a_draft_and_a_letter_out_of_date_do_not_leave(tmp_path: Path) -> None:
    dossier = ready()
    correct_candidacy(dossier, "c2", replace(particulars_of(a_candidacy(2)), contact="Lies Maes"))
    assert [parcel.job.reference for parcel in parcels(dossier)] == ["K-01"]
    with pytest.raises(JuryError) as caught:
        set_out(parcels(dossier, [SECOND]), tmp_path, Wish())
    assert caught.value.message == say("letter_book.nothing_to_set_out")


def test_a_pdf_is_written_beside_what_has_its_name_and_once(tmp_path: Path) -> None:
    drafted = draft_letters(letter_jobs(after_deliberation()))[:1]
    theirs = tmp_path / "K-01-geselecteerd-Ankerpunt-vzw.pdf"
    theirs.write_bytes(b"van iemand anders")

    written = [write_letters(drafted, tmp_path)[0].name for _ in range(2)]

    assert written == ["K-01-geselecteerd-Ankerpunt-vzw (2).pdf"] * 2
    assert theirs.read_bytes() == b"van iemand anders"


def test_letters_planned_for_later_say_so_in_the_name_of_their_folder(tmp_path: Path) -> None:
    dossier = after_deliberation()
    later = Communication(NOW.date() + timedelta(days=3), Channel.EMAIL)
    keep_letters(dossier, draft_letters(letter_jobs(dossier, None, later)), final=True)
    assert set_out(parcels(dossier), tmp_path, Wish()).folder.name == "brieven-2023-06-12"
