"""RELAX NG by derivatives: says line, column, value and what is allowed, and loads large schemas at once.

A pattern is what may still come. Reading an event (a start tag, an attribute, text, an end tag) turns it into what may
come after that event, its derivative (James Clark, "An algorithm for RELAX NG validation", 2002). Patterns are
interned, so equal ones are the same object, and every derivative is kept where it was computed: after the first
paragraphs a document is validated by looking things up.

    datatypes.py  the W3C datatypes and their facets
    patterns.py   patterns and their derivatives
    load.py       a schema in XML syntax becomes patterns, element by element when needed
    engine.py     a file is read and problems are described
"""
