"""What a template may say, on templates that nobody would write: refused or filled, and nothing else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.letter_texts import LetterTexts, OwnText
from jury_desktop.letters import checking, sources, template
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import Length, sample

NAMES = """
organisation rows row points challenges total contact contact.name slot.start score_table loop loop.index
block block('appeal') summary decided_on term_end other_names self x 1 2.5 'a' true none
"""
SIGNS = """
{{ }} {% %} {# #} {%- -%} | day moment score listed one_line number ( ) [ ] . , ~ + * ** == > not and or
if elif else endif for in endfor is filled set macro raw endraw include
"""
PIECES = st.sampled_from([*NAMES.split(), *SIGNS.split()])
LINES = st.sampled_from(
    ["\n", " ", "## ", "- ", "1. ", "**", "*", "\\", "a|b\n-|-\n", "> ", "`", "<b>", "\x00", "😀"]
)
LOOPS = st.sampled_from(
    [
        "{% for row in rows %}",
        "{% for row in points %}",
        "{{ row.criterion }}",
        "{{ row.answer | one_line }}",
        "{% endfor %}",
        "{% if total is filled %}",
        "{% endif %}",
        "{{ candidacy }}",
        "{{ decided_on | day }}",
    ]
)
TEMPLATES = st.lists(PIECES | LINES | LOOPS, max_size=40).map(" ".join) | st.lists(
    LOOPS | LINES, max_size=30
).map("".join)


@settings(max_examples=120, deadline=None)
@given(TEMPLATES)
def test_whatever_stands_in_a_template_it_is_refused_or_filled(body: str) -> None:
    for letter, length in ((LetterType.NOT_SELECTED, Length.SPECIAL), (LetterType.LATE, Length.SHORT)):
        source = sources.Source("eigen", (("name", "Eigen"), ("subject", "Bericht")), body, 0, 0)
        found = checking.check(source)
        assert all(problem.line is not None and problem.line >= 1 for problem in found)
        try:
            filled = template.fill(source, sample(letter, length), "nl")
        except JuryError:
            continue
        assert found == ()
        assert "namespace(" not in filled.body
        assert "object at 0x" not in filled.body
        texts = LetterTexts().with_text(letter, OwnText("Bericht", body))
        assert render(letter, sample(letter, length), texts=texts).pdf
