"""The deliberation page: tabs on one stage, from the decision to what stands beside the ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QStackedLayout, QWidget

from jury_desktop.domain.call import Call
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.standing import Ranking
from jury_desktop.services.advice import default_cut
from jury_desktop.services.attention import Attention, attention
from jury_desktop.services.history import Thing, What
from jury_desktop.services.known import known
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking, ties
from jury_desktop.services.talk import second_looks
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.operations import Changes, Subject
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.pages.deliberation.agenda import AgendaView
from jury_desktop.ui.pages.deliberation.comparing import Comparing
from jury_desktop.ui.pages.deliberation.discussing import Discussing
from jury_desktop.ui.pages.deliberation.line import Line
from jury_desktop.ui.pages.deliberation.pictures import PicturesView
from jury_desktop.ui.pages.deliberation.portfolio import PortfolioView
from jury_desktop.ui.pages.deliberation.projector.projecting import Projecting
from jury_desktop.ui.pages.deliberation.record import Recording
from jury_desktop.ui.pages.deliberation.table import Beside
from jury_desktop.ui.pages.deliberation.view import Look, View
from jury_desktop.ui.pages.deliberation.weighing import Weighing
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import row
from jury_desktop.ui.widgets.empty import EmptyState
from jury_desktop.ui.widgets.switch import Switch, Tabs

tr = area("deliberation")

DISCUSS = "discuss"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows: the call, the ranking of a stage, and what to look into first or again."""

    call: Call
    ranking: Ranking
    noticed: Mapping[str, Attention]
    again: frozenset[str]


