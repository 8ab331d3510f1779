"""The mail that asks a candidate for what lacks: what it says, how it opens, and what is noted of it."""

from __future__ import annotations

from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.candidacy import ItemCheck, ItemState
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.services.candidacies import list_candidacies
from jury_desktop.services.completeness import put_checks
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.ports import Dossier
from jury_desktop.services.request_mail import Request, as_draft, draft_request, keep_request
from tests.builders import NOW, a_candidacy, a_version, an_attachment
from tests.services.mailing import IN_TIME, a_message, an_export, form
from tests.services.mailing import a_dossier as a_mail_dossier
from tests.services.scenario import a_dossier
from tests.services.test_completeness import kept, last_event, requests, states

TODAY = NOW.astimezone(BRUSSELS).date()
SENDER, LATER = "An <info@anker.example>", IN_TIME + timedelta(hours=6)


@pytest.fixture
def dossier() -> Dossier:
    """One candidacy without a contact person; its proposal is there."""
    return a_dossier([a_candidacy(1, contact="")])


def test_the_request_names_what_lacks_and_gives_the_days_of_the_call(dossier: Dossier) -> None:
    drafted = draft_request(dossier, "c1")

    assert (drafted.to, drafted.items, drafted.answer_by) == (
        "an@ankerpunt.example",
        ("form.contact",),
        TODAY + timedelta(days=3),
    )
    assert drafted.subject == "Uw kandidatuur K-01: wat we nog van u nodig hebben"
    assert "- Contactpersoon\n" in drafted.text
    assert "tegen maandag 12 juni 2023?" in drafted.text
    assert drafted.text.startswith("Beste Ankerpunt vzw\n")


def test_an_answer_is_never_due_on_a_closed_day() -> None:
    thursday = NOW - timedelta(days=1)

    drafted = draft_request(a_dossier([a_candidacy(1, contact="")], now=thursday), "c1")

    assert drafted.answer_by == date(2023, 6, 12)


def test_a_file_that_could_not_be_opened_is_asked_again_by_its_name() -> None:
    closed = an_attachment(name="Voorstel.docx", problem=say("intake.attachment_encrypted"))
    version = a_version(attachments=(closed,))
    dossier = a_dossier([a_candidacy(1, versions=(version,))])

    assert (
        "- Schriftelijk projectvoorstel (het bestand Voorstel.docx konden we niet openen; stuurt u het "
        "opnieuw, zonder wachtwoord?)\n"
    ) in draft_request(dossier, "c1").text


@pytest.mark.parametrize(
    ("changes_", "key"),
    [({}, "completeness.nothing_lacks"), ({"email": " ", "contact": ""}, "completeness.no_address")],
)
def test_there_is_no_request_without_anything_to_ask_or_anybody_to_write_to(
    changes_: dict[str, str], key: str
) -> None:
    with pytest.raises(JuryError) as caught:
        draft_request(a_dossier([a_candidacy(1, **changes_)]), "c1")

    assert caught.value.message == say(key, reference="K-01")


def test_a_saved_request_opens_as_an_unsent_mail(dossier: Dossier, tmp_path: Path) -> None:
    place, drafted = tmp_path / "vraag.eml", draft_request(dossier, "c1")

    keep_request(dossier, "c1", drafted, place)

    mail = message_from_bytes(place.read_bytes(), policy=default)
    assert (mail["X-Unsent"], mail["To"], mail["Subject"]) == ("1", drafted.to, drafted.subject)
    assert mail.get_content().replace("\r\n", "\n") == f"{drafted.text}\n"
    assert kept(dossier).checks == (
        ItemCheck("form.contact", ItemState.TO_REQUEST, answer_by=drafted.answer_by),
    )
    assert last_event(dossier)[0] == "Aan kandidatuur K-01 gevraagd wat ontbreekt"
    assert ("antwoord tegen", "", "12 juni 2023") in last_event(dossier)[1]


def test_a_request_that_cannot_be_written_is_not_noted(dossier: Dossier, tmp_path: Path) -> None:
    with pytest.raises(JuryError) as caught:
        keep_request(dossier, "c1", draft_request(dossier, "c1"), tmp_path / "nergens" / "vraag.eml")

    assert caught.value.message.key == "import.cannot_write"
    assert kept(dossier).checks == ()


def test_the_way_back_takes_the_request_out_of_the_checklist(dossier: Dossier) -> None:
    before = kept(dossier).checks
    keep_request(dossier, "c1", draft_request(dossier, "c1"))

    put_checks(dossier, "c1", before)

    assert (kept(dossier).checks, states(dossier)["form.contact"]) == (before, ItemState.MISSING)
    assert last_event(dossier)[1] == [("Contactpersoon", "op te vragen, 12 juni 2023", "")]


def test_an_address_with_line_breaks_makes_no_header_of_its_own() -> None:
    request = Request("an@x.example\r\nBcc: b@y.example", "Dag\nX: 1", "Tekst", (), TODAY, "<1@x>\r\nY: 2")

    mail = message_from_bytes(as_draft(request), policy=default)

    assert sorted(mail.keys()) == [
        "Content-Transfer-Encoding",
        "Content-Type",
        "In-Reply-To",
        "MIME-Version",
        "References",
        "Subject",
        "To",
        "X-Unsent",
    ]


def test_the_answer_to_a_request_comes_back_to_its_candidacy(tmp_path: Path) -> None:
    """The draft answers the candidate's own mail, so what comes back belongs to the same thread."""
    dossier = a_mail_dossier()
    import_mail(dossier, [an_export(tmp_path, a_message(SENDER, form("Anker vzw", contact="")))])
    [row] = list_candidacies(dossier)
    drafted = draft_request(dossier, row.candidacy.id)
    keep_request(dossier, row.candidacy.id, drafted)
    answer = a_message(SENDER, form("Anker vzw"), subject=f"Re: {drafted.subject}", arrived=LATER)
    asked = message_from_bytes(as_draft(drafted), policy=default)
    threaded = f"References: {asked['References']} <vraag@gemeente.example>\n".encode() + answer

    import_mail(dossier, [an_export(tmp_path, threaded)])

    [row] = list_candidacies(dossier)
    assert [(line.item.key, line.came_in) for line in row.open_items] == [("form.contact", True)]
    assert [step.text.key for step in requests(dossier)] == ["steps.request_answered"]
