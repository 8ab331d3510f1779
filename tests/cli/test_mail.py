"""The commands about the mail: account, servers, arrivals, places, the way back, what nobody could read."""

from __future__ import annotations

import json
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest

from jury_desktop import bootstrap, resources
from jury_desktop.cli import main
from tests.docs.test_cli import example_of
from tests.services.mailing import OWN_SERVER, TOO_LATE, a_message, an_export, form
from tests.services.test_unreadable_placed import SEALED

Console = pytest.CaptureFixture[str]
ANKER = a_message("info@anker.example", form("Anker vzw"))
BRUG = a_message("info@brug.example", form("Brug vzw", "2"), arrived=TOO_LATE)
QUESTION = a_message("info@kompas.example", "Tot wanneer kan het?", subject="Vraag")
PROVEN = {"sha256", "source", "received_at", "received_by", "verdict", "late"}
ENTRY = PROVEN | {"kind", "candidacy", "sender", "subject", "reason", "confirmed", "copies", "warnings"}


class Commands:
    """Runs commands on one dossier and gives what they print."""

    def __init__(self, dossier: str, console: Console) -> None:
        self.dossier = dossier
        self._console = console

    def json(self, command: str, *words: str) -> Any:
        """The JSON document of a command that succeeds."""
        code, out, err = self.run(command, *words, "--json")
        assert code == 0, err
        return json.loads(out)

    def run(self, command: str, *words: str) -> tuple[int, str, str]:
        """Exit code, standard output and standard error. A verb may stand before the dossier."""
        verb, rest = ((words[0],), words[1:]) if command == "servers" else ((), words)
        code = main([command, *verb, self.dossier, *rest])
        out, err = self._console.readouterr()
        return code, out, err

    def entry(self, source: str) -> dict[str, Any]:
        """The message at a place of the export."""
        (found,) = (each for each in self.json("mail")["entries"] if each["source"].endswith(source))
        return dict(found)


@pytest.fixture
def on(tmp_path: Path, capsys: Console) -> Commands:
    """A dossier with a candidacy in time, a late one, a question, and an encrypted message."""
    target = str(tmp_path / "proef.jury")
    bootstrap.create_dossier(target, "lier-2023").store.close()
    commands = Commands(target, capsys)
    commands.json("import", str(an_export(tmp_path, ANKER, BRUG, QUESTION, SEALED)))
    return commands


def test_the_account_adds_up_and_names_every_message(on: Commands) -> None:
    view = on.json("mail")

    counts = [view[kind] for kind in ("candidacies", "revisions", "duplicates", "other", "unreadable")]
    assert (view["messages"], counts, view["unconfirmed"]) == (4, [2, 0, 0, 1, 1], 4)
    assert sum(counts) == view["messages"] == len(view["entries"])
    assert [set(entry) for entry in view["entries"]] == [ENTRY] * 4
    assert view["last_import"] is not None
    assert (view["last_import"]["names"], view["last_import"]["messages"]) == ("export", 4)


def test_the_account_of_the_sample_adds_up_when_it_is_read_twice(on: Commands) -> None:
    for _ in range(2):
        on.json("import", str(resources.path("sample", "postvak.mbox")))

    view = on.json("mail")

    counts = [view[kind] for kind in ("candidacies", "revisions", "duplicates", "other", "unreadable")]
    assert view["messages"] == sum(counts) == 4 + 2 * 43


def test_the_account_is_told_to_people(on: Commands) -> None:
    code, out, err = on.run("mail")

    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("Berichten gelezen: 4. Kandidaturen: 2,")
    assert "K-01  Anker vzw (export/01.eml)" in lines
    assert "andere: export/03.eml: Vraag, geen kandidatuur." in lines


def test_servers_that_the_call_names_need_no_confirmation(on: Commands) -> None:
    view = on.json("servers", "show")

    assert (view["trust"], view["to_confirm"], OWN_SERVER in view["servers"]) == ("call", False, True)
    assert {"host": OWN_SERVER, "messages": 3} in view["seen"]


@pytest.fixture
def loose(tmp_path: Path, capsys: Console) -> tuple[Commands, str]:
    """A dossier, and what an import of loose files without a server they share said on the side."""
    target = str(tmp_path / "los.jury")
    bootstrap.create_dossier(target, "lier-2023").store.close()
    commands = Commands(target, capsys)
    servers = (b"mx.een.example", b"mx.twee.example", b"mx.drie.example")
    messages = [
        raw.replace(OWN_SERVER.encode(), by) for raw, by in zip((ANKER, BRUG, QUESTION), servers, strict=True)
    ]
    code, out, err = commands.run("import", str(an_export(tmp_path, *messages)), "--json")
    assert (code, json.loads(out)["servers"]["trust"]) == (0, "last_hop")
    return commands, err


def test_an_import_of_loose_files_warns_that_each_last_server_counts(loose: tuple[Commands, str]) -> None:
    commands, err = loose

    assert "De berichten delen geen mailserver" in err
    assert "mx.drie.example, mx.een.example, mx.twee.example" in err
    assert commands.json("servers", "show")["to_confirm"]
    assert "De berichten delen geen mailserver" in commands.run("mail")[2]


def test_confirming_what_counts_ends_the_warning(loose: tuple[Commands, str]) -> None:
    commands, _ = loose

    view = commands.json("servers", "confirm")

    assert (view["trust"], len(view["servers"]), view["changed"]) == ("confirmed", 3, [])
    assert commands.run("mail")[2] == ""


