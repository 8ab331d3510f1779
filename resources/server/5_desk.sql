-- The desk of a juror, the gallery of observers and the study of second readers: views that leave out the columns that
-- are not for them. The program of who has one reads it before the tables (search_path). A new column of a table must be added here,
-- with or without what it says; tests/storage/server/ compares them.

DROP SCHEMA IF EXISTS jury_desk CASCADE;
DROP SCHEMA IF EXISTS jury_gallery CASCADE;
DROP SCHEMA IF EXISTS jury_study CASCADE;
CREATE SCHEMA jury_desk;
CREATE SCHEMA jury_gallery;
CREATE SCHEMA jury_study;

-- As in a packet (domain/packet.py, taken_along): without addresses, availability, checks and judgement on form.
CREATE VIEW jury_desk.candidacy WITH (security_barrier) AS
    SELECT nr, id, reference, organisation, ''::text AS contact, ''::text AS email, ''::text AS phone,
           ''::text AS address, municipalities, partners, admissibility, ''::text AS admissibility_reason,
           '[]'::text AS unavailable, '[]'::text AS preferred_windows, '[]'::text AS checks,
           0 AS form_revised, NULL::text AS judged_at
    FROM public.candidacy WHERE id IN (SELECT jury_server.unbarred())
      AND (id IN (SELECT jury_server.shown()) OR jury_server.my_role() = 'observer');
CREATE VIEW jury_desk.candidacy_version WITH (security_barrier) AS
    SELECT owner, position, number, NULL::text AS mail, received_at, received_by, verdict
    FROM public.candidacy_version WHERE owner IN (SELECT id FROM jury_desk.candidacy);

-- That a candidacy was invited, and nothing of why.
CREATE VIEW jury_desk.decision WITH (security_barrier) AS
    SELECT nr, id, candidacy, stage, kind, ''::text AS summary, decided_at, NULL::integer AS place, revised,
           ''::text AS revision_reason, ''::text AS decided_by, ''::text AS confirmed_by,
           NULL::text AS confirmed_at, ''::text AS sent_back
    FROM public.decision WHERE kind = 'invited' AND candidacy IN (SELECT jury_server.shown());

-- The hours and seats of the plan; of the problem it solves the sessions and the pitches that are shown, and nobody's
-- conflicts and wishes.
CREATE VIEW jury_desk.plan WITH (security_barrier) AS
    SELECT nr, id, version,
           ((SELECT empty_plan FROM jury_server.rule)::jsonb
            || jsonb_build_object('windows', instance::jsonb -> 'windows', 'pitches', coalesce((
                SELECT jsonb_agg(pitch || '{"unavailable": [], "preferred_windows": []}' ORDER BY place)
                FROM jsonb_array_elements(instance::jsonb -> 'pitches') WITH ORDINALITY AS asked(pitch, place)
                WHERE pitch ->> 'id' IN (SELECT reference FROM jury_desk.candidacy)), '[]')))::text AS instance,
           created_at,
           communicated_at, status, '[]'::text AS levels, '[]'::text AS left_out, '[]'::text AS explanation,
           seconds, seed
    FROM public.plan WHERE jury_server.my_role() IN ('juror', 'observer');

-- Of a pitch what its clock says and whether the juror heard it; no notes, and nobody else.
CREATE VIEW jury_desk.pitch_run WITH (security_barrier) AS
    SELECT nr, id, candidacy, stretches, ended_at, ''::text AS notes,
           coalesce((SELECT json_agg(noted) FROM json_array_elements(jurors::json) AS noted
                     WHERE noted ->> 'juror' = jury_server.my_juror()), '[]')::text AS jurors,
           (candidate::jsonb || '{"reason": ""}')::text AS candidate, expected, moved_from
    FROM public.pitch_run WHERE candidacy IN (SELECT id FROM jury_desk.candidacy);

-- Observers see the jury, and who leaves the room, but no addresses and no reasons.
CREATE VIEW jury_gallery.candidacy AS SELECT * FROM jury_desk.candidacy;
CREATE VIEW jury_gallery.candidacy_version AS SELECT * FROM jury_desk.candidacy_version;
CREATE VIEW jury_gallery.plan AS SELECT * FROM jury_desk.plan;
CREATE VIEW jury_gallery.pitch_run AS SELECT * FROM jury_desk.pitch_run;
CREATE VIEW jury_gallery.juror WITH (security_barrier) AS
    SELECT nr, id, name, organisation, ''::text AS email, role, expertise, '[]'::text AS available,
           NULL::integer AS max_minutes_per_day, active, observer
    FROM public.juror WHERE jury_server.my_role() = 'observer';
CREATE VIEW jury_gallery.conflict WITH (security_barrier) AS
    SELECT nr, id, juror, candidacy, state, ''::text AS reason
    FROM public.conflict
    WHERE candidacy IN (SELECT id FROM jury_desk.candidacy)
       OR (jury_server.my_role() = 'observer' AND juror = jury_server.my_juror());

-- How far the jury is, and what it gave once that is told: of a sheet that is sealed neither remark nor id, for its
-- seals rest on the id and would let somebody who has it try what was given.
CREATE VIEW jury_study.sheet WITH (security_barrier) AS
    SELECT nr, CASE WHEN told THEN id ELSE 'sealed-' || nr END AS id, juror, candidacy, round, version, state,
           CASE WHEN told THEN remark ELSE '' END AS remark, submitted_at
    FROM (SELECT *, (candidacy, round) IN (SELECT candidacy, round FROM jury_server.told_scores()) AS told
          FROM public.sheet) AS kept
    WHERE jury_server.my_role() = 'second_reader' OR candidacy IN (SELECT jury_server.unbarred());
