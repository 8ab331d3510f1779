-- Which rows each role reaches. Every table has row-level security on, and every role may read every table: where
-- no policy lets rows through, it is empty. A new table is therefore hidden until somebody thinks about it.
-- Columns that are not for jurors lie in views of the same names (5_desk.sql), which a juror's program reads first.

-- Of the candidacies themselves a juror's program sees the views; these are the parts that say nothing more. Of the
-- form stays out what the view of the candidacy blanks (5_desk.sql).
CREATE POLICY juror_reads ON candidacy_challenge FOR SELECT TO :juror
    USING (owner IN (SELECT jury_server.shown()));
CREATE POLICY juror_reads ON candidacy_attachment FOR SELECT TO :juror
    USING (owner IN (SELECT jury_server.shown()));
CREATE POLICY juror_reads ON candidacy_field FOR SELECT TO :juror
    USING (owner IN (SELECT jury_server.shown()) AND key NOT IN ('contact', 'email', 'phone', 'address'));
CREATE POLICY juror_reads ON blob FOR SELECT TO :juror
    USING (sha256 IN (SELECT jury_server.shown_contents()));
CREATE POLICY juror_reads ON blob_chunk FOR SELECT TO :juror
    USING (sha256 IN (SELECT jury_server.shown_contents()));
CREATE POLICY juror_reads ON blob_stretch FOR SELECT TO :juror
    USING (sha256 IN (SELECT jury_server.shown_contents()));

CREATE POLICY juror_reads ON juror FOR SELECT TO :juror
    USING (id = (SELECT jury_server.my_juror()));
CREATE POLICY juror_reads ON session_window FOR SELECT TO :juror USING (true);
-- When they can sit jurors say themselves, and with that have answered about a session; 6_guards.sql keeps the rest.
CREATE POLICY juror_changes ON juror FOR UPDATE TO :juror
    USING (id = (SELECT jury_server.my_juror())) WITH CHECK (id = (SELECT jury_server.my_juror()));
CREATE POLICY juror_changes ON session_window FOR UPDATE TO :juror USING (true);
CREATE POLICY juror_reads ON plan_assignment FOR SELECT TO :juror
    USING ((owner, position) IN (SELECT seat.owner, seat.assignment FROM plan_seat AS seat));
CREATE POLICY juror_reads ON plan_seat FOR SELECT TO :juror
    USING (juror = (SELECT jury_server.my_juror()));

-- Conflicts of interest: a juror declares their own, and no more.
CREATE POLICY juror_reads ON conflict FOR SELECT TO :juror
    USING (juror = (SELECT jury_server.my_juror()));
CREATE POLICY juror_adds ON conflict FOR INSERT TO :juror
    WITH CHECK (juror = (SELECT jury_server.my_juror()) AND state = 'declared'
                AND candidacy IN (SELECT jury_server.shown()));
CREATE POLICY juror_changes ON conflict FOR UPDATE TO :juror
    USING (juror = (SELECT jury_server.my_juror()) AND candidacy IN (SELECT jury_server.shown()))
    WITH CHECK (juror = (SELECT jury_server.my_juror()) AND state = 'declared');

-- Sheets: a juror's own, unless a conflict keeps them away. What may become of them is in 6_guards.sql.
CREATE POLICY juror_reads ON sheet FOR SELECT TO :juror
    USING (juror = (SELECT jury_server.my_juror()) AND candidacy IN (SELECT jury_server.shown()));
CREATE POLICY juror_adds ON sheet FOR INSERT TO :juror
    WITH CHECK (juror = (SELECT jury_server.my_juror()));
CREATE POLICY juror_changes ON sheet FOR UPDATE TO :juror
    USING (juror = (SELECT jury_server.my_juror()) AND candidacy IN (SELECT jury_server.shown()));
CREATE POLICY juror_owns ON sheet_answer FOR ALL TO :juror USING (owner IN (SELECT id FROM sheet));
CREATE POLICY juror_owns ON sheet_goal_mark FOR ALL TO :juror USING (owner IN (SELECT id FROM sheet));

-- The practice, which counts for nothing.
CREATE POLICY juror_reads ON practice FOR SELECT TO :juror USING (true);
CREATE POLICY juror_reads ON practice_sheet FOR SELECT TO :juror
    USING (juror = (SELECT jury_server.my_juror()));
CREATE POLICY juror_adds ON practice_sheet FOR INSERT TO :juror
    WITH CHECK (juror = (SELECT jury_server.my_juror()));
CREATE POLICY juror_changes ON practice_sheet FOR UPDATE TO :juror
    USING (juror = (SELECT jury_server.my_juror()));

-- Settings: whether the rounds are closed, and the order that was drawn for the juror.
CREATE POLICY juror_reads ON setting FOR SELECT TO :juror
    USING (key IN ('round.written.closed', 'round.pitch.closed') OR jury_server.is_my_order(key));
CREATE POLICY juror_adds ON setting FOR INSERT TO :juror WITH CHECK (jury_server.is_my_order(key));
CREATE POLICY juror_changes ON setting FOR UPDATE TO :juror USING (jury_server.is_my_order(key));

-- The second reader reads what decisions rest on, and confirms them.
CREATE POLICY second_reader_reads ON candidacy FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON candidacy_challenge FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON candidacy_version FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON candidacy_attachment FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON candidacy_field FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON conflict FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON juror FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON letter FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON rebuttal FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON rebuttal_point FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON plan FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON plan_assignment FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON plan_seat FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON pitch_run FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON talk FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON meeting FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON session_window FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON setting FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON decision FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_confirms ON decision FOR UPDATE TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON motivation_line FOR ALL TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON motivation_source FOR ALL TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON practice FOR SELECT TO :second_reader USING (true);
CREATE POLICY second_reader_reads ON sheet FOR SELECT TO :second_reader
    USING ((candidacy, round) IN (SELECT candidacy, round FROM jury_server.told_scores()));
