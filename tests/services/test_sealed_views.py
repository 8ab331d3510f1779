"""Nobody sees a score, a comment, a goal or an order before the call's rule opens it: through no view at all.

Two dossiers are alike but for what juror 1 gave, in either round. As long as the sheets are sealed, every
view shows the two the same, to the letter.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.services.rounds import close_round
from tests.services.sealed import high, low
from tests.services.views import NOT_SHOWN, VIEWS, seen, services_of_a_dossier


def test_every_view_of_the_services_is_on_the_list() -> None:
    """Who adds a service that shows a dossier enters it in ``views.py``, or says there what it shows."""
    shown, known = set(services_of_a_dossier()), set(VIEWS) | set(NOT_SHOWN)
    assert shown - known == set()
    assert set(NOT_SHOWN) - shown == set()


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_sealed_cannot_be_told_from_anything_on_show(view: str, tmp_path: Path) -> None:
    assert seen(view, low(), tmp_path / "low") == seen(view, high(), tmp_path / "high")


OPENING = (
    "advice.advice",
    "decide.deliberation",
    "bundle.make_bundle",
    "history.history",
    "journal.journal",
    "pictures.shown",
    "portfolio.portfolio_candidates",
    "ranking.ranking",
    "veil.approach_sheet",
)


@pytest.mark.parametrize("view", OPENING)
def test_the_same_views_show_it_once_it_is_open(view: str, tmp_path: Path) -> None:
    """Else the test above would see no difference where there is one."""
    both = (low(), high())
    for dossier in both:
        for round_ in Round:
            close_round(dossier, round_, "Genoeg gewacht")
    first, second = (seen(view, each, tmp_path / str(at)) for at, each in enumerate(both))
    assert first != second
