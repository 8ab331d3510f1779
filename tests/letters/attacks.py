"""Templates of somebody who means harm, each the body of one.

They want to read what is none of a letter's business, to change something, to run code, or to keep the
program busy until it dies.
"""

from __future__ import annotations

REACHING = {
    "class of a value": "{{ organisation.__class__ }}",
    "subclasses of everything": "{{ organisation.__class__.__mro__[1].__subclasses__() }}",
    "class by attr filter": "{{ organisation | attr('__class__') }}",
    "class by brackets": "{{ organisation['__class__'] }}",
    "class of a constant": "{{ ''.__class__ }}",
    "class of a series": "{{ rows.__class__ }}",
    "globals of the block function": "{{ block.__globals__ }}",
    "the block function itself, which holds all data": "{{ block }}",
    "the session behind the block function": "{{ block.__self__ }}",
    "a field beside the fields": "{{ contact.__dict__ }}",
    "names of other candidates": "{{ other_names }}",
    "names of other candidates by a loop": "{% for n in other_names %}{{ n }}{% endfor %}",
    "bytes of the logo": "{{ sender.logo }}",
    "a whole series as Python writes it": "{{ rows }}",
    "a whole value as Python writes it": "{{ contact }}",
    "a series by way of a choice": "{{ rows if total else points }}",
    "a series by way of or": "{{ valid_until or rows }}",
    "a series by way of a format": "{{ (rows if total else points) | listed }}",
    "the loop itself": "{% for row in rows %}{{ loop }}{% endfor %}",
    "the loop's own parts": "{% for row in rows %}{{ loop.__init__ }}{% endfor %}",
    "the template by self": "{{ self }}",
    "the template by self, further": "{{ self.__init__.__globals__ }}",
    "the parent by super": "{{ super() }}",
    "jinja's lipsum": "{{ lipsum.__globals__ }}",
    "jinja's cycler": "{{ cycler.__init__.__globals__.os }}",
    "jinja's namespace": "{% set ns = namespace(a=1) %}{{ ns.a }}",
    "the context": "{{ context }}",
    "the environment": "{{ environment }}",
    "format string": "{{ '{0.__class__}'.format(organisation) }}",
    "percent format": "{{ '%s' % rows }}",
    "format_map": "{{ '{x}'.format_map(contact) }}",
    "string methods": "{{ organisation.upper() }}",
    "an import": "{{ __import__('os') }}",
    "builtins": "{{ __builtins__ }}",
    "a call of a value": "{{ organisation() }}",
    "a call of a part": "{{ contact.name() }}",
    "a call of a call": "{{ block('contact')('x') }}",
    "a block by a name made up": "{{ block('../../../etc/passwd') }}",
    "a block by a field": "{{ block(organisation) }}",
    "a block with more than a name": "{{ block('contact', 'x') }}",
    "a block with a keyword": "{{ block(name='contact') }}",
    "a block with stars": "{{ block(*rows) }}",
    "a block with a number": "{{ block(1) }}",
    "a format with an argument": "{{ organisation | one_line(1) }}",
    "map over the rows": "{{ rows | map(attribute='__class__') | list }}",
    "a test with an argument": "{% if total is filled(1) %}x{% endif %}",
    "a test of Jinja": "{% if total is sameas(total) %}x{% endif %}",
}
"""After what lies behind the values."""

BRINGING = {
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'os' as os %}",
    "from": "{% from 'os' import system %}",
    "extends": "{% extends 'selected.md' %}",
    "block": "{% block x %}{% endblock %}",
    "macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "call": "{% call block('contact') %}{% endcall %}",
    "set": "{% set rows = 1 %}",
    "set as a block": "{% set organisation %}x{% endset %}",
    "with": "{% with a = 1 %}{{ a }}{% endwith %}",
    "filter": "{% filter one_line %}x{% endfilter %}",
    "autoescape": "{% autoescape false %}{{ organisation }}{% endautoescape %}",
    "do": "{% do rows.append(1) %}",
    "break": "{% for row in rows %}{% break %}{% endfor %}",
    "trans": "{% trans %}x{% endtrans %}",
    "debug": "{% debug %}",
    "a field under another meaning": "{% for organisation in rows %}{{ organisation.criterion }}{% endfor %}",
    "the block function under another meaning": "{% for block in rows %}{{ block('contact') }}{% endfor %}",
    "the loop under another meaning": "{% for loop in rows %}{{ loop.criterion }}{% endfor %}",
    "a hidden name": "{% for __x in rows %}{{ __x.criterion }}{% endfor %}",
    "two names at once": "{% for a, b in rows %}{{ a }}{% endfor %}",
}
"""After statements that bring in or change something."""

BUSY = {
    "a million million turns": "{% for i in range(10**12) %}x{% endfor %}",
    "a power": "{{ 9 ** 9 ** 9 }}",
    "a long text by multiplying": "{{ 'a' * 10**9 }}",
    "a long text by adding": "{{ 'a' + 'a' }}",
    "a long text by joining": "{{ organisation ~ organisation }}",
    "a long text by centring": "{{ organisation | center(10**9) }}",
    "a loop over the letters of a text": "{% for x in summary %}{{ x }}{% endfor %}",
    "a loop over a constant": "{% for x in 'aaaa' %}{{ x }}{% endfor %}",
    "a loop over a list": "{% for x in [1, 2] %}{{ x }}{% endfor %}",
    "a loop that calls itself": "{% for row in rows recursive %}{{ loop(rows) }}{% endfor %}",
    "a loop that calls itself without saying": "{% for row in rows %}{{ loop(rows) }}{% endfor %}",
    "loops within loops": "".join(f"{{% for a{n} in rows %}}" for n in range(15)) + "x" + "{% endfor %}" * 15,
    "loops within loops that say nothing": (
        "".join(f"{{% for a{n} in rows %}}" for n in range(15)) + "{% endfor %}" * 15
    ),
    "loops too many for Python": (
        "".join(f"{{% for a{n} in rows %}}" for n in range(30)) + "{% endfor %}" * 30
    ),
    "blocks in loops": (
        "{% for a in rows %}{% for b in rows %}{% for c in rows %}{% for d in rows %}"
        "{{ block('appeal') }}{% endfor %}{% endfor %}{% endfor %}{% endfor %}"
    ),
    "brackets in brackets": "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
    "nots": "{{ " + "not " * 5_000 + "1 }}",
    "choices in choices": "{% if total %}" * 500 + "{% endif %}" * 500,
    "a choice with thousands of ways": "{% if total %}a" + "{% elif total %}b" * 3_000 + "{% endif %}",
    "a condition of thousands of parts": "{% if " + " and ".join(["total"] * 3_000) + " %}x{% endif %}",
    "a number of thousands of digits": "{{ " + "9" * 10_000 + " }}",
    "a text of a million characters": "a" * 1_000_000,
    "thousands of lines in one paragraph": "a\\\n" * 9_000,
    "thousands of headings": "# a\n" * 7_000,
    "thousands of items": "- a\n" * 7_000,
    "thousands of cells": "a|b\n-|-\n" + "a|b\n" * 6_000,
    "thousands of columns": "|".join(["a"] * 2_000) + "\n" + "|".join(["-"] * 2_000) + "\n" + "a\n" * 2_000,
}
"""After the time and the memory of the program."""
