-- What nobody gets past: events follow each other and say who and when, nothing in the journal changes, and who is
-- on the list of the jury alters nothing but their own, as the rules of the call allow, with an event that says so.
--
-- SQLSTATE 42501: not allowed. JD001: the clock of the client is wrong. JD002: the chain has grown meanwhile.

-- An event as domain/journal.py hashes it: Python's JSON, which PostgreSQL writes alike but for the spaces.
-- Characters that no database takes are kept as U+E000 and their number (storage/types.py).
CREATE OR REPLACE FUNCTION jury_server.json_text(kept text) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
    AS $$ SELECT replace(replace(to_json($1)::text, U&'\E0000000', '\u0000'), U&'\E000e000', U&'\E000') $$;

CREATE OR REPLACE FUNCTION jury_server.event_hash(event public.journal) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT encode(sha256(convert_to('[' || concat_ws(', ',
            event.sequence::text, jury_server.json_text(event.at), jury_server.json_text(event.actor),
            jury_server.json_text(event.on_behalf_of), jury_server.json_text(event.action),
            jury_server.json_text(event.subject_kind), jury_server.json_text(event.subject),
            jury_server.json_text(event.old), jury_server.json_text(event.new),
            jury_server.json_text(event.reason), jury_server.json_text(event.previous_hash),
            CASE WHEN event.sealed <> '' THEN jury_server.json_text(event.sealed) END
        ) || ']', 'UTF8')), 'hex')
    $$;

-- What an event says of the seals it covers (storage/seals.py, covering).
CREATE OR REPLACE FUNCTION jury_server.covering(sequence integer) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT coalesce(encode(sha256(convert_to('[' || string_agg(
            '[' || to_json(kind) || ',' || to_json(key) || ',' || to_json(sha256) || ']', ','
            ORDER BY kind COLLATE "C", key COLLATE "C") || ']', 'UTF8')), 'hex'), '')
        FROM public.seal WHERE seal.sequence = $1
    $$;

