"""Who speaks: reported speech and dialogue, attributed (see docs/speech.md)."""

from __future__ import annotations

from pipeline.resolve.speech.agreement import agreeing
from pipeline.resolve.speech.company import Company
from pipeline.resolve.speech.settle import settle_speech

__all__ = ["Company", "agreeing", "settle_speech"]
