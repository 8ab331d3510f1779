"""The regisseur's weeks, walked through the real window by clicks and keys alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop import bootstrap
from jury_desktop.domain.decision import Stage
from jury_desktop.services.candidacies import candidacy_list
from jury_desktop.services.letter_book import letter_book
from jury_desktop.services.planning import plan_objections, plan_view
from jury_desktop.services.ranking import ranking
from jury_desktop.services.rebuttals import terms
from jury_desktop.services.soundness import verify
from jury_desktop.ui.app import Program
from jury_desktop.ui.settings import Preferences, SettingsFile
from tests.e2e.driver import Person
from tests.mailbox.builders import docx, mbox, on, paragraph, pdf, raw_mail, written

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # what the offscreen screen says of itself
]

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
JURY = ("An Peeters", "Bo Claes", "Cas Maes")
AS_A_WHOLE = "Motivering als geheel (komt vooraan in de brief)"
WRITTEN = (
    "Regio-uitdaging",
    "Outreachend, aanklampend en op maat",
    "Vertrouwenspersoon, vast aanspreekpunt of trajectgezel",
    "Samenwerken: complementair, flexibel en samen leren",
    "Cultuursensitief werken",
    "Opgebouwde expertise en kennis van de sociale kaart",
    "Activering in ruime zin en werkgeversbenadering",
    "Vertrekken van sterktes en van het gezin",
)
"""What is scored on paper; the challenge goes on with its number."""
PITCH = tuple(title for title in WRITTEN if not title.startswith("Opgebouwde"))
NOT_COMMENTED = (WRITTEN[2], *WRITTEN[4:])
"""For these the call asks no comment, so people write the motivation themselves."""


class Clock:
    """The clock on the wall, set by hand."""

    def __init__(self) -> None:
        self.moment = on(5, "09:00")

    def __call__(self) -> datetime:
        return self.moment

    def set(self, day: int, time: str, month: int = 6) -> None:
        """It is this day of 2023 now."""
        self.moment = on(day, time, month)


def form(organisation: str, challenges: str) -> list[str]:
    """The lines of a form that was filled in."""
    name = organisation.partition(" ")[0].lower()
    return [
        f"Naam van de organisatie: {organisation}",
        "Contactpersoon: Liesbet Aerts",
        f"E-mailadres: info@{name}.example",
        "Adres: Kaai 3, 2500 Lier",
        f"Regio-uitdagingen: {challenges}",
        f"Aanpak: {organisation} begeleidt mensen thuis en op het werk, telkens met één vaste coach.",
    ]


def a_mailbox(folder: Path) -> Path:
    """Three candidacies (one late), one of them sent twice, and a newsletter."""
    anker = docx("".join(paragraph(line) for line in form("Anker vzw", "4")))
    first = raw_mail(
        "Hierbij onze kandidatuur.",
        at=on(1, "10:00"),
        sender="An <info@anker.example>",
        subject="Kandidatuur Anker",
        message_id="<1@anker.example>",
        attachments=[("Kandidatuur.docx", DOCX, anker)],
    )
    second = raw_mail(
        "In bijlage het formulier.",
        at=on(2, "11:30"),
        sender="Bo <info@brug.example>",
        subject="Kandidatuur Brug",
        message_id="<1@brug.example>",
        attachments=[("Formulier.pdf", "application/pdf", pdf(*form("Brug vzw", "1")))],
    )
    late = raw_mail(
        "\n\n".join(form("Kompas vzw", "5")),
        at=on(3, "00:07"),
        sender="Co <info@kompas.example>",
        subject="Kandidatuur Kompas",
        message_id="<1@kompas.example>",
    )
    news = raw_mail(
        "Het weer blijft mooi.",
        at=on(2, "08:00"),
        sender="Nieuws <nieuws@krant.example>",
        subject="Nieuwsbrief juni",
        message_id="<9@krant.example>",
        List_Unsubscribe="<mailto:af@krant.example>",
    )
    return written(folder, "postvak.mbox", mbox([first, news, second, first, late]))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def person(qtbot: QtBot, qapp: QApplication, clock: Clock, tmp_path: Path) -> Iterator[Person]:
    """Somebody before the program as it starts: nothing open, Dutch, 1440 by 900."""
    kept, chosen = SettingsFile(tmp_path / "settings.ini"), Preferences(theme="light", user="Els Regisseur")
    program = Program(qapp, bootstrap.wiring(clock), kept, chosen)
    with qtbot.waitActive(program.window):
        program.show("")
        program.window.resize(1440, 900)  # the screen of the offscreen platform is smaller
    yield Person(qtbot, program.window)
    program.window.close()
    program.close()
    program.window.deleteLater()


def make_a_dossier(person: Person, place: Path) -> None:
    person.click("Nieuw dossier…")
    person.click("Lier – Heist o/d Berg – Berlaar – Nijlen · 2023")
    person.answer_file_dialog(place)
    assert person.title == "Overzicht | maandag 5 juni 2023"
    person.expects("Importeer het postvak met de kandidaturen")


def read_the_mailbox(person: Person, export: Path) -> None:
    """Import it, look at each message, and agree with Enter."""
    person.click("Postvak importeren")
    person.click("Bestanden kiezen…")
    person.answer_file_dialog(export)
    assert person.title == "Kandidaturen | import nakijken · 5 berichten · 4 te bevestigen"
    assert person.rows("Berichten") == [
        ("Kandidatuur", "K-03 · Co – Kandidatuur Kompas", "03/06 00:07", "Laattijdig"),
        ("Kandidatuur", "K-01 · An – Kandidatuur Anker", "01/06 10:00", "Zeker"),
        ("Ander bericht", "Nieuws – Nieuwsbrief juni", "02/06 08:00", "Zeker"),
        ("Kandidatuur", "K-02 · Bo – Kandidatuur Brug", "02/06 11:30", "Zeker"),
    ]
    person.press("Return", times=4)
    person.expects("Elk bericht heeft zijn plaats, door jou bevestigd.")
    person.expects("5 berichten gelezen: 3 kandidaturen, 1 dubbel, 1 ander bericht. Niets verloren.")


def judge_the_form(person: Person) -> None:
    """Two by button and key, the late one with the reason the program proposes."""
    person.choose_row("Kandidaturen", "Anker")
    person.click("Ontvankelijk · volgende")
    person.press("Ctrl+Return")
    person.click("Laattijdig…")
    assert person.value("Reden (blijft in het dossier)") == (
        "Kwam aan op 3 juni 2023 00:07 (mailserver mail.mechelen.example); de deadline was 2 juni 2023 23:59."
    )
    person.click("Laattijdig")
    assert person.rows("Kandidaturen", 0, 1, 4) == [
        ("K-01", "Anker vzw", "Ontvankelijk"),
        ("K-02", "Brug vzw", "Ontvankelijk"),
        ("K-03", "Kompas vzw", "Laattijdig"),
    ]


def call_the_jury(person: Person) -> None:
    person.press("Ctrl+3")
    person.click("Eerste jurylid toevoegen")
    add_juror(person, JURY[0], "VDAB", "an@vdab.example")
    person.press("Ctrl+J")
    add_juror(person, JURY[1], "Stad Lier", "bo@lier.example")
    person.click("Jurylid toevoegen")
    add_juror(person, JURY[2], "Brug vzw", "cas@nijlen.example")
    assert person.title == "Jury | 3 juryleden · 3 sessies"
    assert [name for (name,) in person.rows("Juryleden", 0)] == list(JURY)


def add_juror(person: Person, name: str, organisation: str, email: str) -> None:
    person.type_in(name)
    for field, text in (("Organisatie", organisation), ("E-mail", email)):
        person.tab_to(field)
        person.type_in(text)
    person.click("wo 14/06")
    person.press("Ctrl+Return")


def look_at_the_conflict(person: Person) -> None:
    """The program suspects; the regisseur judges."""
    suspected = ("Vermoed", "Cas Maes", "K-02  Brug vzw", "Werkt bij de kandidaat: “Brug vzw” en “Brug vzw”")
    assert person.rows("Belangenconflicten") == [suspected]
    person.choose_row("Belangenconflicten", "Cas Maes")
    person.click("Verwerpen…")
    person.write("Reden", "Hij vertrok er in 2015.")
    person.click("Conflict verwerpen")
    judged = ("Verworpen", "Cas Maes", "K-02  Brug vzw", "Hij vertrok er in 2015.")
    assert person.rows("Belangenconflicten") == [judged]


def score(person: Person, items: Sequence[str], digits: dict[str, str]) -> None:
    """Every juror sits down and scores every candidacy, by keys alone."""
    for at, juror in enumerate(JURY):
        person.pick("Ik beoordeel als", juror)
        person.expects(f"Hele ronde: {2 * at} van 6 ingediend")
        for organisation, digit in digits.items():
            person.choose_row("Mijn kandidaturen", organisation)
            fill_in_the_sheet(person, items, digit)
            person.press("Ctrl+Return")
            person.click("Toch indienen")  # nobody marked the goals
        assert person.rows("Mijn kandidaturen", 2) == [("✓",), ("✓",)]
    person.expects("Hele ronde: 6 van 6 ingediend")


def fill_in_the_sheet(person: Person, items: Sequence[str], digit: str) -> None:
    for title in items:
        person.tab_to(title)
        person.type_in(digit)
        if title not in NOT_COMMENTED:
            person.press("Return")
            person.type_in(f"Dit is {digit} waard.")


def invite(person: Person) -> None:
    """The round has opened: scores and comments are on the table."""
    person.press("Ctrl+7")
    assert person.rows("Rangschikking", 0, 1, 4, 7) == [
        ("1", "K-01", "4,00", "Bespreken"),
        ("2", "K-02", "3,00", "Bespreken"),
    ]
    for organisation in ("Anker", "Brug"):
        person.choose_row("Rangschikking", organisation)
        assert "Dit is" in person.value("Outreachend, aanklampend en op maat")
        person.pick("Beslissing", "Uitgenodigd")
        person.write(AS_A_WHOLE, "Het voorstel is sterk genoeg om toe te lichten.")
        person.click("Beslissing vastleggen")
    assert person.rows("Rangschikking", 1, 7) == [("K-01", "Uitgenodigd"), ("K-02", "Uitgenodigd")]


def plan_the_pitches(person: Person) -> None:
    person.press("Ctrl+5")
    person.expects("2 kandidaten wachten op een plaats")
    person.press("Ctrl+Return")
    person.expects("2 / 2")
    person.click("Als meegedeeld noteren…")
    person.click("Noteren")
    assert not person.can_click("Als meegedeeld noteren…")


def send_letters(person: Person, expected: Sequence[tuple[str, str]]) -> None:
    """Make what is owed, make it final, note that it left by e-mail."""
    person.press("Ctrl+8")
    owed = [row[::2] for row in person.rows("Brieven", 0, 1, 2, 3) if row[3] == "te maken"]
    assert owed == list(expected)
    person.click("Brieven opmaken")
    person.click("1 brief opmaken" if len(expected) == 1 else f"{len(expected)} brieven opmaken")
    count = choose_letters(person, "concept")
    person.click(f"{count} brieven definitief maken")
    assert choose_letters(person, "definitief") == count
    person.click(f"Verzending van {count} brieven noteren…")
    person.click("Verzending noteren")
    assert {state for (state,) in person.rows("Brieven", 3)} == {"verstuurd"}


def have_the_texts_approved(person: Person) -> None:
    """Without a lawyer's approval no letter becomes final; the overview leads to where it is noted."""
    person.press("Ctrl+1")
    person.expects("Laat 7 tekstblokken door een jurist goedkeuren")
    person.click("Tekstblokken")
    person.click("Goedkeuring van 7 tekstblokken noteren…")
    person.write("Goedgekeurd door (naam, dienst)", "mr. Els Claes, juridische dienst")
    person.click("Goedkeuring noteren")
    person.expects("goedgekeurd door mr. Els Claes, juridische dienst")


