"""What a candidacy form says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.call import FormField
from jury_desktop.domain.form import challenge_numbers, read_fields
from jury_desktop.domain.mail import FieldValue
from tests.builders import a_call

LABELS = a_call().form


def values(text: str, labels: tuple[FormField, ...] = LABELS) -> dict[str, str]:
    return {item.key: item.value for item in read_fields(text, "formulier.pdf", labels)}


class TestFields:
    def test_remember_the_line_and_the_file_they_came_from(self) -> None:
        assert read_fields("Dag\n 1. Naam organisatie:  De Brug vzw \n", "formulier.pdf", LABELS) == (
            FieldValue("organisation", "De Brug vzw", "1. Naam organisatie:  De Brug vzw", "formulier.pdf"),
        )

    @pytest.mark.parametrize(
        "text",
        [
            "Organisatie: De Brug vzw",
            "ORGANISATIE : De Brug vzw",
            "Organisatie\tDe Brug vzw",
            "Organisatie   De Brug vzw",
            "Organisatie – De Brug vzw",
            "2) Organisatie: De Brug vzw",
            "2.1 Organisatie: De Brug vzw",
            "• Organisatie: De Brug vzw",
            "Organisatie (verplicht): De Brug vzw",
            "Organisatie *\nDe Brug vzw",
            "Organisatie:\n\nDe Brug vzw",
            "Organisatie: ……\nDe Brug vzw",
        ],
    )
    def test_are_found_however_the_form_is_laid_out(self, text: str) -> None:
        assert values(text) == {"organisation": "De Brug vzw"}

    @pytest.mark.parametrize(
        "text", ["Organisatie:", "Organisatie: ____", "Organisatie: Klik of tik om tekst in te voeren."]
    )
    def test_left_empty_are_not_there(self, text: str) -> None:
        assert values(text) == {}

    def test_run_from_one_label_to_the_next(self) -> None:
        text = "Aanpak\nEen gezel gaat mee.\n\nOok naar de dokter.\nPartners\nOCMW Lier"

        assert values(text) == {
            "approach": "Een gezel gaat mee.\nOok naar de dokter.",
            "partners": "OCMW Lier",
        }

    def test_end_at_a_numbered_heading(self) -> None:
        assert values("Aanpak\nEen gezel gaat mee.\n\n4. Begroting\n100 euro") == {
            "approach": "Een gezel gaat mee."
        }

    def test_beside_their_label_go_on_only_where_the_line_was_full(self) -> None:
        full = "Aanpak: een gezel gaat mee naar de huisbaas, de dokter en de VDAB, en blijft"

        assert values(f"{full}\neen jaar lang bereikbaar.") == {
            "approach": f"{full.removeprefix('Aanpak: ')}\neen jaar lang bereikbaar."
        }
        assert values("Organisatie: De Brug\nMet vriendelijke groeten") == {"organisation": "De Brug"}

    def test_stand_below_their_labels_in_a_table_with_a_row_of_labels(self) -> None:
        text = "Naam organisatie\tContactpersoon\tE-mailadres\nDe Brug vzw\tAn Peeters\tan@debrug.example"

        assert values(text) == {
            "organisation": "De Brug vzw",
            "contact": "An Peeters",
            "email": "an@debrug.example",
        }

    @pytest.mark.parametrize(
        "text",
        [
            "E-mailadres: An Peeters <an@debrug.example>",
            "E-mailadres: an@debrug.example (An)",
            "E-mailadres\n...... an@debrug.example\n4. Nog iets",
            "E-mailadres:\xa0an@debrug.example",
        ],
    )
    def test_with_an_address_hold_the_address_alone(self, text: str) -> None:
        assert values(text) == {"email": "an@debrug.example"}

    def test_lose_the_dots_they_were_written_on(self) -> None:
        text = "Contactpersoon: ......An Peeters......\nTelefoon: ___03 1___"

        assert values(text) == {"contact": "An Peeters", "phone": "03 1"}

    def test_count_once_with_the_first_filled_in_value(self) -> None:
        assert values("Organisatie:\n\nAdres: x\nOrganisatie: De Brug\nOrganisatie: Iets anders") == {
            "address": "x",
            "organisation": "De Brug",
        }

    def test_a_question_is_a_label_too(self) -> None:
        assert values("Op welke regio-uitdagingen werkt u? 1, 4 en 5") == {"challenges": "1, 4 en 5"}

    def test_boxes_without_a_known_label_are_the_challenges(self) -> None:
        assert values("Uw keuze\n[x] 1 Saled\n[ ] 2 Cindy\nGroeten") == {
            "challenges": "[x] 1 Saled\n[ ] 2 Cindy"
        }

    def test_a_bare_x_is_a_box_before_the_first_word_only(self) -> None:
        assert values("Uw keuze\n- x 1 Saled x 4 Jolien") == {"challenges": "- x 1 Saled x 4 Jolien"}
        assert values("De affiche meet 30 x 40 cm\nof 42 x 60 cm, de kaart 10 x 15 cm") == {}

    def test_running_text_has_none(self) -> None:
        assert values("Onze organisatie werkt met partners aan een aanpak: samen.\nGroeten") == {}

    @given(st.text(max_size=400))
    def test_never_fail(self, text: str) -> None:
        assert all(item.value for item in read_fields(text, "x", LABELS))


class TestChallenges:
    @pytest.mark.parametrize(
        ("value", "numbers"),
        [
            ("☒ 1 Saled & Nassim ☐ 2 ☐ 3 ☒ 4 Jolien ☒ 5\nChadia ☐ 6 ☒ 7 Thierry", (1, 4, 5, 7)),
            ("☑ 1\n☐ 2\n☑ 3", (1, 3)),
            ("[x] 1 Saled\n[ ] 2 Cindy\n[X] 3 Ahmed", (1, 3)),
            ("X 1 Saled\n  2 Cindy\nx 3 Ahmed", (1, 3)),
            ("☒ Regio-uitdaging 4: Jolien", (4,)),
            ("1 Saled\t☒\n2 Cindy\t☐\n3 Ahmed\t☑", (1, 3)),
            ("☒\n1 Saled\n☐\n2 Cindy", (1,)),
            ("☐ 1 Saled\n☐ 2 Cindy", ()),
            ("\uf0fe 1 Saled\n\uf0a8 2 Cindy", (1,)),
        ],
    )
    def test_are_those_with_a_ticked_box(self, value: str, numbers: tuple[int, ...]) -> None:
        assert challenge_numbers(value) == numbers

    @pytest.mark.parametrize(
        ("value", "numbers"),
        [
            ("1, 4 en 5", (1, 4, 5)),
            ("5 & 1", (1, 5)),
            ("1 4 5", (1, 4, 5)),
            ("3 tot en met 5", (3, 4, 5)),
            ("1-3", (1, 2, 3)),
            ("nr. 3 en nr. 4", (3, 4)),
            ("uitdagingen 2 en 6", (2, 6)),
            ("Regio-uitdaging 1: Saled & Nassim\nRegio-uitdaging 4: Jolien", (1, 4)),
            ("1 (Saled, 23 jaar), 4 (Jolien)", (1, 4)),
            ("1. Saled & Nassim\n4. Jolien", (1, 4)),
            ("4, 4 en 4", (4,)),
            ("Saled & Nassim", ()),
            ("0 en 2023", ()),
            ("", ()),
        ],
    )
    def test_are_those_listed_where_there_are_no_boxes(self, value: str, numbers: tuple[int, ...]) -> None:
        assert challenge_numbers(value) == numbers

    @given(st.sets(st.integers(1, 7)), st.sampled_from([("☒", "☐"), ("[x]", "[ ]"), ("☑", "□")]))
    def test_are_read_back_as_they_were_ticked(self, chosen: set[int], boxes: tuple[str, str]) -> None:
        lines = [f"{boxes[0] if number in chosen else boxes[1]} {number} Persoon" for number in range(1, 8)]

        assert challenge_numbers("\n".join(lines)) == tuple(sorted(chosen))

    @given(st.sets(st.integers(1, 7), min_size=1))
    def test_are_read_back_as_they_were_listed(self, chosen: set[int]) -> None:
        *most, last = map(str, sorted(chosen))
        text = f"{', '.join(most)} en {last}" if most else last

        assert challenge_numbers(text) == tuple(sorted(chosen))

    @given(st.text(max_size=200))
    def test_never_fail(self, text: str) -> None:
        assert all(number > 0 for number in challenge_numbers(text))


class TestAHostileText:
    """A million letters, as much as is ever read of a text, take one pass: with a second one for each they
    would take half an hour, in which no other thread runs."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Organisatie: a" + "." * 1_000_000 + "z", {"organisation": "a" + "." * 1_000_000 + "z"}),
            ("E-mail: " + "a" * 1_000_000, {"email": "a" * 1_000_000}),
            ("Aanpak\n" + "a\n" * 500_000, {"approach": "\n".join(["a"] * 500_000)}),
        ],
        ids=["dots", "an address without an at sign", "lines"],
    )
    def test_is_read_in_one_pass(self, text: str, value: dict[str, str]) -> None:
        assert values(text) == value

    def test_lists_no_challenge_in_one_pass(self) -> None:
        assert challenge_numbers("!" * 1_000_000 + "geen") == ()
