"""What a second reader with SQL may try: Tom, who confirms decisions and reads what they rest on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from jury_desktop.domain.decision import Decision, DecisionKind, MotivationLine
from jury_desktop.services.ports import UnitOfWork
from tests.storage.server.attempts import HIS, Work, event, record, sql
from tests.storage.server.scene import ELS, OWN, now

TOM = "Tom Tweede"
DECIDED = f"d-{OWN.id}"
"""The id of a decision that waits for a second person."""
OTHER_REASONS = (MotivationLine("outreach", "Anders", ()),)


def _recorded(action: str, kind: str, subject: str) -> Work:
    """An event of his own."""
    return lambda connection: record(
        connection, event(connection, actor=TOM, action=action, subject_kind=kind, subject=subject)
    )


READING: Mapping[str, Work] = {
    "the remarks on sheets": sql("SELECT remark FROM jury_study.sheet"),
    "an answer, joined by a guessed id": sql(f"SELECT * FROM sheet_answer WHERE owner = '{HIS}'"),
    "a remark through a function in the filter": sql(
        "CREATE FUNCTION pg_temp.leak(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS"
        " $$ BEGIN RAISE NOTICE '%', $1; RETURN true; END $$",
        "SELECT count(*) FROM jury_study.sheet WHERE pg_temp.leak(remark)",
    ),
    "an event through a function in the filter": sql(
        "CREATE FUNCTION pg_temp.leak(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS"
        " $$ BEGIN RAISE NOTICE '%', $1; RETURN true; END $$",
        "SELECT count(*) FROM jury_study.journal WHERE pg_temp.leak(new)",
    ),
    "what was recorded of a sheet": sql("SELECT old, new, reason, sealed FROM jury_study.journal"),
    "what the mail says": sql("SELECT * FROM jury_study.mail"),
    "the bytes of a message": sql("SELECT content FROM blob_chunk JOIN mail ON mail.id = blob_chunk.sha256"),
    "a sheet by its seal": sql(f"SELECT jury_server.seal_of('sheet', '{HIS}')"),
    "what is not told yet": sql("SELECT * FROM jury_server.opened()"),
    "the desk of a juror": sql("SELECT * FROM jury_desk.decision"),
}
"""What he may try to see besides what everybody may try: nothing that is sealed, and no mail."""

CHANGING: Mapping[str, Work] = {
    "another decision": sql(f"UPDATE decision SET kind = 'not_shortlisted' WHERE id = '{DECIDED}'"),
    "other reasons": sql(f"UPDATE decision SET summary = 'x' WHERE id = '{DECIDED}'"),
    "a confirmation without an event": sql(
        f"UPDATE decision SET confirmed_by = '{TOM}', confirmed_at = 'x' WHERE id = '{DECIDED}'"
    ),
    "a confirmation in the name of somebody else": sql(
        f"UPDATE decision SET confirmed_by = 'Ria Regisseur', confirmed_at = 'x' WHERE id = '{DECIDED}'"
    ),
    "a decision of his own": sql(
        "INSERT INTO decision (nr, id, candidacy, stage, kind, summary, decided_at, revised, decided_by)"
        f" VALUES (99, 'new', '{OWN.id}', 'final', 'selected', 'x', 'x', 0, 'x')"
    ),
    "a decision taken away": sql("DELETE FROM decision"),
    "a sentence of the motivation": sql(f"INSERT INTO motivation_line VALUES ('{DECIDED}', 9, 'x', 'x')"),
    "a score": sql("UPDATE sheet_answer SET value = 0"),
    "a sheet, through the view": sql("UPDATE jury_study.sheet SET state = 'draft'"),
    "a sheet": sql("UPDATE public.sheet SET state = 'draft'"),
    "a letter": sql("UPDATE letter SET state = 'final'"),
    "a rebuttal": sql("UPDATE rebuttal SET outcome = 'granted'"),
    "a candidacy": sql(f"UPDATE candidacy SET admissibility = 'late' WHERE id = '{OWN.id}'"),
    "a juror": sql(f"DELETE FROM juror WHERE id = '{ELS.id}'"),
    "a conflict": sql("UPDATE conflict SET state = 'dismissed'"),
    "a plan": sql("UPDATE plan SET version = 9"),
    "what was said at the table": sql("UPDATE talk SET notes = 'x'"),
    "a round": sql("INSERT INTO setting VALUES ('round.written.closed', 'yes')"),
    "an event of the past": sql("UPDATE public.journal SET reason = 'x'"),
    "an event of the past, through the view": sql("UPDATE jury_study.journal SET reason = 'x'"),
    "an event taken away": sql("DELETE FROM jury_study.journal"),
    "an event without a decision": _recorded("decision.confirmed", "candidacy", OWN.reference),
    "an event of the regisseur": _recorded("round.closed", "round", "written"),
    "an event of a juror": _recorded("sheet.saved", "sheet", f"{TOM} – {OWN.reference} – written"),
    "an event in the name of Els": lambda connection: record(connection, event(connection)),
    "himself as a regisseur": sql("UPDATE jury_server.person SET role = 'regisseur' WHERE login = 'tom'"),
    "the role of the regisseur": sql("GRANT standing_regisseur TO tom"),
    "everything as the regisseur": sql("SET ROLE standing_regisseur", "DELETE FROM public.sheet"),
    "everything at once": sql("TRUNCATE decision CASCADE"),
}
"""What he may try to change with SQL alone: the dossier stays as it was to the last byte."""


def _keep(changed: Callable[[Decision, datetime], Decision], **said: str) -> Callable[[UnitOfWork], None]:
    """Keeps a decision with seals and an event as the program makes them, which say something else."""

    def work(uow: UnitOfWork) -> None:
        uow.decisions.save(changed(uow.decisions.get(DECIDED), now()))
        whole = {"action": "decision.confirmed", "subject": OWN.reference, "reason": "", **said}
        uow.journal.append(whole["action"], "candidacy", whole["subject"], reason=whole["reason"])

    return work


def _confirmed(decision: Decision, at: datetime) -> Decision:
    return replace(decision, confirmed_by=TOM, confirmed_at=at)


def _two(uow: UnitOfWork) -> None:
    for key in ("c1", "c2"):
        uow.decisions.save(_confirmed(uow.decisions.get(f"d-{key}"), now()))
    uow.journal.append("decision.confirmed", "candidacy", OWN.reference)


FORGING: Mapping[str, Callable[[UnitOfWork], None]] = {
    "a confirmation that says another candidacy": _keep(_confirmed, subject="K-02"),
    "a confirmation that says it was sent back": _keep(_confirmed, action="decision.sent_back"),
    "a confirmation of nothing": _keep(lambda decision, at: decision),
    "a confirmation of yesterday": _keep(lambda decision, at: _confirmed(decision, decision.decided_at)),
    "a confirmation without a moment": _keep(lambda decision, at: replace(decision, confirmed_by=TOM)),
    "a confirmation by Els": _keep(
        lambda decision, at: replace(_confirmed(decision, at), confirmed_by=ELS.name)
    ),
    "two confirmations with one event": _two,
    "sent back without a reason": _keep(
        lambda decision, at: replace(decision, sent_back=" "), action="decision.sent_back", reason=" "
    ),
    "sent back for another reason than is told": _keep(
        lambda decision, at: replace(decision, sent_back="Te mager"),
        action="decision.sent_back",
        reason="Goed",
    ),
    "another decision": _keep(
        lambda decision, at: replace(_confirmed(decision, at), kind=DecisionKind.NOT_SHORTLISTED)
    ),
    "other reasons": _keep(
        lambda decision, at: replace(
            _confirmed(decision, at), lines=(MotivationLine("outreach", "Anders", ()),)
        )
    ),
    "a decision made by himself": _keep(
        lambda decision, at: replace(_confirmed(decision, at), decided_by="tom  TWEEDE")
    ),
}
"""What he may try with a program that forges: seals that hold, and an event that lies."""
