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
        ("Ibid., 1929, vol. iii, p. 274.",
         ["bibl type=published: Ibid., 1929, vol. iii, p. 274", "biblScope unit=volume: vol. iii",
          "biblScope unit=page from=274 to=274: p. 274"]),
        ("American Foreign Policy: Current Documents, 1960, pages 526–527.",
         ["bibl type=published: American Foreign Policy: Current Documents, 1960, pages 526–527",
          "biblScope unit=page from=526 to=527: pages 526–527"]),
        ("Foreign Relations, 1961–1963, vol. XV, pp. 6971.",
         ["bibl type=published: Foreign Relations, 1961–1963, vol. XV, pp. 6971", "biblScope unit=volume: vol. XV",
          "biblScope unit=page: pp. 6971"]),
        ("Foreign Relations, 1961–1963, volume XI.",
         ["bibl type=published: Foreign Relations, 1961–1963, volume XI", "biblScope unit=volume: volume XI"]),
        ("Schlesinger, A Thousand Days, p. 400.", ["bibl type=published: A Thousand Days, p. 400",
                                                    "biblScope unit=page from=400 to=400: p. 400"]),
        ("states in In Confidence, p. 117, that", ["bibl type=published: In Confidence, p. 117",
                                                    "biblScope unit=page from=117 to=117: p. 117"]),
        ("H.L. Deb., vol. 234, cols. 12–14, 5 May 1930.",
         ["bibl type=published: H.L. Deb., vol. 234, cols. 12–14", "biblScope unit=volume: vol. 234",
          "biblScope unit=column from=12 to=14: cols. 12–14"]),
        ("(H.C. Deb. 5s., vol. 558, col. 1453)",
         ["bibl type=published: H.C. Deb. 5s., vol. 558, col. 1453", "biblScope unit=volume: vol. 558",
          "biblScope unit=column from=1453 to=1453: col. 1453"]),
        ("laid as Cmnd. 9239; Public Law 87-195; S.J. Res. 230",
         ["bibl type=published: Cmnd. 9239", "idno type=document: Cmnd. 9239",
          "bibl type=published: Public Law 87-195", "idno type=document: Public Law 87-195",
          "bibl type=published: S.J. Res. 230", "idno type=document: S.J. Res. 230"]),
        ("under P.L. 480; Hansard said; in H.C. Deb. and Cmnd. he", []),
        ("see U.N. doc. A/C.1/L-312.", ["bibl type=published: U.N. doc. A/C.1/L-312",
         "idno type=document: A/C.1/L-312"]),
        ("(Ibid., Presidential Correspondence: Lot 66 D 204)",
         ["bibl type=archival: Ibid., Presidential Correspondence: Lot 66 D 204", "idno type=shelfmark: Lot 66 D 204"]),
        ("(Kennedy Library, President's Appointment Book)",
         ["bibl type=archival: Kennedy Library, President's Appointment Book"]),
        ("(Telegram 451, November 3; Department of State, Central Files, 674.84A/11–355)",
         ["bibl type=numbered: Telegram 451", "idno type=document: 451",
          "bibl type=archival: Department of State, Central Files, 674.84A/11–355",
          "idno type=shelfmark: 674.84A/11–355"]),
        ("(Ibid.)", ["bibl type=ibid: Ibid."]),
        ("[NAA: A1838, 625/10/2, ii]", ["bibl type=archival: [NAA: A1838, 625/10/2, ii]",
         "idno type=shelfmark: 625/10/2, ii"]),
        # The title of a volume may hold months and several countries; the documents belong to the volume.
        ("See Foreign Relations, 1969–1976, vol. XII, Soviet Union, January 1969–October 1970, Document 8.",
         ["bibl type=published: Foreign Relations, 1969–1976, vol. XII, Soviet Union, January 1969–October 1970, "
          "Document 8", "biblScope unit=volume: vol. XII"]),
        ("Foreign Relations, 1961–1963, vol. XVI, Eastern Europe; Cyprus; Greece; Turkey, Documents 8, 9, and 11.",
         ["bibl type=published: Foreign Relations, 1961–1963, vol. XVI, Eastern Europe; Cyprus; Greece; Turkey, "
          "Documents 8, 9, and 11", "biblScope unit=volume: vol. XVI"]),
        ("Department of State Bulletin, August 1978, p. 28.",
         ["bibl type=published: Department of State Bulletin, August 1978, p. 28",
          "biblScope unit=page from=28 to=28: p. 28"]),
        ("Printed ibid., Document 23.", ["bibl type=published: ibid., Document 23"]),
        ("See ibid., vol. XIV, Documents 5–7.",
         ["bibl type=published: ibid., vol. XIV, Documents 5–7", "biblScope unit=volume: vol. XIV"]),
        ("See ibid., pp. 45–47.", ["bibl type=ibid: ibid., pp. 45–47", "biblScope unit=page from=45 to=47: pp. 45–47"]),
        ("(Ibid., 1958–1960, vol. X, Part 1, p. 34)",
         ["bibl type=published: Ibid., 1958–1960, vol. X, Part 1, p. 34", "biblScope unit=volume: vol. X, Part 1",
          "biblScope unit=page from=34 to=34: p. 34"]),
        ("(Ibid., Box 5, Country Files, Vol. II)",
         ["bibl type=archival: Ibid., Box 5, Country Files, Vol. II", "idno type=shelfmark: Box 5"]),
        ("DBPO, Series III, Vol. II, No. 12.",
         ["bibl type=published: DBPO, Series III, Vol. II, No. 12", "biblScope unit=volume: Vol. II"]),
        ("Kissinger, White House Years (Boston: Little, Brown, 1979), p. 45.",
         ["bibl type=published: White House Years (Boston: Little, Brown, 1979), p. 45",
          "biblScope unit=page from=45 to=45: p. 45"]),
        # A note of another document has no target here.
        ("See Document 14 and footnote 2 thereto.",
         ["ref type=document n=14: Document 14", "ref type=footnote n=2: footnote 2"]),
        ("See Documents 13 and 15, footnotes 2 and 3.",
         ["ref type=document n=13: Documents 13", "ref type=document n=15: 15", "ref type=footnote n=2: footnotes 2",
          "ref type=footnote n=3: 3"]),
        ("See Document 45, note 2.", ["ref type=document n=45: Document 45", "ref type=footnote n=2: note 2"]),
        ("See Foreign Relations, 1946, vol. VI, p. 6, footnote 2.",
         ["bibl type=published: Foreign Relations, 1946, vol. VI, p. 6", "biblScope unit=volume: vol. VI",
          "biblScope unit=page from=6 to=6: p. 6", "ref type=footnote n=2: footnote 2"]),
        ("See footnote 2 of the previous document.", ["ref type=footnote n=2: footnote 2"]),
        ("See Document 14 and footnote 2 above.",
         ["ref type=document n=14: Document 14", "ref type=footnote n=2 target=#fn3: footnote 2"]),
        ("See footnote 2 to this document.", ["ref type=footnote n=2 target=#fn3: footnote 2"]),
        # What is known by its number.
        ("In telegram 1234 from New Delhi, May 3; Secto 10 from Geneva; Deptel 345; Airgram A–345.",
         ["bibl type=numbered: telegram 1234 from New Delhi", "idno type=document: 1234",
          "bibl type=numbered: Secto 10 from Geneva", "idno type=document: 10", "bibl type=numbered: Deptel 345",
          "idno type=document: 345", "bibl type=numbered: Airgram A–345", "idno type=document: A–345"]),
        ("See NSC 5820/1, NSSM–200/NSDM 314, PD/NSC–18, SNIE 10-3-61, and NSC Action No. 1447–c.",
         [line
          for number in ("NSC 5820/1", "NSSM–200", "NSDM 314", "PD/NSC–18", "SNIE 10-3-61", "NSC Action No. 1447–c")
          for line in (f"bibl type=numbered: {number}", f"idno type=document: {number}")]),
        ("6 UST 3081; TIAS 3170.", ["bibl type=published: 6 UST 3081", "idno type=document: 6 UST 3081",
         "bibl type=published: TIAS 3170", "idno type=document: TIAS 3170"]),
        ("Resolution 194 (III) and S/RES/242 (1967)",
         ["bibl type=published: Resolution 194 (III)", "idno type=document: 194 (III)",
          "bibl type=published: S/RES/242 (1967)", "idno type=document: S/RES/242 (1967)"]),
        ("Resolutions 242 (1967) and 338 (1973)",
         ["bibl type=published: Resolutions 242 (1967)", "idno type=document: 242 (1967)",
          "bibl type=published: 338 (1973)", "idno type=document: 338 (1973)"]),
        ("It was a document 5 pages long. They chose to despatch 500 troops. The NSC 40 Committee met.", []),
        # Source notes: each copy, and none where the place is said elsewhere.
        ("Source: Department of State, CF 2186; also Eisenhower Library, Whitman File. Secret.",
         ["bibl type=archival: Department of State, CF 2186", "idno type=shelfmark: CF 2186",
          "bibl type=archival: Eisenhower Library, Whitman File"]),
        ("Source: Ibid. Secret.", ["bibl type=ibid: Ibid."]),
        ("Source: Same as Document 12.", ["ref type=document n=12: Document 12"]),
        ("Source: PREM 11/4052.", ["bibl type=archival: PREM 11/4052", "idno type=shelfmark: PREM 11/4052"]),
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
