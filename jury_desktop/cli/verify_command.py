"""The command that checks a dossier, and whether it still has what an anchor says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jury_desktop import wording
from jury_desktop.cli.opening import opened
from jury_desktop.cli.printing import Options, show
from jury_desktop.domain.anchor import Anchor
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.anchors import file_anchors, typed_anchor
from jury_desktop.services.soundness import Verification
from jury_desktop.services.soundness import verify as verify_dossier


def verify(options: Options) -> int:
    """Checks a dossier; exit 1 when something is wrong."""
    given = [anchor for each in options.anchor for anchor in _anchors(each)]
    with opened(options) as dossier:
        found = verify_dossier(dossier, given)
    view = verification_view(found, options.lang)
    show(options, view, _summary(found), *[f"{p['where']}: {p['what']}" for p in view["problems"]])
    return 0 if found.ok else 1


def _anchors(given: str) -> tuple[tuple[Anchor, Message], ...]:
    """Those in a file or a bundle, or the one that was typed over."""
    place = Path(given)
    return file_anchors(place) if place.is_file() or place.is_dir() else (typed_anchor(given),)


def _summary(found: Verification) -> Message:
    if found.ok:
        return say("cli.sound", events=found.events, anchors=len(found.anchors))
    return say("cli.unsound", count=len(found.problems))


def verification_view(found: Verification, language: str) -> dict[str, Any]:
    """Whether the dossier is whole, where it is not, and which anchors were looked up."""
    return {
        "ok": found.ok,
        "events": found.events,
        "problems": [
            {"where": wording.render(where, language), "what": wording.render(what, language)}
            for where, what in found.problems
        ],
        "anchors": [
            {
                "anchor": str(each.anchor),
                "where": wording.render(each.where, language),
                "hold": each.hold.value,
            }
            for each in found.anchors
        ],
    }
