"""``advice``: the fields of its JSON, what a person reads, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jury_desktop.cli import main
from jury_desktop.domain.call import Round
from jury_desktop.storage.store import create_store
from tests.builders import a_call, a_candidacy, a_conflict, a_juror, a_sheet
from tests.services.scenario import a_dossier, invited

Console = pytest.CaptureFixture[str]
GIVEN = ((5, 4, 5), (4, 4, 1), (3, 3, 5), (1, 2, 1))
"""What three jurors give four candidacies on everything; the first juror has nothing to do with the last."""


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Every score open."""
    target = tmp_path_factory.mktemp("advies") / "proef.jury"
    candidacies = [a_candidacy(number) for number in range(1, 5)]
    jurors = [a_juror(number) for number in (1, 2, 3)]
    sheets = [
        a_sheet(juror, candidacy, round_, value=value)
        for round_ in Round
        for candidacy, row in zip(candidacies, GIVEN, strict=True)
        for juror, value in zip(jurors, row, strict=True)
        if (juror.id, candidacy.id) != ("j1", "c4")
    ]
    conflicts = [a_conflict(jurors[0], candidacies[3])]
    decisions = [invited(candidacy) for candidacy in candidacies]
    store = create_store(target, a_call())
    a_dossier(candidacies, jurors, sheets, decisions, conflicts, store=store).store.close()
    return str(target)


def advised(dossier: str, console: Console, *more: str) -> dict[str, Any]:
    assert main(["advice", dossier, "--json", *more]) == 0
    found = json.loads(console.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_the_ranking_stands_beside_the_other_orders(scored: str, capsys: Console) -> None:
    found = advised(scored, capsys, "--cut", "2")

    assert (found["stage"], found["cut"], found["sealed"], found["tried"]) == ("final", 2, 0, None)
    order = [(row["reference"], row["rank"], row["places"]["median"]) for row in found["ranking"]]
    assert order == [("K-01", 1, 1), ("K-03", 2, 3), ("K-02", 3, 2), ("K-04", 4, 4)]
    assert all(0 <= row["above_cut"] <= 1 for row in found["ranking"])
    assert found["ranking"][0]["above_cut"] > found["ranking"][3]["above_cut"]


def test_who_would_come_in_without_a_juror_is_named(scored: str, capsys: Console) -> None:
    found = advised(scored, capsys, "--cut", "2")
    assert found["without"][2] == {"juror": "Jurylid 3", "enters": ["K-02"], "leaves": ["K-03"]}
    assert [each["juror"] for each in found["leniency"]] == ["Jurylid 1", "Jurylid 2", "Jurylid 3"]


def test_what_to_talk_about_and_in_which_order(scored: str, capsys: Console) -> None:
    found = advised(scored, capsys)

    assert found["agenda"][0]["reference"] == "K-02"
    assert found["agenda"][0]["values"] == [1, 4, 4]
    assert found["discussion"]["proven"]
    assert found["discussion"]["order"][-1] == {
        "reference": "K-04",
        "leave": ["Jurylid 1"],
        "return": [],
        "outside": ["Jurylid 1"],
    }
    assert (found["discussion"]["walks"], found["discussion"]["walks_by_rank"]) == (1, 1)


def test_another_weight_can_be_tried(scored: str, capsys: Console) -> None:
    found = advised(scored, capsys, "--weight", "outreach=9", "--weight", "culture=0.5")
    assert [each["reference"] for each in found["tried"]] == ["K-01", "K-03", "K-02", "K-04"]
    assert {each["criterion"] for each in found["weights"]} >= {"outreach", "culture"}


def test_a_person_reads_sentences(scored: str, capsys: Console) -> None:
    assert main(["advice", scored, "--cut", "2", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "The line is drawn after 2." in said
    assert "Without Jurylid 3: in K-02, out K-03." in said
    assert "people leave the room once instead of 1 times: K-01" in said


def test_pictures_are_written_with_a_report(scored: str, tmp_path: Path, capsys: Console) -> None:
    assert main(["pictures", scored, "--out", str(tmp_path / "uit"), "--json"]) == 0
    files = [Path(name) for name in json.loads(capsys.readouterr().out)["files"]]
    assert sorted(files) == sorted((tmp_path / "uit").iterdir())
    assert "report.pdf" in {file.name for file in files}


def test_sealed_scores_give_counts_alone(tmp_path: Path, capsys: Console) -> None:
    target = tmp_path / "leeg.jury"
    candidacy, juror = a_candidacy(), a_juror()
    sheets = [a_sheet(juror, candidacy, value=5)]
    store = create_store(target, a_call())
    a_dossier([candidacy], [juror, a_juror(2)], sheets, store=store).store.close()

    found = advised(str(target), capsys, "--stage", "shortlist")

    assert found["sealed"] == 1
    assert [found[key] for key in ("ranking", "without", "leniency", "agenda")] == [[], [], [], []]
    assert all(each["below"] is None and each["above"] is None for each in found["weights"])

    assert main(["pictures", str(target), "--stage", "shortlist", "--out", str(tmp_path / "uit")]) == 1
    assert "verzegeld" in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize(
    "weight", ["outreach", "=2", "outreach=veel", "outreach=-1", "outreach=nan", "outreach=inf"]
)
def test_what_is_no_weight_is_told(weight: str, scored: str, capsys: Console) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["advice", scored, "--weight", weight])
    assert caught.value.code == 2
    assert f"{weight} is geen gewicht" in capsys.readouterr().err


def test_a_criterion_that_the_call_does_not_have_is_told_with_those_it_has(
    scored: str, capsys: Console
) -> None:
    assert main(["advice", scored, "--weight", "kleur=2"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "De oproep heeft geen criterium kleur. Wel: challenge, outreach" in err