class DeliberationPage(Page):
    """One stage, looked at from several sides.

    Scores show only once the call's rule has opened them. The program proposes and compares; people decide.
    """

    key = "deliberation"
    subjects = frozenset(
        {
            Subject.DECISION,
            Subject.SHEET,
            Subject.CANDIDACY,
            Subject.CONFLICT,
            Subject.JUROR,
            Subject.PLAN,
            Subject.LETTER,
        }
    )

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._seen: Seen | None = None
        self._wanted = ""
        stages = ((Stage.SHORTLIST.value, tr("After the written round")), (Stage.FINAL.value, tr("Final")))
        self.stages = Switch(stages, tr("Stage"))
        self.stages.choose(Stage.FINAL.value)
        self.stages.chosen.connect(self._stage_chosen)
        self.line = Line()
        self.line.moved.connect(self._line_moved)
        self.discussing = Discussing(shell)
        self.discussing.changed.connect(self.header_changed)
        self.recording = Recording(shell, self)
        self.projecting = Projecting(shell, self)
        self.discussing.chosen.connect(self.projecting.follow)
        self.views: dict[str, View] = {
            "compare": Comparing(shell),
            "weigh": Weighing(shell),
            "agenda": AgendaView(shell),
            "portfolio": PortfolioView(shell),
            "pictures": PicturesView(shell),
        }
        self.tabs = Tabs(
            (
                (DISCUSS, tr("Discuss")),
                ("compare", tr("Compare")),
                ("weigh", tr("Weights")),
                ("agenda", tr("Agenda")),
                ("portfolio", tr("Portfolio")),
                ("pictures", tr("Pictures")),
            ),
            tr("Looks at the ranking"),
        )
        self.tabs.chosen.connect(self._tab_chosen)
        self._build()

    def title(self) -> str:
        return tr("Deliberation")

    def subtitle(self) -> str:
        if self._seen is None or not self._seen.ranking.rows:
            return ""
        text = tr("%n candidates", "", len(self._seen.ranking.rows))
        drafts = len(self.discussing.drafts.candidacies())
        unsaved = tr("%n not saved", "", drafts)
        return f"{text} · {unsaved}" if drafts else text

    def thing(self) -> Thing | None:
        found = self.discussing.panel.shown
        if found is None:
            return Thing(What.MEETING, self.recording.stage.value)
        return Thing(What.DECISION, found.candidacy.reference)

    def page_actions(self) -> Sequence[Action]:
        view = self.views.get(self.tabs.current())
        tabs = [
            Action(f"deliberation.{key}", made.text(), partial(self._tab_chosen, key))
            for key, made in self.tabs.buttons.items()
        ]
        ready = self._seen is not None and bool(self._seen.ranking.rows)
        own = view.page_actions() if view is not None else (self._keeping(),)
        return (*own, self.projecting.action(enabled=ready), *self.recording.actions(enabled=ready), *tabs)

    def _keeping(self) -> Action:
        text, keep = tr("Keep decision"), self.discussing.deciding.keep
        ready = self.discussing.ready
        return Action("deliberation.keep", text, keep, icon="check", place=Place.PRIMARY, enabled=ready)

    def refresh(self, changed: Changes) -> None:
        stage, ref = Stage(self.stages.current()), self._wanted
        self.load(lambda dossier, context: _read(dossier, stage, ref), self._show)

    def show_object(self, ref: str) -> None:
        """``ref`` is the reference of a candidacy, opened in the last stage that decides on it, or a tab."""
        if ref in self.views:
            self.tabs.choose(ref)
            self._tab_chosen(ref)
            return
        self._wanted = ref
        self._show_tab(DISCUSS)
        self.refresh(frozenset(Subject))

    def leave(self) -> bool:
        if names := self.discussing.unsaved():
            text = tr("Not saved yet: the motivation of {list}.").format(list=", ".join(names))
            back = Back(self.shell, names[0])
            self.shell.notify(Notice(text, Tone.WARN, tr("Go back"), back, topic=self.key, everywhere=True))
        return True

    def _build(self) -> None:
        head = row(self.tabs, self.line, self.stages, spacing=16)
        head.setStretch(0, 1)
        holder = QWidget()
        self._shown_tab = QStackedLayout(holder)
        self._shown_tab.addWidget(self.discussing)
        for view in self.views.values():
            self._shown_tab.addWidget(view)
            view.candidacy_wanted.connect(self.show_object)
            view.actions_changed.connect(self.header_changed)
        column = self.column()
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(holder, 1)
        self._show_tab(DISCUSS)

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        self.stages.choose(seen.ranking.stage.value)
        self.recording.stage = self.projecting.stage = seen.ranking.stage
        self.projecting.read()
        if seen.ranking.rows:
            self.show_content()
            self.line.show_range(seen.ranking.stage, default_cut(seen.ranking), len(seen.ranking.rows))
            wanted, self._wanted = self._wanted, ""
            four_eyes = seen.call.deliberation.four_eyes
            beside = Beside(seen.noticed, self._ties(seen.ranking), self.line.cut, seen.again, four_eyes)
            self.discussing.show_ranking(seen.ranking, seen.call, beside, wanted)
            self._read_view()
        else:
            self.show_empty(self._nothing())
        self.header_changed.emit()

    # tabs

    def _tab_chosen(self, key: str) -> None:
        self._show_tab(key)
        self._read_view()
        self.header_changed.emit()

    def _show_tab(self, key: str) -> None:
        self.tabs.choose(key)
        view = self.views.get(key)
        self._shown_tab.setCurrentWidget(view if view is not None else self.discussing)
        self.line.setVisible(view is None or view.has_line)

    def _read_view(self) -> None:
        """Let the tab on show read, unless it is the first, which came with the page."""
        view = self.views.get(self.tabs.current())
        if view is not None and self._seen is not None and self._seen.ranking.rows:
            view.read(Look(self._seen.ranking.stage, self.line.cut))

    def _line_moved(self) -> None:
        self.discussing.move_line(self.line.cut)
        self._read_view()

    def _ties(self, found: Ranking) -> dict[str, str]:
        """How the places of those with equal scores came about, in words."""
        return {key: self.shell.words(tie) for key, tie in ties(found).items()}

    def _stage_chosen(self, _stage: str) -> None:
        self._wanted = ""
        self.refresh(frozenset(Subject))

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "scale",
            tr("Nothing to deliberate yet"),
            tr("First judge which candidacies are admissible. Then the jury can score them."),
            tr("To candidacies"),
            self._to_candidacies,
        )

    def _to_candidacies(self) -> None:
        self.shell.go_to("candidacies")


class Back:
    """Goes back to a candidacy under discussion."""

    def __init__(self, shell: Shell, reference: str) -> None:
        self._shell, self._reference = shell, reference

    def __call__(self) -> None:
        self._shell.go_to("deliberation", self._reference)


def _read(dossier: Dossier, stage: Stage, ref: str = "") -> Seen:
    """The ranking of a stage, of the shortlist while there is no other; with the reference of a candidacy
    that of the last stage that decides on it."""
    selection = known(dossier).selection
    final = ranking(dossier, Stage.FINAL)
    fits = any(row.candidacy.reference == ref for row in final.rows) if ref else stage is Stage.FINAL
    shown = final if fits and final.rows else ranking(dossier, Stage.SHORTLIST)
    again = frozenset(second_looks(selection, shown.stage))
    return Seen(selection.call, shown, attention(dossier, shown.stage), again)
