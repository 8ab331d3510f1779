"""What Ctrl+K offers: what can be done here, what was found in the dossier, what the other pages can do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jury_desktop.ui.command_palette import Line, action_line
from jury_desktop.ui.readings import Hit
from jury_desktop.ui.window_actions import Do

if TYPE_CHECKING:
    from jury_desktop.ui.main_window import MainWindow


def palette_lines(window: MainWindow, hits: Sequence[Hit]) -> list[Line]:
    """The lines of the palette, in this order while nothing is typed."""
    here = [action_line(action) for action in window.book.all() if action.enabled]
    withheld = window.page.withheld() if window.page is not None else ()
    offered = [hit for hit in hits if hit.ref not in withheld]
    found = [Line(hit.text, hit.detail, hit.icon, Do(window, _go, hit)) for hit in offered]
    return here + found + _elsewhere(window, {line.text for line in here})


def _elsewhere(window: MainWindow, offered: set[str]) -> list[Line]:
    """The actions of the other pages that are not offered here, each with the page it belongs to."""
    found: dict[str, Line] = {}
    for stage in window.stages:
        page = window.pages.get(stage.key)
        for one in page.page_actions() if page is not None and page is not window.page else ():
            run = Do(window, _go_and_do, stage.key, one.id)
            found.setdefault(one.text, Line(one.text, stage.title(), one.icon, run, one.words))
    return [line for text, line in found.items() if text not in offered]


def _go(window: MainWindow, hit: Hit) -> None:
    window.go_to(hit.page, hit.ref)


def _go_and_do(window: MainWindow, key: str, action: str) -> None:
    window.go_and_do(key, action)
