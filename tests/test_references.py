"""References, omissions, insertions, and what a text has lost."""

from __future__ import annotations

import pytest

from pipeline.annotators import gaps, references, text
from pipeline.grammar.clues import Clues
from pipeline.model import Block, Claim, Context, Document, Span, Transcript


def context(words: str, kind: str = "p") -> Context:
    """A document of one paragraph (or note) and a note with the mark 2."""
    whole = f"{words}\nSee above."
    end = len(words)
    note = Block("note", Span(end + 1, len(whole)), (("xml:id", "fn3"), ("n", "2")))
    root = Block("div", Span(0, len(whole)), (), (Block(kind, Span(0, end)), note))
    return Context(Document(Transcript("case", whole), root))


def shown(words: str, claims: tuple[Claim, ...], *kinds: str) -> list[str]:
    """`kind attributes: words`, one line per claim."""
    return [
        f"{c.kind}{''.join(f' {k}={v}' for k, v in c.attrs)}: {words[c.span.start : c.span.end]}"
        for c in sorted(claims, key=lambda c: (c.span.start, -c.span.end))
        if not kinds or c.kind in kinds
    ]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("See Document 246.", ["ref type=document n=246: Document 246"]),
        ("see Documents 97 and 98, below",
         ["ref type=document n=97: Documents 97", "ref type=document n=98: 98"]),
        ("Documents 18–23", ["ref type=document n=18–23: Documents 18–23"]),
        ("See footnote 2 above.", ["ref type=footnote n=2 target=#fn3: footnote 2"]),
        ("See footnote 2, Document 260.", ["ref type=footnote n=2: footnote 2",
         "ref type=document n=260: Document 260"]),
        ("See footnote 7 above.", ["ref type=footnote n=7: footnote 7"]),
        ("Foreign Relations, 1961–1963, vol. XV, pp. 69–71.",
         ["bibl type=published: Foreign Relations, 1961–1963, vol. XV, pp. 69–71", "biblScope unit=volume: vol. XV",
          "biblScope unit=page from=69 to=71: pp. 69–71"]),
        ("Foreign Relations, 1961–1963, vol. XV, pp. 6971.",
         ["bibl type=published: Foreign Relations, 1961–1963, vol. XV, pp. 6971", "biblScope unit=volume: vol. XV",
          "biblScope unit=page: pp. 6971"]),
        ("Foreign Relations, 1961–1963, volume XI.",
         ["bibl type=published: Foreign Relations, 1961–1963, volume XI", "biblScope unit=volume: volume XI"]),
        ("Schlesinger, A Thousand Days, p. 400.", ["bibl type=published: A Thousand Days, p. 400",
                                                    "biblScope unit=page from=400 to=400: p. 400"]),
        ("states in In Confidence, p. 117, that", ["bibl type=published: In Confidence, p. 117",
                                                    "biblScope unit=page from=117 to=117: p. 117"]),
        ("see U.N. doc. A/C.1/L-312.", ["bibl type=published: U.N. doc. A/C.1/L-312",
         "idno type=document: A/C.1/L-312"]),
        ("(Ibid., Presidential Correspondence: Lot 66 D 204)",
         ["bibl type=archival: Ibid., Presidential Correspondence: Lot 66 D 204", "idno type=shelfmark: Lot 66 D 204"]),
        ("(Kennedy Library, President's Appointment Book)",
         ["bibl type=archival: Kennedy Library, President's Appointment Book"]),
        ("(Telegram 451, November 3; Department of State, Central Files, 674.84A/11–355)",
         ["bibl type=archival: Department of State, Central Files, 674.84A/11–355",
          "idno type=shelfmark: 674.84A/11–355"]),
        ("(Ibid.)", ["bibl type=ibid: Ibid."]),
        ("[NAA: A1838, 625/10/2, ii]", ["bibl type=archival: [NAA: A1838, 625/10/2, ii]",
         "idno type=shelfmark: 625/10/2, ii"]),
        ("The Department of State, as usual, said so.", []),
        ("the Soviet note 5 of the series", []),
    ],
)  # fmt: skip
def test_references_in_notes(words: str, marked: list[str]) -> None:
    assert shown(words, references.annotate(context(words, "note")).claims) == marked


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("[Here follow 7 pages of discussion on the missile crisis.]",
         ["gap reason=editorial unit=page quantity=7: [Here follow 7 pages of discussion on the missile crisis.]"]),
        ("saw [less than 1 line of source text not declassified] there",
         ["gap reason=classified unit=line atMost=1: [less than 1 line of source text not declassified]"]),
        ("[1-1/2 lines not declassified]",
         ["gap reason=classified unit=line quantity=1.5: [1-1/2 lines not declassified]"]),
        ("[5 lines not declassified]", ["gap reason=classified unit=line quantity=5: [5 lines not declassified]"]),
        ("[name not declassified] said", ["gap reason=classified: [name not declassified]"]),
        ("[Omitted here is a discussion of 3 lines of action.]",
         ["gap reason=editorial: [Omitted here is a discussion of 3 lines of action.]"]),
        ("he [omission in the source text] it", ["gap reason=illegible: [omission in the source text]"]),
        ("[matter omitted]", ["gap reason=editorial: [matter omitted]"]),
        (". . . . . . .", ["gap reason=editorial: . . . . . . ."]),
        ("Not translated.", ["gap reason=editorial: Not translated."]),
        ("every possible infleunce [influence] should", ["supplied reason=correction: [influence]"]),
        ("C[ordell] H[ull]", ["supplied: [ordell]", "supplied: [ull]"]),
        ("Within the city we [have] six hundred", ["supplied: [have]"]),
        ("in the war. [I] would like", ["supplied: [I]"]),
        ("It was odd [sic] to [Laughter] hear [1] of [Enclosure] [Page 5]", []),
    ],
)  # fmt: skip
def test_omissions_and_insertions(words: str, marked: list[str]) -> None:
    assert shown(words, gaps.annotate(context(words)).claims) == marked


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("of theUN Secretariat", ["text/glued-words: Perhaps “the UN”"]),
        ("in the Congo.Then he", ["text/glued-words: Perhaps “. Then”"]),
        ("Foreign Relations, vol. XV, pp. 6971.", ["text/page-range: Perhaps “69–71”"]),
        ("Documents 280282", ["text/page-range: Perhaps “280–282”"]),
        ("in the the talks", ["text/doubled-word: Perhaps “the”"]),
        ("General deGaulle and Mr. McCone, pp. 69–71, said that that is so", []),
    ],
)
def test_what_the_text_has_lost(words: str, found: list[str]) -> None:
    assert [f"{f.code}: {f.hint.split(';')[0]}" for f in text.annotate(context(words)).findings] == found


def test_clues_say_what_a_text_may_hold() -> None:
    clues = Clues({"ibid": ["bid."], "note": ["note ", "fn. "], "book": [", p. "]})
    assert clues.in_text("Ibid., p. 3") >= {"ibid", "book"}
    assert "note" in clues.in_text("See fn. 3")
    assert not clues.in_text("He noted it.")


def test_a_word_doubled_thrice_is_one_finding_and_letters_do_not_count() -> None:
    assert len(text.annotate(context("of the the talks")).findings) == 1
    assert len(text.annotate(context("the the the talks")).findings) == 1
    assert not text.annotate(context("breathe the air; at a amount; a and")).findings
