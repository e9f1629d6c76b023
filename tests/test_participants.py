"""Entries of lists of participants: name | role, and the delegation if the line names it."""

from __future__ import annotations

import pytest

from pipeline.grammar.participants import entries, is_group


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("Sir David Ormsby Gore", ["Sir David Ormsby Gore | "]),
        ("The Secretary", [" | The Secretary"]),
        ("The Attorney General", [" | The Attorney General"]),
        ("Mr. Nitze, ISA, Chairman", ["Mr. Nitze | ISA, Chairman"]),
        ("NEA—Mr. Talbot", ["Mr. Talbot | NEA"]),
        ("The Secretary (Chairman)", [" | The Secretary (Chairman)"]),
        ("Mr. Bevin—Chairman", ["Mr. Bevin | Chairman"]),
        ("—Adm. Thomas H. Moorer, Chairman", ["Adm. Thomas H. Moorer | Chairman"]),
        ("Foreign Minister Gromyko", ["Gromyko | Foreign Minister"]),
        ("CIA Director Helms", ["Helms | CIA Director"]),
        ("General Secretary L.I. Brezhnev", ["L.I. Brezhnev | General Secretary"]),
        ("General Maxwell Taylor", ["General Maxwell Taylor | "]),
        ("President Gerald R. Ford", ["Gerald R. Ford | President"]),
        ("Ambassador Dobrynin, Embassy of the USSR", ["Ambassador Dobrynin | Embassy of the USSR"]),
        ("Frank Cash (EUR)", ["Frank Cash | EUR"]),
        ("the Soviet Ambassador (Dobrynin)", ["Dobrynin | the Soviet Ambassador"]),
        ("The Under Secretary, Mr. Ball", ["Mr. Ball | The Under Secretary"]),
        ("William Burdett, Jr., Deputy Assistant Secretary", ["William Burdett, Jr. | Deputy Assistant Secretary"]),
        ("Mr. Jones, Special Assistant to Mr. Acheson", ["Mr. Jones | Special Assistant to Mr. Acheson"]),
        ("Mr. Yuly M. Vorontsov, Counselor of Embassy", ["Mr. Yuly M. Vorontsov | Counselor of Embassy"]),
        ("M. Couve de Murville, Foreign Minister", ["M. Couve de Murville | Foreign Minister"]),
        ("Robert W. Komer of the National Security Council Staff",
         ["Robert W. Komer | the National Security Council Staff"]),
        ("The Right Hon. R. G. Menzies, C.H., Q.C., M.P., Prime Minister",
         ["The Right Hon. R. G. Menzies, C.H., Q.C., M.P. | Prime Minister"]),
        ("The Earl of Home", ["The Earl of Home | "]),
        ("Mr A. W. Fadden (Acting Prime Minister)", ["Mr A. W. Fadden | Acting Prime Minister"]),
        ("Mr. Bissell was present for item 1", ["Mr. Bissell | "]),
        ("Alec Douglas-Home\tPrime Minister", ["Alec Douglas-Home | Prime Minister"]),
        ("The Rt. Hon. A. J. Balfour, M. P.", ["The Rt. Hon. A. J. Balfour, M. P. | "]),
        ("Lt. Col. Sir M. P. A. Hankey, K. C. B.", ["Lt. Col. Sir M. P. A. Hankey, K. C. B. | "]),
        ("The Right Honourable Anthony Eden, M.C., M.P., Foreign Secretary",
         ["The Right Honourable Anthony Eden, M.C., M.P. | Foreign Secretary"]),
        ("The Honorable John Foster Dulles, Secretary of State",
         ["The Honorable John Foster Dulles | Secretary of State"]),
        ("Marshal of the Royal Air Force Portal", ["Marshal of the Royal Air Force Portal | "]),
        ("Lieutenant General Sir Hastings Ismay", ["Lieutenant General Sir Hastings Ismay | "]),
        ("Foreign Commissar Molotov", ["Molotov | Foreign Commissar"]),
        ("Federal Councillor Petitpierre", ["Petitpierre | Federal Councillor"]),
        ("STATE COUNCILLOR DAI", ["DAI | STATE COUNCILLOR"]),
        ("Federal Chancellor Brandt", ["Brandt | Federal Chancellor"]),
        ("The Most Hon. the MARQUESS OF SALISBURY, Lord President of the Council",
         ["The Most Hon. the MARQUESS OF SALISBURY | Lord President of the Council"]),
        ("The Right Hon. the EARL OF SELKIRK, Paymaster-General.",
         ["The Right Hon. the EARL OF SELKIRK | Paymaster-General"]),
        ("The Rt. Hon. The Lord Carrington KCMG MC, Secretary of State for Foreign and Commonwealth Affairs",
         ["The Rt. Hon. The Lord Carrington | Secretary of State for Foreign and Commonwealth Affairs"]),
        ("The Rt Hon Harold Wilson MP, Prime Minister", ["The Rt Hon Harold Wilson | Prime Minister"]),
        ("The Rt Hon Dr David Owen MP", ["The Rt Hon Dr David Owen | "]),
        ("Admiral of the Fleet the Earl Mountbatten of Burma, Chief of the Defence Staff",
         ["Admiral of the Fleet the Earl Mountbatten of Burma | Chief of the Defence Staff"]),
        ("THE AMBASSADOR OF FRANCE, M. DENNERY", ["M. DENNERY | THE AMBASSADOR OF FRANCE"]),
        ("Henry A. Kissinger, Assistant to the President for National Security Affairs",
         ["Henry A. Kissinger | Assistant to the President for National Security Affairs"]),
        ("The Assistant to the President, Henry A. Kissinger", ["Henry A. Kissinger | The Assistant to the President"]),
        ("Harry S. Truman, President of the United States", ["Harry S. Truman | President of the United States"]),
        ("Dr. Jerome B. Wiesner, Special Assistant to the President for Science and Technology",
         ["Dr. Jerome B. Wiesner | Special Assistant to the President for Science and Technology"]),
        ("The Prime Minister, Harold Macmillan", ["Harold Macmillan | The Prime Minister"]),
        ("Paul Nitze, Policy Planning, State", ["Paul Nitze | Policy Planning, State"]),
        ("Mr. Smith, Minister Counselor", ["Mr. Smith | Minister Counselor"]),
        ("Mr. Robertson, Director GTI", ["Mr. Robertson | Director GTI"]),
        ("Mr. Jones, U.S. Army", ["Mr. Jones | U.S. Army"]),
    ],
)  # fmt: skip
def test_one_person_a_line(line: str, persons: list[str]) -> None:
    assert shown(line) == persons


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("PRESENT: Messrs. Bowles, Gilpatric, and McCone", ["Bowles | ", "Gilpatric | ", "McCone | "]),
        ("Present: Senators Lugar, Hagel, Chafee, Biden, and Sarbanes.",
         ["Lugar | ", "Hagel | ", "Chafee | ", "Biden | ", "Sarbanes | "]),
        ("Present: Senators Lugar [presiding], Hagel and Biden; Representative Hamilton",
         ["Lugar | ", "Hagel | ", "Biden | ", "Hamilton | Representative"]),
        ("Representatives Lee H. Hamilton, Benjamin A. Gilman, and Tom Lantos",
         ["Lee H. Hamilton | ", "Benjamin A. Gilman | ", "Tom Lantos | "]),
        ("Secretary Rusk, Ambassadors Thompson and Kohler, Mr. Bundy",
         ["Rusk | Secretary", "Thompson | ", "Kohler | ", "Mr. Bundy | "]),
        ("Foreign Ministers Bevin and Schuman", ["Bevin | ", "Schuman | "]),
        ("Generals Wheeler and LeMay", ["Wheeler | ", "LeMay | "]),
        ("Lords Carrington and Home", ["Carrington | ", "Home | "]),
        ("MM. Pleven, Bidault, and Schuman", ["Pleven | ", "Bidault | ", "Schuman | "]),
        ("Messrs. Bowles, Under Secretary of State, and Ball", ["Bowles | Under Secretary of State", "Ball | "]),
        ("PRESENT: Mr. McGeorge Bundy; the Attorney General; Secretary McNamara",
         ["Mr. McGeorge Bundy | ", " | the Attorney General", "McNamara | Secretary"]),
        ("Maj. Abraham—Maj. Caccia", ["Maj. Abraham | ", "Maj. Caccia | "]),
        ("Present: Dr. Evatt Sir Frederic Eggleston Dr. Burton", ["Dr. Evatt | ", "Sir Frederic Eggleston | ",
         "Dr. Burton | "]),
        ('Mr Durie Prime Minister\'s Department Mr Hall " " "', ["Mr Durie | Prime Minister's Department",
         "Mr Hall | "]),
        ("Present at the conversation were A.A. Gromyko, head of USA Department M.N. Smirnovsky and Embassy "
         "Counselor Toon.",
         ["A.A. Gromyko | ", "M.N. Smirnovsky | head of USA Department", "Toon | Embassy Counselor"]),
        ("President Nixon, Henry A. Kissinger, Major General Brent Scowcroft",
         ["Nixon | President", "Henry A. Kissinger | ", "Major General Brent Scowcroft | "]),
        ("Israeli Prime Minister Meir, Foreign Minister Eban, Ambassador Dinitz",
         ["Meir | Israeli Prime Minister", "Eban | Foreign Minister", "Dinitz | Ambassador"]),
        ("Secretary Rusk and Ambassador Dobrynin", ["Rusk | Secretary", "Dobrynin | Ambassador"]),
        ("The Secretary, Ambassador Dobrynin", [" | The Secretary", "Dobrynin | Ambassador"]),
        ("The Secretary and Mr. Ball", [" | The Secretary", "Mr. Ball | "]),
        ("The President, Henry A. Kissinger, Brent Scowcroft",
         [" | The President", "Henry A. Kissinger | ", "Brent Scowcroft | "]),
        ("Zhou Enlai, Lin Biao, Suslov M.A.", ["Zhou Enlai | ", "Lin Biao | ", "Suslov M.A. | "]),
        ("Chancellor Helmut Schmidt, Minister of State Wischnewski, Interpreter Weber",
         ["Helmut Schmidt | Chancellor", "Wischnewski | Minister of State", "Weber | Interpreter"]),
        ("The Honorable X. Smith, Minister of Finance, and Z. Jones, Ambassador of France",
         ["The Honorable X. Smith | Minister of Finance", "Z. Jones | Ambassador of France"]),
        ("Robert McNamara, Secretary of Defense, and Dean Rusk, Secretary of State",
         ["Robert McNamara | Secretary of Defense", "Dean Rusk | Secretary of State"]),
        ("PRESIDENT NIXON, HENRY A. KISSINGER", ["NIXON | PRESIDENT", "HENRY A. KISSINGER | "]),
    ],
)  # fmt: skip
def test_several_persons_a_line(line: str, persons: list[str]) -> None:
    assert shown(line) == persons


def shown(line: str) -> list[str]:
    found = entries(line)
    for entry in found:
        assert line[entry.whole.start : entry.whole.end] == entry.whole.text
        assert entry.name is None or line[entry.name.start : entry.name.end] == entry.name.text
    return [f"{e.name.text if e.name else ''} | {e.role.text if e.role else ''}" for e in found]


def test_a_delegation_in_the_same_line() -> None:
    assert [
        (e.name and e.name.text, e.group and e.group.text) for e in entries("Treasury: Mr. Wheeler, Mr. Woodrow")
    ] == [
        ("Mr. Wheeler", "Treasury"),
        ("Mr. Woodrow", "Treasury"),
    ]


@pytest.mark.parametrize(
    "line", ["US", "U.S. Side", "British", "Israel Government", "The Joint Chiefs of Staff", "U.S.S.R.:"]
)
def test_headings_of_delegations(line: str) -> None:
    assert is_group(line)


@pytest.mark.parametrize("line", ["Mr. French", "Lord Home", "The Secretary", "Mr. Klein, White House"])
def test_persons_are_no_headings(line: str) -> None:
    assert not is_group(line)
