"""How a rebuttal came in, where a test is about something else."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jury_desktop.domain.rebuttal import Entitled
from jury_desktop.services.rebuttal_register import Arrived


def from_candidate(received_at: datetime, channel: str = "email", **changes: Any) -> Arrived:
    """Handed in by somebody who may speak for the candidate."""
    return Arrived(received_at, channel, **({"entitled": Entitled.YES} | changes))
