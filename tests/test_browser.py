"""The built edition in a real browser, opened from the file system as a reader without a server would."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from lxml import etree
from test_editions import AUTHORITIES, COLLECTION, DOCUMENTS, TEI

from pipeline.editions import build_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
REPOSITORY = Path(__file__).parents[1]
REAL = sorted(path for path in REPOSITORY.glob("tei/*.xml") if not path.stem.endswith(("graphy", ".new")))
PAGES = [
    "index.html",
    "chronology.html",
    "about.html",
    "404.html",
    "documents/harbour.html",
    "documents/typescript.html",
    "persons/index.html",
    "persons/falk.html",
    "places/index.html",
    "places/port-clement.html",
    "organizations/index.html",
    "organizations/harbour-board.html",
    "abbreviations.html",
    "search.html",
    "manual/index.html",
    "manual/said.html",
]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build_site(DOCUMENTS, AUTHORITIES, COLLECTION, folder, write)
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def page_without_scripts(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def open_page(page: Page, folder: Path, path: str) -> None:
    page.goto((folder / path).as_uri())


@pytest.mark.parametrize("path", PAGES)
def test_no_page_complains(page: Page, folder: Path, path: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    open_page(page, folder, path)
    page.wait_for_load_state("networkidle")
    assert not complaints


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_window(page: Page, folder: Path, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page, folder, path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES, "search.html?q=harbour"])
def test_no_barrier_is_found(browser: Browser, folder: Path, path: str, scheme: Literal["light", "dark"]) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = browser.new_page(color_scheme=scheme)
    page.goto(f"{folder.as_uri()}/{path}")
    page.wait_for_load_state("networkidle")
    found = axe.run(page).response["violations"]
    page.close()
    assert not [(barrier["id"], [node["html"] for node in barrier["nodes"]]) for barrier in found]


def test_a_note_opens_and_closes_by_keyboard(page: Page, folder: Path) -> None:
    open_page(page, folder, "documents/harbour.html")
    page.focus("#ref-fn2")
    page.keyboard.press("Enter")
    card = page.locator(".popup")
    assert card.inner_text().startswith("See Document 13.")
    assert card.evaluate("card => card === document.activeElement")
    page.keyboard.press("Escape")
    page.wait_for_selector(".popup", state="detached")
    assert page.evaluate("document.activeElement.id") == "ref-fn2"


def test_a_note_closes_by_a_click_elsewhere(page: Page, folder: Path) -> None:
    open_page(page, folder, "documents/harbour.html")
    page.click("#ref-fn2")
    page.wait_for_selector(".popup")
    page.click(".kicker")
    page.wait_for_selector(".popup", state="detached")


def test_resting_on_a_name_shows_who_it_is(page: Page, folder: Path) -> None:
    open_page(page, folder, "documents/harbour.html")
    page.hover("#p-1 a.person >> nth=0")
    assert "Minister of Ports" in page.wait_for_selector(".popup").inner_text()  # type: ignore[union-attr]
    page.mouse.move(1, 1)
    page.wait_for_selector(".popup", state="detached")


def test_the_diplomatic_view_shows_what_the_reading_view_leaves_out(page: Page, folder: Path) -> None:
    open_page(page, folder, "documents/typescript.html")
    text = page.locator(".text")
    assert "FORM PC-1254" not in text.inner_text()
    assert "Kern signed" in text.inner_text()
    page.check("#view-diplomatic")
    assert "FORM PC-1254" in text.inner_text()
    assert "Keren signed" in text.inner_text()
    open_page(page, folder, "documents/harbour.html")
    assert page.is_checked("#view-diplomatic"), "the choice holds from page to page"


def test_one_speaker_can_be_followed(page: Page, folder: Path) -> None:
    open_page(page, folder, "documents/harbour.html")

    def colour(selector: str) -> str:
        return str(page.eval_on_selector(selector, "element => getComputedStyle(element).color"))

    ink = colour("#turn-1")
    assert colour("#turn-2") == ink
    page.check("#only-1")
    assert colour("#turn-1") == ink
    assert colour("#turn-2") != ink


def test_doubt_is_shown_on_request(page: Page, folder: Path) -> None:
    open_page(page, folder, "documents/harbour.html")
    style = "element => getComputedStyle(element).textDecorationStyle"
    assert page.eval_on_selector(".text a.cert-low", style) == "solid"
    page.check("#show-certainty")
    assert page.eval_on_selector(".text a.cert-low", style) == "wavy"


def results(page: Page, folder: Path, asked: str) -> list[str]:
    """What a search answers, a string for each document."""
    page.goto(f"{(folder / 'search.html').as_uri()}?{asked}")
    page.wait_for_function("document.getElementById('answer').textContent")
    return [" ".join(item.split()) for item in page.locator("#results > li").all_inner_texts()]


def test_the_search_finds_words_and_their_beginnings(page: Page, folder: Path) -> None:
    [harbour] = results(page, folder, "q=foreseen")
    assert "was silting up faster than anyone had foreseen" in harbour
    assert page.locator("mark").all_inner_texts() == ["foreseen"]
    assert len(results(page, folder, "q=dredg")) == 2
    assert results(page, folder, "q=nowhere") == []


def test_the_search_knows_phrases_and_facets(page: Page, folder: Path) -> None:
    assert len(results(page, folder, "q=%22money was short%22")) == 1
    assert results(page, folder, "q=%22short money%22") == []
    assert len(results(page, folder, "speaker=falk")) == 2
    assert results(page, folder, "q=money&speaker=typescript.voss") == []
    assert len(results(page, folder, "from=1962&to=1962-12")) == 1
    assert len(results(page, folder, "person=harbour.kern&place=port-clement")) == 1


def test_a_hit_leads_to_the_paragraph_and_shows_the_word(page: Page, folder: Path) -> None:
    results(page, folder, "q=misgivings")
    page.click(".hit a")
    page.wait_for_load_state()
    assert page.url.endswith("documents/harbour.html?find=misgivings#p-3")
    results(page, folder, "q=foreseen")
    page.click(".hit a")
    page.wait_for_load_state()
    assert page.evaluate("[...CSS.highlights.get('found')].map(String)") == ["foreseen"]


def test_a_search_is_typed(page: Page, folder: Path) -> None:
    open_page(page, folder, "search.html")
    page.fill("input[name=q]", "patience")
    page.keyboard.press("Enter")
    page.wait_for_selector("#results > li")
    assert page.locator("#answer").inner_text() == "1 document"


def test_everything_can_be_read_without_scripts(page_without_scripts: Page, folder: Path) -> None:
    page = page_without_scripts
    open_page(page, folder, "documents/harbour.html")
    assert "The Minister began by saying" in page.inner_text(".text")
    page.click("#ref-fn2")
    assert page.url.endswith("#fn2")
    assert page.locator("#fn2").is_visible()
    page.click("#fn2 .back")
    assert page.url.endswith("#ref-fn2")
    page.check("#view-diplomatic")
    assert page.locator(".text .fw").first.is_visible()


def words_of(text: etree._Element) -> str:
    """The reading text of a TEI text, told by its elements alone and without white space: no furniture, no notes, no
    signs of pages, of a choice what an editor reads."""
    copy = etree.fromstring(etree.tostring(text, with_tail=False))
    for element in list(copy.iter(*(TEI + name for name in ("fw", "note", "sic", "orig", "abbr")))):
        chosen = element.getparent() is not None and element.getparent().tag == f"{TEI}choice"  # type: ignore[union-attr]
        if chosen or element.tag in (f"{TEI}fw", f"{TEI}note"):
            element.text, element[:] = None, []
    return "".join("".join(map(str, copy.itertext())).split())


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition of the documents of this repository."""
    folder = tmp_path_factory.mktemp("real")
    build_site(REAL, sorted(REPOSITORY.glob("tei/*graphy.xml")), None, folder, write)
    return folder


