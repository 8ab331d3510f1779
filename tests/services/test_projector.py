"""What the projector shows: no names, nothing sealed, and nothing of a conflict but through the door."""

from __future__ import annotations

from dataclasses import replace

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import MotivationLine, Stage
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.meeting import MeetingDetails, keep_meeting
from jury_desktop.services.ports import Dossier
from jury_desktop.services.projector import CardSlide, DoorSlide, RankingSlide, Show, ask_show, make_show
from jury_desktop.services.talk import agree, ask_second_look, keep_notes
from tests.builders import NOW, a_candidacy, a_conflict, a_juror, a_sheet
from tests.services.scenario import a_dossier, after_the_written_round

SHORT = Stage.SHORTLIST
JURY = [
    a_juror(number, name=name)
    for number, name in enumerate(("Els Maes", "Jan Peeters", "Noor Claes"), start=1)
]


def table(*, conflicts: int = 0) -> Dossier:
    """Three candidacies, each better than the next, with comments that name everybody."""
    candidacies = [a_candidacy(number) for number in (1, 2, 3)]
    sheets = []
    for juror in JURY:
        for number, candidacy in enumerate(candidacies):
            sheet = a_sheet(juror, candidacy, value=5 - number)
            comment = "; ".join(f"{other.name} knikt" for other in JURY)
            answers = {key: replace(answer, comment=comment) for key, answer in sheet.answers.items()}
            sheets.append(replace(sheet, answers=answers))
    barred = [a_conflict(JURY[0], candidacies[1]), a_conflict(JURY[0], candidacies[2])][:conflicts]
    return a_dossier(candidacies, JURY, sheets, conflicts=barred)


def shown(dossier: Dossier, stage: Stage = SHORT) -> Show:
    return make_show(ask_show(dossier, stage))


def order(show: Show) -> list[str]:
    """The slides in short: R for the ranking, a reference for a candidacy, a door with who goes and comes."""
    names = []
    for slide in show.slides:
        match slide:
            case RankingSlide():
                names.append("R")
            case DoorSlide():
                names.append(f"{slide.reference} -{slide.leave} +{slide.back} ={slide.stay}")
            case CardSlide():
                names.append(f"{slide.reference}{' again' if slide.again else ''}")
    return names


def test_the_ranking_opens_and_closes_and_between_them_comes_each_candidacy() -> None:
    assert order(shown(table())) == ["R", "K-01", "K-02", "K-03", "R"]


def test_what_is_to_be_looked_at_again_comes_once_more_at_the_end() -> None:
    dossier = table()
    ask_second_look(dossier, "c1", SHORT, "Begroting nalezen")
    assert order(shown(dossier)) == ["R", "K-01", "K-02", "K-03", "K-01 again", "R"]


def test_whoever_has_a_conflict_leaves_before_the_candidacy_and_comes_back_after_it() -> None:
    assert order(shown(table(conflicts=1))) == [
        "R",
        "K-01",
        "K-03",
        "K-02 -1 +0 =0",
        "K-02",
        " -0 +1 =0",
        "R",
    ]


def test_every_candidacy_with_a_conflict_has_its_door() -> None:
    assert order(shown(table(conflicts=2)))[1:] == [
        *("K-01", "K-02 -1 +0 =0", "K-02", "K-03 -0 +0 =1", "K-03", " -0 +1 =0", "R"),
    ]


def test_the_ranking_withholds_what_somebody_in_the_room_may_not_know_and_then_shows_no_places() -> None:
    slide = shown(table(conflicts=1)).slides[0]
    assert isinstance(slide, RankingSlide)
    assert [(line.reference, line.place, line.score, line.withheld) for line in slide.lines] == [
        ("K-01", "", 5.0, False),
        ("K-03", "", 3.0, False),
        ("K-02", "", None, True),
    ]


def test_who_is_not_there_need_not_leave() -> None:
    dossier = table(conflicts=1)
    keep_meeting(dossier, SHORT, MeetingDetails(NOW, present=("j2", "j3")))
    show = shown(dossier)
    slide = show.slides[0]
    assert isinstance(slide, RankingSlide)
    assert (order(show), [line.place for line in slide.lines]) == (
        ["R", "K-01", "K-02", "K-03", "R"],
        ["1", "2", "3"],
    )


def test_no_name_of_a_juror_is_anywhere_in_it() -> None:
    dossier = table(conflicts=2)
    keep_notes(dossier, "c1", SHORT, "Els Maes twijfelt.")
    agree(dossier, "c1", SHORT, MotivationLine("outreach", "Volgens Jan Peeters is het goed.", ()))
    everything = repr(shown(dossier))
    assert [part for juror in JURY for part in juror.name.split() if part in everything] == []
    assert "Volgens Jurylid" in everything
    assert "twijfelt" not in everything


def test_who_is_missing_at_a_conflict_is_not_told_apart_at_the_other_candidacies() -> None:
    """The letter that is missing at one card stands elsewhere for somebody else, now and then."""
    candidacies = [a_candidacy(number) for number in range(1, 13)]
    sheets = [
        a_sheet(juror, candidacy, value=number)
        for number, juror in enumerate(JURY, start=2)
        for candidacy in candidacies
    ]
    barred = a_conflict(JURY[0], candidacies[0])
    cards = [
        slide
        for slide in shown(a_dossier(candidacies, JURY, sheets, conflicts=[barred])).slides
        if isinstance(slide, CardSlide)
    ]
    everybody = {"Jurylid A", "Jurylid B", "Jurylid C"}
    (missing,) = (
        everybody - {who for who, *_ in card.bars[0].given} for card in cards if card.candidacy == "c1"
    )
    (letter,) = missing
    behind = {value for card in cards for who, _, value, _ in card.bars[0].given if who == letter}
    assert behind == {"2", "3", "4"}


def test_letters_stay_the_same_within_a_meeting() -> None:
    dossier = table()
    keep_meeting(dossier, SHORT, MeetingDetails(NOW, present=("j1", "j2", "j3")))
    first = repr(shown(dossier))
    keep_notes(dossier, "c1", SHORT, "Iets genoteerd.")
    assert repr(shown(dossier)) == first


def test_sealed_scores_never_come_on_it() -> None:
    jurors, candidacies = [a_juror(1), a_juror(2)], [a_candidacy(1), a_candidacy(2)]
    sheet = a_sheet(jurors[0], candidacies[0], Round.WRITTEN, 4)
    sheet = replace(sheet, answers=dict.fromkeys(sheet.answers, Answer(4, comment="GEHEIM")))
    show = shown(a_dossier(candidacies, jurors, [sheet]))
    cards = [slide for slide in show.slides if isinstance(slide, CardSlide)]
    assert [(card.sealed, card.score, card.bars) for card in cards] == [(True, None, ())] * 2
    assert "GEHEIM" not in repr(show)


def test_without_candidacies_there_is_an_empty_ranking() -> None:
    assert order(shown(after_the_written_round(), Stage.FINAL)) == ["R"]