def say_where_the_pitches_are(person: Person) -> None:
    """Without an address no invitation can leave; the overview leads to where it is filled in."""
    person.press("Ctrl+1")
    person.expects("Vul het adres in waar de pitches plaatsvinden")
    person.click("Instellingen openen")
    person.write("Plaats van de pitches", "Huis van de Buurt, Plein 1, 2500 Lier")
    person.press("Tab")


def choose_letters(person: Person, state: str) -> int:
    """Choose every letter in this state; how many there are."""
    rows = [row for row in person.rows("Brieven") if row[3] == state]
    for at, row in enumerate(rows):
        person.choose_row("Brieven", " ".join(row), also=at > 0)
    return len(rows)


def hold_the_session(person: Person, items: Sequence[str], digits: dict[str, str]) -> None:
    """Both pitches from their start to their end, each scored on the spot by one juror after the other."""
    person.press("Ctrl+6")
    assert sorted(person.rows("Volgorde", 1, 2, 3, 4)) == [
        ("K-01", "Anker vzw", "te komen", "0/3"),
        ("K-02", "Brug vzw", "te komen", "0/3"),
    ]
    for organisation, digit in digits.items():
        person.choose_row("Volgorde", organisation)
        person.press("Ctrl+Shift+P")
        for step in ("Pitch · 1/3", "Vragen · 2/3", "Overleg van de jury · 3/3"):
            person.press("Ctrl+Return")
            person.expects(step)
        person.write("Notities van de regisseur", f"{organisation} pitchte.")
        person.press("Ctrl+E")
        for juror in JURY:
            person.pick("Wie beoordeelt", juror)
            fill_in_the_sheet(person, items, digit)
            person.press("Ctrl+Return")
            person.click("Toch indienen")  # nobody marked the goals
        person.press("Ctrl+E")
        person.press("Ctrl+Shift+E")
    assert sorted(person.rows("Volgorde", 1, 3, 4)) == [
        ("K-01", "gehouden", "3/3"),
        ("K-02", "gehouden", "3/3"),
    ]


