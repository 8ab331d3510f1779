"""The table of what each type of letter must say, row by row: no template may leave it out, and none does."""

from __future__ import annotations

import pytest

from jury_desktop.domain.letter import MANDATORY, Block, LetterType
from jury_desktop.domain.letter_texts import LetterTexts, OwnText
from jury_desktop.domain.messages import say
from jury_desktop.letters import mandatory, sources
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import sample
from jury_desktop.letters.unfilled import spoken
from jury_desktop.wording import catalogue
from tests.letters.approved import APPROVED

APPEAL = "beroep instellen bij de afdeling Bestuursrechtspraak van de Raad van State"
SCORE = "Outreachend, aanklampend en op maat | De jury ziet een duidelijke vindplaats in de buurt."
RECKONED = ("staat niet in de kandidatuur. | 3 | 3,25 / 5", "Zo rekent u het totaal na")
GROUND = "De beslissing steunt op het document Lokaal Addendum Netegem"
REBUTTAL = (
    "Dan kunt u een weerwoord sturen.",
    "om 23.59 uur",
    "Stuur het naar ilse.verbruggen@netegem.example",
    "met welk criterium of welke vaststelling u het niet eens bent",
    "wie het weerwoord namens uw organisatie indient",
)
REFUSED = (
    GROUND,
    SCORE,
    *RECKONED,
    "Uw kandidatuur behaalt 2,90 op 5.",
    "was minstens 3,00 nodig",
    *REBUTTAL,
    APPEAL,
    "Een klacht gaat over onze dienstverlening. Ze verandert de beslissing niet",
    "U kunt uw dossier inkijken",
)

SAID: dict[LetterType, tuple[str, ...]] = {
    LetterType.ACKNOWLEDGEMENT: (
        "ontvangen op donderdag 1 juni 2034 om 14.12 uur",
        "Ze kreeg het nummer K-07",
        "U kent het resultaat van de schriftelijke ronde op vrijdag 9 juni 2034",
    ),
    LetterType.LATE: (
        "uiterlijk aankomen op vrijdag 2 juni 2034 om 23.59 uur",
        "onder “Deadline kandidaturen”",
        "kwam aan op zaterdag 3 juni 2034 om 00.07 uur",
        "Dat blijkt uit dit gegeven: de kop Received van onze mailserver",
        "niet ontvankelijk",
        "De inhoud van uw kandidatuur is niet beoordeeld.",
        APPEAL,
    ),
    LetterType.INADMISSIBLE: (
        "De voorwaarde: elke kandidatuur vermeldt voor welke regio-uitdagingen ze bedoeld is.",
        "De voorwaarde staat in het lokaal addendum, onder “Regio-uitdagingen”.",
        "Onze vaststelling: uw kandidatuur noemt geen enkele regio-uitdaging.",
        "niet ontvankelijk",
        APPEAL,
    ),
    LetterType.INVITATION: (
        "Uw kandidatuur gaat door na de schriftelijke ronde.",
        "woensdag 14 juni 2034, van 13.40 uur tot 14.20 uur",
        "Stadhuis, zaal 2, Marktplein 1, 2999 Netegem",
        "U stelt uw voorstel voor in 15 minuten. Daarna stelt de jury 15 minuten vragen.",
        "De jury let op:",
        "hoogstens drie mensen",
        "Bevestig uw komst uiterlijk op maandag 12 juni 2034 om 12.00 uur",
    ),
    LetterType.NOT_SHORTLISTED: ("gaat niet door naar de pitch", *REFUSED),
    LetterType.SELECTED: (
        "De Springplank vzw is geselecteerd als partner",
        SCORE,
        "Regio-uitdaging 5 (Rania)",
        "Europa WSE keurt het partnerschap goed.",
        "Deze selectie geeft nog geen recht op subsidie.",
        "Op 6 september 2034 nodigen wij alle partners uit voor een startoverleg.",
        APPEAL,
    ),
    LetterType.RESERVE: (
        "plaats 2 van de reservelijst",
        SCORE,
        "De reservelijst geldt tot en met 13 juli 2035.",
        APPEAL,
    ),
    LetterType.NOT_SELECTED: ("is niet geselecteerd", *REFUSED),
    LetterType.REBUTTAL_RECEIPT: (
        "ontvangen op dinsdag 25 juli 2034 om 16.05 uur",
        "Uw weerwoord kwam op tijd aan",
        "U krijgt dat antwoord uiterlijk op vrijdag 18 augustus 2034.",
    ),
    LetterType.REBUTTAL_EXTENSION: (
        "uiterlijk op vrijdag 1 september 2034",
        "onze brief van 26 juli 2034 met kenmerk LP-2034-K07-03",
        "De jury komt pas opnieuw samen op 29 augustus 2034.",
    ),
    LetterType.REBUTTAL_OUTCOME: (
        "U schreef: “Onze samenwerking met de huizen van het kind staat in bijlage 2.”",
        "Ons antwoord: Dat klopt.",
        SCORE,
        "Uw kandidatuur behaalt 2,90 op 5.",
        "bevestigt haar beslissing in de brief van 14 juli 2034: niet geselecteerd",
        "De beslissing over de andere kandidaturen verandert niet.",
        APPEAL,
    ),
    LetterType.REVISED_DECISION: (
        "vervangt die in onze brief van 14 juli 2034 met kenmerk LP-2034-K07-02",
        "Bij het weerwoord bleek dat de score voor één criterium verkeerd was overgenomen.",
        "een nieuwe beslissing genomen: op de reservelijst",
        APPEAL,
    ),
}
"""A row of the table for each type, as it reads in a letter to an invented candidate."""

