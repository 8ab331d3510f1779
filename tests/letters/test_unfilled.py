"""A field without a value is told in words, with what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from jury_desktop.domain.letter import Block
from jury_desktop.letters import fields
from jury_desktop.letters.fields import Shape
from jury_desktop.letters.unfilled import spoken, unfilled
from jury_desktop.wording import LANGUAGES, catalogue, render


def paths(shapes: Mapping[str, Shape], before: str = "") -> Iterator[str]:
    """Every field by its path, as a letter that lacks it names it."""
    for name, shape in shapes.items():
        if shape.many:
            yield f"{before}{name}"
            yield f"{before}{name}[1]"
        elif shape.parts:
            yield from paths(shape.parts, f"{before}{name}.")
        else:
            yield f"{before}{name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_and_block_has_words(language: str) -> None:
    named = [spoken(path) for path in (*paths(fields.shape()), *(f"block.{block}" for block in Block))]
    assert [key for key in named if key not in catalogue(language)] == []


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (
            "new_decision",
            "Nog niet ingevuld: nieuwe beslissing. Neem de beslissing opnieuw bij Deliberatie, met “Toch "
            "wijzigen…”, en zeg waarom.",
        ),
        (
            "contact.phone",
            "Nog niet ingevuld: telefoon van de contactpersoon. Vul het in bij Instellingen, onder "
            "“Brieven”.",
        ),
        (
            "points[2].answer",
            "Nog niet ingevuld: argumenten met het antwoord erop. Vul het aan bij Weerwoord.",
        ),
        (
            "milestones[1].day",
            "Nog niet ingevuld: tijdlijn van de oproep. Het staat niet in dit dossier. Haal het veld uit de "
            "tekst, bij Brieven onder “Teksten bewerken”.",
        ),
    ],
)
def test_what_is_missing_says_what_to_do(field: str, said: str) -> None:
    assert render(unfilled(field)) == said
