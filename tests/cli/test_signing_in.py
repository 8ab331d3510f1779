"""Commands on a dossier in which everybody signs in: each does what their role may do, and no more."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from jury_desktop import bootstrap
from jury_desktop.cli import main
from jury_desktop.cli.signing_in import SECRET
from jury_desktop.domain.role import Role
from jury_desktop.services import verifier
from jury_desktop.services.accounts import add_account, begin_accounts
from jury_desktop.services.jury import save_juror
from jury_desktop.services.sign_in import choose_secret, closed, door, sign_in
from tests.builders import a_juror

WORDS, PIN = "fiets lamp appel trein", "402817"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifier, "MEMORY", 64)
    monkeypatch.setattr(verifier, "PASSES", 1)
    monkeypatch.delenv(SECRET, raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A dossier with a regisseur, a juror and a second reader."""
    place = str(tmp_path / "lier.jury")
    bare = bootstrap.create_dossier(place, "lier-2023")
    save_juror(bare, a_juror(1, available=()))
    begin_accounts(bare, "An Maes", WORDS)
    shut = closed(bare)
    regisseur = sign_in(shut, door(shut).entrants[0].account, WORDS)
    juror = add_account(regisseur, Role.JUROR, "660402", juror="j1")
    add_account(regisseur, Role.SECOND_READER, "660402", name="Bo Claes")
    choose_secret(sign_in(shut, juror.id, "660402"), "660402", PIN)
    bare.store.close()
    return place


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*words: str, secret: str = "") -> tuple[int, str, str]:
        if secret:
            monkeypatch.setenv(SECRET, secret)
        code = main(list(words))
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_without_a_name_a_command_says_how_to_give_one(file: str, run: Run) -> None:
    code, out, err = run("candidacies", file)
    assert (code, out) == (1, "")
    assert "--as NAAM" in err


def test_the_secret_comes_from_the_environment(file: str, run: Run) -> None:
    code, out, _ = run("candidacies", file, "--as", "an maes", "--json", secret=WORDS)
    assert (code, json.loads(out)) == (0, [])


def test_the_secret_comes_from_standard_input_where_nobody_can_be_asked(
    file: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{WORDS}\n"))
    assert run("--as", "An Maes", "candidacies", file)[0] == 0


@pytest.mark.parametrize(
    ("name", "secret", "told"),
    [
        ("An Maes", "fout", "niet de juiste"),
        ("An Maes", "", "niet de juiste"),
        ("Niemand", WORDS, "heeft geen account"),
        ("Bo Claes", "660402", "Kies eerst in het venster"),
    ],
)
def test_a_wrong_name_or_secret_is_refused_in_one_line(
    file: str, run: Run, name: str, secret: str, told: str
) -> None:
    code, out, err = run("candidacies", file, "--as", name, secret=secret)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert told in err


def test_a_juror_reads_the_candidacies(file: str, run: Run) -> None:
    assert run("candidacies", file, "--as", "Jurylid 1", secret=PIN)[0] == 0


ATTEMPTS = {
    "read the order": ("rank", "{file}"),
    "read the mail": ("mail", "{file}"),
    "read the decisions": ("letters", "{file}", "--out", "{folder}"),
    "import mail": ("import", "{file}", "{folder}"),
    "import scores": ("scores", "import", "{file}", "{folder}/x.csv"),
    "write a packet": ("packet", "make", "{file}", "--juror", "Jurylid 1", "--out", "{folder}/p.jurypakket"),
    "plan": ("plan", "{file}"),
    "take everything out": ("audit", "{file}", "--out", "{folder}/bundel"),
    "check the journal": ("verify", "{file}"),
    "put an older copy back": ("restore", "{file}"),
    "copy the dossier": ("backup", "{file}", "--to", "{folder}"),
    "copy the dossier to where nobody asks": ("server", "copy", "{file}", "{folder}/kopie.jury"),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_an_attempt_of_a_juror_is_refused_and_leaves_nothing(
    attempt: str, file: str, run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    (folder / "x.csv").write_text("jurylid;kandidatuur;criterium;score\n", encoding="utf-8")
    words = [word.format(file=file, folder=folder) for word in ATTEMPTS[attempt]]
    before = _actions(file)

    code, _, err = run(*words, "--as", "Jurylid 1", secret=PIN)

    assert code == 1
    assert "Jurylid 1 kan dit niet" in err or "niet voor jouw rol" in err or "alleen voor de regisseur" in err
    assert [each.name for each in folder.iterdir()] == ["x.csv"]
    assert _actions(file) == [*before, "account.signed_in"]


def _actions(file: str) -> list[str]:
    dossier = bootstrap.open_dossier(file)
    try:
        with dossier.store.read() as uow:
            return [event.action for event in uow.journal.all()]
    finally:
        dossier.store.close()