def decide(person: Person) -> None:
    person.press("Ctrl+7")
    person.click("Eindbeslissing")
    for organisation, kind in (("Anker", "Geselecteerd"), ("Brug", "Niet geselecteerd")):
        person.choose_row("Rangschikking", organisation)
        person.pick("Beslissing", kind)
        person.write(AS_A_WHOLE, "Zo oordeelde de jury over het geheel.")
        for title in NOT_COMMENTED:
            person.write(title, "De jury las en hoorde hier genoeg over.")
        person.press("Ctrl+Return")
    assert person.rows("Rangschikking", 0, 1, 4, 7) == [
        ("1", "K-01", "4,40", "Geselecteerd"),
        ("2", "K-02", "2,60", "Niet geselecteerd"),
    ]
    for stage in ("Na de schriftelijke ronde", "Eindbeslissing"):
        note_the_meeting(person, stage)


def note_the_meeting(person: Person, stage: str) -> None:
    """The whole jury was there, from now on, as the program proposes."""
    person.click(stage)
    person.press("Ctrl+K")
    person.type_in("De vergadering: wie")
    person.press("Return")
    person.expects("De vergadering van de jury")
    person.press("Ctrl+Return")
    person.expects("De vergadering is genoteerd.")


def answer_the_rebuttal(person: Person) -> None:
    person.press("Ctrl+9")
    assert person.rows("Termijnen", 0, 3, 4) == [
        ("K-02", "04/07/2023", "nog 6 dagen"),
    ]
    person.choose_row("Termijnen", "Brug")
    person.click("Weerwoord registreren…")
    person.write("Argument 1", "Wij hebben wel een vaste coach.")
    person.pick("Mag indienen", "ja, voor de organisatie")
    person.click("Weerwoord bewaren")
    person.write("Antwoord op argument 1", "De jury las dat, maar zag geen huisbezoek.")
    person.write("Reden (komt in de brief)", "Het argument verandert het oordeel niet.")
    person.click("Weerwoord afsluiten")
    assert ("K-02", "ongegrond") in person.rows("Termijnen", 0, 5)


