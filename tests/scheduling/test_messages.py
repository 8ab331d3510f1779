"""Every sentence of planning exists in Dutch and in English, with the same gaps."""

import re
from pathlib import Path

from jury_desktop.scheduling.facts import Kind
from jury_desktop.wording import catalogue

ROOM = Path(__file__).parents[2] / "jury_desktop" / "scheduling"


def sentences(language: str) -> dict[str, list[str]]:
    own = {key: text for key, text in catalogue(language).items() if key.startswith("scheduling.")}
    return {key: sorted(re.findall(r"{(\w+)}", text)) for key, text in own.items()}


def test_both_languages_have_the_same_sentences() -> None:
    assert sentences("nl") == sentences("en")


def test_every_key_in_the_code_has_its_sentence() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in ROOM.glob("*.py"))
    used = set(re.findall(r'"(scheduling\.\w*[a-z])"', code))
    assert used <= set(sentences("nl"))
    assert {f"scheduling.fact_{kind.value}" for kind in Kind} <= set(sentences("nl"))
