"""A file on disk becomes a `Transcript`, whatever its bytes are.

    read_transcript(Path("talk.txt"))  → (Transcript("talk", "262. Memorandum …", "talk.txt", "utf-8"), [])
    read_transcript(Path("scan.pdf"))  → (None, [scan.pdf:1:1: error: read/binary: The file is no text: …])

The ladder of encodings: a byte order mark decides; else valid UTF-8; else UTF-16 if every second byte of the sample is
NUL; else UTF-8 whose broken bytes are read as Windows-1252, one by one, which reads both a file in Windows-1252 and one
in UTF-8 with a few broken bytes. Everything but the first two is a finding. Guessing older encodings goes wrong more
often than it helps, so a caller who knows better names the encoding.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pipeline.findings import finding
from pipeline.model import Finding, Span, Transcript

SUFFIXES: Final = (".txt", ".md")
"""What a transcript's file is called."""

LARGEST: Final = 16 * 2**20
"""Bytes. A volume of 1,000 printed pages has about 3 MB: what is larger is no transcript of one document."""

LONG_LINE: Final = 20_000
"""Characters. The longest paragraph of a printed volume has about 10,000."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE: Final = 4096
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML cannot hold."""


def read_transcript(path: Path, encoding: str = "") -> tuple[Transcript | None, list[Finding]]:
    """The transcript in the file `path` and what there is to say about its bytes; None if it cannot be read.

    `encoding` (a name that Python knows) overrides the ladder. Findings carry path, line and column.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        return None, [_about(path, finding("read/unreadable", f"The file cannot be read: {error.strerror or error}."))]
    return decode_transcript(data, path, encoding)


def decode_transcript(data: bytes, path: Path, encoding: str = "") -> tuple[Transcript | None, list[Finding]]:
    """As `read_transcript`, for bytes that were read already."""
    if len(data) > LARGEST:
        return None, [_about(path, _too_large())]
    try:
        text, name, findings = _decode(data, encoding)
    except (UnicodeError, LookupError) as error:
        return None, [_about(path, _undecodable(encoding, error))]
    transcript = Transcript(path.stem, text, path.as_posix(), name)
    fatal = list(_fatal(text))
    if fatal:
        return None, [item.located(transcript) for item in fatal]
    return transcript, [item.located(transcript) for item in (*findings, *_odd(text))]


def _decode(data: bytes, forced: str) -> tuple[str, str, list[Finding]]:
    """The text, the name of its encoding, and findings whose spans point into the text."""
    if forced:
        return data.decode(forced), codecs.lookup(forced).name, []
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name), name.removesuffix("-sig"), []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _utf16(data) or _broken_utf8(data)
    return (_utf16(data) if "\0" in text[:_SAMPLE] else None) or (text, "utf-8", [])


def _utf16(data: bytes) -> tuple[str, str, list[Finding]] | None:
    """UTF-16 without a mark: in western text one byte of each pair is NUL, always on the same side."""
    sample = data[:_SAMPLE]
    for name, zeros, others in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        if zeros.count(0) > 0.6 * len(zeros) and others.count(0) < 0.1 * len(others):
            try:
                text = data.decode(name)
            except UnicodeDecodeError:
                continue
            message = f"The file has no byte order mark; it was read as {name.upper()}."
            return text, name, [finding("read/encoding", message, "Save it as UTF-8.", Span(0, 0))]
    return None


def _broken_utf8(data: bytes) -> tuple[str, str, list[Finding]]:
    """UTF-8 in which each byte that is wrong counts as Windows-1252: `b"Fran\\xe7ois \\xc3\\xa9"` → `François é`."""
    wrong: list[int] = []

    def replace(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        wrong.append(error.start)
        return _windows_1252(data[error.start : error.start + 1]), error.start + 1

    codecs.register_error("verbale.windows-1252", replace)
    text = data.decode("utf-8", "verbale.windows-1252")
    at = len(data[: wrong[0]].decode("utf-8"))
    are = "bytes are" if len(wrong) > 1 else "byte is"
    message = f"{len(wrong)} {are} not valid UTF-8 (first 0x{data[wrong[0]]:02X}), read as Windows-1252."
    hint = "Check the accented letters and quotation marks; if they are wrong, give --encoding."
    return text, "windows-1252", [finding("read/encoding", message, hint, Span(at, at + 1))]


def _windows_1252(byte: bytes) -> str:
    """The character of a byte; the five that Windows-1252 leaves free are the controls of the same number."""
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")


def _fatal(text: str) -> Iterator[Finding]:
    controls = [match.start() for match in _CONTROL.finditer(text, 0, _SAMPLE)]
    at = text.find("\0")
    if at < 0 and len(controls) > min(len(text), _SAMPLE) / 4:
        at = controls[0]
    if at >= 0:
        message = "The file is no text: it holds bytes that no text has, the first at this place."
        yield finding("read/binary", message, "Save the transcript as plain text in UTF-8.", Span(at, at + 1))
    elif not text.strip():
        yield finding("read/empty", "The transcript has no text.", "Remove the file or fill it.", Span(0, 0))


def _odd(text: str) -> Iterator[Finding]:
    counts = Counter(match.group() for match in _CONTROL.finditer(text))
    for char, count in counts.items():
        at = text.index(char)
        times = f", {count} times" if count > 1 else ""
        message = f"The control character U+{ord(char):04X} stands in the transcript{times}."
        yield finding("read/control-character", message, "Compare with the original.", Span(at, at + 1))
    for match in re.finditer(rf"[^\r\n]{{{LONG_LINE},}}", text):
        message = f"The line has {len(match.group()):,} characters."
        hint = "Perhaps the line ends were lost when the text was extracted."
        yield finding("read/long-line", message, hint, Span(match.start(), match.start() + 1))


def _too_large() -> Finding:
    message = f"The file is larger than {LARGEST // 2**20} MiB and no transcript of one document."
    return finding("read/too-large", message, "Split it into one file per document.")


def _undecodable(encoding: str, error: Exception) -> Finding:
    reason = f"at byte {error.start}: {error.reason}" if isinstance(error, UnicodeDecodeError) else str(error)
    message = f"The file cannot be read as {encoding or 'its byte order mark says'} ({reason})."
    return finding("read/undecodable", message, "Give another --encoding, or save the file as UTF-8.")


def _about(path: Path, item: Finding) -> Finding:
    return Finding(item.code, item.severity, item.message, item.hint, None, path.as_posix(), 1, 1)
