"""The command `verbale`: the only module that prints, and the only one that decides about exit codes.

Everything heavy is imported inside the commands, so that `verbale --help` answers at once.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from pipeline import __version__

if TYPE_CHECKING:
    from pipeline.build import Shared
    from pipeline.editions import Design
    from pipeline.model import Finding
    from pipeline.outcome import Built, Inputs, Job, Result
    from pipeline.show import Run
    from pipeline.site import Published

CLEAN, ERRORS, USAGE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: nothing wrong (there may be findings to review); a finding is an error; the command was used wrongly;
somebody pressed Ctrl-C."""

STAGES: Final = ("lines", "blocks", "passages", "facts", "claims", "persons", "speech", "tei")
"""The stages that `show` knows; `pipeline.show.STAGES` holds what they do."""


def _known_encoding(_context: click.Context, _parameter: click.Parameter, name: str) -> str:
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError as error:
        raise click.BadParameter(f"{name} is no encoding that Python knows.") from error


_FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER: Final = click.Path(exists=True, file_okay=False, path_type=Path)
_ANY: Final = click.Path(exists=True, path_type=Path)


def _examples(*lines: str) -> str:
    """Examples for the end of a help text, each on a line of its own."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


_format = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Form of the output."
)
_quiet = click.option("--quiet", "-q", is_flag=True, help="List errors only; the summary still counts everything.")
_processes = click.option(
    "--processes", "-j", type=click.IntRange(0), default=0, help="How many processes; 0: as many as it is worth."
)
_encoding = click.option(
    "--encoding", default="", callback=_known_encoding, help="Encoding of the transcripts, where their bytes mislead."
)
_authority = click.option(
    "--authority", "-a", multiple=True, type=_FILE, help="Authority file: TEI, CSV or a printed list of persons."
)
_collection = click.option("--collection", "-c", type=_FILE, help="Facts about the collection (TOML).")
_new_file = click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="A new file; standard output if not given."
)
_root = click.argument("folder", type=_FOLDER, default=Path())


class _Polite(click.Group):
    """Commands that end with a sentence, not a traceback, when the system or the program fails.

    With the environment variable VERBALE_TRACEBACK set, the traceback is shown.
    """

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            click.echo("Interrupted: what was finished is there, and the next run goes on from it.", err=True)
            sys.exit(INTERRUPTED)
        except Exception as error:
            if "VERBALE_TRACEBACK" in os.environ or getattr(error, "errno", None) == errno.EPIPE:
                raise
            _fail(_sentence(error))


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or 'The operating system'}: {error.strerror or error}."
    if isinstance(error, ImportError):
        return str(error)
    about = f"{type(error).__name__}: {error}"
    return f"Verbale failed ({about}). This is a mistake in Verbale: please report it, with VERBALE_TRACEBACK=1 set."


@click.group(
    cls=_Polite,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nExit codes: 0 nothing wrong, 1 at least one error among the findings, 2 wrong usage.\n\n"
    + _examples(
        "verbale build                            the whole collection in this folder",
        "verbale encode memo.txt --output tei     one transcript, from anywhere",
    ),
)
@click.version_option(__version__, prog_name="verbale")
def main() -> None:
    """Raw transcripts of diplomatic documents into scholarly TEI P5, with proof that nothing was lost."""
    _speak_utf8()


def _speak_utf8() -> None:
    """What is printed into a pipe or file is UTF-8 on every system; what a terminal cannot show is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


@main.command(epilog=_examples("verbale build", "verbale build ~/cold-war --format json > report.json"))
@_root
@_processes
@_encoding
@_format
@_quiet
def build(folder: Path, processes: int, encoding: str, form: str, quiet: bool) -> None:
    """Build the collection in FOLDER: transcripts to TEI, proved and validated, and the editions.

    FOLDER (this one if none is given) holds transcripts/ and tei/; the editions go to build/. What has not changed is
    not done again. A TEI file edited by hand is kept, and the new result lies beside it.
    """
    from pipeline.build import check, plan, transcripts
    from pipeline.project import Project
    from pipeline.site import publish

    project = Project(folder)
    if not project.transcripts.is_dir():
        raise click.UsageError(f"There is no folder {project.transcripts}: put the transcripts there.")
    jobs, refused = plan(transcripts([project.transcripts]), project.tei, encoding)
    result = _build(jobs, refused, project.inputs, processes, project.memory)
    if result.stopped:
        _finish(result, [], form, quiet, "Nothing was built, and the editions are as they were.")
    more = [*project.unheard(jobs), *project.leftovers(jobs), *check(project.others(jobs), project.memory)]
    design, complaints = _design(project.design)
    published = publish(project.documents(), project.inputs, project.site, project.site_memory, design)
    _finish(result, [*more, *complaints, *published.findings], form, quiet, _site(published, project.site))


