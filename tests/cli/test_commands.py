"""The command line: its JSON, its exit codes, its one clear line when something cannot be done."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from jury_desktop import resources
from jury_desktop.cli import main

MAILBOX = str(resources.path("sample", "postvak.mbox"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command and gives its exit code, what it printed, and what it said on the side."""

    def command(*argv: str) -> tuple[int, str, str]:
        code = main(argv)
        out, err = capsys.readouterr()
        return code, out, err

    return command


@pytest.fixture
def dossier(tmp_path: Path, run: Any) -> str:
    """A new dossier of the shipped call."""
    target = str(tmp_path / "proef.jury")
    assert run("new", target, "--call", "lier-2023")[0] == 0
    return target


def test_the_shipped_call_is_shown_whole(run: Any) -> None:
    code, out, _ = run("call", "show", "lier-2023", "--json")
    view = json.loads(out)
    challenges = view["challenges"]
    counts = (
        len(challenges),
        sum(len(challenge["obstacles"]) for challenge in challenges),
        sum(len(challenge["goals"]) for challenge in challenges),
        len(view["windows"]),
    )
    assert (code, counts, view["deadline"]) == (0, (7, 61, 62, 3), "2023-06-02T23:59:00+02:00")


def test_a_new_dossier_says_where_it_is_and_is_never_overwritten(tmp_path: Path, run: Any) -> None:
    target = str(tmp_path / "nieuw.jury")
    code, out, _ = run("new", target, "--call", "lier-2023", "--json")
    assert (code, json.loads(out)) == (0, {"dossier": target, "call": "lier-2023"})
    code, out, err = run("new", target, "--call", "lier-2023")
    assert (code, out) == (1, "")
    assert "Traceback" not in err


def test_an_import_accounts_for_every_message_and_adds_nothing_the_second_time(
    dossier: str, run: Any
) -> None:
    code, out, _ = run("import", dossier, MAILBOX, "--json")
    first = json.loads(out)
    places = ("revisions", "duplicates", "other")
    total = len(first["candidacies"]) + len(first["unreadable"]) + sum(first[name] for name in places)
    assert (code, first["messages"], total, first["late"]) == (0, 43, 43, 1)
    again = json.loads(run("import", dossier, MAILBOX, "--json")[1])
    assert (again["messages"], again["duplicates"], again["candidacies"]) == (43, 43, [])
    listed = json.loads(run("candidacies", dossier, "--json")[1])
    assert [row["reference"] for row in listed] == [f"K-{number:02d}" for number in range(1, 15)]
    assert {row["reference"]: row["open_items"] for row in listed if row["open_items"]} == {
        "K-05": [{"item": "form.contact", "state": "missing"}]
    }


def test_a_dry_run_keeps_nothing(dossier: str, run: Any) -> None:
    assert json.loads(run("import", dossier, MAILBOX, "--dry-run", "--json")[1])["messages"] == 43
    assert json.loads(run("candidacies", dossier, "--json")[1]) == []


def test_a_sound_dossier_verifies(dossier: str, run: Any) -> None:
    code, out, _ = run("verify", dossier, "--json")
    assert (code, json.loads(out)) == (0, {"ok": True, "events": 1, "problems": [], "anchors": []})


def test_an_anchor_of_another_dossier_does_not_hold(dossier: str, run: Any) -> None:
    code, out, _ = run("verify", dossier, "--anchor", f"1:{'ab' * 8}", "--anchor", f"9:{'ab' * 8}", "--json")
    view = json.loads(out)
    assert (code, [anchor["hold"] for anchor in view["anchors"]]) == (1, ["rewritten", "cut_off"])


def test_a_copy_of_the_dossier_is_an_anchor(dossier: str, run: Any, tmp_path: Path) -> None:
    copy = str(shutil.copy(dossier, tmp_path / "kopie.jury"))
    code, out, _ = run("verify", dossier, "--anchor", copy, "--json")
    assert (code, [anchor["hold"] for anchor in json.loads(out)["anchors"]]) == (0, ["holds"])


def test_the_term_is_explained_step_by_step(run: Any) -> None:
    code, out, _ = run("term", "--communicated", "2023-07-07", "--channel", "email", "--json")
    view = json.loads(out)
    dates = [step["date"] for step in view["trace"]]
    assert (code, view["end"]) == (0, "2023-07-24")
    assert dates == ["2023-07-07", "2023-07-21", "2023-07-22", "2023-07-23", "2023-07-24"]


def test_the_term_ends_with_its_last_hour_for_people_too(run: Any) -> None:
    code, out, _ = run("term", "--communicated", "2023-07-07", "--channel", "email", "--hour", "17:00")
    assert (code, out.splitlines()[-1]) == (0, "Laatste moment: 24 juli 2023 17:00")


def test_the_term_is_worked_out_by_every_setting(run: Any) -> None:
    posted = ("term", "--communicated", "2023-07-07", "--channel", "registered", "--json")
    readings = {
        (): "2023-07-25",
        ("--third-day", "0"): "2023-07-26",
        ("--closed", "2023-07-11"): "2023-07-26",
        ("--days", "21"): "2023-08-01",
        ("--no-shift", "--days", "18"): "2023-07-29",
        ("--anchor", "receipt", "--presented", "2023-07-10"): "2023-07-24",
        ("--anchor", "fixed_date", "--fixed-date", "2023-07-15"): "2023-07-31",
        ("--latest-of", "fixed_date", "--fixed-date", "2023-07-15"): "2023-07-31",
        ("--call", "kust-2026"): "2023-08-02",
        ("--call", "kust-2026", "--days", "14"): "2023-07-26",
    }
    found = {said: json.loads(run(*posted, *said)[1]) for said in readings}
    assert {said: view["end"] for said, view in found.items()} == readings
    told = json.loads(run(*posted, "--hour", "17:00", "--counts", "dispatch", "--assess", "10")[1])
    assert [told[name] for name in ("last_moment", "counts", "assessed_by")] == [
        "2023-07-25T17:00:00+02:00",
        "dispatch",
        "2023-08-04",
    ]
    assert found["--call", "kust-2026"]["last_moment"] == "2023-08-02T17:00:00+02:00"