@pytest.mark.parametrize("file", [*REAL, *DOCUMENTS], ids=lambda path: path.stem)
def test_what_is_seen_is_the_reading_text(page: Page, folder: Path, real: Path, file: Path) -> None:
    open_page(page, folder if file in DOCUMENTS else real, f"documents/{file.stem}.html")
    page.add_style_tag(content=".who, .pb, .noteref { display: none !important }")
    title = page.locator("h1")
    printed = "" if title.get_attribute("class") == "made" else title.inner_text()
    seen = "".join(f"{printed}{page.locator('.text').inner_text()}".split())
    text = etree.parse(file).find(f"{TEI}text")
    assert text is not None
    assert seen == words_of(text)


def test_the_list_of_documents_can_be_narrowed_and_sorted(page: Page, real: Path) -> None:
    open_page(page, real, "index.html")
    listed, found = page.locator(".listed h3"), page.locator("#results h3")
    assert listed.first.is_visible()
    page.click("summary")
    page.wait_for_function("document.querySelector('select[name=person]').options.length > 1")
    page.select_option("select[name=person]", "bowles")
    page.wait_for_selector("#results h3")
    assert found.count() == 1
    assert not listed.first.is_visible()
    page.click("button[type=reset]")
    page.wait_for_selector(".listed h3")
    assert found.count() == 0 or not found.first.is_visible()
    page.select_option("select[name=order]", "title")
    page.wait_for_selector("#results h3")
    titles = found.all_inner_texts()
    assert titles == sorted(titles)
    assert len(titles) == len(REAL)


def test_the_list_of_documents_is_whole_without_scripts(page_without_scripts: Page, real: Path) -> None:
    open_page(page_without_scripts, real, "index.html")
    assert page_without_scripts.locator(".listed h3:visible").count() == len(REAL)
    assert not page_without_scripts.locator(".chooser").is_visible()


def test_print_has_text_and_notes_and_no_controls(page: Page, folder: Path) -> None:
    open_page(page, folder, "documents/harbour.html")
    page.emulate_media(media="print")
    assert page.locator("#p-3").is_visible()
    assert page.locator("#fn2").is_visible()
    assert not page.locator(".switches").is_visible()
    assert not page.locator(".conversation").is_visible()


def test_a_list_can_be_filtered(page: Page, folder: Path, tmp_path: Path) -> None:
    rows = "".join(f"<li>Person {n}</li>" for n in range(10))
    script = (folder / "assets" / "verbale.js").as_uri()
    file = tmp_path / "list.html"
    file.write_text(f'<!doctype html><ul data-filter="persons">{rows}</ul><script src="{script}"></script>')
    page.goto(file.as_uri())
    page.fill("input.filter", "7")
    assert page.locator("li:visible").all_inner_texts() == ["Person 7"]
