"""Where a message was read again: every copy is kept as provenance, though the message is kept once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping

from jury_desktop.services.account import kept_imports
from jury_desktop.services.ports import UnitOfWork


def copies(uow: UnitOfWork) -> Mapping[str, tuple[str, ...]]:
    """File and place of each time the very same message (by SHA-256) was read again, in order of reading."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for event in kept_imports(uow):
        for source, sha256, original in json.loads(event.new).get("duplicates", ()):
            if sha256 == original:
                found[sha256][source] = None
    return {sha256: tuple(sources) for sha256, sources in found.items()}
