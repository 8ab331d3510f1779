"""Invented data for every type of letter, in three lengths: for the preview of a template, and for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from jury_desktop.domain.call import BRUSSELS, Contact
from jury_desktop.domain.letter import (
    AnsweredPoint,
    Arrival,
    EarlierLetter,
    LetterData,
    LetterType,
    RoundScore,
    ScoreRow,
    Sender,
    Signatory,
    Slot,
)


class Length(StrEnum):
    """How much there is to say."""

    SHORT = "short"
    NORMAL = "normal"
    LONG = "long"
    SPECIAL = "special"
    """Names and reasons that would break a template or a PDF that trusts its input."""


_DATES = {
    LetterType.ACKNOWLEDGEMENT: date(2034, 6, 3),
    LetterType.LATE: date(2034, 6, 5),
    LetterType.INADMISSIBLE: date(2034, 6, 7),
    LetterType.INVITATION: date(2034, 6, 9),
    LetterType.NOT_SHORTLISTED: date(2034, 6, 9),
    LetterType.REBUTTAL_RECEIPT: date(2034, 7, 26),
    LetterType.REBUTTAL_EXTENSION: date(2034, 8, 16),
    LetterType.REBUTTAL_OUTCOME: date(2034, 8, 18),
    LetterType.REVISED_DECISION: date(2034, 8, 18),
}
_DECISIONS = date(2034, 7, 14)
_SUMMARY = (
    "De jury waardeert de ervaring van uw organisatie met anderstalige nieuwkomers. "
    "Het voorstel zegt weinig over het vaste aanspreekpunt en over huisbezoeken. "
    "De samenwerking met de andere partners blijft vaag."
)
_REPORT = ("scoreverslag van de jury",)
_REASONS: tuple[tuple[str, float, tuple[float, float], str], ...] = (
    (
        "Outreachend, aanklampend en op maat",
        3.0,
        (3.25, 3.0),
        "De jury ziet een duidelijke vindplaats in de buurt. Hoe u mensen "
        "opvolgt die afhaken, staat niet in de kandidatuur.",
    ),
    (
        "Vast aanspreekpunt of trajectgezel, ook thuis",
        2.0,
        (2.5, 2.75),
        "U kiest voor een team van vier begeleiders. Daardoor "
        "heeft de cliënt geen vast gezicht. Huisbezoeken komen in de pitch niet aan bod.",
    ),
    (
        "Afstemming en samenwerking",
        1.0,
        (2.0, 3.0),
        "Er zijn afspraken met één andere organisatie. De kandidatuur beschrijft "
        "niet hoe u met de andere partners samen leert.",
    ),
    (
        "Cultuursensitief werken",
        1.0,
        (4.0, 4.0),
        "De brugfiguren spreken vijf talen en krijgen intervisie. De jury vindt dat sterk uitgewerkt.",
    ),
    (
        "Activering in ruime zin en werkgeversbenadering",
        3.0,
        (2.75, 2.5),
        "De stap naar werk is beschreven voor twee sectoren. "
        "Voor mensen die nog niet klaar zijn voor werk blijft het aanbod beperkt.",
    ),
)
"""Each criterion with its weight, its score in both rounds, and the reasons; in each round that makes 2.9."""


def sample(letter_type: LetterType, length: Length = Length.NORMAL) -> LetterData:
    """Data with which every field of the shipped template of ``letter_type`` is filled."""
    data = _situated(letter_type, _base(_DATES.get(letter_type, _DECISIONS)))
    if length is Length.SHORT:
        return replace(
            data, rows=data.rows[:1], points=data.points[:1], challenges=data.challenges[:1], enclosures=()
        )
    if length is Length.SPECIAL:
        return _peculiar(data)
    if length is Length.LONG:
        rows = tuple(replace(row, motivation="\n\n".join([row.motivation] * 5)) for row in data.rows * 2)
        points = tuple(replace(point, answer=" ".join([point.answer] * 6)) for point in data.points * 4)
        return replace(data, rows=rows, points=points, summary="\n\n".join([data.summary] * 3))
    return data


def _peculiar(data: LetterData) -> LetterData:
    name = "Çağrı & Zoë <b>Ñandú</b> – 't “Hûs” vzw, samenwerkingsverband voor buurtgerichte ontmoeting"
    reasons = "1. **Niet** {{ vet }} | geen # kop_pel_teken \\ <i>\n\n- geen lijst\n\n> 100 % ≥ ½ €"
    return replace(
        data,
        organisation=name,
        addressee=(name, "t.a.v. Ștefan Łukasz-O’Brien", "Œuvrestraat 1A", "2500 Netegem"),
        salutation="Beste Ștefan Łukasz-O’Brien",
        rows=tuple(replace(row, motivation=reasons) for row in data.rows),
        summary=f"{reasons} 😀 مرحبا",
        challenges=("Regio-uitdaging 1 | *Sami* & _Noor_",),
    )


def _base(day: date) -> LetterData:
    return LetterData(
        sender=Sender(
            "Stad Netegem",
            ("Regie sociale economie en werk", "Marktplein 1, 2999 Netegem", "regie@netegem.example"),
        ),
        contact=Contact(
            "Ilse Verbruggen",
            "regisseur sociale economie en werk",
            "ilse.verbruggen@netegem.example",
            "015 00 00 00",
        ),
        signatory=Signatory("Ilse Verbruggen", "regisseur sociale economie en werk, regio Netevallei"),
        place="Netegem",
        dated=day,
        reference="LP-2034-K07-01",
        organisation="De Springplank vzw",
        addressee=("De Springplank vzw", "t.a.v. Noor Peeters", "Kerkstraat 12 bus 3", "2500 Netegem"),
        salutation="Beste Noor Peeters",
        delivery="Per e-mail",
        candidacy="K-07",
        call_title="Lokale partnerschappen Netegem, Waterdorp, Bosbeke en Zandhove",
        call_source="Lokaal Addendum Netegem – Waterdorp – Bosbeke – Zandhove",
        call_date=date(2034, 4, 21),
        deciding_body="de jury van het lokaal partnerschap",
        decided_on=day,
        challenges=("Regio-uitdaging 1 (Sami en Noor)", "Regio-uitdaging 5 (Rania)"),
        complaints_to="de klachtendienst van de stad, klachten@netegem.example",
        data_protection="gegevensbescherming@netegem.example",
        other_names=("Het Vlot vzw", "Buurtwerk Nete"),
    )


def _situated(letter_type: LetterType, data: LetterData) -> LetterData:
    match letter_type:
        case LetterType.ACKNOWLEDGEMENT:
            return _acknowledged(data)
        case LetterType.LATE | LetterType.INADMISSIBLE:
            return _refused_on_form(letter_type, data)
        case LetterType.INVITATION:
            return _invited(data)
        case LetterType.NOT_SHORTLISTED | LetterType.NOT_SELECTED:
            end = _moment(6, 23) if letter_type is LetterType.NOT_SHORTLISTED else _moment(7, 28)
            scored = _scored(data) if letter_type is LetterType.NOT_SELECTED else _written_only(_scored(data))
            return replace(scored, threshold=3.0, term_end=end, rebuttal_to=data.contact.email)
        case LetterType.SELECTED | LetterType.RESERVE:
            return _chosen(letter_type, _scored(data, 0.95))
        case LetterType.REBUTTAL_RECEIPT:
            return replace(_answered(data), rebuttal_in_time=True, answer_by=date(2034, 8, 18))
        case LetterType.REBUTTAL_EXTENSION:
            reason = "De jury komt pas opnieuw samen op 29 augustus 2034."
            late = replace(_answered(data), answer_by=date(2034, 9, 1), extension_reason=reason, points=())
            return replace(late, earlier=EarlierLetter("LP-2034-K07-03", date(2034, 7, 26), ""))
        case LetterType.REBUTTAL_OUTCOME:
            confirmed = replace(_scored(_answered(data)), outcome_confirmed=True, challenges=())
            return replace(confirmed, next_steps=_AFTER_OUTCOME)
        case LetterType.REVISED_DECISION:
            return _revised(_answered(data))


def _acknowledged(data: LetterData) -> LetterData:
    return replace(
        data,
        arrival=Arrival(_moment(6, 1, 14, 12), "de kop Received van onze mailserver"),
        next_steps=(
            "De jury beoordeelt uw kandidatuur van 5 tot en met 9 juni 2034.",
            "Gaat u door? Dan krijgt u een uitnodiging voor een pitch op 14, 16 of 19 juni 2034.",
        ),
        next_step_on=date(2034, 6, 9),
    )


def _refused_on_form(letter_type: LetterType, data: LetterData) -> LetterData:
    data = replace(data, deciding_body="de regisseur van de oproep")
    if letter_type is LetterType.LATE:
        return replace(
            data,
            arrival=Arrival(
                _moment(6, 3, 0, 7), "de kop Received van onze mailserver, 3 juni 2034 om 00.07 uur"
            ),
            deadline=_moment(6, 2),
            deadline_source="Deadline kandidaturen",
        )
    return replace(
        data,
        condition="elke kandidatuur vermeldt voor welke regio-uitdagingen ze bedoeld is.",
        condition_source="het lokaal addendum, onder “Regio-uitdagingen”",
        finding="uw kandidatuur noemt geen enkele regio-uitdaging. Op onze vraag van 5 juni 2034 kwam geen "
        "antwoord.",
    )


def _invited(data: LetterData) -> LetterData:
    slot = Slot(
        _moment(6, 14, 13, 40), _moment(6, 14, 14, 20), "Stadhuis, zaal 2, Marktplein 1, 2999 Netegem", 15, 15
    )
    return replace(
        data,
        slot=slot,
        attendance="hoogstens drie mensen, onder wie iemand die zelf met de cliënten zal werken",
        confirm_by=_moment(6, 12, 12, 0),
        criteria=tuple(criterion for criterion, *_ in _REASONS),
        summary=_SUMMARY,
        next_step_on=_DECISIONS,
        enclosures=("agendabestand van uw pitch",),
    )


def _chosen(letter_type: LetterType, data: LetterData) -> LetterData:
    if letter_type is LetterType.RESERVE:
        return replace(
            data,
            reserve_place=2,
            valid_until=date(2035, 7, 13),
            term_end=_moment(7, 28),
            rebuttal_to=data.contact.email,
            rank="plaats 10 van 14; de eerste acht zijn geselecteerd",
        )
    return replace(
        data,
        rank="plaats 4 van 14; de eerste acht zijn geselecteerd",
        conditions=(
            "Europa WSE keurt het partnerschap goed.",
            "Deze selectie geeft nog geen recht op subsidie.",
            "U werkt samen met de andere partners van het partnerschap.",
        ),
        next_steps=(
            "Op 6 september 2034 nodigen wij alle partners uit voor een startoverleg.",
            "Samen dienen wij het partnerschap in bij Europa WSE.",
        ),
    )


_AFTER_OUTCOME = (
    "Uw kandidatuur blijft niet geselecteerd.",
    "De beslissing over de andere kandidaturen verandert niet.",
)


def _answered(data: LetterData) -> LetterData:
    return replace(
        data,
        earlier=EarlierLetter("LP-2034-K07-02", _DECISIONS, "niet geselecteerd"),
        rebuttal_arrival=Arrival(_moment(7, 25, 16, 5), "de kop Received van onze mailserver"),
        term_end=_moment(7, 28),
        points=(
            AnsweredPoint(
                "Volgens de jury kwamen huisbezoeken niet aan bod, maar dia 6 van onze pitch gaat erover.",
                "Dia 6 noemt huisbezoeken, maar niet wie ze doet en hoe vaak. De score blijft.",
            ),
            AnsweredPoint(
                "Onze samenwerking met de huizen van het kind staat in bijlage 2.",
                "Dat klopt. De jury had bijlage 2 gelezen en rekende die samenwerking al mee.",
            ),
        ),
    )


def _revised(data: LetterData) -> LetterData:
    return replace(
        _scored(data, 0.5),
        term_end=datetime(2034, 9, 1, 23, 59, tzinfo=BRUSSELS),
        rebuttal_to=data.contact.email,
        rebuttal_arrival=None,
        new_decision="op de reservelijst",
        revision_reason="Bij het weerwoord bleek dat de score voor één criterium verkeerd was overgenomen.",
        challenges=(),
        next_steps=("U staat op plaats 2 van de reservelijst.",),
    )


def _scored(data: LetterData, more: float = 0.0) -> LetterData:
    """With scores in both rounds that make 2.9, and so much ``more``."""
    total = round(2.9 + more, 2)
    return replace(
        data,
        rows=tuple(_row(*reason, more) for reason in _REASONS),
        rounds=_rounds(total, total),
        total=total,
        maximum=5.0,
        summary=_SUMMARY,
        enclosures=_REPORT,
    )


def _row(criterion: str, weight: float, given: tuple[float, float], motivation: str, more: float) -> ScoreRow:
    written, pitch = (score + more for score in given)
    return ScoreRow(criterion, (written + pitch) / 2, 5.0, motivation, weight, _rounds(written, pitch))


def _rounds(written: float, pitch: float) -> tuple[RoundScore, ...]:
    return RoundScore("schriftelijk", written, 0.6), RoundScore("pitch", pitch, 0.4)


def _written_only(data: LetterData) -> LetterData:
    """The same after the written round alone."""
    rows = tuple(replace(row, score=row.by_round[0].score, by_round=()) for row in data.rows)
    return replace(data, rows=rows, rounds=())


def _moment(month: int, day: int, hour: int = 23, minute: int = 59) -> datetime:
    return datetime(2034, month, day, hour, minute, tzinfo=BRUSSELS)
