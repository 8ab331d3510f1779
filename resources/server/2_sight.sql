-- What somebody on the list of the jury sees. Each function is about whoever asks, and nobody else.

CREATE OR REPLACE FUNCTION jury_server.is_closed(round text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT EXISTS (
            SELECT FROM public.setting WHERE key = 'round.' || $1 || '.closed' AND value = 'yes'
        )
    $$;

CREATE OR REPLACE FUNCTION jury_server.barred() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT candidacy FROM public.conflict
        WHERE juror = jury_server.my_juror() AND state IN ('declared', 'confirmed')
    $$;

-- The candidacies that take part, but for those a conflict of interest keeps away.
CREATE OR REPLACE FUNCTION jury_server.shown() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT id FROM public.candidacy
        WHERE admissibility IN ('admissible', 'to_complete')
          AND EXISTS (SELECT FROM public.juror WHERE juror.id = jury_server.my_juror() AND active)
          AND id NOT IN (SELECT jury_server.barred())
    $$;

-- The contents of the files of those candidacies and of the practice, and what stands within them.
CREATE OR REPLACE FUNCTION jury_server.shown_contents() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        WITH RECURSIVE content(sha256) AS (
            SELECT sha256 FROM public.candidacy_attachment
            WHERE problem IS NULL AND owner IN (SELECT jury_server.shown())
            UNION
            SELECT file ->> 'sha256'
            FROM public.practice,
                 LATERAL jsonb_array_elements(practice.candidacy::jsonb -> 'versions') AS version,
                 LATERAL jsonb_array_elements(version -> 'attachments') AS file
            UNION
            SELECT inside.of FROM content JOIN public.blob_stretch AS inside USING (sha256)
        )
        SELECT sha256 FROM content
    $$;

-- Who must score what in a round: domain/assessment.py and domain/selection.py in SQL.
CREATE OR REPLACE FUNCTION jury_server.expected(round text) RETURNS TABLE (juror text, candidacy text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT juror.id, candidacy.id
        FROM public.juror CROSS JOIN public.candidacy
        WHERE juror.active AND NOT juror.observer
          AND candidacy.admissibility IN ('admissible', 'to_complete')
          AND NOT EXISTS (
              SELECT FROM public.conflict
              WHERE conflict.juror = juror.id AND conflict.candidacy = candidacy.id
                AND conflict.state IN ('declared', 'confirmed')
          )
          AND ($1 = 'written' OR jury_server.hears(juror.id, candidacy.id, candidacy.reference))
    $$;

-- Whether a juror scores a pitch: it is invited and still heard, the juror sits on the newest plan if there
-- is one, and was not absent.
CREATE OR REPLACE FUNCTION jury_server.hears(juror text, candidacy text, reference text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT EXISTS (SELECT FROM public.decision WHERE decision.candidacy = $2 AND kind = 'invited')
           AND NOT EXISTS (
               SELECT FROM public.pitch_run AS run
               WHERE run.candidacy = $2
                 AND (run.candidate::jsonb ->> 'consequence' = 'withdrawn'
                      OR run.jurors::jsonb @> jsonb_build_array(
                          jsonb_build_object('juror', $1, 'scores', false)))
           )
           AND (NOT EXISTS (SELECT FROM public.plan) OR EXISTS (
               SELECT FROM public.plan_assignment AS place
               JOIN public.plan_seat AS seat
                 ON seat.owner = place.owner AND seat.assignment = place.position
               WHERE place.owner = (SELECT id FROM public.plan ORDER BY version DESC LIMIT 1)
                 AND place.pitch = $3 AND seat.juror = $1
           ))
    $$;

-- Whether whoever asks must score this candidacy in this round.
CREATE OR REPLACE FUNCTION jury_server.may_score(candidacy text, round text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT EXISTS (
            SELECT FROM public.candidacy AS asked, public.juror AS me
            WHERE asked.id = $1 AND asked.admissibility IN ('admissible', 'to_complete')
              AND me.id = jury_server.my_juror() AND me.active AND NOT me.observer
              AND asked.id NOT IN (SELECT jury_server.barred())
              AND ($2 = 'written' OR jury_server.hears(me.id, asked.id, asked.reference))
        )
    $$;

-- The candidacies whose scores in a round the call's rule has opened.
CREATE OR REPLACE FUNCTION jury_server.opened() RETURNS TABLE (candidacy text, round text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        WITH due AS (
            SELECT rounds.round, pair.candidacy, sheet.id IS NOT NULL AS submitted
            FROM (VALUES ('written'), ('pitch')) AS rounds(round)
            CROSS JOIN LATERAL jury_server.expected(rounds.round) AS pair
            LEFT JOIN public.sheet
              ON sheet.juror = pair.juror AND sheet.candidacy = pair.candidacy
             AND sheet.round = rounds.round AND sheet.state = 'submitted'
        ), complete AS (
            SELECT round, candidacy FROM due GROUP BY round, candidacy HAVING bool_and(submitted)
        ), ended AS (
            SELECT round FROM due, jury_server.rule
            WHERE rule.reveal = 'round_complete' GROUP BY round HAVING bool_and(submitted)
            UNION
            SELECT round FROM (VALUES ('written'), ('pitch')) AS rounds(round)
            WHERE jury_server.is_closed(round)
        )
        SELECT complete.candidacy, complete.round FROM complete, jury_server.rule
        WHERE rule.reveal = 'candidacy_complete'
        UNION
        SELECT candidacy.id, ended.round FROM public.candidacy, ended
    $$;

-- What an observer may read: everything but what a conflict of interest keeps away.
CREATE OR REPLACE FUNCTION jury_server.unbarred() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT id FROM public.candidacy
        WHERE EXISTS (SELECT FROM public.juror WHERE juror.id = jury_server.my_juror() AND active)
          AND id NOT IN (SELECT jury_server.barred())
    $$;

CREATE OR REPLACE FUNCTION jury_server.unbarred_names() RETURNS TABLE (reference text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ SELECT reference FROM public.candidacy WHERE id IN (SELECT jury_server.unbarred()) $$;

-- Whether an observer has no conflict at all: an order without one of the candidates is another order, and tells
-- where that one stands (domain/rights.py, Reach.FREE).
CREATE OR REPLACE FUNCTION jury_server.is_free() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT EXISTS (SELECT FROM public.juror WHERE juror.id = jury_server.my_juror() AND active)
           AND NOT EXISTS (SELECT jury_server.barred())
    $$;

-- Whose scores whoever asks may read: those that are open, unless they are an observer who is not free.
CREATE OR REPLACE FUNCTION jury_server.told_scores() RETURNS TABLE (candidacy text, round text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT candidacy, round FROM jury_server.opened()
        WHERE jury_server.my_role() = 'second_reader' OR jury_server.is_free()
    $$;

-- What an event on a sheet is about, "K-01 – written", read from the end: a name may hold anything (journal.py).
CREATE OR REPLACE FUNCTION jury_server.scored_in(subject text) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT parts[cardinality(parts) - 1] || ' – ' || parts[cardinality(parts)]
        FROM string_to_array($1, ' – ') AS parts
    $$;

CREATE OR REPLACE FUNCTION jury_server.told_subjects() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT candidacy.reference || ' – ' || told.round
        FROM jury_server.told_scores() AS told JOIN public.candidacy ON candidacy.id = told.candidacy
    $$;

-- What the second reader may open: files of candidacies, letters and what letters rest on; never the mailbox.
CREATE OR REPLACE FUNCTION jury_server.read_contents() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        WITH RECURSIVE content(sha256) AS (
            SELECT sha256 FROM public.candidacy_attachment WHERE problem IS NULL
            UNION SELECT pdf FROM public.letter WHERE pdf IS NOT NULL
            UNION SELECT signed FROM public.letter WHERE signed IS NOT NULL
            UNION SELECT grounds FROM public.letter WHERE grounds IS NOT NULL
            UNION SELECT inside.of FROM content JOIN public.blob_stretch AS inside USING (sha256)
        )
        SELECT sha256 FROM content
    $$;

CREATE OR REPLACE FUNCTION jury_server.is_my_order(key text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT $1 IN ('order.written.' || jury_server.my_juror(), 'order.pitch.' || jury_server.my_juror())
    $$;

-- The events somebody recorded themselves, but for those about a candidacy that a conflict keeps away.
CREATE OR REPLACE FUNCTION jury_server.my_events() RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT author.sequence FROM jury_server.author
        WHERE login = session_user AND NOT EXISTS (
            SELECT FROM public.journal JOIN public.candidacy ON position(candidacy.reference IN subject) > 0
            WHERE journal.sequence = author.sequence AND candidacy.id IN (SELECT jury_server.barred())
        )
    $$;

-- When the last event was, whoever recorded it; what it was is told to nobody who may not read it.
CREATE OR REPLACE FUNCTION jury_server.newest_at() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ SELECT at FROM public.journal WHERE sequence = (SELECT sequence FROM public.journal_end) $$;

-- The events where the chain does not hold, for who may see that it holds but not all that is in it. Of an event in
-- which a text holds half a character (storage/types.py) the link is checked and not the hash.
CREATE OR REPLACE FUNCTION jury_server.broken_events() RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT event.sequence FROM (
            SELECT kept, lag(kept.hash, 1, repeat('0', 64)) OVER chain AS hash_before,
                   lag(kept.sequence, 1, 0) OVER chain AS number_before
            FROM public.journal AS kept WINDOW chain AS (ORDER BY kept.sequence)
        ) AS links, LATERAL (SELECT (kept).*) AS event
        WHERE event.previous_hash <> hash_before OR event.sequence <> number_before + 1
           OR (event.hash <> jury_server.event_hash(kept) AND kept::text !~ U&'\E000d[89a-f]')
        UNION
        SELECT sequence FROM public.journal_end
        WHERE NOT EXISTS (
            SELECT FROM public.journal WHERE journal.sequence = journal_end.sequence
              AND journal.hash = journal_end.hash
        ) OR EXISTS (SELECT FROM public.journal WHERE journal.sequence > journal_end.sequence)
    $$;