CREATE POLICY second_reader_reads ON sheet_answer FOR SELECT TO :second_reader
    USING (owner IN (SELECT id FROM sheet));
CREATE POLICY second_reader_reads ON sheet_goal_mark FOR SELECT TO :second_reader
    USING (owner IN (SELECT id FROM sheet));
CREATE POLICY second_reader_reads ON blob FOR SELECT TO :second_reader
    USING (sha256 IN (SELECT jury_server.read_contents()));
CREATE POLICY second_reader_reads ON blob_chunk FOR SELECT TO :second_reader
    USING (sha256 IN (SELECT jury_server.read_contents()));
CREATE POLICY second_reader_reads ON blob_stretch FOR SELECT TO :second_reader
    USING (sha256 IN (SELECT jury_server.read_contents()));

-- Observers follow the procedure: nothing with which they have a conflict, no score before it opens, and what the jury
-- weighed only without any conflict.
CREATE POLICY observer_reads ON candidacy_challenge FOR SELECT TO :observer
    USING (owner IN (SELECT jury_server.unbarred()));
CREATE POLICY observer_reads ON candidacy_attachment FOR SELECT TO :observer
    USING (owner IN (SELECT jury_server.unbarred()));
CREATE POLICY observer_reads ON candidacy_field FOR SELECT TO :observer
    USING (owner IN (SELECT jury_server.unbarred()) AND key NOT IN ('contact', 'email', 'phone', 'address'));
CREATE POLICY observer_reads ON blob FOR SELECT TO :observer
    USING (sha256 IN (SELECT jury_server.shown_contents()));
CREATE POLICY observer_reads ON blob_chunk FOR SELECT TO :observer
    USING (sha256 IN (SELECT jury_server.shown_contents()));
CREATE POLICY observer_reads ON blob_stretch FOR SELECT TO :observer
    USING (sha256 IN (SELECT jury_server.shown_contents()));
CREATE POLICY observer_reads ON motivation_line FOR SELECT TO :observer USING ((SELECT jury_server.is_free()));
CREATE POLICY observer_reads ON motivation_source FOR SELECT TO :observer USING ((SELECT jury_server.is_free()));
CREATE POLICY observer_reads ON talk FOR SELECT TO :observer USING ((SELECT jury_server.is_free()));
CREATE POLICY observer_reads ON meeting FOR SELECT TO :observer USING (true);
CREATE POLICY observer_reads ON practice FOR SELECT TO :observer USING (true);
CREATE POLICY observer_reads ON session_window FOR SELECT TO :observer USING (true);
CREATE POLICY observer_reads ON plan_assignment FOR SELECT TO :observer
    USING (pitch IN (SELECT reference FROM jury_server.unbarred_names()));
CREATE POLICY observer_reads ON plan_seat FOR SELECT TO :observer
    USING ((owner, assignment) IN (SELECT place.owner, place.position FROM plan_assignment AS place));
CREATE POLICY observer_reads ON setting FOR SELECT TO :observer
    USING (key IN ('round.written.closed', 'round.pitch.closed'));
CREATE POLICY observer_reads ON sheet FOR SELECT TO :observer
    USING ((candidacy, round) IN (SELECT candidacy, round FROM jury_server.told_scores()));
CREATE POLICY observer_reads ON sheet_answer FOR SELECT TO :observer
    USING (owner IN (SELECT id FROM sheet));
CREATE POLICY observer_reads ON sheet_goal_mark FOR SELECT TO :observer
    USING (owner IN (SELECT id FROM sheet));

-- What everybody reads: the call, the shape of the tables, and where the chain of events ends.
CREATE POLICY all_read ON dossier FOR SELECT TO :juror, :observer, :second_reader USING (true);
CREATE POLICY all_read ON alembic_version FOR SELECT TO :juror, :observer, :second_reader USING (true);
CREATE POLICY all_read ON journal_end FOR SELECT TO :juror, :observer, :second_reader USING (true);

-- The journal: events are added, by whoever may change something, and are never changed. A juror reads their own.
CREATE POLICY scribes_add ON journal FOR INSERT TO :juror, :second_reader WITH CHECK (true);
CREATE POLICY scribes_add ON seal FOR INSERT TO :juror, :second_reader WITH CHECK (true);
CREATE POLICY scribes_mark ON journal_end FOR UPDATE TO :juror, :second_reader USING (true);
CREATE POLICY juror_reads ON journal FOR SELECT TO :juror
    USING (sequence IN (SELECT jury_server.my_events()));
CREATE POLICY second_reader_reads ON journal FOR SELECT TO :second_reader
    USING (subject_kind NOT IN ('sheet', 'practice-sheet')
           OR (subject_kind = 'sheet'
               AND jury_server.scored_in(subject) IN (SELECT jury_server.told_subjects())));

-- The regisseur runs the selection.
CREATE POLICY regisseur_reads ON journal FOR SELECT TO :regisseur USING (true);
CREATE POLICY regisseur_adds ON journal FOR INSERT TO :regisseur WITH CHECK (true);
CREATE POLICY regisseur_reads ON seal FOR SELECT TO :regisseur USING (true);
CREATE POLICY regisseur_adds ON seal FOR INSERT TO :regisseur WITH CHECK (true);
CREATE POLICY regisseur_reads ON journal_end FOR SELECT TO :regisseur USING (true);
CREATE POLICY regisseur_marks ON journal_end FOR UPDATE TO :regisseur USING (true);