ALWAYS = (
    "Beste Noor Peeters,",
    "Met vragen kunt u terecht bij Ilse Verbruggen, regisseur sociale economie en werk: 015 00 00 00 "
    "of ilse.verbruggen@netegem.example.",
    "Wij gebruiken de persoonsgegevens in uw kandidatuur alleen om deze oproep te behandelen.",
    "regisseur sociale economie en werk, regio Netevallei",
)


def test_the_table_has_every_type():
    assert set(SAID) == set(LetterType)
    assert set(LetterType) <= set(mandatory.FIELDS)


@pytest.mark.parametrize("letter_type", list(LetterType))
def test_a_letter_says_all_that_its_row_of_the_table_asks(letter_type):
    letter = render(letter_type, sample(letter_type), texts=APPROVED)
    text = " ".join(letter.text.split())
    assert [said for said in (*SAID[letter_type], *ALWAYS) if said not in text] == []


@pytest.mark.parametrize("kind", [*LetterType, *Block])
def test_no_shipped_text_leaves_out_what_it_must_say(kind):
    assert mandatory.missing_in(kind, sources.source_of(kind, "nl")) == ()


@pytest.mark.parametrize("letter_type", list(LetterType))
def test_a_text_of_ones_own_cannot_leave_it_out(letter_type):
    texts = LetterTexts().with_text(letter_type, OwnText("Bericht", "Dag."))
    missing = mandatory.missing_in(letter_type, sources.source_of(letter_type, "nl", texts))
    assert {(problem.line, problem.message) for problem in missing} == {
        *(
            (None, say("letters.must_say", field=spoken(name), what=name))
            for name in mandatory.FIELDS[letter_type]
        ),
        *(
            (None, say("letters.missing_block", block=spoken(f"block.{block}")))
            for block in MANDATORY[letter_type]
        ),
    }


def test_of_a_text_that_cannot_be_read_nothing_is_said_to_lack():
    texts = LetterTexts().with_text(LetterType.LATE, OwnText("Bericht", "{{ candidacy }"))
    assert mandatory.missing_in(LetterType.LATE, sources.source_of(LetterType.LATE, "nl", texts)) == ()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_a_text_must_say_is_called_in_words(language):
    names = {name for fields in mandatory.FIELDS.values() for name in fields}
    assert [name for name in names if spoken(name) not in catalogue(language)] == []
