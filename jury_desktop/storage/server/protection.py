"""Puts the rules of a server in place: roles, row-level security, triggers and rights, from
``resources/server``.

Everything is made anew each time, in one transaction: after an upgrade the rules are those of this program,
and nobody connects in between to find them gone.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from psycopg import sql
from sqlalchemy import Connection, inspect, text

from jury_desktop import codec, resources
from jury_desktop.domain.call import Call, CriterionKind
from jury_desktop.domain.pitch import Expertise, PlanInstance, PlanRules
from jury_desktop.domain.role import Role
from jury_desktop.storage.server.seal_sql import seal_function, sealed_rows

_FILES = ("1_people", "2_sight", "3_policies", "5_desk", "6_guards", "7_rights")
VIEWS = {Role.JUROR: "jury_desk", Role.OBSERVER: "jury_gallery", Role.SECOND_READER: "jury_study"}
"""The schema with the views that stand before the tables for who does not see every column
(``5_desk.sql``)."""
_LONGEST = 63
"""Bytes in the name of a role (PostgreSQL, NAMEDATALEN)."""
_FORGOTTEN = "30min"
"""After how long a transaction in which nothing is asked any more is ended, with the locks it holds. Whoever
means harm can lift it for themselves; no longer step of the program is idle on the server for as long."""
_ASK_EVENT = text("SELECT jury_server.ask_event(:altered, :kind, :key)")
_SHARED = ("journal", "seal", "journal_end")
"""Tables in which the regisseur has policies of their own (``3_policies.sql``)."""


def group_of(database: str, role: Role) -> str:
    """The role of the server that everybody with a role in this dossier is a member of; roles belong to the
    whole server, so that its name begins with that of the database."""
    name = f"{database}_{role.value}"
    if len(name.encode()) <= _LONGEST:
        return name
    return f"jury_{sha256(database.encode()).hexdigest()[:16]}_{role.value}"


def is_protected(connection: Connection) -> bool:
    """Whether the rules are in place; else the dossier is whoever's may connect."""
    return connection.scalar(text("SELECT to_regclass('jury_server.person') IS NOT NULL")) is True


def owns(connection: Connection) -> bool:
    """Whether whoever is connected owns the dossier, and so stands above its rules."""
    owned = "SELECT pg_has_role(session_user, relowner, 'MEMBER') FROM pg_class"
    return connection.scalar(text(f"{owned} WHERE oid = to_regclass('public.dossier')")) is True


def protect(connection: Connection, call: Call) -> None:
    """Puts the rules in place for a dossier whose tables are there; needs the owner of the database, who may
    make roles (``CREATEROLE``), and no superuser."""
    database = str(connection.scalar(text("SELECT current_database()")))
    groups = {role.value: group_of(database, role) for role in Role}
    for group in groups.values():
        _make_group(connection, group)
    run(connection, _lock_database(database, groups))
    run(connection, "SET LOCAL check_function_bodies = off")  # they call each other
    for name in _FILES:
        if name == "3_policies":
            _secure_tables(connection, groups)
        if name == "6_guards":
            run(connection, seal_function())
        run(connection, _with_groups(resources.text("server", f"{name}.sql"), groups))
    for altered, kind, key in sealed_rows():
        connection.execute(_ASK_EVENT, {"altered": altered, "kind": kind, "key": key})
    _keep_rules(connection, call)
    _let_in_again(connection, groups)


def _make_group(connection: Connection, group: str) -> None:
    if connection.scalar(text("SELECT to_regrole(quote_ident(:group)) IS NULL"), {"group": group}):
        run(connection, f"CREATE ROLE {quoted(group)} NOLOGIN")


def _lock_database(database: str, groups: Mapping[str, str]) -> str:
    name, members = quoted(database), ", ".join(map(quoted, groups.values()))
    return (
        f"REVOKE ALL ON DATABASE {name} FROM PUBLIC; GRANT CONNECT ON DATABASE {name} TO {members};"
        f"ALTER DATABASE {name} SET idle_in_transaction_session_timeout = '{_FORGOTTEN}';"
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    )


def _secure_tables(connection: Connection, groups: Mapping[str, str]) -> None:
    """Row-level security for every table, with what was there before taken away; the regisseur reaches
    all."""
    regisseur = quoted(groups[Role.REGISSEUR.value])
    for policy, table in connection.exec_driver_sql(
        "SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'public'"
    ).all():
        run(connection, f"DROP POLICY {quoted(policy)} ON public.{quoted(table)}")
    for table in inspect(connection).get_table_names("public"):
        name = f"public.{quoted(table)}"
        run(connection, f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
        if table not in _SHARED:
            run(connection, f"CREATE POLICY regisseur ON {name} TO {regisseur} USING (true)")


def _let_in_again(connection: Connection, groups: Mapping[str, str]) -> None:
    """Whoever was let in stays in, also where the database was restored under another name."""
    known = "SELECT login, role FROM jury_server.person JOIN pg_roles ON rolname = login"
    for login, role in connection.exec_driver_sql(known).all():
        run(connection, f"GRANT {quoted(groups[role])} TO {quoted(login)}")


def _keep_rules(connection: Connection, call: Call) -> None:
    """What of the call the rules of the server need."""
    rubric = call.rubric
    run(connection, "DELETE FROM jury_server.rule; DELETE FROM jury_server.item")
    connection.execute(
        text("INSERT INTO jury_server.rule VALUES (:reveal, :lowest, :highest, :empty_plan)"),
        {
            "reveal": rubric.reveal.value,
            "lowest": rubric.lowest,
            "highest": rubric.highest,
            "empty_plan": codec.dump(_empty_plan(call), PlanInstance),
        },
    )
    items = [
        {
            "round": round_.value,
            "key": criterion.key,
            "per_challenge": criterion.kind is CriterionKind.CHALLENGE,
            "not_applicable": criterion.not_applicable_allowed,
            "comment_required": criterion.comment_required,
        }
        for criterion in rubric.criteria
        for round_ in criterion.rounds
    ]
    fields = ":round, :key, :per_challenge, :not_applicable, :comment_required"
    connection.execute(text(f"INSERT INTO jury_server.item VALUES ({fields})"), items)


def _empty_plan(call: Call) -> PlanInstance:
    """What jurors see of the problem behind a plan: nothing that is about anybody."""
    rules = call.pitch
    lengths = (rules.break_after, rules.break_minutes, rules.changeover_minutes)
    plain = PlanRules(
        rules.quorum, rules.panel_max, *lengths, Expertise(rules.expertise), rules.common_jurors
    )
    return PlanInstance(rules.grid_minutes, (), plain, (), (), ())


def _with_groups(script: str, groups: Mapping[str, str]) -> str:
    """The script with the names of the roles, written as psql would have them (``:juror``)."""
    for role, group in groups.items():
        script = script.replace(f":{role}", quoted(group))
    return script


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever is in it."""
    return sql.Identifier(name).as_string()


def run(connection: Connection, script: str) -> None:
    """Runs statements without values, of which one text may hold many."""
    connection.connection.driver_connection.execute(script)  # type: ignore[union-attr]
