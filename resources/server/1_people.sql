-- Who may connect, and as whom. Only the owner of the database reads these tables; everybody else asks the
-- functions, which go by the login the server itself checked (session_user: SET ROLE does not change it).

CREATE SCHEMA IF NOT EXISTS jury_server;

CREATE TABLE IF NOT EXISTS jury_server.person (
    login text PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    role text NOT NULL,
    juror text NOT NULL DEFAULT '',
    made boolean NOT NULL  -- whether the login was made here, and may go when the person does
);
-- Which person recorded an event, in which transaction: by that, not by a name, somebody sees their own.
CREATE TABLE IF NOT EXISTS jury_server.author (
    sequence integer PRIMARY KEY,
    login text NOT NULL,
    transaction xid8 NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_author_login ON jury_server.author (login);
CREATE INDEX IF NOT EXISTS ix_author_transaction ON jury_server.author (transaction);
-- What of the call the rules below need; the call itself is a text that only the program reads.
CREATE TABLE IF NOT EXISTS jury_server.rule (
    reveal text NOT NULL,
    lowest integer NOT NULL,
    highest integer NOT NULL,
    empty_plan text NOT NULL
);
CREATE TABLE IF NOT EXISTS jury_server.item (
    round text NOT NULL,
    key text NOT NULL,
    per_challenge boolean NOT NULL,
    not_applicable boolean NOT NULL,
    comment_required boolean NOT NULL,
    PRIMARY KEY (round, key)
);

CREATE OR REPLACE FUNCTION jury_server.my_role() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ SELECT role FROM jury_server.person WHERE login = session_user $$;

CREATE OR REPLACE FUNCTION jury_server.my_juror() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ SELECT juror FROM jury_server.person WHERE login = session_user $$;

-- A juror's name is the one on the list of the jury, also after it was changed there.
CREATE OR REPLACE FUNCTION jury_server.my_name() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT coalesce(listed.name, person.name)
        FROM jury_server.person LEFT JOIN public.juror AS listed ON listed.id = person.juror
        WHERE person.login = session_user
    $$;

-- Whether anybody is let in with a role: where there is a second reader, letters wait for them (services/rounds.py).
CREATE OR REPLACE FUNCTION jury_server.has_role(wanted text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ SELECT EXISTS (SELECT FROM jury_server.person WHERE role = $1) $$;