@main.command(
    epilog=_examples(
        "verbale encode memo.txt --output tei",
        "verbale encode telegrams/ -o tei -a persons.xml -a officials.csv -c collection.toml",
    )
)
@click.argument("inputs", nargs=-1, required=True, type=_ANY)
@click.option(
    "--output", "-o", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the TEI files."
)
@_authority
@_collection
@_processes
@_encoding
@_format
@_quiet
def encode(
    inputs: tuple[Path, ...],
    output: Path,
    authority: tuple[Path, ...],
    collection: Path | None,
    processes: int,
    encoding: str,
    form: str,
    quiet: bool,
) -> None:
    """Encode transcripts: INPUTS are files, or folders with .txt and .md files; writes OUTPUT/<name>.xml."""
    from pipeline.build import plan, transcripts
    from pipeline.outcome import Inputs

    sources = list(transcripts(inputs))
    if not sources:
        raise click.UsageError("There is no transcript (.txt or .md) in the folders given.")
    jobs, refused = plan(sources, output, encoding)
    result = _build(jobs, refused, Inputs(authority, collection), processes, None)
    _finish(result, [], form, quiet)


def _build(jobs: list[Job], refused: list[Built], inputs: Inputs, processes: int, memory: Path | None) -> Result:
    from dataclasses import replace

    from pipeline.build import build

    with _progress(len(jobs), "Encoding") as done:
        result = build(jobs, inputs, memory=memory, processes=processes, progress=lambda _: done())
    return replace(result, documents=(*result.documents, *refused))


@contextmanager
def _progress(length: int, label: str) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error, if that is a terminal; to be called after each step."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def _finish(result: Result, more: list[Finding], form: str, quiet: bool, last: str = "") -> NoReturn:
    """Print a result and leave with the exit code that it deserves."""
    from pipeline.outcome import Result
    from pipeline.report import as_json, findings_of, has_errors, listing, summary

    whole = Result(result.documents, (*result.findings, *more))
    findings = findings_of(whole)
    if form == "json":
        click.echo(as_json(whole))
    else:
        if lines := listing(findings, only_errors=quiet):
            click.echo(lines + "\n")
        click.echo(summary(whole) + (f"\n\n{last}" if last else ""))
    sys.exit(ERRORS if has_errors(findings) else CLEAN)


@main.command(
    epilog=_examples(
        "verbale validate tei",
        "verbale validate tei/*.xml --format sarif > findings.sarif",
        "verbale validate tei --baseline known.txt --write-baseline",
        "verbale validate --explain house/page-order",
    )
)
@click.argument("paths", nargs=-1, type=_ANY)
@click.option("--schema", type=_FILE, help="Another schema (.rng, .xsd or .sch) instead of our own.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "junit"]),
    default="text",
    help="Form of the output.",
)
@click.option(
    "--baseline", type=click.Path(dir_okay=False, path_type=Path), help="Leave out the findings that this file lists."
)
@click.option("--write-baseline", is_flag=True, help="Write what is found now into the file of --baseline.")
@click.option("--explain", "code", default="", help="Say what a code means, with an example, and do nothing else.")
@_processes
def validate(
    paths: tuple[Path, ...],
    schema: Path | None,
    form: str,
    baseline: Path | None,
    write_baseline: bool,
    code: str,
    processes: int,
) -> None:
    """Validate TEI files, and all XML files in folders: well-formed, by the schema, by the house rules."""
    from pipeline.build import write
    from pipeline.findings import CODES
    from pipeline.report import has_errors
    from pipeline.validate import baseline as baselines
    from pipeline.validate import tei_files, validate_paths
    from pipeline.validate.report import explain as explained
    from pipeline.validate.report import render

    if code:
        click.echo(explained(code), err=code not in CODES)
        sys.exit(CLEAN if code in CODES else USAGE)
    files = tei_files(paths)
    if not files:
        raise click.UsageError("Name at least one file, or a folder with XML files.")
    if write_baseline and not baseline:
        raise click.UsageError("Name the file: --baseline FILE --write-baseline.")
    if baseline and not (write_baseline or baseline.is_file()):
        raise click.UsageError(f"There is no file {baseline}; --write-baseline makes it.")
    results: list[tuple[Path, list[Finding]]] = []
    with _progress(len(files), "Validating") as done:
        for result in validate_paths(files, schema=schema, processes=processes or None):
            results.append(result)
            done()
    if baseline and write_baseline:
        write(baseline, baselines.write(results).encode())
        click.echo(f"{baseline} now lists {sum(len(findings) for _, findings in results)} findings.", err=True)
    if baseline:
        results, known = baselines.without(results, baseline.read_text(encoding="utf-8-sig"))
        click.echo(f"Findings left out because {baseline} lists them: {known}.", err=True)
    click.echo(render(form, results), nl=False)
    sys.exit(ERRORS if has_errors(item for _, findings in results for item in findings) else CLEAN)