def close_the_book(person: Person) -> None:
    """The journal has it all, the dossier is sound, and nothing is left to do."""
    person.press("Ctrl+0")
    said = [what for (what,) in person.rows("Logboek", 1)]
    assert said[-1] == "Dossier aangemaakt voor de oproep lier-2023"
    assert said[0] == "Brief verstuurd aan K-02"
    assert sum(what.startswith("Beoordeling ingediend") for what in said) == 12
    person.press("Ctrl+Return")
    person.expects(f"Alles klopt: {len(said)} gebeurtenissen")
    person.press("Ctrl+1")
    person.expects("Alles wat nu gedaan kan worden, is gedaan.")


def outcome(place: Path) -> dict[str, object]:
    """What the dossier holds, in short, read by the services."""
    dossier = bootstrap.open_dossier(str(place))
    plan, letters, ends = plan_view(dossier).plan, letter_book(dossier), terms(dossier)
    assert plan is not None
    found: dict[str, object] = {
        "candidacies": [
            (row.candidacy.reference, row.candidacy.admissibility.value)
            for row in candidacy_list(dossier).rows
        ],
        "plan": (plan.plan.status.value, sorted(place.pitch for place in plan.plan.assignments)),
        "plan objections": plan_objections(plan.instance, plan.plan),
        "decisions": [
            (row.candidacy.reference, row.decision.kind.value if row.decision else "")
            for row in ranking(dossier, Stage.FINAL).rows
        ],
        "letters": sorted((row.candidacy.reference, row.type.value) for row in letters if row.sent),
        "outdated letters": [row.candidacy.reference for row in letters if row.outdated],
        "rebuttals": [(row.candidacy.reference, r.outcome.value) for row in ends for r in row.rebuttals],
        "verified": verify(dossier).ok,
    }
    dossier.store.close()
    return found


