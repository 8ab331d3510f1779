"""The way back from each kind of event, by the service that takes such a step back: its rules hold here too.

An action that stands in no table here has no way back from the journal: ``past.py`` tells why.
"""

from __future__ import annotations

from collections.abc import Mapping

from jury_desktop.services.ways_back import deliberation, intake, jury, letters, plan, rebuttals, settings
from jury_desktop.services.ways_back.way import Back, Way

__all__ = ["WAYS", "Back"]

WAYS: Mapping[str, Way] = {
    **intake.WAYS,
    **jury.WAYS,
    **plan.WAYS,
    **deliberation.WAYS,
    **letters.WAYS,
    **rebuttals.WAYS,
    **settings.WAYS,
}
"""By action; each is tried in ``tests/services/test_past.py``."""
