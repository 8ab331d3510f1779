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

GRANT INSERT, UPDATE ON sheet, conflict, practice_sheet, setting TO :juror;
GRANT UPDATE ON juror, session_window TO :juror;
GRANT INSERT, UPDATE, DELETE ON sheet_answer, sheet_goal_mark TO :juror;
GRANT USAGE ON SEQUENCE sheet_nr_seq, conflict_nr_seq, practice_sheet_nr_seq TO :juror;

GRANT UPDATE ON decision TO :second_reader;
GRANT INSERT, DELETE ON motivation_line, motivation_source TO :second_reader;

GRANT INSERT ON journal, seal TO :juror, :second_reader;
GRANT UPDATE ON journal_end TO :juror, :second_reader;
