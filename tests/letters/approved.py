"""The texts of letters with every legal block approved as it is shipped."""

from __future__ import annotations

from jury_desktop.domain.letter import Block
from jury_desktop.domain.letter_texts import Approval, LetterTexts, fingerprint
from jury_desktop.letters import sources
from tests.builders import NOW


def approval(block: Block) -> Approval:
    """Of the text that is shipped."""
    shipped = sources.block_source(block, "nl")
    return Approval(
        block, shipped.entry("version"), fingerprint(shipped.body), "mr. Els Claes", "Regisseur", NOW
    )


APPROVED = LetterTexts(approvals=tuple(approval(block) for block in sorted(Block)))
