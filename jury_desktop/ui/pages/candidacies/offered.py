"""What the page of the candidacies offers in its header, the menu and the palette, by what is on show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.text import area

if TYPE_CHECKING:
    from jury_desktop.ui.pages.candidacies.page import CandidaciesPage

tr = area("candidacies")


def bare_actions(page: CandidaciesPage, place: Place = Place.NONE) -> Sequence[Action]:
    """Where nothing has been read yet, or something is being read."""
    folder, choose = tr("Import a folder…"), page.choice.choose_folder
    return (
        _importing(page, place),
        Action("candidacies.import_folder", folder, choose, icon="folder-open"),
    )


def review_actions(page: CandidaciesPage) -> Sequence[Action]:
    """While the messages are gone through."""
    return (
        Action("candidacies.list", tr("To the list"), page.show_list, icon="list", place=Place.HEADER),
        Action(
            "candidacies.confirm_all",
            tr("Confirm everything"),
            page.review.confirm_all,
            "Ctrl+Shift+Return",
            "check",
            place=Place.PRIMARY,
            enabled=page.review.open_count() > 0,
        ),
        *page.mail.actions(),
        _importing(page),
    )


def desk_actions(page: CandidaciesPage, waiting: int) -> Sequence[Action]:
    """Beside the list; the review stands in the header as long as places of messages wait."""
    text = tr("Review the import ({count})").format(count=waiting) if waiting else tr("Review the import")
    reviewing, exporting = (Place.HEADER, Place.NONE) if waiting else (Place.NONE, Place.HEADER)
    return (
        *bare_actions(page, Place.PRIMARY),
        Action("candidacies.review", text, page.show_review, icon="list", place=reviewing),
        Action(
            "candidacies.export",
            tr("Export…"),
            page.exporter.export,
            icon="download",
            place=exporting,
            words=tr("workbook Excel list"),
        ),
        *page.mail.desk_actions(),
        *page.keys.actions(),
    )


def _importing(page: CandidaciesPage, place: Place = Place.NONE) -> Action:
    return Action(
        "candidacies.import", tr("Import mailbox…"), page.ask_import, "Ctrl+I", "inbox", place=place
    )
