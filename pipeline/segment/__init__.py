"""Pieces that the readers share: lines, note lists and their marks, bulleted lists, page marks."""
