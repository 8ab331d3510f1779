"""Practising on a candidacy that counts for nothing: choosing it, and what was given side by side."""
