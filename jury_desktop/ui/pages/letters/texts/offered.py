"""What the header and the palette offer while texts are edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.text import area

if TYPE_CHECKING:
    from jury_desktop.ui.pages.letters.page import LettersPage

tr = area("texts")


def texts_actions(page: LettersPage) -> Sequence[Action]:
    """Back to the letters, and what can be done with the text on show."""
    texts = page.texts
    return (
        Action(
            "letters.back", tr("Back to the letters"), page.back_to_letters, icon="mail", place=Place.HEADER
        ),
        Action("letters.field", tr("Insert a field…"), texts.insert_field, icon="plus"),
        Action(
            "letters.shipped",
            tr("Back to the shipped text…"),
            texts.ask_restore,
            icon="undo-2",
            enabled=texts.can_restore,
        ),
        Action(
            "letters.save",
            tr("Keep text"),
            texts.save,
            icon="save",
            place=Place.PRIMARY,
            enabled=texts.can_save,
            tip=tr("Only a text without mistakes can be kept"),
        ),
    )
