"""Verbale: raw transcripts of diplomatic documents into scholarly TEI P5."""

__version__ = "0.1.0"