@main.command(epilog=_examples("verbale restore tei/rusk-kuznetsov.xml", "verbale restore tei/memo.xml > memo.txt"))
@click.argument("file", type=_FILE)
def restore(file: Path) -> None:
    """Write the raw transcript again from the TEI FILE alone, to standard output.

    It equals the transcript except for runs of white space.
    """
    from pipeline.restore import restore as restored
    from pipeline.xslt import XsltError

    _expect_tei([file])
    try:
        click.echo(restored(file.read_bytes()).encode(), nl=False)
    except XsltError as error:
        _fail(f"{file}: {error}")


def _expect_tei(files: Iterable[Path]) -> None:
    """Say on standard error which of the files are no TEI documents and why, and leave if there is one."""
    from pipeline.validate.parsing import read_tei

    findings = [item for file in files for item in read_tei(file)[1]]
    for item in findings:
        click.echo(str(item), err=True)
    if findings:
        sys.exit(ERRORS)


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(ERRORS)


@main.command(epilog=_examples("verbale explain transcripts/rusk-kuznetsov.txt"))
@click.argument("file", type=_FILE)
@_encoding
@_format
def explain(file: Path, encoding: str, form: str) -> None:
    """Explain how FILE is read: what each reader says of it, the best first."""
    from pipeline.readers import weigh

    said = weigh(_run(file, encoding).transcript)
    if form == "json":
        _json([{"reader": name, "score": evidence.score, "reason": evidence.reason} for name, evidence in said])
    else:
        for name, evidence in said:
            click.echo(f"{evidence.score:5.2f}  {name:<12} {evidence.reason}")


@main.command(
    epilog=_examples(
        "verbale show blocks transcripts/rusk-kuznetsov.txt",
        "verbale show speech memo.txt -a tei/personography.xml",
    )
)
@click.argument("stage", type=click.Choice(STAGES))
@click.argument("file", type=_FILE)
@_authority
@_collection
@_encoding
@click.option("--reader", default="", help="Read it with this reader (see `verbale explain`).")
def show(
    stage: str, file: Path, authority: tuple[Path, ...], collection: Path | None, encoding: str, reader: str
) -> None:
    """Show what a STAGE makes of the transcript FILE: the microscope."""
    from pipeline.show import show as shown

    try:
        click.echo(shown(stage, _run(file, encoding, authority, collection, reader)))
    except KeyError as error:
        if not reader:
            raise
        raise click.UsageError(f"There is no reader {error}; `verbale explain` lists them.") from error


def _run(
    file: Path,
    encoding: str = "",
    authority: tuple[Path, ...] = (),
    collection: Path | None = None,
    reader: str = "",
) -> Run:
    """A transcript on its way; what is wrong with it goes to standard error, and an error ends the program."""
    run = _started(file, encoding, _shared(authority, collection), reader)
    if run is None:
        sys.exit(ERRORS)
    return run


