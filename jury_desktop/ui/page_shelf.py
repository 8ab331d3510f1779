"""The pages that were made so far, and what became different since each of them read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jury_desktop.ui.operations import EVERYTHING, Changes
from jury_desktop.ui.pages.base import Page

NOTHING: Changes = frozenset()


class PageShelf(Mapping[str, Page]):
    """Pages by their key in the rail. One that is not on show reads what changed when it is shown again."""

    def __init__(self) -> None:
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, Changes] = {}

    def __getitem__(self, key: str) -> Page:
        return self._pages[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)

    def put(self, key: str, page: Page) -> None:
        """Keep a new page, which has everything to read still."""
        self._pages[key] = page
        self._stale[key] = EVERYTHING

    def mark(self, changed: Changes) -> None:
        """Something in the dossier is different: remember it for each page that shows it."""
        for key, page in self._pages.items():
            if touched := changed & page.subjects:
                self._stale[key] = self._stale.get(key, NOTHING) | touched

    def take_stale(self, key: str) -> Changes:
        """What the page has to read now; it counts as read afterwards."""
        return self._stale.pop(key, NOTHING)

    def clear(self) -> None:
        """Forget all pages: those of one dossier are never shown in another."""
        self._pages.clear()
        self._stale.clear()
