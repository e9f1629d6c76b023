"""Validation: is it XML, does it fit the grammar, does it keep the house rules, does it give the transcript back."""

from pipeline.validate.files import tei_files, validate_bytes, validate_file, validate_paths

__all__ = ["tei_files", "validate_bytes", "validate_file", "validate_paths"]
