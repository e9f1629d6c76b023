"""Schemas from one source: `schema/verbale.odd` → RELAX NG, XSD, Schematron.

`python -m pipeline.schema` writes them: `odd.py` reads the customization, `rng.py` and `xsd.py` write one
language each.
"""