CREATE OR REPLACE FUNCTION jury_server.refuse(words text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
    AS $$ BEGIN RAISE EXCEPTION '%', words USING ERRCODE = '42501'; END $$;

-- Whether this piece of work recorded an event already: then nothing may be altered any more, for that event says
-- what was. Officers may go on, for one step of theirs can have many events.
CREATE OR REPLACE FUNCTION jury_server.has_recorded() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ SELECT EXISTS (SELECT FROM jury_server.author WHERE transaction = pg_current_xact_id()) $$;

-- Whether an object is what somebody on the list may alter.
CREATE OR REPLACE FUNCTION jury_server.is_mine(kind text, key text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT CASE $1
            WHEN 'sheet' THEN EXISTS (
                SELECT FROM public.sheet WHERE id = $2 AND juror = jury_server.my_juror())
            WHEN 'conflict' THEN EXISTS (
                SELECT FROM public.conflict WHERE id = $2 AND juror = jury_server.my_juror())
            WHEN 'practice_sheet' THEN EXISTS (
                SELECT FROM public.practice_sheet WHERE id = $2 AND juror = jury_server.my_juror())
            WHEN 'setting' THEN jury_server.is_my_order($2)
            WHEN 'juror' THEN $2 = jury_server.my_juror()
            WHEN 'session_window' THEN true  -- what a juror may make of it, guard_answered says
            ELSE false
        END
    $$;

-- Events: the next in the chain, in the name of who is connected, now, over what really stands in the tables.
CREATE OR REPLACE FUNCTION jury_server.guard_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    DECLARE
        role text := jury_server.my_role();
        last record;
    BEGIN
        SELECT sequence, hash INTO last FROM public.journal_end;
        IF NEW.sequence <> coalesce(last.sequence, 0) + 1
           OR NEW.previous_hash <> coalesce(last.hash, repeat('0', 64)) THEN
            RAISE EXCEPTION 'the event does not follow the last one' USING ERRCODE = 'JD002';
        END IF;
        IF role IS NULL THEN
            RETURN NEW;  -- the owner, who moves dossiers in and brings them up to date
        END IF;
        IF NEW.actor IS DISTINCT FROM jury_server.my_name() THEN
            PERFORM jury_server.refuse('the event is in the name of somebody else');
        END IF;
        IF NEW.hash <> jury_server.event_hash(NEW) OR NEW.sealed <> jury_server.covering(NEW.sequence) THEN
            PERFORM jury_server.refuse('the hash is not that of the event');
        END IF;
        IF NEW.at::timestamptz > clock_timestamp() + interval '5 minutes'
           OR (role <> 'regisseur' AND NEW.at::timestamptz < clock_timestamp() - interval '5 minutes') THEN
            RAISE EXCEPTION 'the moment of the event is not now' USING ERRCODE = 'JD001';
        END IF;
        IF role = 'juror' THEN
            PERFORM jury_server.guard_juror_event(NEW);
        ELSIF role = 'second_reader' THEN
            PERFORM jury_server.guard_reader_event(NEW);
        END IF;
        INSERT INTO jury_server.author VALUES (NEW.sequence, session_user, pg_current_xact_id());
        RETURN NEW;
    END $$;

CREATE OR REPLACE FUNCTION jury_server.guard_juror_event(event public.journal) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
        IF event.on_behalf_of <> '' THEN
            PERFORM jury_server.refuse('a juror acts for nobody else');
        END IF;
        IF jury_server.has_recorded() THEN
            PERFORM jury_server.refuse('one step of a juror has one event');
        END IF;
        IF event.action NOT IN (
            'sheet.saved', 'sheet.submitted', 'sheet.amended', 'sheet.looked', 'conflict.declared',
            'juror.changed', 'order.drawn', 'practice.sheet.saved', 'practice.sheet.submitted', 'practice.sheet.amended',
            'practice.sheet.looked', 'practice.order.drawn'
        ) OR event.subject_kind NOT IN ('sheet', 'conflict', 'juror', 'practice-sheet', 'practice-juror')
          OR NOT starts_with(event.subject, jury_server.my_name()) THEN
            PERFORM jury_server.refuse('this is no event of a juror');
        END IF;
        IF (event.action = 'juror.changed') IS DISTINCT FROM EXISTS (
            SELECT FROM public.seal WHERE seal.sequence = event.sequence AND kind IN ('juror', 'session_window')
        ) OR (event.action = 'juror.changed'
              AND (event.subject_kind, event.subject) IS DISTINCT FROM ('juror', jury_server.my_name())) THEN
            PERFORM jury_server.refuse('the event is not about when the juror can sit');
        END IF;
        IF EXISTS (
            SELECT FROM public.seal WHERE seal.sequence = event.sequence
              AND NOT (jury_server.is_mine(kind, key) AND sha256 = jury_server.seal_of(kind, key))
        ) THEN
            PERFORM jury_server.refuse('the event seals what is not there, or not the juror''s');
        END IF;
        IF EXISTS (
            SELECT FROM public.seal JOIN public.sheet ON seal.kind = 'sheet' AND seal.key = sheet.id
            WHERE seal.sequence = event.sequence
              AND (event.action NOT IN ('sheet.saved', 'sheet.submitted', 'sheet.amended')
                   OR event.subject <> concat_ws(' – ', jury_server.my_name(), (
                       SELECT reference FROM public.candidacy WHERE id = sheet.candidacy), sheet.round)
                   OR (event.action = 'sheet.saved' AND sheet.state <> 'draft')
                   OR (event.action = 'sheet.submitted'
                       AND abs(extract(epoch FROM sheet.submitted_at::timestamptz - event.at::timestamptz)) > 300)
                   OR (event.action = 'sheet.amended' AND btrim(event.reason) = '')
                   OR (sheet.state = 'submitted' AND jury_server.is_incomplete(sheet)))
        ) THEN
            PERFORM jury_server.refuse('the sheet is not what the event says');
        END IF;
    END $$;

CREATE OR REPLACE FUNCTION jury_server.guard_reader_event(event public.journal) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
        IF event.on_behalf_of <> '' OR jury_server.has_recorded() OR event.subject_kind <> 'candidacy'
           OR (SELECT count(*) FROM public.seal WHERE seal.sequence = event.sequence) <> 1 THEN
            PERFORM jury_server.refuse('this is no event of a second reader');
        END IF;
        IF NOT EXISTS (
            SELECT FROM public.seal JOIN public.decision ON seal.kind = 'decision' AND seal.key = decision.id
            JOIN public.candidacy ON candidacy.id = decision.candidacy AND candidacy.reference = event.subject
            WHERE seal.sequence = event.sequence AND seal.sha256 = jury_server.seal_of(seal.kind, seal.key)
              AND CASE event.action
                  WHEN 'decision.confirmed' THEN confirmed_by = jury_server.my_name() AND sent_back = ''
                      AND abs(extract(epoch FROM confirmed_at::timestamptz - event.at::timestamptz)) < 300
                  WHEN 'decision.sent_back' THEN confirmed_by = '' AND btrim(sent_back) <> ''
                      AND sent_back = event.reason
                  ELSE event.action = 'decision.confirmation_taken_back'
              END
        ) THEN
            PERFORM jury_server.refuse('the decision is not what the event says');
        END IF;
    END $$;

-- Whether something that the call asks for is missing on a sheet (domain/sheet.py, missing).
CREATE OR REPLACE FUNCTION jury_server.is_incomplete(sheet public.sheet) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
        WITH asked AS (
            SELECT item.key || coalesce('.' || challenge.number, '') AS key, comment_required, item.not_applicable
            FROM jury_server.item
            LEFT JOIN public.candidacy_challenge AS challenge
              ON item.per_challenge AND challenge.owner = sheet.candidacy
            WHERE item.round = sheet.round AND (NOT item.per_challenge OR challenge.number IS NOT NULL)
        )
        SELECT EXISTS (
            SELECT FROM asked LEFT JOIN public.sheet_answer AS given
              ON given.owner = sheet.id AND given.item = asked.key
            WHERE given.owner IS NULL OR (given.value IS NULL AND NOT given.not_applicable)
               OR (given.not_applicable AND NOT asked.not_applicable)
               OR (asked.comment_required AND btrim(given.comment) = '')
        )
    $$;

CREATE OR REPLACE FUNCTION jury_server.mark_end() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
        UPDATE public.journal_end SET sequence = NEW.sequence, hash = NEW.hash;
        IF NOT FOUND THEN
            INSERT INTO public.journal_end (nr, sequence, hash) VALUES (1, NEW.sequence, NEW.hash);
        END IF;
        PERFORM pg_notify('jury', NEW.sequence::text);
        RETURN NULL;
    END $$;

CREATE OR REPLACE FUNCTION jury_server.guard_end() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
        IF NOT EXISTS (
            SELECT FROM public.journal WHERE journal.sequence = NEW.sequence AND journal.hash = NEW.hash
        ) OR EXISTS (SELECT FROM public.journal WHERE journal.sequence > NEW.sequence) THEN
            PERFORM jury_server.refuse('the journal ends elsewhere');
        END IF;
        RETURN NEW;
    END $$;

CREATE OR REPLACE FUNCTION jury_server.guard_seal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
        IF jury_server.my_role() IS NOT NULL
           AND NEW.sequence IS DISTINCT FROM 1 + (SELECT sequence FROM public.journal_end) THEN
            PERFORM jury_server.refuse('a seal belongs to the next event');
        END IF;
        RETURN NEW;
    END $$;

CREATE OR REPLACE FUNCTION jury_server.only_added_to() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ BEGIN PERFORM jury_server.refuse('the journal is only added to'); RETURN NULL; END $$;

-- Whatever anybody but the owner alters has a seal that an event of the same transaction covers. Looked at when the
-- work is kept, with what stands there then. A seal that the server cannot make for itself (seal_of) is taken as it
-- is told: whoever lies in one leaves a dossier that does not verify.
CREATE OR REPLACE FUNCTION jury_server.require_seal(kind text, key text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    DECLARE
        told text;
    BEGIN
        SELECT seal.sha256 INTO told
        FROM public.seal JOIN jury_server.author USING (sequence)
        WHERE author.transaction = pg_current_xact_id() AND seal.key = $2
          AND seal.kind IN ($1, $1 || '.alone')  -- storage/seals.py, alone
        ORDER BY sequence DESC LIMIT 1;
        IF told IS NULL OR told <> jury_server.seal_of($1, $2) THEN
            PERFORM jury_server.refuse('no event says that this was altered');
        END IF;
    END $$;

-- Its arguments: the kind of object that a row of the table is or is part of, and the column with the key of that.
CREATE OR REPLACE FUNCTION jury_server.require_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    DECLARE
        before text;
        since text;
    BEGIN
        IF TG_ARGV[1] = 'owner' THEN  -- one by one: a row as a whole may hold megabytes
            before := OLD.owner; since := NEW.owner;
        ELSIF TG_ARGV[1] = 'sha256' THEN
            before := OLD.sha256; since := NEW.sha256;
        ELSIF TG_ARGV[1] = 'key' THEN
            before := OLD.key; since := NEW.key;
        ELSE
            before := OLD.id; since := NEW.id;
        END IF;
        IF before IS NOT NULL THEN
            PERFORM jury_server.require_seal(TG_ARGV[0], before);
        END IF;
        IF since IS DISTINCT FROM before AND since IS NOT NULL THEN
            PERFORM jury_server.require_seal(TG_ARGV[0], since);
        END IF;
        RETURN NULL;
    END $$;

CREATE OR REPLACE FUNCTION jury_server.require_covering() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
        IF NOT EXISTS (SELECT FROM public.journal WHERE journal.sequence = NEW.sequence) THEN
            PERFORM jury_server.refuse('no event covers this seal');
        END IF;
        RETURN NULL;
    END $$;

-- A number that the sequence has not given out would be in the way of who gets it.
CREATE OR REPLACE FUNCTION jury_server.guard_number(kind text, nr integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
        IF nr > coalesce(pg_sequence_last_value(('public.' || kind || '_nr_seq')::regclass), 0) THEN
            PERFORM jury_server.refuse('a number that was not given out');
        END IF;
    END $$;

CREATE OR REPLACE FUNCTION jury_server.guard_sheet() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
        IF jury_server.my_role() IS DISTINCT FROM 'juror' THEN
            RETURN NEW;
        END IF;
        IF jury_server.has_recorded() OR NOT jury_server.may_score(NEW.candidacy, NEW.round) THEN
            PERFORM jury_server.refuse('this sheet is not to be scored');
        END IF;
        IF TG_OP = 'INSERT' THEN
            PERFORM jury_server.guard_number('sheet', NEW.nr);
        ELSIF (OLD.nr, OLD.id, OLD.juror, OLD.candidacy, OLD.round)
              IS DISTINCT FROM (NEW.nr, NEW.id, NEW.juror, NEW.candidacy, NEW.round) THEN
            PERFORM jury_server.refuse('a sheet stays whose and of what it is');
        ELSIF OLD.state = 'submitted' THEN
            IF (NEW.state, NEW.submitted_at) IS DISTINCT FROM (OLD.state, OLD.submitted_at) THEN
                PERFORM jury_server.refuse('what was submitted stays submitted');
            END IF;
            RETURN NEW;
        END IF;
        IF jury_server.is_closed(NEW.round) THEN
            PERFORM jury_server.refuse('the round has ended');
        END IF;
        IF (NEW.state = 'draft') IS DISTINCT FROM (NEW.submitted_at IS NULL) THEN
            PERFORM jury_server.refuse('a sheet has a moment of submission once it is submitted');
        END IF;
        RETURN NEW;
    END $$;

-- The answers and marks of a sheet change along with the sheet, in the same transaction.
CREATE OR REPLACE FUNCTION jury_server.guard_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    DECLARE
        whole text := CASE TG_OP WHEN 'DELETE' THEN OLD.owner ELSE NEW.owner END;
    BEGIN
        IF jury_server.my_role() = 'juror' AND (jury_server.has_recorded() OR NOT EXISTS (
            SELECT FROM public.sheet
            WHERE id = whole AND juror = jury_server.my_juror() AND xmin = pg_current_xact_id()::xid
        )) THEN
            PERFORM jury_server.refuse('this belongs to another sheet');
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$;

CREATE OR REPLACE FUNCTION jury_server.guard_answer() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
        IF jury_server.my_role() = 'juror' AND NEW.value IS NOT NULL AND (NEW.not_applicable OR NOT EXISTS (
            SELECT FROM jury_server.rule WHERE NEW.value BETWEEN lowest AND highest
        )) THEN
            PERFORM jury_server.refuse('the value is outside the scale');
        END IF;
        RETURN NEW;
    END $$;

-- Conflicts, practice sheets and drawn orders: whose and of what they are stays as it was.
CREATE OR REPLACE FUNCTION jury_server.guard_own() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    DECLARE
        fixed text[] := ARRAY['nr', 'id', 'juror', 'candidacy', 'practice', 'key'];
        field text;
    BEGIN
        IF jury_server.my_role() IS DISTINCT FROM 'juror' THEN
            RETURN NEW;
        END IF;
        IF jury_server.has_recorded() THEN
            PERFORM jury_server.refuse('the event was recorded already');
        END IF;
        IF TG_OP = 'INSERT' THEN
            IF TG_TABLE_NAME <> 'setting' THEN
                PERFORM jury_server.guard_number(TG_TABLE_NAME, NEW.nr);
            END IF;
            RETURN NEW;
        END IF;
        FOREACH field IN ARRAY fixed LOOP
            IF to_jsonb(OLD) -> field IS DISTINCT FROM to_jsonb(NEW) -> field THEN
                PERFORM jury_server.refuse('it stays whose and of what it is');
            END IF;
        END LOOP;
        RETURN NEW;
    END $$;

-- When a juror can sit, they say themselves, in stretches that can be read, and nothing else about them.
CREATE OR REPLACE FUNCTION jury_server.guard_free() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    DECLARE
        moment text := '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$';
    BEGIN
        IF jury_server.my_role() IS DISTINCT FROM 'juror' THEN
            RETURN NEW;
        END IF;
        IF jury_server.has_recorded()
           OR to_jsonb(OLD) - 'available' IS DISTINCT FROM to_jsonb(NEW) - 'available' THEN
            PERFORM jury_server.refuse('of themselves a juror alters when they can sit');
        END IF;
        IF jsonb_typeof(NEW.available::jsonb) <> 'array' OR length(NEW.available) > 100000 OR EXISTS (
            SELECT FROM jsonb_array_elements(NEW.available::jsonb) AS stretch
            WHERE jsonb_typeof(stretch) <> 'object' OR stretch - 'start' - 'end' <> '{}'
               OR coalesce(stretch ->> 'start', '') !~ moment OR coalesce(stretch ->> 'end', '') !~ moment
               OR (stretch ->> 'start')::timestamptz >= (stretch ->> 'end')::timestamptz
        ) THEN
            PERFORM jury_server.refuse('these are no stretches of time');
        END IF;
        RETURN NEW;
    END $$;

-- Who has said when they can sit is no longer among those who have to be asked about a session.
CREATE OR REPLACE FUNCTION jury_server.guard_answered() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
        IF jury_server.my_role() = 'juror' AND (
            jury_server.has_recorded()
            OR to_jsonb(OLD) - 'unanswered' IS DISTINCT FROM to_jsonb(NEW) - 'unanswered'
            OR NEW.unanswered::jsonb IS DISTINCT FROM OLD.unanswered::jsonb - jury_server.my_juror()
        ) THEN
            PERFORM jury_server.refuse('a juror answers for themselves alone');
        END IF;
        RETURN NEW;
    END $$;

-- Whether two names are those of one person as people write them (domain/account.py, same_name).
CREATE OR REPLACE FUNCTION jury_server.same_name(one text, other text) RETURNS boolean
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
    AS $$
        SELECT regexp_replace(btrim(lower($1)), '\s+', ' ', 'g') = regexp_replace(btrim(lower($2)), '\s+', ' ', 'g')
    $$;

-- A second reader confirms a decision or sends it back; what was decided, and why, stays. Its lines are written
-- again as they are when it is kept, which is let through without doing anything.
CREATE OR REPLACE FUNCTION jury_server.guard_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    DECLARE
        own text[] := ARRAY['confirmed_by', 'confirmed_at', 'sent_back'];
    BEGIN
        IF jury_server.my_role() = 'second_reader' AND (
            jury_server.has_recorded() OR to_jsonb(OLD) - own IS DISTINCT FROM to_jsonb(NEW) - own
            OR NEW.confirmed_by NOT IN ('', jury_server.my_name(), OLD.confirmed_by)
            OR jury_server.same_name(NEW.decided_by, jury_server.my_name())
            OR (NEW.confirmed_by = '') IS DISTINCT FROM (NEW.confirmed_at IS NULL)
        ) THEN
            PERFORM jury_server.refuse('a second reader confirms, and decides nothing');
        END IF;
        RETURN NEW;
    END $$;

CREATE OR REPLACE FUNCTION jury_server.guard_motivation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    DECLARE
        there boolean;
    BEGIN
        IF jury_server.my_role() IS DISTINCT FROM 'second_reader' THEN
            RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        ELSIF TG_OP = 'INSERT' THEN
            EXECUTE format('SELECT EXISTS (SELECT FROM public.%I AS kept WHERE kept = $1)', TG_TABLE_NAME)
                INTO there USING NEW;
            IF NOT there THEN
                PERFORM jury_server.refuse('a second reader words nothing');
            END IF;
        ELSIF TG_OP = 'UPDATE' THEN
            PERFORM jury_server.refuse('a second reader words nothing');
        END IF;
        RETURN NULL;
    END $$;

CREATE OR REPLACE TRIGGER a_guard BEFORE INSERT ON journal
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_event();
CREATE OR REPLACE TRIGGER b_mark_end AFTER INSERT ON journal
    FOR EACH ROW EXECUTE FUNCTION jury_server.mark_end();
CREATE OR REPLACE TRIGGER c_fixed BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION jury_server.only_added_to();
CREATE OR REPLACE TRIGGER d_fixed BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION jury_server.only_added_to();
CREATE OR REPLACE TRIGGER a_guard BEFORE UPDATE OR INSERT ON journal_end
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_end();
CREATE OR REPLACE TRIGGER a_guard BEFORE INSERT ON seal
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_seal();
CREATE OR REPLACE TRIGGER c_fixed BEFORE UPDATE OR DELETE ON seal
    FOR EACH ROW EXECUTE FUNCTION jury_server.only_added_to();
CREATE OR REPLACE TRIGGER d_fixed BEFORE TRUNCATE ON seal
    FOR EACH STATEMENT EXECUTE FUNCTION jury_server.only_added_to();
CREATE OR REPLACE TRIGGER a_guard BEFORE INSERT OR UPDATE ON sheet
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_sheet();
CREATE OR REPLACE TRIGGER a_guard BEFORE INSERT OR UPDATE OR DELETE ON sheet_answer
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_part();
CREATE OR REPLACE TRIGGER b_guard BEFORE INSERT OR UPDATE ON sheet_answer
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_answer();
CREATE OR REPLACE TRIGGER a_guard BEFORE INSERT OR UPDATE OR DELETE ON sheet_goal_mark
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_part();
CREATE OR REPLACE TRIGGER a_guard BEFORE INSERT OR UPDATE ON conflict
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_own();
CREATE OR REPLACE TRIGGER a_guard BEFORE UPDATE ON juror
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_free();
CREATE OR REPLACE TRIGGER a_guard BEFORE UPDATE ON session_window
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_answered();
CREATE OR REPLACE TRIGGER a_guard BEFORE INSERT OR UPDATE ON practice_sheet
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_own();
CREATE OR REPLACE TRIGGER a_guard BEFORE INSERT OR UPDATE ON setting
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_own();
CREATE OR REPLACE TRIGGER a_guard BEFORE UPDATE ON decision
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_decision();
CREATE OR REPLACE TRIGGER a_guard BEFORE INSERT OR UPDATE OR DELETE ON motivation_line
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_motivation();
CREATE OR REPLACE TRIGGER a_guard BEFORE INSERT OR UPDATE OR DELETE ON motivation_source
    FOR EACH ROW EXECUTE FUNCTION jury_server.guard_motivation();

-- What protection.py asks for every table but those of the journal. Constraint triggers have no "or replace"; the
-- owner, who moves whole dossiers in, leaves nothing to look at.
CREATE OR REPLACE FUNCTION jury_server.ask_event(altered text, kind text, key text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
        EXECUTE format('DROP TRIGGER IF EXISTS z_event ON public.%I', altered);
        EXECUTE format(
            'CREATE CONSTRAINT TRIGGER z_event AFTER INSERT OR UPDATE OR DELETE ON public.%I '
            'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (jury_server.my_role() IS NOT NULL) '
            'EXECUTE FUNCTION jury_server.require_event(%L, %L)', altered, kind, key);
    END $$;

DROP TRIGGER IF EXISTS z_event ON seal;
CREATE CONSTRAINT TRIGGER z_event AFTER INSERT ON seal DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (jury_server.my_role() IS NOT NULL) EXECUTE FUNCTION jury_server.require_covering();
