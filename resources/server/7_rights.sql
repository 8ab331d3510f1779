-- What each role may do at all; which rows, the policies say. PUBLIC is everybody who can connect to the server.

REVOKE ALL ON SCHEMA public, jury_server FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public, jury_server FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA jury_server FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM :regisseur, :juror, :observer, :second_reader;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM :regisseur, :juror, :observer, :second_reader;

GRANT USAGE ON SCHEMA public, jury_server TO :regisseur, :juror, :observer, :second_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO :regisseur, :juror, :observer, :second_reader;
GRANT EXECUTE ON FUNCTION jury_server.my_role(), jury_server.my_juror(), jury_server.my_name(),
    jury_server.newest_at(), jury_server.has_role(text)
    TO :regisseur, :juror, :observer, :second_reader;
GRANT EXECUTE ON FUNCTION jury_server.shown(), jury_server.unbarred(), jury_server.shown_contents(),
    jury_server.is_my_order(text), jury_server.my_events() TO :juror, :observer;
GRANT EXECUTE ON FUNCTION jury_server.unbarred_names(), jury_server.is_free() TO :observer;
GRANT EXECUTE ON FUNCTION jury_server.told_scores() TO :observer, :second_reader;
GRANT EXECUTE ON FUNCTION jury_server.unbarred(), jury_server.read_contents(), jury_server.broken_events(),
    jury_server.told_subjects(), jury_server.scored_in(text) TO :second_reader;

GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO :regisseur;
REVOKE UPDATE, DELETE ON journal, seal FROM :regisseur;
REVOKE INSERT, DELETE ON journal_end FROM :regisseur;
REVOKE INSERT, UPDATE, DELETE ON alembic_version, dossier FROM :regisseur;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO :regisseur;

-- Who may UPDATE or DELETE a table may lock it (LOCK TABLE), against readers too; who may UPDATE all its columns may
-- not. So jurors and second readers alter columns, and take rows out through views (5_desk.sql).
CREATE OR REPLACE FUNCTION jury_server.let_alter(who text, VARIADIC altered text[]) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
    AS $$
    DECLARE
        of text;
        columns text;
    BEGIN
        FOREACH of IN ARRAY altered LOOP
            SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
            WHERE attrelid = format('public.%I', of)::regclass AND attnum > 0 AND NOT attisdropped;
            EXECUTE format('GRANT UPDATE (%s) ON public.%I TO %s', columns, of, who);
        END LOOP;
    END $$;
REVOKE ALL ON FUNCTION jury_server.let_alter(text, text[]) FROM PUBLIC;

GRANT INSERT ON sheet, sheet_answer, sheet_goal_mark, conflict, practice_sheet, setting TO :juror;
GRANT INSERT, DELETE ON jury_desk.sheet_answer, jury_desk.sheet_goal_mark TO :juror;
GRANT USAGE ON SEQUENCE sheet_nr_seq, conflict_nr_seq, practice_sheet_nr_seq TO :juror;
SELECT jury_server.let_alter($role$:juror$role$, 'sheet', 'conflict', 'practice_sheet', 'setting', 'juror',
    'session_window', 'journal_end');

GRANT INSERT ON motivation_line, motivation_source TO :second_reader;
GRANT INSERT, DELETE ON jury_study.motivation_line, jury_study.motivation_source TO :second_reader;
SELECT jury_server.let_alter($role$:second_reader$role$, 'decision', 'journal_end');

GRANT INSERT ON journal, seal TO :juror, :second_reader;
