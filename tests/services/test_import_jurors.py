"""A list of jurors is taken over row by row; what cannot be is refused with its reason."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Interval
from jury_desktop.services.availability_words import read_availability
from jury_desktop.services.import_jurors import JurorImport, import_jurors
from jury_desktop.services.jury import jury, save_juror
from jury_desktop.services.lists import LARGEST, RejectedRow
from jury_desktop.services.ports import Dossier
from tests.builders import a_call, a_juror
from tests.services.mailing import a_dossier

HEADER = ("Naam", "Organisatie", "Functie", "E-mail", "Deskundigheid", "Beschikbaar")
AN = ("An Peeters", "VDAB", "bemiddelaar", "an@vdab.example", "1, 4", "wo; vr 09:00-11:00")
BO = ("Bo Claes", "Stad Lier", "", "bo@lier.example", "2", "ja")
WINDOWS = a_call().windows
WED, FRI, MON = (Interval(window.start, window.end) for window in WINDOWS)
STYLES = (
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<cellXfs><xf numFmtId="x"/></cellXfs></styleSheet>'
)
EXAMPLE = "14/06 13:00-17:00; 16/06 09:00-12:00; 19/06 09:00-12:00"


def on(day: int, start: str, end: str) -> Interval:
    moments = [datetime(2023, 6, day, *map(int, clock.split(":")), tzinfo=BRUSSELS) for clock in (start, end)]
    return Interval(*moments)


def csv(folder: Path, *rows: tuple[str, ...], separator: str = ";", encoding: str = "utf-8-sig") -> Path:
    file = folder / "jury.csv"
    lines = [separator.join(f'"{cell}"' for cell in row) for row in rows]
    file.write_text("\n".join(lines) + "\n", encoding=encoding)
    return file


def excel(folder: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "jury.xlsx")
    return folder / "jury.xlsx"


@pytest.fixture
def dossier() -> Dossier:
    return a_dossier()


def facts(jurors: tuple[Juror, ...]) -> list[tuple[object, ...]]:
    return [(j.name, j.organisation, j.role, j.email, j.expertise, j.available) for j in jurors]


TWO = [
    ("An Peeters", "VDAB", "bemiddelaar", "an@vdab.example", (1, 4), (WED, on(16, "09:00", "11:00"))),
    ("Bo Claes", "Stad Lier", "", "bo@lier.example", (2,), (WED, FRI, MON)),
]


def test_excel_and_csv_give_the_same_jury(tmp_path: Path):
    for number, file in enumerate((excel, csv)):
        dossier = a_dossier()
        folder = tmp_path / str(number)
        folder.mkdir()

        found = import_jurors(dossier, file(folder, HEADER, AN, BO))

        assert facts(found.added) == facts(jury(dossier).jurors) == TWO
        assert (found.changed, found.same, found.rejected) == ((), 0, ())


@pytest.mark.parametrize(("separator", "encoding"), [(",", "utf-8"), ("\t", "cp1252"), (";", "cp1252")])
def test_a_csv_is_read_as_this_machine_wrote_it(
    tmp_path: Path, dossier: Dossier, separator: str, encoding: str
):
    file = csv(tmp_path, HEADER, ("Zoë Daems", *AN[1:]), separator=separator, encoding=encoding)

    assert [juror.name for juror in import_jurors(dossier, file).added] == ["Zoë Daems"]


def test_columns_may_stand_in_any_order_under_names_people_use(tmp_path: Path, dossier: Dossier):
    file = csv(tmp_path, ("e-mailadres", "Opmerking", "NAAM"), ("an@vdab.example", "x", "An Peeters"))

    assert facts(import_jurors(dossier, file).added) == [("An Peeters", "", "", "an@vdab.example", (), ())]


def test_excel_may_have_made_a_number_of_the_expertise(tmp_path: Path, dossier: Dossier):
    file = excel(tmp_path, ("naam", "deskundigheid"), ("An", 4), ("Bo", 1.2))

    assert [juror.expertise for juror in import_jurors(dossier, file).added] == [(4,), (1, 2)]


@pytest.mark.parametrize("email", ["an@vdab.example", ""])
def test_a_name_in_other_capitals_or_order_keeps_the_spelling_of_the_dossier(
    tmp_path: Path, dossier: Dossier, email: str
):
    save_juror(dossier, a_juror(1, name="An Peeters", email="an@vdab.example"))
    file = csv(tmp_path, ("naam", "e-mail", "functie"), ("PEETERS An", email, "arts"))
    (changed,) = import_jurors(dossier, file).changed
    assert (changed.id, changed.name, changed.role) == ("j1", "An Peeters", "arts")


def test_who_is_there_already_is_changed_and_what_the_list_does_not_say_stays(
    tmp_path: Path, dossier: Dossier
):
    save_juror(dossier, a_juror(1, name="An", email="AN@vdab.example", role="arts"))
    save_juror(dossier, a_juror(2, name="Bo Claes", email=""))
    known = jury(dossier).jurors
    file = csv(tmp_path, HEADER, ("An Peeters", "", "", "an@vdab.example", "", "nee"), BO)

    found = import_jurors(dossier, file)

    assert [juror.id for juror in found.changed] == ["j1", "j2"]
    assert found.changed[0] == Juror(
        "j1", "An Peeters", known[0].organisation, "an@vdab.example", "arts", known[0].expertise
    )
    assert import_jurors(dossier, file) == JurorImport((), (), 2, (), dry_run=False)


def test_a_dry_run_tells_the_same_and_keeps_nothing(tmp_path: Path, dossier: Dossier):
    found = import_jurors(dossier, csv(tmp_path, HEADER, AN, BO), dry_run=True)

    assert (facts(found.added), found.dry_run) == (TWO, True)
    assert jury(dossier).jurors == ()
    with dossier.read() as uow:
        assert uow.journal.all() == ()


def test_every_refused_row_says_where_it_stands_and_why(tmp_path: Path, dossier: Dossier):
    rows = (
        ("", "VDAB", "", "", "", ""),
        AN,
        ("", "", "", "", "", ""),
        ("Cas", "", "", "cas", "", ""),
        ("Dré", "", "", "", "1, 9", ""),
        ("Eva", "", "", "", "", "donderdag"),
        ("Fien", "", "", "", "", "wo 09:00-11:00"),
        AN,
    )

    found = import_jurors(dossier, csv(tmp_path, HEADER, *rows))

    assert facts(found.added) == TWO[:1]
    assert found.rejected == (
        RejectedRow(2, say("jury.name_missing")),
        RejectedRow(5, say("jury.email_wrong", email="cas")),
        RejectedRow(6, say("jury.import_challenge", text="9")),
        RejectedRow(7, say("jury.import_window", text="donderdag", example=EXAMPLE)),
        RejectedRow(8, say("jury.import_hours", text="wo 09:00-11:00", window="14/06 13:00-17:00")),
        RejectedRow(9, say("jury.import_twice", other=3)),
    )


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "lists.unreadable"),
        (b"PK\x03\x04 and then nothing", "lists.unreadable"),
        (b"naam;x\n\x00\x01;y", "lists.unreadable"),
        (b"voornaam;familienaam\nAn;Peeters\n", "lists.no_column"),
        (b" " * (LARGEST + 1), "lists.too_large"),
    ],
)
def test_what_is_no_list_is_refused_whole(tmp_path: Path, dossier: Dossier, content: bytes, key: str):
    file = tmp_path / "lijst.csv"
    file.write_bytes(content)

    with pytest.raises(JuryError) as refused:
        import_jurors(dossier, file)

    assert refused.value.message.key == key


def test_a_file_that_is_gone_is_refused(tmp_path: Path, dossier: Dossier):
    with pytest.raises(JuryError) as refused:
        import_jurors(dossier, tmp_path / "weg.xlsx")

    assert refused.value.message == say("lists.unreadable", file="weg.xlsx")


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("alle", (WED, FRI, MON)),
        ("Neen", ()),
        ("vr, wo", (WED, FRI)),
        ("woensdag; Monday", (WED, MON)),
        ("14/06; 19-6; 2023-06-16", (WED, FRI, MON)),
        ("14/06/2023 13u30–15u", (on(14, "13:30", "15:00"),)),
        ("wo 13.00 tot 14 uur; wo 16:00-17:00", (on(14, "13:00", "14:00"), on(14, "16:00", "17:00"))),
    ],
)
def test_availability_is_read_as_people_write_it(text: str, stretches: tuple[Interval, ...]):
    assert read_availability(text, WINDOWS) == stretches


@pytest.mark.parametrize(
    "text", ["w", "14/07", "14/06/2024", "wo 17:00-13:00", "wo 11:00-13:00", "wo 25:00-26:00", "wo straks"]
)
def test_availability_outside_the_sessions_is_refused(text: str):
    with pytest.raises(JuryError):
        read_availability(text, WINDOWS)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", b"<worksheet>"),
        ("[Content_Types].xml", b"<Types"),
        ("xl/styles.xml", STYLES),
    ],
)
def test_a_damaged_workbook_is_refused_whole(tmp_path: Path, dossier: Dossier, part: str, content: bytes):
    whole, broken = excel(tmp_path, HEADER, AN), tmp_path / "stuk.xlsx"
    with ZipFile(whole) as source, ZipFile(broken, "w") as target:
        for name in source.namelist():
            target.writestr(name, content if name == part else source.read(name))

    with pytest.raises(JuryError) as refused:
        import_jurors(dossier, broken)

    assert refused.value.message == say("lists.unreadable", file="stuk.xlsx")
