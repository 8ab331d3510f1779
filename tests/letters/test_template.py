"""Templates that officials edit: what is refused, with the line, and what a filled one tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.domain.letter_texts import OwnText
from jury_desktop.domain.messages import say
from jury_desktop.letters import checking, sources, template
from jury_desktop.letters.checking import TemplateProblem
from jury_desktop.letters.samples import sample
from jury_desktop.wording import render
from tests.letters.approved import APPROVED

DATA = sample(LetterType.NOT_SELECTED)


def source(body: str) -> sources.Source:
    return sources.read("eigen.md", f'+++\nname = "Eigen"\nsubject = "Over {{{{ candidacy }}}}"\n+++\n{body}')


def filled(body: str) -> template.Filled:
    return template.fill(source(body), DATA, "nl")


@pytest.mark.parametrize("letter_type", list(LetterType))
def test_every_shipped_template_passes_its_own_check(letter_type):
    assert checking.check(sources.letter_source(letter_type, "nl")) == ()


@pytest.mark.parametrize("block", list(Block))
def test_every_shipped_block_passes_and_waits_for_a_lawyer(block):
    shipped = sources.block_source(block, "nl")
    assert checking.check(shipped) == ()
    assert shipped.entry("status") == "door jurist goed te keuren"
    version = sources.BlockVersion(block, shipped.entry("version"), approved=False, title=shipped.title)
    assert sources.block_version(block, shipped) == version
    assert sources.block_version(block, shipped, APPROVED) == replace(version, approved=True)
    assert shipped.entry("source")


def test_an_approval_counts_for_these_words_alone():
    texts = APPROVED.with_text(Block.APPEAL, OwnText("", "Ga in beroep."))
    own = sources.block_version(Block.APPEAL, sources.block_source(Block.APPEAL, "nl", texts), texts)
    shipped = sources.block_version(Block.APPEAL, sources.block_source(Block.APPEAL, "nl"), texts)
    assert (own.approved, shipped.approved) == (False, True)
    assert own.version.startswith(f"{shipped.version} – ")


@pytest.mark.parametrize(
    ("body", "line", "key", "what"),
    [
        ("goed\n\n{{ organisatie }}", 7, "letters.unknown_field", "organisatie"),
        ("{{ candidacy | upper }}", 5, "letters.unknown_filter", "upper"),
        ("{% if total is divisibleby %}x{% endif %}", 5, "letters.unknown_filter", "divisibleby"),
        ("{% set a = 1 %}", 5, "letters.not_allowed", "{% set %}"),
        ("{% include 'x' %}", 5, "letters.not_allowed", "{% include %}"),
        ("{{ rows[0] }}", 5, "letters.not_allowed", "[…]"),
        ("{{ organisation.upper() }}", 5, "letters.not_allowed", "organisation.upper(…)"),
        ("{{ 9 ** 9 }}", 5, "letters.not_allowed", "**"),
        ("{{ other_names }}", 5, "letters.unknown_field", "other_names"),
        ("{{ _session }}", 5, "letters.unknown_field", "_session"),
        ("{{ contact.fax }}", 5, "letters.unknown_field", "contact.fax"),
        ("{{ contact.__class__ }}", 5, "letters.unknown_field", "contact.__class__"),
        ("{% for r in rows %}\n{{ r.reden }}{% endfor %}", 6, "letters.unknown_field", "r.reden"),
        ("{{ candidacy | day }}", 5, "letters.unfit_format", "day"),
        ("{{ decided_on | clock }}", 5, "letters.unfit_format", "clock"),
        ("{{ decided_on }}", 5, "letters.needs_format", "decided_on"),
        ("{{ total }}", 5, "letters.needs_format", "total"),
        ("{{ challenges }}", 5, "letters.not_printable", "challenges"),
        ("{% for letter in organisation %}{% endfor %}", 5, "letters.not_many", "organisation"),
        ("{% for row in rows %}{% endfor %}\n{{ row.criterion }}", 6, "letters.unknown_field", "row"),
        ("{{ candidacy.format }}", 5, "letters.unknown_field", "candidacy.format"),
    ],
)
def test_what_may_not_be_in_a_template_is_named_with_its_line(body, line, key, what):
    problem = TemplateProblem(line, say(key, what=what))
    assert problem in checking.check(source(body))


def test_a_forgotten_bracket_is_reported_with_its_line():
    (problem,) = checking.check(source("goed\n{{ candidacy }"))
    assert (problem.line, problem.message.key) == (6, "letters.template_syntax")


def test_a_wrong_template_makes_no_letter():
    with pytest.raises(JuryError) as caught:
        filled("{{ organisatie }}")
    assert caught.value.message == say("letters.template_wrong", name="Eigen", line=5)


def test_the_subject_is_checked_too():
    broken = sources.read("x.md", '+++\nname = "X"\nsubject = "{{ titel }}"\n+++\nTekst')
    assert checking.check(broken) == (TemplateProblem(3, say("letters.unknown_field", what="titel")),)


def test_a_comparison_of_things_that_do_not_compare_is_refused():
    with pytest.raises(JuryError) as caught:
        filled("{% if total > candidacy %}x{% endif %}")
    assert caught.value.message.key == "letters.template_failed"


def test_an_unknown_block_is_named_with_its_line():
    unknown = say("letters.unknown_block", block="beroep", known=tuple(Block))
    assert checking.check(source('goed\n\n{{ block("beroep") }}')) == (TemplateProblem(7, unknown),)


def test_values_are_escaped_and_subject_is_filled():
    found = template.fill(source("**{{ organisation }}**"), replace(DATA, organisation="A*B <i>"), "nl")
    assert (found.subject, found.body) == ("Over K\\-07", "**A\\*B \\<i\\>**")


def test_fields_without_value_show_themselves_and_are_listed_once():
    found = filled("{{ slot.place }} {{ slot.place }} {{ valid_until | day }}")
    assert found.unfilled == ("slot.place", "valid_until")
    assert found.body.count("nog niet ingevuld\\: plaats van de pitch") == 2


def test_a_score_of_zero_is_filled():
    zero = replace(DATA, total=0.0)
    body = "{% if total is filled %}{{ total | score }}{% else %}geen{% endif %}"
    assert template.fill(source(body), zero, "nl").body == "0\\,00"


def test_the_blocks_in_a_letter_are_listed_with_their_version():
    shipped = sources.block_source(Block.APPEAL, "nl")
    assert filled('{{ block("appeal") }}').blocks == (sources.block_version(Block.APPEAL, shipped),)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("geen front matter", "letters.front_matter_missing"),
        ("+++\nname = x\n+++\ntekst", "letters.front_matter_broken"),
        ("+++\nname = 1\ntekst", "letters.front_matter_missing"),
    ],
)
def test_a_template_file_without_readable_front_matter_is_refused(text, key):
    with pytest.raises(JuryError) as caught:
        sources.read("x.md", text)
    assert caught.value.message.key == key


def test_windows_line_ends_do_not_matter():
    assert sources.read("x.md", '+++\r\na = "b"\r\n+++\r\nTekst\r\n') == sources.Source(
        "x.md", (("a", "b"),), "Tekst\n", 3
    )


def test_a_language_without_letters_is_refused():
    with pytest.raises(JuryError) as caught:
        sources.letter_source(LetterType.LATE, "en")
    assert caught.value.message == say("letters.no_language", language="en", known=("nl",))


@pytest.mark.parametrize(
    ("body", "line", "key"),
    [
        ("{{ candidacy\nBeste lezer\n\nNog een zin.", 5, "template_syntax"),
        ("Beste\n{{ candidacy\n{{ organisation }}\n", 6, "template_syntax"),
        ("{% if total\nBeste lezer", 5, "template_syntax"),
        ("{{ organisation }}\n{{ candidacy | day\n’t is goed", 6, "template_syntax"),
        ("{% for row in rows %}\n" + "tekst\n" * 28, 5, "no_end"),
        ("Beste\n{% if rank %}\ngoed\n\n", 6, "no_end"),
        ("{% if rank %}\n{% for row in rows %}\n{% endfor %}\n\ntekst", 5, "no_end"),
        ("{% if rank %}\n{% for row in rows %}\ntekst\n", 6, "no_end"),
        ("{% if rank %}\n{% for row in rows %}\n{% endif %}", 7, "template_syntax"),
        ("tekst\n{% endfor %}\n", 6, "template_syntax"),
        ("{# vergeten\nen verder", 5, "template_syntax"),
    ],
)
def test_what_has_no_end_is_told_on_the_line_where_it_begins(body, line, key):
    (problem,) = checking.check(source(body))
    assert (problem.line, problem.message.key) == (line, f"letters.{key}")


def test_what_has_no_end_says_which_end_it_needs():
    (problem,) = checking.check(source("{% for row in rows %}\ntekst"))
    assert render(problem.message) == "“{% for %}” heeft geen einde. Zet {% endfor %} waar het stopt."


@pytest.mark.parametrize("series", ["range(3)", "organisatie", "rows[1]"])
def test_a_mistake_in_a_series_is_told_once(series):
    assert len(checking.check(source(f"{{% for row in {series} %}}x{{% endfor %}}"))) == 1
