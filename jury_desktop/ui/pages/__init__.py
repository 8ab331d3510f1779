"""One module per entry of the rail; see :mod:`jury_desktop.ui.pages.base` for what a page is."""