def test_confirming_other_servers_judges_every_arrival_again(loose: tuple[Commands, str]) -> None:
    commands, _ = loose

    view = commands.json("servers", "confirm", "mx.een.example")

    told = {(each["source"], each["verdict"]) for each in view["changed"]}
    assert (view["servers"], told) == (
        ["mx.een.example"],
        {("export/02.eml", "unknown"), ("export/03.eml", "unknown")},
    )


@pytest.mark.parametrize("named", ["source", "sha256", "start", "reference"])
def test_an_arrival_is_established_with_its_ground(on: Commands, named: str) -> None:
    late = on.entry("02.eml")
    names = {"start": late["sha256"][:6], "reference": late["candidacy"], **late}

    view = on.json(
        "arrival", names[named], "--at", "2023-06-02T23:58:10+02:00", "--reason", "Logboek van de mailserver"
    )

    assert view == {
        "sha256": late["sha256"],
        "source": "export/02.eml",
        "received_at": "2023-06-02T23:58:10+02:00",
        "received_by": "regisseur: Logboek van de mailserver",
        "verdict": "in_time",
        "late": False,
    }
    assert set(view) == set(example_of("arrival"))
    assert [row["late"] for row in on.json("candidacies")] == [False, False]


@pytest.mark.parametrize("clock", ["2023-06-02T23:58:10", "gisteren", "2023-13-40T00:00+02:00"])
def test_a_clock_without_a_zone_is_never_guessed(on: Commands, capsys: Console, clock: str) -> None:
    with pytest.raises(SystemExit) as caught:
        on.run("arrival", "K-01", "--at", clock, "--reason", "Zomaar")

    assert caught.value.code == 2
    assert "is geen moment met een verschil met UTC" in capsys.readouterr().err


def test_an_unreadable_message_becomes_a_candidacy(on: Commands) -> None:
    view = on.json("place", "export/04.eml", "candidacy", "--reason", "Gebeld met de afzender")

    assert (view["kind"], view["candidacy"], view["confirmed"]) == ("candidacy", "K-03", True)
    made = on.json("candidacies")[-1]
    assert [file["sha256"] for file in made["attachments"]] == [view["sha256"]] == made["messages"]
    assert on.json("mail")["unreadable"] == 0


def test_a_message_is_placed_with_a_candidacy_that_is_there(on: Commands) -> None:
    view = on.json("place", "export/03.eml", "revision", "--candidacy", "K-01", "--reason", "Hoort erbij")

    assert (view["kind"], view["candidacy"]) == ("revision", "K-01")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("place", "K-09", "other", "--reason", "x"), "wijst 0 berichten aan"),
        (("place", "export", "other", "--reason", "x"), "wijst 0 berichten aan"),
        (
            ("place", "export/03.eml", "revision", "--candidacy", "K-9", "--reason", "x"),
            "Er is geen kandidatuur K-9",
        ),
        (("place", "export/03.eml", "revision", "--reason", "x"), "Kies bij welke"),
        (("arrival", "K-01", "--at", "2023-06-02T10:00+02:00", "--reason", " "), "Zeg waarop je steunt"),
        (("servers", "confirm", "geen server!"), "is geen naam van een mailserver"),
    ],
)
def test_what_cannot_be_done_says_so_and_changes_nothing(
    on: Commands, words: tuple[str, ...], said: str
) -> None:
    before = on.json("mail")

    code, out, err = on.run(*words)

    assert (code, out, err.count("\n")) == (1, "", 1)
    assert said in err
    assert on.json("mail") == before


def test_the_last_import_is_taken_back_once(on: Commands) -> None:
    view = on.json("take-back", "--reason", "Verkeerde map")

    assert (set(view), view["messages"]) == (set(example_of("take-back")), 4)
    assert on.json("mail")["messages"] == 0
    code, _, err = on.run("take-back")
    assert (code, err) == (1, "Er is geen import om terug te nemen.\n")


def test_unreadable_messages_are_listed_and_written_as_they_were_kept(on: Commands, tmp_path: Path) -> None:
    place = tmp_path / "nieuw" / "onleesbaar"

    view = on.json("unreadable", "--out", str(place))

    (found,) = view["messages"]
    assert (view["written"], view["out"], found["kind"]) == (1, str(place), "unreadable")
    assert set(found) == ENTRY | {"unreadable", "answer_by"}
    assert "S/MIME" in found["unreadable"]
    assert sorted(file.name for file in place.iterdir()) == ["001 04.eml", "onleesbare berichten.csv"]
    assert (place / "001 04.eml").read_bytes() == SEALED


def test_a_copy_is_asked_with_a_draft_and_noted(on: Commands, tmp_path: Path) -> None:
    place = tmp_path / "vraag.eml"

    view = on.json("ask-copy", "export/04.eml", "--out", str(place), "--today", "2023-06-09")

    assert set(view) == set(example_of("ask-copy"))
    assert (view["to"], view["answer_by"]) == ("fien@fakkel.example", "2023-06-12")
    mail = message_from_bytes(place.read_bytes())
    assert (mail["X-Unsent"], mail["To"]) == ("1", "fien@fakkel.example")
    assert [found["answer_by"] for found in on.json("unreadable")["messages"]] == ["2023-06-12"]
    code, _, err = on.run("ask-copy", "export/01.eml", "--out", str(place))
    assert (code, err) == (1, "Dit bericht is gelezen: een kopie vragen hoeft niet.\n")


def test_a_dossier_without_unreadable_messages_says_so(on: Commands) -> None:
    on.json("take-back")

    assert on.json("unreadable") == {"out": None, "written": 0, "messages": []}
    assert on.run("unreadable")[1] == "Er is geen onleesbaar bericht om te bewaren.\n"
    assert on.run("unreadable", "--out", "nergens")[0] == 1
