"""The letter that makers of PDFs are compared by is the program's own, whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reportlab import rl_config

pytest.importorskip("resource")  # what the benchmark reads the time of the processor with

from benchmarks import letters
from benchmarks.letter_reportlab import reportlab

MAKERS = [letters.drawn, letters.whole, reportlab]


@pytest.fixture(autouse=True)
def put_back(monkeypatch):
    """What ReportLab as it comes is told of all streams holds for this test alone."""
    monkeypatch.setattr(rl_config, "useA85", rl_config.useA85)


@pytest.mark.parametrize("make", MAKERS, ids=["drawn", "whole", "ReportLab"])
def test_every_word_of_it_is_drawn(make):
    said = letters.said(1)

    assert letters.lost_words(make(said), said) == []


def test_ours_is_the_letter_that_leaves():
    said = letters.said(1)

    assert letters.drawn(said) == letters.whole(said)


def test_a_score_that_is_not_drawn_is_missed():
    said = letters.said(1)
    other = replace(said, data=replace(said.data, total=1.11))

    assert letters.lost_words(letters.drawn(said), other) == ["1,11"]
