"""Who speaks: reported speech and dialogue, attributed (see docs/speech.md)."""

from __future__ import annotations

from pipeline.resolve.speech.agreement import agreeing
from pipeline.resolve.speech.settle import settle_speech

__all__ = ["agreeing", "settle_speech"]
