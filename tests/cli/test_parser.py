"""What the words of a command line mean, and what is said of words that mean nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from jury_desktop.cli.parser import COMMANDS, parse
from jury_desktop.cli.usage import WRONG_USAGE

Console = pytest.CaptureFixture[str]
ENGLISH = ("usage:", "options:", "show this help", "positional arguments")


def refused(words: list[str], console: Console) -> list[str]:
    """The lines on standard error of a command line that cannot be understood."""
    with pytest.raises(SystemExit) as caught:
        parse(words)
    out, err = console.readouterr()
    assert (caught.value.code, out) == (WRONG_USAGE, "")
    return err.splitlines()


def helped(words: list[str], console: Console) -> str:
    with pytest.raises(SystemExit) as caught:
        parse(words)
    out, err = console.readouterr()
    assert (caught.value.code, err) == (0, "")
    return out


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ([], ""),
        (["lier.jury"], ""),
        (["--lang", "en"], "en"),
        (["rank", "lier.jury"], "nl"),
        (["--lang", "en", "rank", "lier.jury"], "en"),
        (["rank", "lier.jury", "--lang", "en"], "en"),
        (["rank", "lier.jury", "--lang=en"], "en"),
    ],
)
def test_the_window_keeps_its_own_language_until_another_is_asked(words: list[str], language: str) -> None:
    assert parse(words).lang == language


@pytest.mark.parametrize(
    "word", ["lier.jury", "map/lier", "~/lier", "postgresql://an@server.example/lier", "postgres://x", "hier"]
)
def test_a_first_word_that_can_be_a_dossier_opens_the_window(
    word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("hier").touch()
    options = parse([word])
    assert (options.command, options.dossier) == ("window", word)


@pytest.mark.parametrize(
    ("word", "closest"), [("ranc", "rank"), ("Import", "import"), ("plan_instance", "plan-instance")]
)
def test_a_mistyped_command_is_wrong_usage_with_the_closest_one(
    word: str, closest: str, console: Console
) -> None:
    last = refused([word, "lier.jury"], console)[-1]
    assert last == f"jury-desktop: “{word}” is geen commando en geen dossier; bedoel je {closest}?"


def test_a_word_like_no_command_gets_the_way_to_the_list(console: Console) -> None:
    last = refused(["--lang", "en", "zzzz"], console)[-1]
    assert last == "jury-desktop: “zzzz” is no command and no dossier; jury-desktop --help gives the list"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["new"], "jury-desktop new: er ontbreekt: DOSSIER, --call"),
        (["term", "--channel", "duif"], "kies uit email, hand, registered, registered-receipt"),
        (["rank", "a.jury", "b.jury"], "jury-desktop: onbekend: b.jury"),
        (["rank", "a.jury", "--today", "gisteren"], "--today: “gisteren” is geen dag; schrijf JJJJ-MM-DD"),
        (["rank", "a.jury", "--today"], "--today vraagt een waarde"),
        (["rank", "--json=ja", "a.jury"], "--json krijgt geen waarde"),
        (["plan", "a.jury", "--time-limit", "nan"], "“nan” is geen getal van 0 tot 86400"),
        (["plan", "a.jury", "--time-limit", "1e99"], "“1e99” is geen getal van 0 tot 86400"),
        (["plan", "a.jury", "--seed", "9" * 40], f"“{'9' * 40}” is geen getal van 0 tot 2147483647"),
        (["plan", "a.jury", "--see", "1"], "jury-desktop: onbekend: --see 1"),
        (["--lang", "fr"], "--lang kan niet “fr” zijn; kies uit nl, en"),
        (["jurors", "export", "a.jury", "b"], "kan niet “export” zijn; kies uit import"),
    ],
)
def test_a_mistake_is_told_in_the_language_of_the_reader(
    words: list[str], told: str, console: Console
) -> None:
    lines = refused(words, console)
    assert lines[0].startswith("gebruik: jury-desktop")
    assert lines[-1].endswith(told)


def test_help_names_every_command_with_a_line(console: Console) -> None:
    lines = helped(["--help"], console).splitlines()
    told = {line.split()[0] for line in lines if line.startswith("    ") and line.strip()}
    assert set(COMMANDS) <= told


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_and_all_it_takes(command: str, console: Console) -> None:
    dutch, english = (helped([command, "--help", "--lang", lang], console) for lang in ("nl", "en"))
    assert [word for word in ENGLISH if word in dutch] == []
    assert dutch.startswith(f"gebruik: jury-desktop {command} ")
    assert english.startswith(f"usage: jury-desktop {command} ")
    assert bare(dutch) == bare(english) == []


def bare(help_: str) -> list[str]:
    """The arguments and options that stand in a help without a word about them."""
    lines = help_.splitlines()
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    return [
        line
        for line, after in pairs
        if line.startswith("  ")
        and line[2] != " "
        and "  " not in line.strip()
        and not after.startswith("   ")
    ]


@pytest.fixture
def console(capsys: Console, monkeypatch: pytest.MonkeyPatch) -> Console:
    """A console wide enough for a mistake to stand on one line."""
    monkeypatch.setenv("COLUMNS", "100")
    return capsys
