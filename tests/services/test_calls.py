"""A call is found by its shipped name or as a file; what cannot be read is explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from jury_desktop.domain.errors import CallFileError, JuryError
from jury_desktop.services.calls import LARGEST, is_example, load_call, shipped_calls
from jury_desktop.wording import render

SMALL = Path(__file__).parents[1] / "calls" / "small.toml"
NAMES = ", ".join(shipped_calls())


def refusal(name: Path | str) -> str:
    with pytest.raises(JuryError) as caught:
        load_call(str(name))
    return render(caught.value.message)


def test_the_shipped_calls_are_known_by_name() -> None:
    assert shipped_calls() == ("kust-2026", "lier-2023")
    assert [load_call(name).id for name in shipped_calls()] == ["kust-2026", "lier-2023"]


def test_a_call_of_the_user_s_own_is_read_from_its_file() -> None:
    assert load_call(str(SMALL)).title == "Oproep stadspark"


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "notepad.toml"
    file.write_bytes(b"\xef\xbb\xbf" + SMALL.read_bytes().replace(b"\n", b"\r\n"))

    assert load_call(str(file)) == load_call(str(SMALL))


def test_a_mistake_names_the_file_and_the_line(tmp_path: Path) -> None:
    file = tmp_path / "fout.toml"
    file.write_text("id = 3\n", encoding="utf-8")

    with pytest.raises(CallFileError) as caught:
        load_call(str(file))
    assert render(caught.value.message) == (
        f"{file}, regel 1: id moet een tekst tussen aanhalingstekens zijn, maar er staat 3."
    )


def test_an_invented_call_is_known_by_its_address() -> None:
    assert [name for name in shipped_calls() if is_example(load_call(name))] == ["kust-2026"]


def test_an_unknown_name_is_answered_with_the_shipped_calls(tmp_path: Path) -> None:
    missing = tmp_path / "geen.toml"
    assert refusal(missing) == (
        f"De oproep “{missing}” is niet gevonden. "
        f"Kies een bestand, of een van de meegeleverde oproepen: {NAMES}."
    )


@pytest.mark.parametrize("name", ["", "a\0b"])
def test_what_cannot_be_a_file_is_unreadable(name: str) -> None:
    assert refusal(name) == (
        f"De oproep “{name}” kan niet gelezen worden: het is geen bestand, of je hebt er geen toegang toe. "
        f"Kies een ander bestand, of een van de meegeleverde oproepen: {NAMES}."
    )


def test_a_name_longer_than_any_file_s_is_answered_too() -> None:
    assert refusal("x" * 5000).startswith("De oproep “xxx")


def test_a_folder_is_unreadable(tmp_path: Path) -> None:
    assert refusal(tmp_path).startswith(f"De oproep “{tmp_path}” kan niet gelezen worden")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "oproep.docx"
    file.write_bytes(b"PK\x03\x04\xff\xfe")

    assert refusal(file) == (
        f"“{file}” is geen tekst in UTF-8 en dus geen oproepbestand. Bewaar het opnieuw als UTF-8, "
        f"of kies een van de meegeleverde oproepen: {NAMES}."
    )


def test_a_file_beyond_all_measure_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "groot.toml"
    with file.open("wb") as handle:
        handle.truncate(LARGEST + 1)

    assert refusal(file) == (
        f"“{file}” is groter dan 2 MB en dus geen oproepbestand. Kies een ander bestand, "
        f"of een van de meegeleverde oproepen: {NAMES}."
    )
