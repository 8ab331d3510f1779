"""The whole export: every table in a stable order, nothing sealed, and a public variant without people."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.mail import FieldValue
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.decide import decide
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import amend_sheet
from jury_desktop.services.session_windows import change_window
from jury_desktop.services.table_files import Export, Format, ask_tables, write_tables
from jury_desktop.services.table_words import shown
from jury_desktop.services.talk import agree, ask_second_look, keep_notes
from jury_desktop.storage.store import create_store
from tests.builders import (
    NOW,
    a_call,
    a_candidacy,
    a_conflict,
    a_juror,
    a_mail,
    a_plan,
    a_sheet,
    a_version,
    an_attachment,
    placed,
)
from tests.services.scenario import a_dossier, after_the_written_round

SHORT = Stage.SHORTLIST
FORMULA = '=HYPERLINK("http://kwaad.example")'
PEOPLE = ("Pieternel Vandenbossche", "Vandenbossche", "Wannes Ooghe", "Ooghe", "Griet Lambrecht", "Lambrecht")
DATA = ("pieternel@ankerpunt.example", "0470 12 34 56", "Kerkstraat 9", "griet@gemeente.example")
JUROR = a_juror(
    1, name="Griet Lambrecht", email="griet@gemeente.example", role="schepen", organisation="Gemeente Nijlen"
)
OTHER = a_juror(2, name="Bert Claes")
EVERYTHING = "Pieternel Vandenbossche (pieternel@ankerpunt.example, 0470 12 34 56) sprak met Griet Lambrecht"
"""What people may type in any field."""


def told(export: Export) -> str:
    """Every cell of every table."""
    return "\n".join(str(cell) for each in export.tables for row in each.rows for cell in row)


def rows(export: Export, key: str) -> list[dict[str, object]]:
    return [dict(record) for each in export.tables if each.key == key for record in each.records()]


def full(store: object = None) -> Dossier:
    """Everything a dossier may hold of people, planted wherever something can be typed."""
    candidacy = a_candidacy(
        contact="Pieternel Vandenbossche, coördinator",
        email="pieternel@ankerpunt.example",
        phone="0470 12 34 56",
        address="Kerkstraat 9, 2500 Lier",
        partners=(f"OCMW ({EVERYTHING})",),
        admissibility_reason=EVERYTHING,
        versions=(
            a_version(
                attachments=(an_attachment(name="cv Pieternel Vandenbossche.pdf"),),
                received_by="from wannes@ankerpunt.example by mx1",
                fields=(FieldValue("contact", "Wannes Ooghe", "Contact: Wannes Ooghe", "f.docx"),),
            ),
        ),
    )
    answer = Answer(4, comment=EVERYTHING)
    sheet = a_sheet(JUROR, candidacy, remark=EVERYTHING)
    sheet = replace(sheet, answers=dict.fromkeys(sheet.answers, answer))
    conflict = a_conflict(OTHER, candidacy, reason=EVERYTHING)
    dossier = a_dossier(
        [candidacy],
        [JUROR, OTHER],
        [sheet],
        conflicts=[conflict],
        store=store,  # type: ignore[arg-type]
    )
    line = MotivationLine("outreach", f"Sterk. {EVERYTHING}.", (sheet.id,))
    keep_notes(dossier, "c1", SHORT, EVERYTHING)
    agree(dossier, "c1", SHORT, line)
    ask_second_look(dossier, "c1", SHORT, EVERYTHING)
    decide(dossier, "c1", DecisionKind.INVITED, f"De jury wil u horen. {EVERYTHING}.", [line])
    later = replace(dossier, actor="Griet Lambrecht")
    amend_sheet(later, "j1", "c1", Round.WRITTEN, {"outreach": replace(answer, value=2)}, EVERYTHING)
    with dossier.change() as uow:
        uow.plans.save(a_plan((candidacy,), (JUROR,)))
        uow.blobs.put(b"From: an@ankerpunt.example\r\nSubject: Kandidatuur\r\n\r\nDag allemaal")
        uow.mails.add(placed(a_mail()))
        uow.journal.append("test.planned", "plan", "1")
    return dossier


# what is in it


def test_every_table_is_there_in_a_stable_order() -> None:
    assert [each.key for each in ask_tables(full()).tables] == [
        *("account", "candidacies", "versions", "jurors", "conflicts", "criteria", "weights"),
        *("scores", "changes", "goals", "attendance", "talks", "agreed", "decisions", "motivation"),
        *("ranking", "plan"),
    ]


def test_a_place_on_the_plan_comes_with_the_name_of_its_room() -> None:
    dossier, window = full(), a_call().windows[0]
    assert [row["room"] for row in rows(ask_tables(dossier), "plan")] == [1]
    change_window(dossier, window.id, replace(window, room_names=("Zaal A",)))
    assert [row["room"] for row in rows(ask_tables(dossier), "plan")] == ["Zaal A"]


def test_a_score_comes_with_its_comment_and_a_change_with_what_it_was() -> None:
    export = ask_tables(full())
    score = next(row for row in rows(export, "scores") if row["item"] == "outreach")
    assert (score["reference"], score["juror"], score["value"], score["counts"]) == (
        "K-01",
        "Griet Lambrecht",
        2,
        True,
    )
    (change,) = rows(export, "changes")
    assert [change[name] for name in ("item", "old_value", "new_value", "by", "reason")] == [
        "outreach",
        4,
        2,
        "Griet Lambrecht",
        EVERYTHING,
    ]


def test_the_motivation_names_the_rows_it_rests_on_and_those_that_changed_since() -> None:
    dossier = full()
    (line,) = rows(ask_tables(dossier), "motivation")
    assert (line["rests_on"], line["changed_since"]) == ("Griet Lambrecht written 2", "")
    later = replace(dossier, now=lambda: NOW.replace(hour=20))
    answer = Answer(1, comment="Minder.")
    amend_sheet(later, "j1", "c1", Round.WRITTEN, {"outreach": answer}, "Herlezen")
    (line,) = rows(ask_tables(dossier), "motivation")
    assert line["changed_since"] == "Griet Lambrecht written 1"


def test_the_ranking_says_the_place_and_marks_what_is_advisory() -> None:
    export = ask_tables(after_the_written_round())
    assert [(r["reference"], r["first_place"], r["score"]) for r in rows(export, "ranking")] == [
        ("K-01", 1, 5.0),
        ("K-02", 2, 4.0),
    ]


# what is sealed


def test_sealed_scores_stay_out_everywhere_and_the_first_table_says_so() -> None:
    jurors, candidacies = [a_juror(1), a_juror(2)], [a_candidacy(1), a_candidacy(2)]
    secret = Answer(3, comment="GEHEIM")
    sheet = a_sheet(jurors[0], candidacies[0], remark="GEHEIM")
    sheet = replace(sheet, answers=dict.fromkeys(sheet.answers, secret))
    export = ask_tables(a_dossier(candidacies, jurors, [sheet]))
    assert (rows(export, "scores"), rows(export, "goals"), "GEHEIM" in told(export)) == ([], [], False)
    assert [row["score"] for row in rows(export, "ranking")] == [None, None]
    account = {row["about"]: row["told"] for row in rows(export, "account")}
    assert str(account["verzegeld"]).endswith("K-01 (schriftelijk), K-02 (schriftelijk).")


# what is public


def test_the_public_variant_holds_nothing_of_any_person() -> None:
    export = ask_tables(full(), redacted=True)
    text = told(export).casefold()
    assert [each for each in (*PEOPLE, *DATA) if each.casefold() in text] == []
    assert "@" not in text
    assert [each.key for each in export.tables if each.key in {"talks", "agreed"}] == []


def test_the_public_variant_keeps_the_decision_and_its_motivation() -> None:
    export = ask_tables(full(), redacted=True)
    (line,) = rows(export, "motivation")
    assert str(line["text"]).startswith("Sterk. [weggelaten]")
    (decision,) = rows(export, "decisions")
    assert str(decision["summary"]).startswith("De jury wil u horen.")
    assert {row["juror"] for row in rows(export, "scores")} <= {"Jurylid A", "Jurylid B"}


def test_the_public_variant_does_not_link_a_conflict_to_scores_of_other_candidacies() -> None:
    jurors = [a_juror(n, name=name) for n, name in enumerate(("Griet Maes", "Bert Claes", "Noor Wils"), 1)]
    candidacies = [a_candidacy(n) for n in range(1, 13)]
    sheets = [a_sheet(juror, c, value=n) for n, juror in enumerate(jurors, start=2) for c in candidacies]
    dossier = a_dossier(candidacies, jurors, sheets, conflicts=[a_conflict(jurors[0], candidacies[0])])
    export = ask_tables(dossier, redacted=True)
    assert [(row["reference"], "juror" in row) for row in rows(export, "conflicts")] == [("K-01", False)]
    given: dict[object, set[object]] = {}
    for row in rows(export, "scores"):
        given.setdefault(row["juror"], set()).add(row["value"])
    assert given == {f"Jurylid {letter}": {2, 3, 4} for letter in "ABC"}


def test_the_public_variant_says_what_was_left_out_and_why() -> None:
    account = [str(row["told"]) for row in rows(ask_tables(full(), redacted=True), "account")]
    assert any(
        line.startswith("Van het blad “Kandidaturen” deze kolommen: contactpersoon") for line in account
    )
    assert any(line.startswith("Het hele blad “Bespreking”") for line in account)
    assert rows(ask_tables(full()), "account") != account


# as files


def test_all_shapes_are_written_and_the_same_dossier_gives_the_same_bytes(tmp_path: Path) -> None:
    dossier = full()
    for redacted in (False, True):
        first = {p: p.read_bytes() for p in write_tables(ask_tables(dossier, redacted=redacted), tmp_path)}
        again = {p: p.read_bytes() for p in write_tables(ask_tables(dossier, redacted=redacted), tmp_path)}
        assert again == first
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("dossier-csv", "dossier-openbaar-csv", "dossier-openbaar.json", "dossier-openbaar.xlsx"),
        *("dossier.json", "dossier.xlsx"),
    ]


def test_no_public_file_holds_anything_of_a_person(tmp_path: Path) -> None:
    for path in write_tables(ask_tables(full(), redacted=True), tmp_path):
        if path.suffix == ".xlsx":
            book = openpyxl.load_workbook(path)
            text = "\n".join(
                str(c) for sheet in book for row in sheet.iter_rows(values_only=True) for c in row
            )
            text += str(vars(book.properties))
        else:
            text = path.read_text(encoding="utf-8")
        assert [each for each in (*PEOPLE, *DATA) if each.casefold() in text.casefold()] == [], path


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_formula_is_text_in_every_shape(tmp_path: Path, start: str) -> None:
    name = f"{start}{FORMULA[1:]}"
    dossier = a_dossier([a_candidacy(organisation=name)])
    write_tables(ask_tables(dossier), tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / "dossier.xlsx")["Kandidaturen"]
    assert (sheet["B2"].value, sheet["B2"].data_type) == (name, "s")
    text = (tmp_path / "dossier-csv" / "01-candidacies.csv").read_text(encoding="utf-8-sig")
    assert list(csv.reader(io.StringIO(text), delimiter=";"))[1][1] == f"'{name}"
    document = json.loads((tmp_path / "dossier.json").read_text(encoding="utf-8"))
    assert document["tables"]["candidacies"][0]["organisation"] == name


def test_the_workbook_can_be_read_by_people(tmp_path: Path) -> None:
    write_tables(ask_tables(full()), tmp_path, [Format.WORKBOOK])
    book = openpyxl.load_workbook(tmp_path / "dossier.xlsx")
    assert book.sheetnames[:3] == ["Leeswijzer", "Kandidaturen", "Versies"]
    sheet = book["Scores"]
    assert (sheet.freeze_panes, sheet["A1"].font.bold, sheet["E1"].value) == ("E2", True, "titel")
    assert sheet.column_dimensions["E"].width == 40


def test_sheets_and_csv_speak_the_language_and_json_keeps_the_codes(tmp_path: Path) -> None:
    candidacies, jurors = [a_candidacy(1)], [a_juror(n) for n in (1, 2, 3)]
    sheets = [
        a_sheet(juror, candidacies[0], value=value) for juror, value in zip(jurors, (4, 4, 5), strict=True)
    ]
    dossier = a_dossier(candidacies, jurors, sheets)
    decide(dossier, "c1", DecisionKind.INVITED, "Sterk.")
    export = ask_tables(dossier)
    write_tables(export, tmp_path)

    def in_csv(key: str) -> dict[str, str]:
        (path,) = (tmp_path / "dossier-csv").glob(f"*-{key}.csv")
        with path.open(encoding="utf-8-sig", newline="") as file:
            return next(csv.DictReader(file, delimiter=";"))

    ranked = in_csv("ranking")
    assert (ranked["fase"], ranked["score"], ranked["beslissing"]) == (
        "na de schriftelijke ronde",
        "4,33",
        "uitgenodigd voor de pitch",
    )
    score = in_csv("scores")
    assert (score["ronde"], score["telt mee"], score["waarde"]) == ("schriftelijk", "ja", "4")
    weights = openpyxl.load_workbook(tmp_path / "dossier.xlsx")["Gewichten en regels"]
    assert [row[0] for row in weights.iter_rows(min_row=2, max_row=3, values_only=True)] == [
        "laagste score",
        "hoogste score",
    ]
    sheet = openpyxl.load_workbook(tmp_path / "dossier.xlsx")["Rangschikking"]
    heads = [cell.value for cell in sheet[1]]
    cell = sheet.cell(2, heads.index("score") + 1)
    assert (cell.value, cell.number_format) == (4.33, "0.00####")
    (kept,) = [row for row in rows(export, "ranking") if row["stage"] == "shortlist"]
    document = json.loads((tmp_path / "dossier.json").read_text(encoding="utf-8"))
    assert document["tables"]["ranking"][0] == kept
    assert (kept["decision"], kept["score"]) == ("invited", pytest.approx(13 / 3))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_rule_of_the_call_has_its_words(language: str) -> None:
    export = ask_tables(full(), language)
    (weights,) = (each for each in export.tables if each.key == "weights")
    for rule, value in weights.rows:
        for column, cell in zip(weights.columns, (rule, value), strict=True):
            told = shown(column, cell, language)
            assert not isinstance(told, str) or not {".", "_"} & set(told), told


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "vol").write_text("", encoding="utf-8")
    with pytest.raises(JuryError) as caught:
        write_tables(ask_tables(full()), tmp_path / "vol")
    assert caught.value.message.key == "tables.cannot_write"


def test_a_dossier_on_disk_gives_the_same_tables(tmp_path: Path) -> None:
    dossier = full(create_store(str(tmp_path / "lier.jury"), a_call()))
    expected, found = ask_tables(full()), ask_tables(dossier)
    assert [each for each in found.tables if each.key != "account"] == [
        each for each in expected.tables if each.key != "account"
    ]
    dossier.store.close()
