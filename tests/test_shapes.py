"""What a single line looks like to the readers: dateline, close, signature, heading, attachment."""

from __future__ import annotations

import pytest

from pipeline.segment import letters, shapes

LINES = [
    (
        shapes.is_dateline,
        ["JUNE 20, 1873.", "On board U.S.S. Augusta, July 17, 1945.",
         "Washington, January 20, 1961—noon.", "Washington, undated.", "Washington, undated (probably June 1961).",
         "[undated]", "n.d.", "Moscow, February 11, 1970, 1530Z.", "[New York,] January 3, 1950.",
         "Washington, 25 May 1961.", "NIE 11–5–58 Washington, August 19, 1958.",
         "Washington, December 30, 1976–January 2, 1977.", "Tokyo, November 26 [27], 1941—noon.",
         "Petrograd, March 1/14, 1917, 6 p.m.", "London, 3d September, 1939.", "Beirut, 8 July 1958 – 1530 hours.",
         "Washington, D. C., the 5th of May, 1923.", "Washington, November 30, 1973, Noon–12:45 p.m.",
         "Jidda, 15 Rabi‘ II 1364 (March 29, 1945).", "Saigon, 0845Z 12 November 1963.",
         "Lisbon, May 3, 1895. (Received June 2.)", "Washington, January 22, 1972, 710Z.",
         "Paris, February 15, 1955, Morning Session",
         "Moscow, September 4, 1963, and Washington, September 5, 1963.", "Washington, circa June 15, 1961.",
         "Petrograd, 14 (27) March 1917.",
         "Berlin, den 23. August 1939", "Paris, le 1er juin 1940.", "le 14 mars 1956",
         "October 20, 1955, 9:30 a.m. and 2 p.m.", "New York, September, 1969", "Paris, May 5.", "R 221557Z OCT 75"],
        ["Minutes of the Third Meeting, London, May 12, 1950", "[Received June 11.]", "July 4, 1956 was a Wednesday",
         "A Report on Berlin in the Light of the Statement of November 10", "November 4—456",
         "The Embassy’s note of May 3, 1951, and the reply of May 5, 1951", "Undated papers", "Washington",
         "Done at Washington, the 18th of November, 1901.",
         "He left Washington, June 5th, 1961.",
         "since the 5th of May, 1923.", "On May 5, 1962", "Te On 26 Mar", "Agenda For August 7: (Continued)",
         "Communist China, 1962", "The Middle East War, October 1973", "October Revolution, 1917",
         "Prague Spring, 1968", "Country FY 1962 FY 1963"],
    ),
    (
        shapes.is_attachment,
        ["[Enclosure]1", "[Enclosure 1—Translation]", "[Inclosure 1 in No. 210.—Translation.]", "Annex A", "Tab C–1",
         "Appendix “A”", "ATTACHMENT 1", "[Enclosure—Translation]2", "[Subenclosure 2]"],
        ["Enclosures to this paper are lost", "Annexation", "Tab A contains the paper", "Annex A deals with it."],
    ),
    (
        shapes.is_name,
        ["L[ivingston] T. M[erchant]", "McGeorge Bundy 3", "FDK", "/s/ Dean Rusk", "[John Foster] Dulles", "H.A.K."],
        ["He left.", "The President said no"],
    ),
    (
        shapes.is_close,
        ["With respect,", "I have [etc.]", "Accept, Excellency, the renewed assurances of my highest consideration.",
         "I remain, Sir, your friend,", "Your sincere friend,", "Your friend and colleague,", "Your good friend",
         "For the Minister:", "As ever,", "By direction of the President:", "Your obedient servant,",
         "Please accept, Mr. President, the assurances of our high esteem and friendship.",
         "I have the honor to be, Sir,",
         "With sentiments of esteem and regards, I have the honor to be, Mr. Chargé d’Affaires,"],
        ["As ever he was late.", "I have the honor to be able to inform you,",
         "I value his esteem and friendship more.", "I have read it.",
         "For the Secretary only, no distribution outside"],
    ),
    (
        shapes.is_heading,
        ["I. Background", "1. What we want", "BERLIN: WHAT NEXT"],
        ["1. The USSR will have more.2 (Paras. 12–14)", "Approve ________"],
    ),
    (
        letters.is_exchange,
        ["Mr. Adams to Earl Russell", "The Tsung-li Yamên to Mr. Denby.", "Mr. Adams to Mr. Seward,",
         "The Chargé in China (Holcombe) to the Secretary of State", "His Excellency Señor Romero to Mr. Hay",
         "Special Agent Carothers to the Secretary of State", "Naval Attaché McCully to the Secretary of the Navy",
         "The Secretary of State to Certain Diplomatic Missions", "Rear Admiral Fletcher to the Secretary of the Navy"],
        ["The President went to the White House", "The right to Mr. Smith’s land", "Letter to Mr. Smith",
         "The Minister said to the Ambassador: no", "The President’s Visit to the Far East",
         "Letter From President Kennedy to Chairman Khrushchev", "Aid to the Republic of China",
         "Special Mission to Moscow"],
    ),
    (
        letters.is_opening,
        ["No. 931.]", "No. 412", "[Telegram.]", "[Telegram—Paraphrase.]", "Confidential.", "[Received May 31.]"],
        ["No. 4 is the best.", "Telegram", "Private property is safe.", "[The enclosure is lost.]"],
    ),
    (
        shapes.is_close,
        ["I am, sir, your obedient servant,", "I have, etc.,", "I am, &c.,", "Accept, sir, my highest consideration.",
         "I avail myself of this occasion to renew to your excellency the assurances of my highest esteem."],
        ["I have taken it into consideration. He will answer.", "We have read the papers, books, etc. They are dull.",
         "I am of the opinion that his servants will come"],
    ),
    (
        letters.is_paper_number,
        ["A–155", "CA–10321", "OCI No. 2049/66", "452/D", "Log 194", "Despatch No. 12", "SNIE 11–64", "NSC 5820/1"],
        ["Berlin 1961", "155", "No reply", "A 155 men", "NATO"],
    ),
    (
        letters.is_invocation,
        ["In the name of God, the Merciful, the Compassionate", "In the Name of God Almighty!", "Praise be to God"],
        ["In the name of the King", "In the name of the League of Nations", "Praise for the Minister"],
    ),
    (
        letters.is_addressee,
        ["Hon. William H. Seward,", "His Excellency the Minister", "Charles Francis Adams, Esq., &c., &c."],
        ["Honduras was quiet.", "Messages came.", "Secretary of State"],
    ),
    (
        shapes.is_name,
        ["CHARLES FRANCIS ADAMS.", "E. ASHBY.", "Charles S. Denby."],
        ["The end.", "Agreed.", "Not Printed."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "yes", "no"), LINES, ids=[case[0].__name__ for case in LINES])
def test_what_a_line_is(asked: object, yes: list[str], no: list[str]) -> None:
    assert callable(asked)
    assert [line for line in yes if not asked(line)] == []
    assert [line for line in no if asked(line)] == []
