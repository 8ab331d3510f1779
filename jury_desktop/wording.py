"""Puts a :class:`~jury_desktop.domain.messages.Message` into Dutch or English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache

from jury_desktop import resources
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.messages import ALSO, Message, Phrase, Value

LANGUAGES = ("nl", "en")
_LOCALES = {"nl": "nl_BE", "en": "en_GB"}
_HUNDREDTHS = Decimal("0.01")


def render(message: Message, language: str = "nl") -> str:
    """The sentence for ``message``; a key without wording shows itself, so that nothing is ever silent.

    Where ``count`` is 1 and the catalogue has a sentence ``<key>_one``, that one is taken. The sentence
    that :data:`~jury_desktop.domain.messages.ALSO` names follows it.
    """
    sentences = catalogue(language)
    single = sentences.get(f"{message.key}_one") if message.values.get("count") == 1 else None
    template = single or sentences.get(message.key)
    if template is None:
        return message.key
    said = template.format_map({name: _shown(value, language) for name, value in message.values.items()})
    also = message.values.get(ALSO)
    return f"{said} {render(Message(str(also)), language)}" if also else said


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Every sentence of a language: ``messages/*.<language>.toml`` joined, keys ``room.sentence``."""
    sentences: dict[str, str] = {}
    for file in sorted(resources.path("i18n", "messages").glob(f"*.{language}.toml")):
        room = file.name.split(".")[0]
        for key, template in tomllib.loads(file.read_text(encoding="utf-8")).items():
            sentences[f"{room}.{key}"] = template
    return sentences


def prepare(language: str) -> None:
    """Reads what a first sentence, date and number of a language need, which takes a tenth of a second, so
    that the window need not wait for it later."""
    catalogue(language)
    day(date(2000, 1, 1), language)
    number(0.5, language)
    decimal_sign(language)


def _shown(value: Value, language: str) -> str:
    if isinstance(value, Phrase):
        return render(Message(value), language)
    if isinstance(value, datetime):
        return moment(value, language)
    if isinstance(value, date):
        return day(value, language)
    if isinstance(value, float):
        return number(value, language)
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value)


def day(value: date, language: str = "nl", form: str = "d MMMM y") -> str:
    """A date in words: "14 juli 2023"; ``form`` is a CLDR pattern."""
    from babel.dates import format_date

    return format_date(value, form, locale=_LOCALES[language])


def moment(value: datetime, language: str = "nl") -> str:
    """A moment in Brussels time: "2 juni 2023 23:59:59" (seconds only when there are any)."""
    local = value.astimezone(BRUSSELS)
    hour = f"{local:%H:%M:%S}" if local.second else clock(local)
    return f"{day(local.date(), language)} {hour}"


def clock(value: datetime) -> str:
    """The hour of a moment in Brussels time: "23:59"."""
    return f"{value.astimezone(BRUSSELS):%H:%M}"


def score(value: float, language: str = "nl") -> str:
    """A score with two decimals, so that scores stand under each other: "3,90".

    A half is rounded up, as whoever reckons it again by hand or in a spreadsheet does. Without the detours of
    babel: a picture of a large stage has thousands of scores.
    """
    rounded = _exact(value).quantize(_HUNDREDTHS, ROUND_HALF_UP) or Decimal("0.00")
    return str(rounded).replace(".", decimal_sign(language))


def signed(value: float, language: str = "nl") -> str:
    """A difference between scores, with its sign: "+0,12", "−0,40", and "0,00" for what rounds to nothing."""
    told = score(abs(value), language)
    if told == score(0.0, language):
        return told
    return f"{'−' if value < 0 else '+'}{told}"


@cache
def decimal_sign(language: str) -> str:
    """What stands before the decimals."""
    from babel.numbers import get_decimal_symbol

    return get_decimal_symbol(_LOCALES[language])


def number(value: float, language: str = "nl", decimals: int = 2) -> str:
    """A number with at most ``decimals`` decimals and the decimal sign of the language.

    Rounded as a score.
    """
    from babel.numbers import format_decimal

    with localcontext(rounding=ROUND_HALF_UP):  # babel asks the context how to round
        return format_decimal(_exact(value), f"#,##0.{'#' * decimals}", locale=_LOCALES[language])


def _exact(value: float) -> Decimal:
    """Without the traces that adding up fractions of two leaves far behind the point: 3.1249999999999996 is
    a half that is rounded up."""
    return Decimal(str(round(value, 9)))