def _shared(authority: tuple[Path, ...], collection: Path | None) -> Shared:
    """Authority files and collection file; what is wrong with them goes to standard error, and an error ends the
    program."""
    from pipeline.build import load
    from pipeline.outcome import Inputs
    from pipeline.report import has_errors

    shared = load(Inputs(authority, collection))
    for item in shared.findings:
        click.echo(str(item), err=True)
    if has_errors(shared.findings):
        sys.exit(ERRORS)
    return shared


def _started(file: Path, encoding: str, shared: Shared, reader: str = "") -> Run | None:
    """A transcript on its way, None if it cannot be read; what is wrong with it goes to standard error."""
    from pipeline.show import Run
    from pipeline.source import read_transcript

    transcript, findings = read_transcript(file, encoding)
    for item in findings:
        click.echo(str(item), err=True)
    return None if transcript is None else Run(transcript, shared.authority, shared.collection, reader)


def _json(data: Any) -> None:
    import json

    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


@main.command(
    epilog=_examples(
        "verbale edition                          the collection in this folder",
        "verbale edition tei/*.xml -o site        TEI files from anywhere",
    )
)
@click.argument("files", nargs=-1, type=_FILE)
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the pages; build/site if not given.",
)
@_authority
@_collection
@click.option("--design", "own_design", type=_FILE, help="What you change; edition.toml of this folder if not given.")
@click.option("--url", default="", help="The address that the site will have.")
@click.option("--theme", type=_FILE, help="A style sheet (CSS) that is loaded after ours.")
@click.option(
    "--stylesheet", "stylesheets", multiple=True, type=_FILE, help="XSLT that is used instead of ours of that name."
)
def edition(
    files: tuple[Path, ...],
    output: Path | None,
    authority: tuple[Path, ...],
    collection: Path | None,
    own_design: Path | None,
    url: str,
    theme: Path | None,
    stylesheets: tuple[Path, ...],
) -> None:
    """Make the editions of TEI FILES (of the collection in this folder if none are given): a site and plain texts."""
    from dataclasses import replace

    from pipeline.editions import Design
    from pipeline.editions.design import STYLESHEET_NAMES
    from pipeline.outcome import Inputs
    from pipeline.project import Project
    from pipeline.site import publish

    project = Project(Path())
    if not (files or project.tei.is_dir()):
        raise click.UsageError("There is no folder tei here: name the TEI files.")
    own = Inputs(authority, collection) if files or authority or collection else project.inputs
    base, complaints = _design(own_design or project.design)
    design = base or Design()
    try:
        css = theme.read_text(encoding="utf-8-sig") if theme else design.theme
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{theme} is no style sheet in UTF-8.") from error
    if strange := [file for file in stylesheets if file.stem not in STYLESHEET_NAMES]:
        names = " and ".join(f"{name}.xsl" for name in STYLESHEET_NAMES)
        raise click.UsageError(f"{strange[0]} has none of our names: stylesheets of yours are called {names}.")
    sheets = {**design.stylesheets, **{file.name: file for file in stylesheets}}
    design = replace(design, url=url or design.url, theme=css, stylesheets=sheets)
    target = output or project.site
    memory = target.with_name(f"{target.name}.json")
    published = publish(files or project.documents(), own, target, memory, design)
    for item in [*complaints, *published.findings]:
        click.echo(str(item))
    click.echo(_site(published, target))
    sys.exit(ERRORS if published.findings else CLEAN)


def _design(file: Path) -> tuple[Design | None, list[Finding]]:
    """What a user changes about the edition, if there is such a file."""
    if not file.is_file():
        return None, []
    from pipeline.editions import load_design

    return load_design(file)


def _site(published: Published, folder: Path) -> str:
    """The edition in one sentence."""
    if published.findings and not published.pages:
        return f"The edition in {folder} was not finished."
    return f"{published.pages} files of the edition in {folder}: {published.written} new, {published.removed} removed."


@main.command(
    epilog=_examples("verbale speech tei/rusk-kuznetsov.xml", "verbale speech tei/memo.xml --format csv > speech.csv")
)
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option(
    "--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", help="Form of the output."
)
def speech(files: tuple[Path, ...], form: str) -> None:
    """Show who says what to whom in TEI FILES, turn by turn; `?` and `??` mark what is less than sure.

    For a transcript use `verbale show speech`.
    """
    from pipeline import speech_view

    _expect_tei(files)
    write = {"text": speech_view.as_text, "csv": speech_view.as_csv, "json": speech_view.as_json}[form]
    click.echo(write([turn for file in files for turn in speech_view.turns(file)]), nl=False)


