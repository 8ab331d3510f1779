"""The parts that pages are built from; each follows the theme and has an accessible name."""
