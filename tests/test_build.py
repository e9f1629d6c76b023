"""What a build promises: outputs whole or not at all, edited files kept, the same bytes however it is run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline import build as building
from pipeline.build import build, check, deliver, plan, transcripts, write
from pipeline.outcome import Inputs, Job, Result, Status
from pipeline.project import Project
from pipeline.seal import seal, unsealed, untouched

REPOSITORY = Path(__file__).parents[1]
XML = b'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>\n'
MEMO = """12. Memorandum of Conversation

SUBJECT

  • Berlin

PARTICIPANTS

  • US
    • The Secretary
  • USSR
    • Ambassador Dobrynin

Washington, January 9, 1963.

The Secretary said that Berlin was quiet. Dobrynin replied that it should remain so.

[Page 14]

The Secretary agreed.
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small collection of its own: two transcripts and the authority files of this repository."""
    (tmp_path / "transcripts").mkdir()
    (tmp_path / "transcripts" / "berlin.txt").write_text(MEMO, encoding="utf-8")
    (tmp_path / "transcripts" / "quiet.txt").write_text(MEMO.replace("Berlin", "Laos"), encoding="utf-8")
    (tmp_path / "tei").mkdir()
    for name in ("personography.xml", "placeography.xml"):
        shutil.copy(REPOSITORY / "tei" / name, tmp_path / "tei" / name)
    return Project(tmp_path)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("photography", "authority files"),
        ("memo.new", "results beside edited files"),
        ("memo.failed", "failed results"),
        ("memo\n2", "bytes that are no text"),
        ("memo\udcff", "bytes that are no text"),
        ("m" * 201, "longer than 200 bytes"),
    ],
)
def test_a_transcript_whose_name_no_tei_file_can_have_is_refused(name: str, why: str) -> None:
    jobs, refused = plan([Path(f"{name}.txt"), Path("memo.txt")], Path("tei"))
    assert [job.source.name for job in jobs] == ["memo.txt"]
    assert refused[0].findings[0].code == "build/name"
    assert why in refused[0].findings[0].message
    assert str(refused[0].findings[0]).isprintable()


def test_of_a_folder_hidden_files_and_readmes_are_left_out_and_dead_links_are_told(tmp_path: Path) -> None:
    for name in ("._memo.txt", "README.md", "memo.txt", "notes.docx"):
        (tmp_path / name).touch()
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    assert [path.name for path in transcripts([tmp_path])] == ["gone.txt", "memo.txt"]


def run(project: Project, processes: int = 1) -> Result:
    jobs, refused = plan(transcripts([project.transcripts]), project.tei)
    assert not refused
    return build(jobs, project.inputs, memory=project.memory, processes=processes)


def statuses(result: Result) -> list[str]:
    return [built.status.value for built in result.documents]


def codes(result: Result) -> set[str]:
    return {item.code for built in result.documents for item in built.findings}


# Where transcripts come from.


def test_a_folder_gives_its_transcripts_by_name_and_not_its_readme(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "README.md", "collection.toml", "c.TXT"):
        (tmp_path / name).touch()
    assert [path.name for path in transcripts([tmp_path])] == ["a.md", "b.txt", "c.TXT"]


def test_a_file_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    assert list(transcripts([tmp_path / "memo.ocr"])) == [tmp_path / "memo.ocr"]


def test_two_transcripts_of_one_name_cannot_both_be_built(tmp_path: Path) -> None:
    jobs, refused = plan([tmp_path / "memo.txt", tmp_path / "memo.md"], tmp_path / "tei")
    assert [job.target.name for job in jobs] == ["memo.xml"]
    assert [item.code for built in refused for item in built.findings] == ["build/same-name"]


# How a file gets to its place.


def test_a_new_file_is_written_sealed_and_in_a_folder_made_for_it(tmp_path: Path) -> None:
    target = tmp_path / "new" / "memo.xml"
    assert deliver(XML, target) is Status.WRITTEN
    assert target.read_bytes() == seal(XML)


def test_a_file_of_ours_is_replaced_and_an_equal_one_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "memo.xml"
    deliver(b"<TEI n='1'/>\n", target)
    assert deliver(XML, target) is Status.WRITTEN
    before = target.stat().st_mtime_ns
    assert deliver(XML, target) is Status.UNCHANGED
    assert target.stat().st_mtime_ns == before


def test_an_edited_file_is_kept_and_the_new_one_lies_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "memo.xml"
    deliver(b"<TEI n='1'/>\n", target)
    edited = target.read_bytes().replace(b"'1'", b"'2'")
    target.write_bytes(edited)
    assert deliver(XML, target) is Status.KEPT
    assert target.read_bytes() == edited
    assert unsealed((tmp_path / "memo.new.xml").read_bytes()) == XML


def test_a_result_beside_an_edited_file_is_ours_until_it_is_edited_too(tmp_path: Path) -> None:
    target, beside = tmp_path / "memo.xml", tmp_path / "memo.new.xml"
    target.write_bytes(b"<TEI n='mine'/>\n")
    deliver(b"<TEI n='1'/>\n", target)
    deliver(XML, target)
    assert unsealed(beside.read_bytes()) == XML
    beside.write_bytes(b"<TEI n='mine as well'/>\n")
    assert deliver(XML, target) is Status.KEPT
    assert beside.read_bytes() == b"<TEI n='mine as well'/>\n"


def test_a_result_beside_goes_when_it_no_longer_applies_unless_it_was_edited(tmp_path: Path) -> None:
    target, beside = tmp_path / "memo.xml", tmp_path / "memo.new.xml"
    target.write_bytes(b"<TEI n='mine'/>\n")
    deliver(XML, target)
    target.unlink()
    deliver(XML, target)
    assert not beside.exists()
    beside.write_bytes(b"<TEI n='my notes'/>\n")
    deliver(XML, target)
    assert beside.exists()


def test_a_person_who_has_written_just_what_we_would_write_hears_nothing(tmp_path: Path) -> None:
    target = tmp_path / "memo.xml"
    target.write_bytes(XML)
    assert deliver(XML, target) is Status.UNCHANGED
    assert not (tmp_path / "memo.new.xml").exists()


def test_a_write_that_fails_leaves_the_old_file_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "memo.xml"
    write(target, b"old")

    def full(_path: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device", "memo.xml")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        write(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["memo.xml"]


# A whole collection.


def test_what_has_not_changed_is_not_built_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run(project)
    assert statuses(first) == ["written", "written"]
    monkeypatch.setattr(building, "build_document", lambda *_: pytest.fail("built again"))
    again = run(project)
    assert statuses(again) == ["unchanged", "unchanged"]
    assert [built.findings for built in again.documents] == [built.findings for built in first.documents]
    assert [built.claims for built in again.documents] == [built.claims for built in first.documents]


def test_one_changed_transcript_is_the_only_one_built(project: Project) -> None:
    run(project)
    with (project.transcripts / "quiet.txt").open("a", encoding="utf-8") as file:
        file.write("\nThe conversation ended.\n")
    assert statuses(run(project)) == ["unchanged", "written"]


@pytest.mark.parametrize("changed", ["tei/personography.xml", "transcripts/collection.toml"])
def test_a_changed_shared_input_builds_everything_again(
    project: Project, changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.transcripts / "collection.toml").write_text('title = "One"\n', encoding="utf-8")
    run(project)
    path = project.root / changed
    path.write_text(
        path.read_text(encoding="utf-8").replace("Konrad", "Conrad").replace("One", "Two"), encoding="utf-8"
    )
    seen: list[str] = []
    original = building.build_document
    monkeypatch.setattr(
        building, "build_document", lambda job, inputs: seen.append(job.source.stem) or original(job, inputs)
    )
    building.load.cache_clear()
    run(project)
    assert seen == ["berlin", "quiet"]


def test_a_missing_output_is_built_again(project: Project) -> None:
    run(project)
    (project.tei / "berlin.xml").unlink()
    assert statuses(run(project)) == ["written", "unchanged"]


def test_the_memory_may_be_lost_or_broken(project: Project) -> None:
    run(project)
    project.memory.write_bytes(b"[1, 2")
    assert statuses(run(project)) == ["unchanged", "unchanged"]
    project.memory.write_bytes(b"[1, 2]")
    assert statuses(run(project)) == ["unchanged", "unchanged"]


def test_an_edited_document_is_kept_reported_and_reported_again(project: Project) -> None:
    run(project)
    target = project.tei / "berlin.xml"
    edited = target.read_bytes().replace(b"<title", b"<title type='main'", 1)
    assert edited != target.read_bytes()
    target.write_bytes(edited)
    for _ in range(2):
        result = run(project)
        assert statuses(result) == ["kept", "unchanged"]
        assert "tei/edited" in codes(result)
        assert target.read_bytes() == edited
    assert untouched((project.tei / "berlin.new.xml").read_bytes())


def test_a_clone_without_memory_still_knows_what_was_edited(project: Project) -> None:
    run(project)
    target = project.tei / "berlin.xml"
    target.write_bytes(target.read_bytes().replace(b"quiet", b"very quiet"))
    shutil.rmtree(project.output)
    assert statuses(run(project)) == ["kept", "unchanged"]


def test_an_edit_that_loses_a_word_of_the_transcript_is_an_error(project: Project) -> None:
    run(project)
    target = project.tei / "berlin.xml"
    target.write_bytes(target.read_bytes().replace(b"quiet", b""))
    result = run(project)
    assert "tei/conservation" in codes(result)
    assert result.documents[0].has_errors


def test_a_document_that_fails_does_not_stop_the_others(project: Project) -> None:
    (project.transcripts / "aaa.txt").write_bytes(b"\0\0\0")
    (project.transcripts / "bbb.txt").write_bytes(b"")
    result = run(project)
    assert statuses(result) == ["failed", "failed", "written", "written"]
    assert {"read/binary", "read/empty"} <= codes(result)


def test_a_mistake_of_the_program_is_a_finding_with_a_request(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline import encode

    def broken(*_: object) -> None:
        raise ValueError("no such thing")

    monkeypatch.setattr(encode, "encode", broken)
    result = run(project)
    assert statuses(result) == ["failed", "failed"]
    item = result.documents[0].findings[0]
    assert item.code == "build/internal"
    assert "no such thing" in item.message
    assert "report" in item.hint
    assert item.path.endswith("berlin.txt")


def test_a_file_that_lost_something_is_not_delivered(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline import encode

    original = encode.encode

    def forgetful(*arguments: object) -> object:
        encoded = original(*arguments)  # type: ignore[arg-type]
        return encode.Encoded(
            encoded.xml.replace(b"agreed", b""), encoded.findings, encoded.document, encoded.facts, encoded.settled
        )

    monkeypatch.setattr(encode, "encode", forgetful)
    result = run(project)
    assert statuses(result) == ["failed", "failed"]
    assert "tei/conservation" in codes(result)
    assert not (project.tei / "berlin.xml").exists()
    assert (project.tei / "berlin.failed.xml").exists()


def test_without_its_authority_file_nothing_is_built(project: Project) -> None:
    run(project)
    before = (project.tei / "berlin.xml").read_bytes()
    (project.tei / "personography.xml").write_text("<TEI><person></TEI>", encoding="utf-8")
    building.load.cache_clear()
    result = run(project)
    assert result.documents == ()
    assert [item.code for item in result.findings] == ["authority/unreadable"]
    assert (project.tei / "berlin.xml").read_bytes() == before


def test_a_tei_file_without_its_transcript_is_reported_and_kept(project: Project) -> None:
    run(project)
    (project.transcripts / "quiet.txt").unlink()
    jobs, _ = plan(transcripts([project.transcripts]), project.tei)
    assert [(item.code, Path(item.path).name) for item in project.leftovers(jobs)] == [("build/stale", "quiet.xml")]
    assert (project.tei / "quiet.xml").exists()


def test_a_tei_file_made_by_hand_is_a_document_and_not_stale(project: Project) -> None:
    (project.tei / "by-hand.xml").write_bytes(XML)
    assert list(project.leftovers([])) == []
    assert [path.name for path in project.documents()] == ["by-hand.xml"]


def test_files_made_by_hand_are_validated_once_and_again_when_they_change(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline import validate

    by_hand = project.tei / "by-hand.xml"
    by_hand.write_bytes(XML)
    first = check(project.others([]), project.memory)
    assert {item.path for item in first} == {str(by_hand)}
    monkeypatch.setattr(validate, "validate_file", lambda _: pytest.fail("validated again"))
    assert check(project.others([]), project.memory) == first
    monkeypatch.undo()
    by_hand.write_bytes(b"<TEI")
    assert {item.code for item in check(project.others([]), project.memory)} == {"xml/broken"}


# The same bytes, however it is run.


def outputs(project: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in project.documents()}


def test_building_from_nothing_twice_gives_the_same_bytes(project: Project) -> None:
    run(project)
    first = outputs(project)
    shutil.rmtree(project.output)
    for path in project.documents():
        path.unlink()
    run(project)
    assert outputs(project) == first


@pytest.mark.slow
def test_one_process_or_two_give_the_same_bytes_in_the_same_order(project: Project) -> None:
    one = run(project, processes=1)
    first = outputs(project)
    shutil.rmtree(project.output)
    for path in project.documents():
        path.unlink()
    two = run(project, processes=2)
    assert outputs(project) == first
    assert two == one


@pytest.mark.slow
def test_a_process_that_dies_takes_only_its_own_document_with_it(project: Project) -> None:
    jobs, _ = plan(transcripts([project.transcripts]), project.tei)
    deadly = Job(project.transcripts / "berlin.txt", Deadly(project.tei / "deadly.xml"))
    result = build([deadly, *jobs], Inputs(), processes=2)
    assert [built.status for built in result.documents] == [Status.FAILED, Status.WRITTEN, Status.WRITTEN]
    assert [item.code for item in result.documents[0].findings] == ["build/internal"]


class Deadly(type(Path())):  # type: ignore[misc]
    """A path that ends the process to which it is sent."""

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return _die, (str(self),)


def _die(path: str) -> Path:
    import multiprocessing
    import os

    if multiprocessing.parent_process() is not None:
        os._exit(13)
    return Path(path)


def test_an_authority_file_that_cannot_be_read_stops_the_build(project: Project) -> None:
    (project.tei / "personography.xml").write_text("<TEI>", encoding="utf-8")
    result = run(project)
    assert result.stopped
    assert not project.documents()


def test_a_change_of_the_words_by_hand_is_told_with_how_to_do_it(project: Project) -> None:
    run(project)
    target = project.tei / "berlin.xml"
    target.write_text(target.read_text(encoding="utf-8").replace("quiet", "calm"), encoding="utf-8")
    findings = [item for built in run(project).documents for item in built.findings]
    assert "Record a correction as choice" in next(i.hint for i in findings if i.code == "tei/conservation")