@main.command(
    epilog=_examples(
        "verbale evaluate edited -a personography.xml",
        "verbale evaluate edited/*.xml --examples 10 > report.txt",
    )
)
@click.argument("paths", nargs=-1, required=True, type=_ANY)
@_authority
@click.option("--reader", default="", help="Read every document with this reader (see `verbale explain`).")
@click.option("--examples", type=click.IntRange(0), default=3, help="How many differences to show for each kind.")
@_format
def evaluate(paths: tuple[Path, ...], authority: tuple[Path, ...], reader: str, examples: int, form: str) -> None:
    """Measure the program against TEI files that people have made: PATHS are files, or folders with .xml files.

    Each file is turned into the raw transcript that one would have had, encoded, and compared: syntax, source
    fidelity, schema, structure, semantics, and which rules err.
    """
    import json

    from pipeline.build import load
    from pipeline.evaluate import as_json, table
    from pipeline.evaluate import evaluate as measured
    from pipeline.outcome import Inputs
    from pipeline.report import has_errors
    from pipeline.validate.files import tei_files

    shared = load(Inputs(authority))
    known = {path.resolve() for path in authority}
    files = [path for path in tei_files(paths) if path.resolve() not in known]
    evaluation, findings = measured(files, shared.authority, reader, authority[0].parent if authority else None)
    for item in (*shared.findings, *findings):
        click.echo(str(item), err=True)
    if form == "json":
        click.echo(json.dumps(as_json(evaluation), ensure_ascii=False, indent=2))
    else:
        click.echo(table(evaluation, examples))
    sys.exit(ERRORS if has_errors([*shared.findings, *findings]) else CLEAN)


@main.group(
    epilog=_examples(
        "verbale authority import officials.csv -o tei/officials-personography.xml",
        "verbale authority propose transcripts -a tei/personography.xml",
    )
)
def authority() -> None:
    """Persons and places: import lists, and propose entries for names without one."""


@authority.command(
    "import",
    epilog=_examples(
        "verbale authority import officials.csv > officials.xml",
        "verbale authority import persons.txt officials.csv -o tei/officials-personography.xml",
    ),
)
@click.argument("files", nargs=-1, required=True, type=_FILE)
@_new_file
def import_(files: tuple[Path, ...], output: Path | None) -> None:
    """Import FILES (CSV, a printed list of persons, or TEI) into one TEI authority file.

    Each entry of a printed list has a line of its own: `Adenauer, Konrad, Chancellor of … until October 1963`.
    """
    from pipeline.authority import load_authority, write_tei
    from pipeline.report import has_errors

    entries, findings = load_authority(files)
    for item in findings:
        click.echo(str(item), err=True)
    if has_errors(findings):
        sys.exit(ERRORS)
    _put(write_tei(entries), output)


@authority.command(
    epilog=_examples("verbale authority propose transcripts -a tei/personography.xml -o proposals.xml"),
)
@click.argument("inputs", nargs=-1, required=True, type=_ANY)
@_authority
@_collection
@_encoding
@_new_file
def propose(
    inputs: tuple[Path, ...], authority: tuple[Path, ...], collection: Path | None, encoding: str, output: Path | None
) -> None:
    """Propose entries for persons in the transcripts INPUTS that no authority file has, as TEI.

    Each comes with the places where the transcripts name the person. An editor takes over what is right.
    """
    from pipeline.authority import propose as proposed
    from pipeline.build import transcripts

    shared = _shared(authority, collection)
    sources = list(transcripts(inputs))
    if not sources:
        raise click.UsageError("There is no transcript (.txt or .md) in the folders given.")
    runs = [run for file in sources if (run := _started(file, encoding, shared)) is not None]
    _put(proposed((run.transcript, run.settled) for run in runs), output)
    sys.exit(CLEAN if len(runs) == len(sources) else ERRORS)


def _put(data: bytes, output: Path | None) -> None:
    """Write a new file, or to standard output; a file that is there already is never replaced."""
    from pipeline.build import write

    if output is None:
        click.echo(data, nl=False)
    elif output.exists():
        raise click.UsageError(f"{output} exists already; give another name for --output.")
    else:
        write(output, data)
