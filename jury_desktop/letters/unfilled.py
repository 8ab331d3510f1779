"""A field of a letter in words: what it is, and what to do when it has no value."""

from __future__ import annotations

from jury_desktop.domain.messages import ALSO, Message, Phrase, say

_SETTINGS = ("sender", "contact", "signatory", "place", "complaints_to", "data_protection")
_CANDIDACY = (
    "organisation",
    "addressee",
    "salutation",
    "finding",
    "condition",
    "condition_source",
    "arrival",
)
_DELIBERATION = (
    *("summary", "rows", "total", "maximum", "threshold", "rank", "decided_on", "deciding_body"),
    *("reserve_place", "challenges", "conditions"),
)
_DECIDE_AGAIN = ("new_decision", "revision_reason", "earlier")
_PLANNING = ("slot", "confirm_by")
_REBUTTAL = (
    "points",
    "rebuttal_in_time",
    "rebuttal_arrival",
    "outcome_confirmed",
    "answer_by",
    "extension_reason",
)
_MAKING = ("term_end", "delivery", "next_steps")
_MEND = {
    "letters.mend_settings": _SETTINGS,
    "letters.mend_candidacy": _CANDIDACY,
    "letters.mend_deliberation": _DELIBERATION,
    "letters.mend_decide_again": _DECIDE_AGAIN,
    "letters.mend_planning": _PLANNING,
    "letters.mend_rebuttal": _REBUTTAL,
    "letters.mend_making": _MAKING,
}
"""Where the value of a field comes from, by the sentence that says so."""


def spoken(field: str) -> Phrase:
    """A field as the list of fields in the editor calls it; of ``rows[2].motivation`` the whole series."""
    return Phrase(f"letter_fields.{field.partition('[')[0].replace('.', '_')}")


def unfilled(field: str) -> Message:
    """That a field has no value, and what to do about it."""
    if field == "slot.place":
        return say("letters.no_pitch_place")
    whole = field.partition("[")[0].partition(".")[0]
    found = (sentence for sentence, fields in _MEND.items() if whole in fields)
    return say("letters.unfilled", **{"field": spoken(field), ALSO: next(found, "letters.mend_text")})
