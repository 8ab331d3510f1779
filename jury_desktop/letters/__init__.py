"""Letters: template, document, tagged PDF; and the calendar invitation. Start at :mod:`.rendering`."""
