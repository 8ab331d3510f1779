"""What a juror with SQL of her own may try: Els, who scores K-01 and K-03, has a conflict with K-02, and
knows how the program works. The moments, hashes and seals that she needs she makes as the program does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256

import psycopg

from jury_desktop.domain.journal import Event, event_hash
from jury_desktop.storage.schema import metadata
from tests.storage.server.scene import BARRED, BART, ELS, OTHER, OWN, now

Work = Callable[[psycopg.Connection], object]
HERS, HIS = f"{ELS.id}-{OWN.id}-written", f"{BART.id}-{OWN.id}-written"
"""The ids of a sheet of hers and one of Bart."""
TABLES = tuple(sorted(metadata.tables))


@dataclass(frozen=True, slots=True)
class _Sql:
    """Statements that run one after the other, and all that came back."""

    statements: tuple[str, ...]

    def __call__(self, connection: psycopg.Connection) -> object:
        found: list[object] = []
        for statement in self.statements:
            cursor = connection.execute(statement)  # type: ignore[arg-type]
            found.append(cursor.fetchall() if cursor.description else cursor.rowcount)
        connection.commit()
        return found


def sql(*statements: str) -> Work:
    """Tries statements in one transaction."""
    return _Sql(statements)


def _copied(query: str) -> Work:
    def copy(connection: psycopg.Connection) -> object:
        with connection.cursor().copy(f"COPY ({query}) TO STDOUT") as rows:  # type: ignore[arg-type]
            return b"".join(bytes(row) for row in rows)

    return copy


def event(connection: psycopg.Connection, **changes: object) -> Event:
    """The event that would be the next one, as the program makes it; ``changes`` are the forgery."""
    found = connection.execute("SELECT sequence, hash FROM journal_end").fetchone()
    assert found is not None
    sequence, previous = found
    whole = Event(
        sequence + 1,
        now(),
        ELS.name,
        "",
        "sheet.saved",
        "sheet",
        f"{ELS.name} – K-01 – written",
        "",
        "",
        "",
        previous,
        "",
    )
    forged = replace(whole, **changes)  # type: ignore[arg-type]
    return forged if forged.hash else replace(forged, hash=event_hash(forged))


def record(connection: psycopg.Connection, made: Event) -> None:
    """Adds an event with SQL."""
    moment = made.at.isoformat(timespec="microseconds")
    row = (made.sequence, moment, made.actor, made.on_behalf_of, made.action, made.subject_kind, made.subject)
    row += (made.old, made.new, made.reason, made.previous_hash, made.hash, made.sealed)
    connection.execute(f"INSERT INTO journal VALUES ({', '.join(['%s'] * 13)})", row)  # type: ignore[arg-type]


def recorded(*statements: str, sealed: str = "", **changes: object) -> Work:
    """Tries statements with an event, and with a seal of the sheet ``sealed`` that she made up."""

    def work(connection: psycopg.Connection) -> object:
        for statement in statements:
            connection.execute(statement)  # type: ignore[arg-type]
        covering = ""
        if sealed:
            covering = _sealed(connection, sealed)
        record(connection, event(connection, sealed=covering, **changes))
        connection.commit()
        return None

    return work


def _sealed(connection: psycopg.Connection, sheet: str) -> str:
    made = sha256(b"made up").hexdigest()
    connection.execute(
        "INSERT INTO seal SELECT sequence + 1, 'sheet', %s, %s FROM journal_end", [sheet, made]
    )
    return sha256(f'[["sheet","{sheet}","{made}"]]'.encode()).hexdigest()


FREED = {"action": "juror.changed", "subject_kind": "juror", "subject": ELS.name}
"""The event that says when she can sit."""
READING: Mapping[str, Work] = {
    **{f"all of {name}": sql(f'SELECT * FROM public."{name}"') for name in TABLES},
    "the sheets of the others, by name": sql(f"SELECT * FROM sheet WHERE juror = '{BART.id}'"),
    "an answer, joined by a guessed id": sql(f"SELECT * FROM sheet_answer WHERE owner = '{HIS}'"),
    "her own sheet on what is barred": sql(f"SELECT * FROM sheet WHERE candidacy = '{BARRED.id}'"),
    "all people of the server": sql("SELECT * FROM jury_server.person"),
    "who recorded which event": sql("SELECT * FROM jury_server.author"),
    "who must score what": sql("SELECT jury_server.expected('written')"),
    "which scores are open": sql("SELECT * FROM jury_server.opened()"),
    "contents for the second reader": sql("SELECT jury_server.read_contents()"),
    "the seal of a sheet, to guess its scores by": sql(f"SELECT jury_server.seal_of('sheet', '{HIS}')"),
    "the hash of an event": sql("SELECT jury_server.covering(1)"),
    "the gallery of observers": sql("SELECT * FROM jury_gallery.juror"),
    "a view with another role": sql(
        "SET ROLE standing_observer", "SELECT * FROM jury_gallery.candidacy, jury_gallery.juror"
    ),
    "everything as the regisseur": sql("SET ROLE standing_regisseur", "SELECT * FROM public.sheet"),
    "everything as the owner": sql("SET ROLE beheer", "SELECT * FROM public.sheet"),
    "everything as Bart": sql("SET SESSION AUTHORIZATION bart", "SELECT * FROM sheet, sheet_answer"),
    "everything without row security": sql("SET row_security = off", "SELECT * FROM public.sheet"),
    "a copy of the sheets": _copied("SELECT * FROM public.sheet"),
    "a copy of the mail": _copied("SELECT * FROM public.mail"),
    "a copy to a file of the server": sql("COPY sheet TO '/tmp/jury-attempt.csv'"),
    "a copy through a program": sql("COPY sheet TO PROGRAM 'cat'"),
    "a file of the server": sql("SELECT pg_read_file('PG_VERSION')"),
    "passwords": sql("SELECT rolpassword FROM pg_authid"),
    "statistics of columns": sql(
        "SELECT attname, most_common_vals::text, histogram_bounds::text FROM pg_stats"
        " WHERE schemaname = 'public'"
    ),
    "what others are running": sql(
        "SELECT query FROM pg_stat_activity WHERE usename IS DISTINCT FROM session_user"
        " AND query <> '<insufficient privilege>'"
    ),
    "rows through a function in the filter": sql(
        "CREATE FUNCTION pg_temp.leak(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS"
        " $$ BEGIN RAISE NOTICE '%', $1; RETURN true; END $$",
        "SELECT * FROM jury_desk.candidacy WHERE pg_temp.leak(organisation)",
    ),
    "rows through an error": sql("SELECT count(*) FROM jury_desk.candidacy WHERE organisation::int = 1"),
    "rows through the plan of a query": sql(f"EXPLAIN ANALYZE SELECT * FROM sheet WHERE juror = '{BART.id}'"),
    "rows by lock": sql(f"SELECT * FROM sheet WHERE id = '{HIS}' FOR UPDATE"),
    "her own tables in the place of others": sql(
        "CREATE TEMP TABLE person (login text, name text, role text, juror text, made boolean)",
        "SELECT * FROM sheet",
    ),
    "a schema before the others": sql(
        "CREATE SCHEMA mine", "CREATE FUNCTION mine.my_juror() RETURNS text LANGUAGE sql AS $$ SELECT 'j2' $$"
    ),
    "large objects": sql("SELECT loid, data FROM pg_largeobject"),
    "another database": sql("CREATE EXTENSION dblink", "SELECT dblink_connect('dbname=postgres user=bart')"),
}
"""What she may try to see: nothing comes back that is not hers."""


CHANGING: Mapping[str, Work] = {
    "a score of Bart": sql(f"UPDATE sheet_answer SET value = 0 WHERE owner = '{HIS}'"),
    "a score of Bart, with an event": recorded(
        f"UPDATE sheet SET remark = 'x' WHERE id = '{HIS}'", sealed=HIS
    ),
    "an answer added to a sheet of Bart": sql(
        f"INSERT INTO sheet_answer VALUES ('{HIS}', 99, 'outreach', 0, false, '')"
    ),
    "a sheet in the name of Bart": sql(
        "INSERT INTO sheet (id, juror, candidacy, round, version, state, remark)"
        f" VALUES ('new', '{BART.id}', '{OTHER.id}', 'written', 1, 'draft', '')"
    ),
    "her sheet given to Bart": sql(f"UPDATE sheet SET juror = '{BART.id}' WHERE id = '{HERS}'"),
    "her sheet moved to another candidacy": sql(
        f"UPDATE sheet SET candidacy = '{OTHER.id}' WHERE id = '{HERS}'"
    ),
    "a sheet on what is barred": recorded(
        "INSERT INTO sheet (id, juror, candidacy, round, version, state, remark)"
        f" VALUES ('new', '{ELS.id}', '{BARRED.id}', 'pitch', 1, 'draft', '')",
        sealed="new",
    ),
    "a pitch she does not hear": recorded(
        "INSERT INTO sheet (id, juror, candidacy, round, version, state, remark)"
        f" VALUES ('new', '{ELS.id}', '{OTHER.id}', 'pitch', 1, 'draft', '')",
        sealed="new",
    ),
    "her own sheet without an event": sql(f"UPDATE sheet SET remark = 'x' WHERE id = '{HERS}'"),
    "her own sheet with a seal of something else": recorded(
        f"UPDATE sheet SET remark = 'x' WHERE id = '{HERS}'", sealed=HERS
    ),
    "her own answers without her sheet": sql(f"DELETE FROM sheet_answer WHERE owner = '{HERS}'"),
    "a value outside the scale": sql(
        f"UPDATE sheet SET remark = 'x' WHERE id = '{HERS}'",
        f"INSERT INTO sheet_answer VALUES ('{HERS}', 0, 'outreach', 99, false, '')",
    ),
    "her own sheet, checked before it is altered": sql(
        "SET CONSTRAINTS ALL IMMEDIATE", f"UPDATE sheet SET remark = 'x' WHERE id = '{HERS}'"
    ),
    "her own sheet after its event": lambda connection: (
        record(connection, event(connection)),
        connection.execute(f"UPDATE sheet SET remark = 'x' WHERE id = '{HERS}'"),
        connection.commit(),
    ),
    "an empty sheet as submitted": recorded(
        "UPDATE sheet SET state = 'submitted', submitted_at = to_char(now() AT TIME ZONE 'UTC',"
        f" 'YYYY-MM-DD\"T\"HH24:MI:SS.US+00:00') WHERE id = '{HERS}'",
        sealed=HERS,
        action="sheet.submitted",
    ),
    "her sheet deleted": sql(f"DELETE FROM sheet WHERE id = '{HERS}'"),
    "her conflict taken away": sql(f"DELETE FROM conflict WHERE juror = '{ELS.id}'"),
    "her conflict dismissed": sql(
        f"UPDATE conflict SET state = 'dismissed' WHERE juror = '{ELS.id}'",
    ),
    "a conflict of Bart": sql(
        "INSERT INTO conflict (id, juror, candidacy, state, reason)"
        f" VALUES ('new', '{BART.id}', '{OWN.id}', 'declared', 'x')"
    ),
    "a round reopened": sql("UPDATE setting SET value = '' WHERE key = 'round.written.closed'"),
    "a setting of the letters": sql("INSERT INTO setting VALUES ('letter.place', 'x')"),
    "the order of Bart": sql(f"INSERT INTO setting VALUES ('order.pitch.{BART.id}', 'x')"),
    "when Bart can sit": recorded(f"UPDATE juror SET available = '[]' WHERE id = '{BART.id}'", **FREED),
    "when she can sit, without an event": sql(f"UPDATE juror SET available = '[]' WHERE id = '{ELS.id}'"),
    "when she can sit, in words that nobody reads": recorded(
        f"UPDATE juror SET available = '[{{\"start\": \"nu\"}}]' WHERE id = '{ELS.id}'", **FREED
    ),
    "when she can sit, from the end to the beginning": recorded(
        'UPDATE juror SET available = \'[{"start": "2023-06-14T17:00:00+02:00",'
        f' "end": "2023-06-14T13:00:00+02:00"}}]\' WHERE id = \'{ELS.id}\'',
        **FREED,
    ),
    "her name along with when she can sit": recorded(
        f"UPDATE juror SET available = '[]', name = 'x' WHERE id = '{ELS.id}'", **FREED
    ),
    "an event that she can sit otherwise, where nothing is altered": recorded(**FREED),
    "an event that Bart can sit otherwise": recorded(**FREED | {"subject": BART.name}),
    "the hours of a session": recorded("UPDATE session_window SET \"window\" = '{}'", **FREED),
    "an answer of everybody about a session": recorded(
        "UPDATE session_window SET unanswered = '[]'", **FREED
    ),
    "herself out of the observers": sql(f"UPDATE juror SET role = 'x' WHERE id = '{ELS.id}'"),
    "a candidacy": sql(f"UPDATE candidacy SET organisation = 'x' WHERE id = '{OWN.id}'"),
    "a candidacy, through the view": sql(
        f"UPDATE jury_desk.candidacy SET organisation = 'x' WHERE id = '{OWN.id}'"
    ),
    "a decision": sql("UPDATE decision SET kind = 'selected'"),
    "a decision, through the view": sql("UPDATE jury_desk.decision SET kind = 'selected'"),
    "a content": sql("UPDATE blob_chunk SET content = 'x'"),
    "the call": sql("UPDATE dossier SET call = ''"),
    "an event of the past": sql("UPDATE journal SET reason = 'x'"),
    "an event taken away": sql("DELETE FROM journal"),
    "an event in the name of Bart": recorded(actor=BART.name),
    "an event on behalf of Bart": recorded(on_behalf_of=BART.name),
    "an event of the regisseur": recorded(action="round.closed", subject_kind="round", subject="written"),
    "an event about a sheet of Bart": recorded(subject=f"{BART.name} – K-01 – written"),
    "an event of yesterday": recorded(at=now() - timedelta(days=1)),
    "an event of tomorrow": recorded(at=now() + timedelta(days=1)),
    "an event that leaves a gap": recorded(sequence=1000),
    "an event beside the last one": recorded(previous_hash="0" * 64),
    "an event with a hash of something else": recorded(hash="f" * 64),
    "an event that covers seals that are not there": lambda connection: record(
        connection, event(connection, sealed="f" * 64)
    ),
    "a seal of the past": sql(f"INSERT INTO seal VALUES (1, 'sheet', '{HIS}', '')"),
    "a seal without an event": sql(
        f"INSERT INTO seal SELECT sequence + 1, 'sheet', '{HIS}', '' FROM journal_end"
    ),
    "the end of the journal": sql("UPDATE journal_end SET sequence = 0, hash = ''"),
    "everything at once": sql("TRUNCATE sheet CASCADE"),
    "the journal at once": sql("TRUNCATE journal"),
    "a table": sql("DROP TABLE sheet"),
    "a policy": sql("DROP POLICY juror_reads ON sheet"),
    "row security": sql("ALTER TABLE sheet DISABLE ROW LEVEL SECURITY"),
    "a trigger": sql("ALTER TABLE sheet DISABLE TRIGGER ALL"),
    "the triggers of the session": sql("SET session_replication_role = replica"),
    "a function of the guard": sql(
        "CREATE OR REPLACE FUNCTION jury_server.my_role() RETURNS text LANGUAGE sql"
        " AS $$ SELECT 'regisseur' $$"
    ),
    "her own role": sql("GRANT standing_regisseur TO els"),
    "her own person": sql("INSERT INTO jury_server.person VALUES ('els', 'x', 'regisseur', '', false)"),
    "an event through the function of the guard": sql("SELECT jury_server.refuse('x')"),
    "a new login": sql("CREATE ROLE someone LOGIN SUPERUSER"),
}
"""What she may try to change: the dossier stays as it was to the last byte."""
