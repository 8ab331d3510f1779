"""What ``packet`` prints with ``--json``; never a score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jury_desktop import wording
from jury_desktop.cli.views import moment
from jury_desktop.domain.messages import say
from jury_desktop.domain.packet import Packet
from jury_desktop.domain.sheet_merge import CellState
from jury_desktop.services.packet_return import PacketReturn, ReturnedSheet
from jury_desktop.services.packets import MadePacket
from jury_desktop.services.scoring_desk import ScoringRow


def made_view(made: MadePacket) -> dict[str, Any]:
    """A packet as it was made, with the passphrase that is kept nowhere."""
    return {
        "file": str(made.file),
        "juror": made.juror.name,
        "round": made.round.value,
        "candidacies": list(made.candidacies),
        "left_out": list(made.left_out),
        "bytes": made.bytes,
        "passphrase": made.passphrase,
    }


def desk_view(packet: Packet, rows: Sequence[ScoringRow]) -> dict[str, Any]:
    """A packet that was opened, with the progress of the work on it."""
    return {
        "juror": packet.juror.name,
        "round": packet.round.value,
        "made_at": moment(packet.made_at),
        "candidacies": [
            {
                "reference": row.candidacy.reference,
                "organisation": row.candidacy.organisation,
                "answered": row.answered,
                "items": row.items,
                "submitted": row.submitted,
            }
            for row in rows
        ],
    }


def return_view(found: PacketReturn, language: str) -> dict[str, Any]:
    """What a sheet file brings."""
    return {
        "juror": found.juror.name,
        "round": found.round.value,
        "written_at": moment(found.written_at),
        "state": found.state.value,
        "sheets": [_sheet_view(sheet, language) for sheet in found.sheets],
        "dry_run": found.dry_run,
    }


def _sheet_view(sheet: ReturnedSheet, language: str) -> dict[str, Any]:
    return {
        "reference": sheet.reference,
        "organisation": sheet.organisation,
        "outcome": sheet.outcome.value,
        "cells": {state.value: sheet.count(state) for state in CellState},
        "told": wording.render(say(f"packet.outcome_{sheet.outcome.value}"), language),
        "notes": [wording.render(note, language) for note in sheet.notes],
    }
