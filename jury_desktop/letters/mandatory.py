"""What each letter must say, whatever its words: the fields and blocks without which it is not that letter.

The table is that of letters.md; the grounds are the wet van 29 juli 1991 (score and reasons in the letter
itself) and the Bestuursdecreet, II.20 (contact) and II.21 (appeal).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jury_desktop.domain.letter import MANDATORY, Block, LetterType
from jury_desktop.domain.letter_texts import TextKind
from jury_desktop.domain.messages import Message, say
from jury_desktop.letters import checking
from jury_desktop.letters.checking import TemplateProblem
from jury_desktop.letters.sources import Source
from jury_desktop.letters.unfilled import spoken

_DECIDED = frozenset({"deciding_body", "decided_on"})
_REASONED = _DECIDED | {"summary", "score_table", "total", "maximum"}
_REFUSED = _REASONED | {"threshold", "rank"}

FIELDS: Mapping[TextKind, frozenset[str]] = {
    LetterType.ACKNOWLEDGEMENT: frozenset({"arrival.at", "candidacy", "next_steps", "next_step_on"}),
    LetterType.LATE: _DECIDED | {"deadline", "call_source", "deadline_source", "arrival.at", "arrival.proof"},
    LetterType.INADMISSIBLE: _DECIDED | {"condition", "condition_source", "finding"},
    LetterType.INVITATION: _DECIDED
    | {"slot.start", "slot.end", "slot.place", "slot.pitch_minutes", "slot.question_minutes"}
    | {"criteria", "attendance", "confirm_by"},
    LetterType.NOT_SHORTLISTED: _REFUSED,
    LetterType.SELECTED: _REASONED | {"challenges", "conditions", "next_steps"},
    LetterType.RESERVE: _REASONED | {"reserve_place", "valid_until"},
    LetterType.NOT_SELECTED: _REFUSED,
    LetterType.REBUTTAL_RECEIPT: frozenset({"rebuttal_arrival.at", "rebuttal_in_time", "answer_by"}),
    LetterType.REBUTTAL_EXTENSION: frozenset({"answer_by", "extension_reason", "earlier.reference"}),
    LetterType.REBUTTAL_OUTCOME: _DECIDED
    | {"points", "score_table", "outcome_confirmed", "outcome_in_part", "new_decision", "next_steps"}
    | {"summary", "revision_reason", "new_reasons", "challenges", "conditions"},
    LetterType.REVISED_DECISION: _DECIDED
    | {"earlier.reference", "earlier.dated", "revision_reason", "new_decision"},
    Block.GROUNDS: frozenset({"call_source"}),
    Block.REBUTTAL: frozenset({"term_end", "rebuttal_to"}),
    Block.COMPLAINT: frozenset({"complaints_to"}),
    Block.CONTACT: frozenset({"contact.name", "contact.phone", "contact.email"}),
    Block.PERSONAL_DATA: frozenset({"data_protection"}),
}


def missing_in(kind: TextKind, source: Source) -> tuple[TemplateProblem, ...]:
    """What a template leaves out; no line is to blame. Of one that cannot be read nothing is said."""
    return tuple(TemplateProblem(None, message) for message in _missing(kind, source))


def _missing(kind: TextKind, source: Source) -> Iterator[Message]:
    from jury_desktop.letters import grammar  # brings Jinja, which who only looks up FIELDS does not need

    read = [checking.parsed(text) for text in (source.subject, source.body)]
    trees = [tree for tree in read if not isinstance(tree, checking.Wrong)]
    if len(trees) < len(read):
        return
    used = {name for tree in trees for name in grammar.fields_of(tree)}
    carried = {name for tree in trees for name in grammar.blocks_of(tree)}
    always = grammar.always_printed(part for tree in trees for part in tree.body)
    for name in sorted(FIELDS.get(kind, frozenset()) - used):
        yield say("letters.must_say", field=spoken(name), what=name)
    if isinstance(kind, LetterType):
        for block in Block:
            if block in MANDATORY[kind] and block not in carried:
                yield say("letters.missing_block", block=spoken(f"block.{block}"))
            elif block in MANDATORY[kind] and block not in always:
                yield say("letters.block_not_always", block=spoken(f"block.{block}"))
