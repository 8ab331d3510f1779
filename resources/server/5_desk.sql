-- The desk of a juror and the gallery of observers: views that leave out the columns that are not for them. The
-- program of who has one reads it before the tables (search_path). A new column of a table must be added here,
-- with or without what it says; tests/storage/server/ compares them.

DROP SCHEMA IF EXISTS jury_desk CASCADE;
DROP SCHEMA IF EXISTS jury_gallery CASCADE;
CREATE SCHEMA jury_desk;
CREATE SCHEMA jury_gallery;

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

-- The hours and seats of the plan, without the problem it solves: that holds everybody's conflicts and wishes.
CREATE VIEW jury_desk.plan WITH (security_barrier) AS
    SELECT nr, id, version, (SELECT empty_plan FROM jury_server.rule) AS instance, created_at,
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
    FROM public.conflict WHERE candidacy IN (SELECT id FROM jury_desk.candidacy);

GRANT USAGE ON SCHEMA jury_desk TO :juror;
GRANT USAGE ON SCHEMA jury_gallery TO :observer;
GRANT SELECT ON ALL TABLES IN SCHEMA jury_desk TO :juror;
GRANT SELECT ON ALL TABLES IN SCHEMA jury_gallery TO :observer;
