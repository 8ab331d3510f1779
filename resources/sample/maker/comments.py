"""What jurors write: a general sentence for the level, a remark about this very proposal, or both."""

from __future__ import annotations

from random import Random

from maker.model import PERSONAS
from maker.panel import SCORING, Item, Truth, read

OFTEN, SOMETIMES = 0.5, 0.3
PER_LEVEL = 4
NEARLY = 0.35
"""Added to a mean before its level is taken: 3.65 is spoken of as a 4, 3.6 still as a 3."""


def comment(truth: Truth, item: Item, round_: str, value: int, chance: Random) -> str:
    """The comment a juror leaves with a value; empty where none is required and none was felt."""
    silent = chance.random() > (OFTEN if round_ == "written" else SOMETIMES)
    if silent and not item.comment_required:
        return ""
    place = chance.randrange(PER_LEVEL)
    general = said_in_pitch(value, place) if round_ == "pitch" else sentence(item, value, place)
    own = remark(truth, item, value, chance)
    shape = chance.random()
    if shape < 0.45:
        return f"{general} {own}"
    return own if shape < 0.85 else general


def sentence(item: Item, value: int, place: int) -> str:
    """The general sentence at a place in the bank for the level of a value; places go round."""
    found = str(read(SCORING / "bank.toml")[item.criterion][str(max(value, 1))][place % PER_LEVEL])
    return found if item.challenge is None else found.format(personas=_people(item.challenge))


def said_in_pitch(value: int, place: int) -> str:
    """A sentence about what the pitch added."""
    level = "low" if value <= 2 else "mid" if value == 3 else "high"
    return str(read(SCORING / "bank.toml")["pitch"][level][place % PER_LEVEL])


def remark(truth: Truth, item: Item, value: int, chance: Random) -> str:
    """A remark about the proposal itself: praise for high values, criticism for low, either for a three."""
    praise = value >= 4 or (value == 3 and chance.random() < 0.5)
    return chance.choice(truth.remarks[item.key]["plus" if praise else "minus"])


def reason(truth: Truth, item: Item, mean: float, place: int) -> str:
    """The jury's common words on an item for the motivation: the level, what is good, what is lacking.

    The first remark of each kind is the one the jury agreed on.
    """
    remarks = truth.remarks[item.key]
    good = remarks["plus"][:1] if mean >= 3.0 else []
    lacking = remarks["minus"][:1] if mean < 4.0 else []
    return " ".join([sentence(item, min(int(mean + NEARLY), 5), place), *good, *lacking])


def _people(challenge: int) -> str:
    return PERSONAS[challenge].replace("&", "en")