CREATE VIEW jury_gallery.sheet AS SELECT * FROM jury_study.sheet;
-- Where a candidate stands among the others, and why, is for observers without any conflict.
CREATE VIEW jury_gallery.decision WITH (security_barrier) AS
    SELECT nr, id, candidacy, stage, kind, CASE WHEN free THEN summary ELSE '' END AS summary, decided_at,
           CASE WHEN free THEN place END AS place, revised,
           CASE WHEN free THEN revision_reason ELSE '' END AS revision_reason, decided_by, confirmed_by,
           confirmed_at, CASE WHEN free THEN sent_back ELSE '' END AS sent_back
    FROM (SELECT *, (SELECT jury_server.is_free()) AS free FROM public.decision) AS kept
    WHERE candidacy IN (SELECT jury_server.unbarred());

-- How many messages there were of each kind, and of none what it says.
CREATE VIEW jury_study.mail WITH (security_barrier) AS
    SELECT nr, id, ''::text AS source, NULL::text AS unreadable, ''::text AS message_id, '[]'::text AS in_reply_to,
           '[]'::text AS "references", '{"name": "", "email": ""}'::text AS sender, '[]'::text AS recipients,
           ''::text AS subject, ''::text AS date_header, NULL::text AS automatic, ''::text AS text, received_at,
           ''::text AS form_text, '[]'::text AS notes, kind, candidacy, original, verdict, late,
           '{"key": "", "values": {}}'::text AS reason, confidence, confirmed
    FROM public.mail WHERE jury_server.my_role() = 'second_reader';

-- Every event, without what tells of a score that is sealed.
CREATE VIEW jury_study.journal WITH (security_barrier) AS
    SELECT sequence, at, actor, on_behalf_of, action, subject_kind, subject,
           CASE WHEN told THEN old ELSE '' END AS old, CASE WHEN told THEN new ELSE '' END AS new,
           CASE WHEN told THEN reason ELSE '' END AS reason, previous_hash, hash,
           CASE WHEN told THEN sealed ELSE '' END AS sealed
    FROM (SELECT *, subject_kind NOT IN ('sheet', 'practice-sheet') OR (subject_kind = 'sheet'
                    AND jury_server.scored_in(subject) IN (SELECT jury_server.told_subjects())) AS told
          FROM public.journal) AS kept
    WHERE jury_server.my_role() = 'second_reader';
CREATE OR REPLACE FUNCTION jury_study.record() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
    AS $$ BEGIN INSERT INTO public.journal SELECT NEW.*; RETURN NEW; END $$;
CREATE TRIGGER record INSTEAD OF INSERT ON jury_study.journal
    FOR EACH ROW EXECUTE FUNCTION jury_study.record();

-- Parts that are written anew with what they belong to. Who reads and adds through these is bound by the policies and
-- guards of the tables; a row that they see is taken out for them, for whoever may DELETE may lock (7_rights.sql).
CREATE VIEW jury_desk.sheet_answer WITH (security_invoker) AS SELECT * FROM public.sheet_answer;
CREATE VIEW jury_desk.sheet_goal_mark WITH (security_invoker) AS SELECT * FROM public.sheet_goal_mark;
CREATE VIEW jury_study.motivation_line WITH (security_invoker) AS SELECT * FROM public.motivation_line;
CREATE VIEW jury_study.motivation_source WITH (security_invoker) AS SELECT * FROM public.motivation_source;
CREATE OR REPLACE FUNCTION jury_server.take_out() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
        EXECUTE format('DELETE FROM public.%I WHERE owner = $1 AND position = $2', TG_TABLE_NAME)
            USING OLD.owner, OLD.position;
        RETURN OLD;
    END $$;
REVOKE ALL ON FUNCTION jury_server.take_out() FROM PUBLIC;
CREATE TRIGGER take_out INSTEAD OF DELETE ON jury_desk.sheet_answer
    FOR EACH ROW EXECUTE FUNCTION jury_server.take_out();
CREATE TRIGGER take_out INSTEAD OF DELETE ON jury_desk.sheet_goal_mark
    FOR EACH ROW EXECUTE FUNCTION jury_server.take_out();
CREATE TRIGGER take_out INSTEAD OF DELETE ON jury_study.motivation_line
    FOR EACH ROW EXECUTE FUNCTION jury_server.take_out();
CREATE TRIGGER take_out INSTEAD OF DELETE ON jury_study.motivation_source
    FOR EACH ROW EXECUTE FUNCTION jury_server.take_out();

GRANT USAGE ON SCHEMA jury_desk TO :juror;
GRANT USAGE ON SCHEMA jury_gallery TO :observer;
GRANT SELECT ON ALL TABLES IN SCHEMA jury_desk TO :juror;
GRANT SELECT ON ALL TABLES IN SCHEMA jury_gallery TO :observer;
GRANT USAGE ON SCHEMA jury_study TO :second_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA jury_study TO :second_reader;
GRANT INSERT ON jury_study.journal TO :second_reader;
