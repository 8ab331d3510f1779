"""The rules of a selection, in pure Python: no I/O, no clock, no Qt, no SQL."""
