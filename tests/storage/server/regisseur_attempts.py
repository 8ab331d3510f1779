"""What a regisseur with SQL may try: Ria, who alters nothing without an event that says so."""

from __future__ import annotations

from collections.abc import Mapping

from tests.storage.server.attempts import HIS, Work, recorded, sql
from tests.storage.server.scene import BART, OWN

RIA = "Ria Regisseur"


def _told(*statements: str, sealed: str = "") -> Work:
    """Statements with an event of her own, and a seal of the sheet ``sealed`` that she made up."""
    return recorded(*statements, sealed=sealed, actor=RIA, action="candidacy.changed", subject="K-01")


CHANGING: Mapping[str, Work] = {
    "a score": sql(f"UPDATE sheet_answer SET value = 5 WHERE owner = '{HIS}'"),
    "a score taken away": sql(f"DELETE FROM sheet_answer WHERE owner = '{HIS}'"),
    "a score given to another sheet": sql(
        "UPDATE sheet_answer SET owner = (SELECT id FROM sheet ORDER BY nr LIMIT 1), position = position + 90"
        f" WHERE owner = '{HIS}'"
    ),
    "a candidacy": sql(f"UPDATE candidacy SET organisation = 'x' WHERE id = '{OWN.id}'"),
    "a field of a form": sql("DELETE FROM candidacy_field"),
    "a conflict taken away": sql("DELETE FROM conflict"),
    "a new setting": sql("INSERT INTO setting VALUES ('round.written.closed', 'yes')"),
    "another setting": sql("UPDATE setting SET value = 'x'"),
    "a decision": sql("UPDATE decision SET kind = 'selected'"),
    "a reason of a letter": sql("UPDATE letter SET basis = 'x'"),
    "a seat of the plan": sql("DELETE FROM plan_seat"),
    "the place of a message": sql("UPDATE mail SET late = NOT late"),
    "a piece of a content": sql("UPDATE blob_chunk SET content = 'x'"),
    "a juror": sql(f"UPDATE juror SET email = 'x' WHERE id = '{BART.id}'"),
    "a seal without an event": sql(
        f"INSERT INTO seal SELECT sequence + 1, 'sheet', '{HIS}', '' FROM journal_end"
    ),
    "a candidacy, with an event that covers nothing": _told("UPDATE candidacy SET organisation = 'x'"),
    "a candidacy, checked before it is altered": sql(
        "SET CONSTRAINTS ALL IMMEDIATE", "UPDATE candidacy SET organisation = 'x'"
    ),
    "a score, with a seal of something else": _told(
        f"UPDATE sheet_answer SET value = 5 WHERE owner = '{HIS}'", sealed=HIS
    ),
    "an event of the past": sql("UPDATE journal SET reason = 'x'"),
    "the call": sql("UPDATE dossier SET call = ''"),
    "everything at once": sql("TRUNCATE sheet CASCADE"),
    "a guard": sql("ALTER TABLE sheet DISABLE TRIGGER ALL"),
    "the guards of the session": sql("SET session_replication_role = replica"),
}
"""What she may try to change with SQL alone: the dossier stays as it was to the last byte."""
