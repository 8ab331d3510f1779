"""Everything that a user can change: what has a way back, and why the rest has none."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from jury_desktop.ui.final import Final
from tests.architecture.checkout import PACKAGE, called, modules, tree

WITHOUT_A_WAY_BACK = {
    "pages/assessment/conflict.py ConflictStep._declared": Final.ASIDE,
    "pages/assessment/keeper.py SheetKeeper._keep_change": Final.REASON,
    "pages/assessment/keeper.py SheetKeeper._look": Final.SEEN,
    "pages/assessment/keeper.py SheetKeeper._submit": Final.SEALED,
    "pages/assessment/paper/dialog.py PaperDialog._submit": Final.SEALED,
    "pages/assessment/paper/list_import.py ScoreListImport._ask.answered": Final.CELLS,
    "pages/assessment/paper/typist.py Typist._operate": Final.CELLS,
    "pages/assessment/rounds.py round_ended": Final.SEEN,
    "pages/candidacies/mail_keys.py MailKeys._take_back": Final.AGAIN,
    "pages/jury/steps.py packing": Final.LEFT,
    "pages/jury/steps.py taking_over": Final.SEALED,
    "pages/journal_bundle.py Bundling.make": Final.LEFT,
    "pages/settings/account_steps.py another_code": Final.SECRET,
    "pages/settings/account_steps.py another_key": Final.SECRET,
    "pages/settings/account_steps.py beginning": Final.DOOR,
    "pages/settings/account_steps.py ending": Final.DOOR,
    "pages/letters/sending.py sending": Final.SENT,
    "pages/settings/person_fields.py PersonFields._write": Final.LEFT,
    "pages/settings/privacy_section.py PrivacySection._make_archive": Final.LEFT,
    "pages/letters/sending.py taking_back": Final.REASON,
    "pages/rebuttal/verbs.py changing_scores": Final.REASON,
    "play.py Play._play": Final.STORY,
    "play.py Play._stop": Final.STORY,
}
"""Each with why; a new one is a decision (``docs/decisions.md``, 59)."""

WITH_A_WAY_BACK = {
    "dialogs/history_dialog.py HistoryDialog._take_back",
    "pages/assessment/keeper.py SheetKeeper._newest_read",
    "pages/assessment/keeper.py SheetKeeper._run",
    "pages/assessment/keeper.py SheetKeeper.save",
    "pages/assessment/practice/steps.py PracticeSteps._lay",
    "pages/assessment/practice/steps.py PracticeSteps.clear.answered",
    "pages/candidacies/copy_asking.py _keeping",
    "pages/candidacies/correcting.py Correcting.correct",
    "pages/candidacies/correcting.py Correcting.set_availability",
    "pages/candidacies/establishing.py Establishing._establish",
    "pages/candidacies/judging.py Judging._keep",
    "pages/candidacies/naming_servers.py NamingServers._confirm",
    "pages/candidacies/reading.py ReadingView.read",
    "pages/candidacies/requesting.py Requesting.check",
    "pages/candidacies/requesting.py _keeping",
    "pages/candidacies/review_verbs.py ReviewVerbs.confirm",
    "pages/candidacies/review_verbs.py ReviewVerbs.place",
    "pages/deliberation/deciding.py Deciding._keep",
    "pages/deliberation/record.py Recording._keep_meeting",
    "pages/deliberation/steps.py Steps._eyes",
    "pages/deliberation/steps.py Steps._talk",
    "pages/desk/own.py saying",
    "pages/jury/steps.py declaring",
    "pages/jury/steps.py freeing",
    "pages/jury/steps.py importing",
    "pages/jury/steps.py judging",
    "pages/jury/steps.py removing",
    "pages/jury/steps.py saving",
    "pages/letters/fate.py recording",
    "pages/letters/sending.py presenting",
    "pages/letters/signing.py Signing._keep",
    "pages/letters/texts/view.py TextsView._restore",
    "pages/letters/texts/view.py TextsView.save",
    "pages/letters/workshop.py Workshop._keep",
    "pages/planning/sessions/steps.py answering",
    "pages/planning/sessions/steps.py changing",
    "pages/planning/steps.py communicating",
    "pages/planning/steps.py keeping",
    "pages/planning/steps.py locking",
    "pages/planning/steps.py moving",
    "pages/planning/steps.py restoring",
    "pages/rebuttal/verbs.py answering",
    "pages/rebuttal/verbs.py concluding",
    "pages/rebuttal/verbs.py _correcting",
    "pages/rebuttal/verbs.py dismissing",
    "pages/rebuttal/verbs.py extending",
    "pages/rebuttal/verbs.py reading_mail",
    "pages/rebuttal/verbs.py registering",
    "pages/rebuttal/verbs.py reopening",
    "pages/rebuttal/verbs.py withdrawing",
    "pages/settings/account_steps.py adding",
    "pages/settings/account_steps.py adding_jury",
    "pages/settings/account_steps.py locking_after",
    "pages/settings/account_steps.py removing",
    "pages/settings/backups_section.py BackupsSection._choose",
    "pages/session/steps.py candidate_moved",
    "pages/session/steps.py candidate_noted",
    "pages/session/steps.py juror_noted",
    "pages/session/steps.py noting",
    "pages/session/steps.py panel_noted",
    "pages/session/steps.py shifting",
    "pages/session/steps.py turning",
    "pages/settings/envelope_fields.py EnvelopeFields._keep",
    "pages/settings/house_section.py HouseSection.commit",
    "pages/settings/logo_fields.py LogoFields._run",
    "pages/settings/term_section.py TermSection._keep",
    "pages/settings/retention_fields.py RetentionFields._keep",
    "pages/settings/texts_section.py TextsSection._approve",
    "pages/settings/texts_section.py TextsSection._withdraw",
    "pages/settings/word_fields.py WordFields._run",
}


def steps() -> Iterator[tuple[str, str]]:
    """Every place where a step of the user is made, with its way back as it is written."""
    for file in modules("ui"):
        for name, call in _calls(tree(file), ""):
            if called(call) == "Operation" or (called(call) == "_run" and file.name == "keeper.py"):
                place = file.relative_to(PACKAGE / "ui").as_posix()
                yield f"{place} {name}", _way_back(call)


def _calls(node: ast.AST, within: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        named = isinstance(child, ast.FunctionDef | ast.ClassDef)
        inside = f"{within}.{child.name}".lstrip(".") if named else within
        if isinstance(child, ast.Call):
            yield inside, child
        yield from _calls(child, inside)


def _way_back(call: ast.Call) -> str:
    given = [each.value for each in call.keywords if each.arg == "inverse"]
    return ast.unparse(given[0] if given else call.args[3])


def test_every_step_of_the_user_has_a_way_back_or_a_reason_why_not() -> None:
    final = {place: back for place, back in steps() if back.startswith("Final.")}

    assert final == {place: f"Final.{why.name}" for place, why in WITHOUT_A_WAY_BACK.items()}


def test_the_list_of_what_can_be_undone_is_complete() -> None:
    assert {place for place, back in steps() if not back.startswith("Final.")} == WITH_A_WAY_BACK


def test_no_reason_stands_there_for_nothing() -> None:
    assert set(WITHOUT_A_WAY_BACK.values()) == set(Final)
