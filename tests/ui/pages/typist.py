"""A window in a process of its own, to be killed: scores, writes, and tells when that shows as saved."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jury_desktop.bootstrap import open_dossier
from jury_desktop.ui import theme
from jury_desktop.ui.pages.assessment import AssessmentPage
from tests.builders import NOW


def main(file: str) -> None:
    """Type on the first candidacy and then sit still until somebody pulls the plug."""
    from PySide6.QtWidgets import QApplication

    from tests.ui.pages.test_scoring_by_keyboard import in_a_window

    app = QApplication([])
    theme.load_fonts()
    theme.apply(app, "light")
    window = in_a_window(open_dossier(file, now=lambda: NOW))
    window.show()
    window.go_to("assessment", "j2")
    page = window.page
    assert isinstance(page, AssessmentPage)
    while page.form.view is None:
        app.processEvents()
    first = page.form.items[0]
    QTest.keyClick(first.scale, Qt.Key.Key_3)
    QTest.keyClick(first.scale, Qt.Key.Key_Return)
    QTest.keyClicks(first.comment, "Sterk")
    while not page.form.foot.saved.text().startswith("Saved at"):
        app.processEvents()
    sys.stdout.write("Bewaard\n")
    sys.stdout.flush()
    while True:
        app.processEvents()


if __name__ == "__main__":
    main(sys.argv[1])