@pytest.mark.parametrize(
    "argv",
    [
        ("candidacies", "nergens.jury"),
        ("import", "nergens.jury", "weg.mbox"),
        ("plan-instance", "weg.json"),
        ("call", "show", "onbekend"),
        ("demo", "--headless", "--out", "bestand"),
        ("term", "--communicated", "2023-07-14", "--channel", "email", "--days", "9999999"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_cannot_be_done_is_one_line_and_exit_1(
    run: Any, argv: tuple[str, ...], language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bestand").touch()
    code, out, err = run(*argv, "--lang", language)
    assert (code, out, err.count("\n")) == (1, "", 1)


def test_without_a_display_the_window_says_so(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    code, out, err = run("iets.jury")
    assert (code, out, err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize(
    "argv",
    [
        ("new",),
        ("term", "--channel", "duif"),
        ("term", "--communicated", "2023-07-07", "--channel", "email", "--hour", "25"),
        ("--lang", "fr"),
        ("call", "weg"),
    ],
)
def test_wrong_usage_is_exit_2(argv: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(argv)
    assert caught.value.code == 2


def test_options_before_and_after_the_command_mean_the_same(run: Any) -> None:
    before = run("--lang", "en", "call", "show", "lier-2023")
    after = run("call", "show", "lier-2023", "--lang", "en")
    assert before == after
    assert "deadline 2 June 2023" in before[1]


def test_a_stand_alone_problem_is_solved(run: Any, tmp_path: Path) -> None:
    instance = {
        "grid_minutes": 5,
        "windows": [
            {
                "id": "wo",
                "start": "2023-06-14T13:00:00+02:00",
                "end": "2023-06-14T17:00:00+02:00",
                "rooms": 1,
            }
        ],
        "rules": {
            "quorum": 1,
            "panel_max": None,
            "break_after": 3,
            "break_minutes": 15,
            "changeover_minutes": 0,
            "expertise": "soft",
            "common_jurors": 1,
        },
        "pitches": [
            {
                "id": "K-01",
                "minutes": 35,
                "organisations": ["a"],
                "challenges": [1],
                "unavailable": [],
                "preferred_windows": [],
                "pinned": None,
                "communicated": None,
            }
        ],
        "jurors": [
            {
                "id": "j1",
                "organisation": "x",
                "available": [{"start": "2023-06-14T13:00:00+02:00", "end": "2023-06-14T17:00:00+02:00"}],
                "expertise": [1],
                "max_minutes_per_day": None,
            }
        ],
        "conflicts": [],
    }
    file = tmp_path / "vraag.json"
    file.write_text(json.dumps(instance), encoding="utf-8")
    code, out, _ = run("plan-instance", str(file), "--json")
    plan = json.loads(out)
    assert (code, plan["status"], plan["left_out"]) == (0, "OPTIMAL", [])
    assert [(place["pitch"], place["start"]) for place in plan["assignments"]] == [
        ("K-01", "2023-06-14T13:00:00+02:00")
    ]

    instance["pitches"][0]["preferred_windows"] = ["za"]  # type: ignore[index]
    file.write_text(json.dumps(instance), encoding="utf-8")
    code, out, err = run("plan-instance", str(file), "--json")
    assert (code, json.loads(out)["status"]) == (0, "OPTIMAL")
    assert err.startswith("Bij pitches[0].preferred_windows[0] staat het venster za, maar dat bestaat niet")
    assert json.loads(out)["warnings"] == [err.strip()]

    file.write_text(json.dumps(instance), encoding="utf-8-sig")
    code, out, _ = run("plan-instance", str(file))
    assert (code, out.splitlines()[1]) == (0, "2023-06-14 13:00–13:35  wo  zaal 1  K-01  j1")


@pytest.mark.parametrize(
    ("name", "said"),
    [("weg.json", "bestaat niet"), (".", "is een map"), ("latin.json", "is geen tekst in UTF-8")],
)
def test_a_problem_that_cannot_be_read_is_told_why(name: str, said: str, tmp_path: Path, run: Any) -> None:
    (tmp_path / "latin.json").write_bytes('{"é": 1}'.encode("latin-1"))
    code, out, err = run("plan-instance", str(tmp_path / name), "--json")
    assert (code, out) == (1, "")
    assert said in err


def test_an_export_names_every_file_it_wrote(dossier: str, tmp_path: Path, run: Any) -> None:
    out = tmp_path / "audit"
    run("import", dossier, MAILBOX)
    code, printed, _ = run("export", dossier, "--out", str(out), "--json")
    view = json.loads(printed)

    assert (code, view["out"]) == (0, str(out))
    assert {file["path"] for file in view["files"]} == {
        path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()
    }
    assert all(set(file) == {"path", "bytes", "sha256"} for file in view["files"])
