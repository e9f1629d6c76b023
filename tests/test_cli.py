"""The command line: exit codes, hostile input, and results that a person or a program can read."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline import cli
from pipeline.cli import main

REPOSITORY = Path(__file__).parents[1]
MEMO = "12. Memorandum of Conversation\n\nThe Secretary said that Berlin was quiet. Dobrynin agreed.\n"
FINDING = re.compile(
    r"^(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|review|note): [a-z]+/[a-z-]+: .+"
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def encoded(tmp_path: Path, data: bytes, name: str = "memo.txt") -> tuple[Result, Path]:
    source = tmp_path / name
    source.write_bytes(data)
    return run("encode", source, "--output", tmp_path / "tei"), tmp_path / "tei" / f"{source.stem}.xml"


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    path = tmp_path / "memo.txt"
    path.write_text(MEMO, encoding="utf-8")
    return path


# Exit codes.


def test_a_clean_transcript_ends_with_0_and_its_tei_file_is_there(memo: Path, tmp_path: Path) -> None:
    result = run("encode", memo, "-o", tmp_path / "tei")
    assert result.exit_code == cli.CLEAN, result.output
    assert (tmp_path / "tei" / "memo.xml").read_bytes().startswith(b"<?xml")


@pytest.mark.usefixtures("memo")
def test_an_error_ends_with_1_and_the_other_documents_are_there(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = run("encode", tmp_path, "-o", tmp_path / "tei")
    assert result.exit_code == cli.ERRORS
    assert "empty.txt:1:1: error: read/empty" in result.output
    assert (tmp_path / "tei" / "memo.xml").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["encode"],
        ["encode", "no-such-file.txt", "-o", "tei"],
        ["build", "no-such-folder"],
        ["show", "nonsense", __file__],
        ["show", "blocks", __file__, "--reader", "nobody"],
        ["explain", __file__, "--encoding", "nonsense"],
        ["restore"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == cli.USAGE
    assert "Traceback" not in result.output


def test_a_folder_without_transcripts_is_wrong_usage(tmp_path: Path) -> None:
    assert run("encode", tmp_path, "-o", tmp_path / "tei").exit_code == cli.USAGE
    assert run("build", tmp_path).exit_code == cli.USAGE


# Hostile input.

HOSTILE = {
    "markup": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    "billion laughs": b'<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"> The Secretary said &b;.',
    "ampersands": b"AT&T said <b>yes</b> & no; &amp; &lt; &nbsp; &#0; ]]> <![CDATA[ x ]]>",
    "comment": b"<!-- a -- b --> The Secretary said so. <?php evil(); ?>",
    "controls": b"The Secretary\x01 said\x08 that\x0b Berlin\x1f was\x0c quiet, and went on to speak of it at length.",
    "broken bytes": b"The Secretary said \xff\xfe\xfa that Berlin\x80 was quiet.",
    "half an emoji": "Berlin \U0001f600".encode()[:-1],
    "noncharacters": "Berlin \ufffe\uffff\ufdd0 and \U0001ffff so on, as was said before.".encode(),
    "right to left": "Berlin \u202e\u2066 was \u200b\u200d quiet \ufeff.".encode(),
    "only marks": b"[Page 1]\n[Page 2]\n  1. \n  2. \n",
    "carriage returns": b"One.\rTwo.\r\n\r\nThree.\n\r\n\r",
    "brackets": b"[" * 500 + b"(" * 500 + b"*" * 500 + b"~~" * 500,
    "numbers": b"1. 2. 3. 1 2 3 (1) (2) [3] 1/2/63 99999999999999999999999999 -1963",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_only_text(name: str, tmp_path: Path) -> None:
    result, target = encoded(tmp_path, HOSTILE[name])
    assert result.exit_code == cli.CLEAN, result.output
    assert "build/internal" not in result.output
    restored = run("restore", target)
    assert restored.exit_code == cli.CLEAN
    if name == "markup":
        assert restored.output.split() == HOSTILE[name].decode().split()
        assert "root:" not in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "read/empty"),
        (b"\n \n", "read/empty"),
        (b"GIF89a\0\0\0\0\0\0", "read/binary"),
        (b"\xff\xfe1", "read/undecodable"),
    ],
)
def test_what_is_no_transcript_is_refused_with_a_place_and_a_reason(data: bytes, code: str, tmp_path: Path) -> None:
    result, target = encoded(tmp_path, data)
    assert result.exit_code == cli.ERRORS
    assert code in result.output
    assert FINDING.match(result.output)
    assert not target.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "size"),
    [(b"x", 5_000_000), (b"word ", 1_000_000), (b"1. ", 300_000), (b"Rusk said that ", 300_000)],
    ids=str,
)
def test_an_endless_line_gets_through(words: bytes, size: int, tmp_path: Path) -> None:
    result, _ = encoded(tmp_path, words * (size // len(words)))
    assert result.exit_code == cli.CLEAN, result.output[-500:]
    assert "read/long-line" in result.output


def test_odd_names_of_files_make_good_documents(tmp_path: Path) -> None:
    for name in ("1963-01-10 memo (copy).txt", "Хрущёв.txt", "a&b<c.md"):
        result, target = encoded(tmp_path, MEMO.encode(), name)
        assert result.exit_code == cli.CLEAN, result.output
        assert target.exists()


def test_restoring_what_is_no_tei_fails_politely(tmp_path: Path) -> None:
    bad = tmp_path / "bad.xml"
    for data in (b"", b"<TEI>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'):
        bad.write_bytes(data)
        result = run("restore", bad)
        assert result.exit_code == cli.ERRORS
        assert "bad.xml" in result.output


def test_speech_in_what_is_no_xml_fails_politely(memo: Path) -> None:
    result = run("speech", memo)
    assert result.exit_code == cli.ERRORS
    assert "memo.txt:1:1: error: xml/broken: The file does not begin with an element." in result.output


def test_a_place_that_cannot_be_written_is_a_finding(memo: Path) -> None:
    result = run("encode", memo, "-o", memo / "tei")
    assert result.exit_code != cli.CLEAN
    assert "Traceback" not in result.output


def test_a_disk_that_fails_under_the_memory_of_a_build_is_told_in_a_sentence(
    memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "build/memory.json")

    (memo.parent / "transcripts").mkdir()
    monkeypatch.setattr(Path, "write_bytes", full)
    result = run("build", memo.parent)
    assert result.exit_code == cli.ERRORS
    assert "build/memory.json:1:1: error: build/unwritable: This cannot be written: No space left" in result.output
    assert result.output.count("build/site/index.html:1:1: error: build/unwritable") <= 1
    assert "Documents" in result.output


def test_a_mistake_of_the_program_is_told_in_a_sentence(memo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline import readers

    def broken(_: object) -> None:
        raise ValueError("no such thing")

    monkeypatch.setattr(readers, "weigh", broken)
    result = run("explain", memo)
    assert result.exit_code == cli.ERRORS
    assert "no such thing" in result.output
    assert "please report it" in result.output


@pytest.mark.parametrize("command", ["restore", "speech", "edition"])
def test_xml_that_is_no_tei_is_named_with_what_it_is(command: str, tmp_path: Path) -> None:
    page = tmp_path / "page.xml"
    page.write_text("<html><body/></html>", encoding="utf-8")
    result = run(command, page, *(["-o", tmp_path / "site"] if command == "edition" else []))
    assert result.exit_code == cli.ERRORS
    assert "page.xml:1:1: error: " in result.output
    assert "The file is no TEI document: its first element is <html>, without a namespace." in result.output


def test_an_authority_file_that_cannot_be_read_is_not_imported(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text("<TEI><listPerson>", encoding="utf-8")
    result = run("authority", "import", tmp_path / "persons.xml", "-o", tmp_path / "new.xml")
    assert result.exit_code == cli.ERRORS
    assert "persons.xml:1:18: error: authority/unreadable" in result.output
    assert not (tmp_path / "new.xml").exists()


def test_proposals_come_from_all_transcripts_that_can_be_read(memo: Path) -> None:
    (memo.parent / "empty.txt").touch()
    result = run("authority", "propose", memo.parent)
    assert result.exit_code == cli.ERRORS
    assert "empty.txt:1:1: error: read/empty" in result.stderr
    assert "Dobrynin" in result.stdout


def test_a_code_that_nobody_knows_is_wrong_usage() -> None:
    result = run("validate", "--explain", "house/page-ordr")
    assert result.exit_code == cli.USAGE
    assert "house/page-order" in result.stderr


def test_what_goes_into_a_file_is_utf_8_on_every_system(memo: Path) -> None:
    memo.write_text("Хрущёв agreed.", encoding="utf-8")
    line = [sys.executable, "-c", "from pipeline.cli import main; main()", "show", "passages", memo]
    environment = {"PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(REPOSITORY)}
    printed = subprocess.run(line, env=environment, capture_output=True, check=True).stdout
    assert "Хрущёв agreed." in printed.decode("utf-8")


# What is printed.


def test_findings_have_a_place_and_the_summary_counts_them(tmp_path: Path) -> None:
    result, _ = encoded(tmp_path, b"The Secretary said \xe9.\n")
    assert result.output.startswith(f"{(tmp_path / 'memo.txt').as_posix()}:1:20: review: read/encoding: ")
    assert re.search(r"review +read/encoding +1 ", result.output)


def test_quiet_lists_errors_only(tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_bytes(b"The Secretary said \xe9.\n")
    (tmp_path / "empty.txt").touch()
    lines = run("encode", tmp_path, "-o", tmp_path / "tei", "--quiet").output.splitlines()
    assert [line.split(": ")[2] for line in lines if FINDING.match(line)] == ["read/empty"]


def test_json_is_the_whole_result_and_nothing_else(memo: Path, tmp_path: Path) -> None:
    data = json.loads(run("encode", memo, "-o", tmp_path / "tei", "--format", "json").stdout)
    assert [document["status"] for document in data["documents"]] == ["written"]
    assert data["summary"]["documents"] == {"written": 1}


def test_restore_gives_back_the_transcript(memo: Path, tmp_path: Path) -> None:
    run("encode", memo, "-o", tmp_path / "tei")
    assert run("restore", tmp_path / "tei" / "memo.xml").output.split() == MEMO.split()


def test_explain_gives_every_reader_with_score_and_reason(memo: Path) -> None:
    said = json.loads(run("explain", memo, "--format", "json").stdout)
    assert {"published", "generic"} <= {entry["reader"] for entry in said}
    assert all(0 <= entry["score"] <= 1 and entry["reason"] for entry in said)
    assert "generic" in run("explain", memo).output


@pytest.mark.parametrize("stage", cli.STAGES)
def test_every_stage_can_be_shown(stage: str) -> None:
    transcript = REPOSITORY / "transcripts" / "rusk-ormsby-gore.txt"
    result = run("show", stage, transcript, "-a", REPOSITORY / "tei" / "personography.xml")
    assert result.exit_code == cli.CLEAN, result.output
    assert "Ormsby" in result.output or "ormsby-gore" in result.output


def test_the_stages_of_the_command_are_those_of_the_microscope() -> None:
    from pipeline.show import STAGES

    assert tuple(STAGES) == cli.STAGES


def test_speech_says_who_speaks_to_whom(tmp_path: Path) -> None:
    transcript = REPOSITORY / "transcripts" / "rusk-ormsby-gore.txt"
    run("encode", transcript, "-o", tmp_path, "-a", REPOSITORY / "tei" / "personography.xml")
    turns = json.loads(run("speech", tmp_path / "rusk-ormsby-gore.xml", "--format", "json").stdout)
    assert {turn["ids"] for turn in turns} >= {"rusk", "ormsby-gore"}
    assert turns[0]["words"].startswith("the US has no difficulty")


def test_validation_can_be_read_by_programs(memo: Path, tmp_path: Path) -> None:
    run("encode", memo, "-o", tmp_path / "tei")
    report = json.loads(run("validate", tmp_path / "tei", "--format", "json").stdout)
    assert report["counts"]["error"] == 0
    assert "page" in run("validate", "--explain", "house/page-order").output


def test_an_imported_authority_file_resolves_names(memo: Path, tmp_path: Path) -> None:
    (tmp_path / "officials.csv").write_text(
        "id,surname,forename,office,from,to\ndobrynin,Dobrynin,Anatoly,Ambassador,1962,1986\n", encoding="utf-8"
    )
    assert run("authority", "import", tmp_path / "officials.csv", "-o", tmp_path / "o.xml").exit_code == cli.CLEAN
    run("encode", memo, "-o", tmp_path / "tei", "-a", tmp_path / "o.xml")
    assert 'ref="#dobrynin"' in (tmp_path / "tei" / "memo.xml").read_text(encoding="utf-8")


def test_a_file_of_a_person_is_never_replaced_by_an_import(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("surname,forename\nRusk,Dean\n", encoding="utf-8")
    (tmp_path / "persons.xml").write_text("mine", encoding="utf-8")
    assert run("authority", "import", tmp_path / "a.csv", "-o", tmp_path / "persons.xml").exit_code == cli.USAGE
    assert (tmp_path / "persons.xml").read_text(encoding="utf-8") == "mine"


def test_the_edition_of_some_files_needs_no_collection(memo: Path, tmp_path: Path) -> None:
    run("encode", memo, "-o", tmp_path / "tei")
    for expected in ("new", " 0 new"):
        result = run("edition", tmp_path / "tei" / "memo.xml", "-o", tmp_path / "site")
        assert result.exit_code == cli.CLEAN
        assert expected in result.output
    assert "Berlin was quiet" in (tmp_path / "site" / "documents" / "memo.html").read_text(encoding="utf-8")


def test_a_broken_file_is_left_out_of_the_edition_and_named(memo: Path, tmp_path: Path) -> None:
    run("encode", memo, "-o", tmp_path / "tei")
    (tmp_path / "broken.xml").write_text("<TEI>", encoding="utf-8")
    result = run("edition", tmp_path / "broken.xml", tmp_path / "tei" / "memo.xml", "-o", tmp_path / "site")
    assert result.exit_code == cli.ERRORS
    assert "broken.xml:1:6: error: edition/failed" in result.output
    assert (tmp_path / "site" / "documents" / "memo.html").exists()


def test_two_documents_of_one_id_cannot_share_a_page(memo: Path, tmp_path: Path) -> None:
    run("encode", memo, "-o", tmp_path / "tei")
    shutil.copy(tmp_path / "tei" / "memo.xml", tmp_path / "tei" / "twin.xml")
    result = run("edition", tmp_path / "tei" / "memo.xml", tmp_path / "tei" / "twin.xml", "-o", tmp_path / "site")
    assert result.exit_code == cli.ERRORS
    assert "twin.xml:1:1: error: edition/failed" in result.output


def test_only_our_own_pages_are_removed_from_the_site(memo: Path, tmp_path: Path) -> None:
    run("encode", memo, "-o", tmp_path / "tei")
    shutil.copy(tmp_path / "tei" / "memo.xml", tmp_path / "tei" / "other.xml")
    other = tmp_path / "tei" / "other.xml"
    other.write_text(other.read_text(encoding="utf-8").replace('xml:id="memo"', 'xml:id="other"'), encoding="utf-8")
    run("edition", other, tmp_path / "tei" / "memo.xml", "-o", tmp_path / "site")
    (tmp_path / "site" / "CNAME").write_text("example.org", encoding="utf-8")
    result = run("edition", tmp_path / "tei" / "memo.xml", "-o", tmp_path / "site")
    assert " 0 removed" not in result.output
    assert not (tmp_path / "site" / "documents" / "other.html").exists()
    assert (tmp_path / "site" / "CNAME").exists()


# The whole collection.


@pytest.mark.slow
def test_the_collection_builds_without_an_error_and_costs_nothing_the_second_time(tmp_path: Path) -> None:
    for name in ("transcripts", "tei"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    first = run("build", tmp_path)
    assert first.exit_code == cli.CLEAN, first.output
    again = run("build", tmp_path)
    assert again.exit_code == cli.CLEAN
    assert re.search(r"unchanged +5\n", again.output)
    listed = [line for line in first.output.splitlines() if FINDING.match(line)]
    assert [line for line in again.output.splitlines() if FINDING.match(line)] == listed


def test_as_a_process_it_prints_no_traceback_and_ends_with_its_code(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\0")
    line = [sys.executable, "-c", "from pipeline.cli import main; main()"]
    for arguments, code in ((["--version"], 0), (["encode", "broken.txt", "-o", "tei"], 1), (["encode"], 2)):
        done = subprocess.run(
            [*line, *arguments],
            cwd=tmp_path,
            env={"PYTHONPATH": str(REPOSITORY)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code
        assert "Traceback" not in done.stdout + done.stderr


def test_what_is_known_of_old_is_left_out_of_a_validation(tmp_path: Path) -> None:
    bad = tmp_path / "bad.xml"
    line = '<p who="#x">quiet</p>\n'
    text = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="bad"><text><body><div>\n{}</div></body></text></TEI>'
    bad.write_text(text.format(line), encoding="utf-8")
    known = tmp_path / "known.txt"
    assert run("validate", bad, "--write-baseline").exit_code == cli.USAGE
    assert run("validate", bad, "--baseline", known).exit_code == cli.USAGE
    first = run("validate", bad, "--baseline", known, "--write-baseline")
    assert first.exit_code == cli.CLEAN, first.output
    assert "bad.xml: schema/unknown-attribute" in known.read_text(encoding="utf-8")
    bad.write_text(text.format("<p>more</p>\n" + line), encoding="utf-8")
    assert run("validate", bad, "--baseline", known).exit_code == cli.CLEAN
    bad.write_text(text.format(line + line), encoding="utf-8")
    second = run("validate", bad, "--baseline", known)
    assert second.exit_code == cli.ERRORS
    assert second.stdout.count("schema/unknown-attribute:") == 1