def test_the_whole_selection(person: Person, clock: Clock, tmp_path: Path) -> None:
    place = tmp_path / "lier.jury"
    make_a_dossier(person, place)
    read_the_mailbox(person, a_mailbox(tmp_path))
    judge_the_form(person)
    have_the_texts_approved(person)
    receipt = "Ontvangstbevestiging"
    send_letters(person, [("K-01", receipt), ("K-02", receipt), ("K-03", "Laattijdig")])
    call_the_jury(person)
    look_at_the_conflict(person)
    clock.set(8, "10:00")
    person.press("Ctrl+4")
    score(person, WRITTEN, {"Anker": "4", "Brug": "3"})
    clock.set(9, "14:00")
    invite(person)
    plan_the_pitches(person)
    invitation = "Uitnodiging pitch"
    say_where_the_pitches_are(person)
    send_letters(person, [("K-01", invitation), ("K-02", invitation)])
    clock.set(14, "16:00")
    hold_the_session(person, PITCH, {"Anker": "5", "Brug": "2"})
    clock.set(20, "10:00")
    decide(person)
    send_letters(person, [("K-01", "Geselecteerd"), ("K-02", "Niet geselecteerd")])
    clock.set(28, "10:00")
    answer_the_rebuttal(person)
    send_letters(person, [("K-02", "Ontvangst weerwoord"), ("K-02", "Uitkomst weerwoord")])
    close_the_book(person)
    assert outcome(place) == {
        "candidacies": [("K-01", "admissible"), ("K-02", "admissible"), ("K-03", "late")],
        "plan": ("OPTIMAL", ["K-01", "K-02"]),
        "plan objections": (),
        "decisions": [("K-01", "selected"), ("K-02", "not_selected")],
        "letters": [
            ("K-01", "acknowledgement"),
            ("K-01", "invitation"),
            ("K-01", "selected"),
            ("K-02", "acknowledgement"),
            ("K-02", "invitation"),
            ("K-02", "not_selected"),
            ("K-02", "rebuttal_outcome"),
            ("K-02", "rebuttal_receipt"),
            ("K-03", "late"),
        ],
        "outdated letters": [],
        "rebuttals": [("K-02", "confirmed")],
        "verified": True,
    }
