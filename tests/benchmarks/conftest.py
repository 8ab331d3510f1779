"""The benchmarks are scripts beside each other; their parts are imported as they import them."""

from __future__ import annotations

import sys

from tests.architecture.checkout import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))
