"""Names of all countries, of which no list knows: where a name begins and ends, and what people are called by.

As in `test_persons`, `[Rusk=rusk]` is a name and `[the Ambassador=dobrynin]` a role with its referent.
"""

from __future__ import annotations

import pytest
from test_persons import PERSONS, reading, settle

from pipeline.authority.entries import person_of
from pipeline.grammar.names import parse_direct
from pipeline.model import Authority

TITLES = [
    ("RADM Murphy called on LTG Odom.", "RADM [Murphy=murphy] called on LTG [Odom=odom]."),
    ("Wg Cdr Brown met Maj-Gen. Hull.", "Wg Cdr [Brown=brown] met Maj-Gen. [Hull=hull]."),
    ("Ayatollah Khomeini saw Fr. Hesburgh.", "Ayatollah [Khomeini=khomeini] saw Fr. [Hesburgh=hesburgh]."),
    ("The Fr Union stands.", "The Fr Union stands."),
    ("Ismet Pasha came. Ismet said so.", "[Ismet=ismet] Pasha came. [Ismet=ismet] said so."),
    ("SYG Waldheim told FonMin Gromyko.", "SYG [Waldheim=waldheim] told FonMin [Gromyko=gromyko]."),
    ("Sardar Swaran Singh and Pandit Nehru came.",
     "Sardar [Swaran Singh=singh-swaran] and Pandit [Nehru=nehru] came."),
    ("Ato Ketema Yifru and Tun Razak came.", "Ato [Ketema Yifru=yifru-ketema] and Tun [Razak=razak] came."),
    # titles that are surnames behind a forename
    ("Mrs. Vijaya Lakshmi Pandit came.", "Mrs. [Vijaya Lakshmi Pandit=pandit-vijaya-lakshmi] came."),
    ("Chairman Samar Sen spoke. Sen. Javits left.",
     "Chairman [Samar Sen=sen-samar] spoke. Sen. [Javits=javits] left."),
    ("Mr. Mackenzie King came. Mr. King spoke.",
     "Mr. [Mackenzie King=king-mackenzie] came. Mr. [King=king-mackenzie] spoke."),
    ("M. E. Dening said so.", "[M. E. Dening=dening-m-e] said so."),
    # Monsieur, not an initial
    ("He saw M. Jusserand and M. Alfred Sze.", "He saw M. [Jusserand=jusserand] and M. [Alfred Sze=sze-alfred]."),
]  # fmt: skip

EASTERN = [
    ("President Nguyen Van Thieu met Le Duc Tho. Thieu was firm. Tho was not.",
     "President [Nguyen Van Thieu=nguyen-van-thieu] met [Le Duc Tho=le-duc-tho]. [Thieu=nguyen-van-thieu] was firm."
     " [Tho=le-duc-tho] was not."),
    ("General Duong Van Minh saw Ho Chi Minh. General Minh left.",
     "General [Duong Van Minh=duong-van-minh] saw [Ho Chi Minh=ho-chi-minh]. General [Minh=duong-van-minh] left."),
    ("Ngo Dinh Diem and Ngo Dinh Nhu are brothers.",
     "[Ngo Dinh Diem=ngo-dinh-diem] and [Ngo Dinh Nhu=ngo-dinh-nhu] are brothers."),
    ("Mrs. Nhu said that Nhu would come. Ngo Dinh Nhu agreed with Madame Nhu.",
     "Mrs. [Nhu=nhu] said that [Nhu=ngo-dinh-nhu] would come. [Ngo Dinh Nhu=ngo-dinh-nhu] agreed with Madame"
     " [Nhu=nhu]."),
    ("Bui Diem and Do Van Ly called. Do Not Wait. Phan Thiet, Phan Rang and Dinh Tuong Province fell.",
     "[Bui Diem=bui-diem] and [Do Van Ly=do-van-ly] called. Do Not Wait. Phan Thiet, Phan Rang and Dinh Tuong Province"
     " fell."),
    ("He had seen Le Pen in Le Monde.", "He had seen Le Pen in Le Monde."),
    ("Prime Minister U Nu met U Thant. Thant left.",
     "Prime Minister [U Nu=nu-u] met [U Thant=thant-u]. [Thant=thant-u] left."),
    ("Lon Nol and Sirik Matak agreed.", "[Lon Nol=lon-nol] and [Sirik Matak=sirik-matak] agreed."),
]  # fmt: skip

ARABIC = [
    ("Brigadier Abd al-Karim Qasim met Prince Abd al-Ilah and Mr. Abd al-Hamid Sarraj. Qasim left.",
     "Brigadier [Abd al-Karim Qasim=qasim-abd-al-karim] met Prince [Abd al-Ilah=abd-al-ilah] and Mr."
     " [Abd al-Hamid Sarraj=sarraj-abd-al-hamid]. [Qasim=qasim-abd-al-karim] left."),
    ("Abd al-Hamid Sarraj met General Abd al-Karim Qasim.",
     "[Abd al-Hamid Sarraj=sarraj-abd-al-hamid] met General [Abd al-Karim Qasim=qasim-abd-al-karim]."),
    ("Rashid Ali al-Gailani fled.", "[Rashid Ali al-Gailani=al-gailani-rashid-ali] fled."),
    ("General Zia ul-Haq came.", "General [Zia ul-Haq=zia-ul-haq] came."),
    ("King Saud ibn Abd al-Aziz met Prince Sultan bin Abd al-Aziz.",
     "King [Saud ibn Abd al-Aziz=saud-ibn-abd-al-aziz] met Prince"
     " [Sultan bin Abd al-Aziz=sultan-bin-abd-al-aziz]."),
    ("Sheikh Zayed bin Sultan Al Nahyan came. Zayed said so.",
     "Sheikh [Zayed bin Sultan Al Nahyan=zayed-bin-sultan-al-nahyan] came."
     " [Zayed=zayed-bin-sultan-al-nahyan] said so."),
]  # fmt: skip

COMPOUND = [
    ("Dr. Cosme de la Torriente came.", "Dr. [Cosme de la Torriente=de-la-torriente-cosme] came."),
    ("General Golbery do Couto e Silva came.", "General [Golbery do Couto e Silva=golbery-do-couto-e-silva] came."),
    ("Baron van Boetzelaer van Oosterhout and Mr. van der Velden called.",
     "Baron [van Boetzelaer van Oosterhout=van-boetzelaer-van-oosterhout] and Mr. [van der Velden=van-der-velden]"
     " called."),
    ("Baron van Boetzelaer van Oosterhout left. Mr. van Boetzelaer stayed.",
     "Baron [van Boetzelaer van Oosterhout=van-boetzelaer-van-oosterhout] left. Mr. [van"
     " Boetzelaer=van-boetzelaer-van-oosterhout] stayed."),
    ("Dr. Raúl Roa said so. Raul Roa Garcia left.",
     "Dr. [Raúl Roa=roa-garcia-raul] said so. [Raul Roa Garcia=roa-garcia-raul] left."),
    ("Norman de R. Whitehouse came.", "[Norman de R. Whitehouse=whitehouse-norman-de-r] came."),
    ("President Mobutu Sese Seko came. Mobutu said so.",
     "President [Mobutu Sese Seko=mobutu-sese-seko] came. [Mobutu=mobutu-sese-seko] said so."),
    ("José Miró Cardona left. Miró said so.",
     "[José Miró Cardona=miro-cardona-jose] left. [Miró=miro-cardona-jose] said so."),
    ("President Yahya left. Yahya Khan agreed.",
     "President [Yahya=yahya-khan] left. [Yahya Khan=yahya-khan] agreed."),
    ("José Miró Cardona left. Cardona said so. Miró agreed.",
     "[José Miró Cardona=cardona-jose-miro] left. [Cardona=cardona-jose-miro] said so. [Miró=miro] agreed."),
    ("José Miró Cardona left. Hector Miró said so.",
     "[José Miró Cardona=cardona-jose-miro] left. [Hector Miró=miro-hector] said so."),
    ("Foreign Minister Azeredo da Silveira came. Antônio Francisco Azeredo da Silveira spoke. Silveira left.",
     "Foreign Minister [Azeredo da Silveira=azeredo-da-silveira-antonio-francisco] came. [Antônio Francisco Azeredo da"
     " Silveira=azeredo-da-silveira-antonio-francisco] spoke. [Silveira=azeredo-da-silveira-antonio-francisco] left."),
    ("V. K. Krishna Menon said so.", "[V. K. Krishna Menon=menon-v-k-krishna] said so."),
]  # fmt: skip

UNLISTED = [
    ("Later Cwame Nkrumah said that it was so.", "Later [Cwame Nkrumah=nkrumah-cwame] said that it was so."),
    ("Radio Moscow said that it was so.", "Radio Moscow said that it was so."),
    ("Fazlollah Zahedi called. Ardechir Zahedi came later.",
     "[Fazlollah Zahedi=zahedi-fazlollah] called. [Ardechir Zahedi=zahedi-ardechir] came later."),
    ("Mr. Pelaez called. Emanuelo Pelaez is Vice-President.",
     "Mr. [Pelaez=pelaez] called. [Emanuelo Pelaez=pelaez] is Vice-President."),
    ("Leonid Brezhnev spoke. At Tula Brezhnev had said so.",
     "[Leonid Brezhnev=brezhnev-leonid] spoke. At Tula [Brezhnev=brezhnev-leonid] had said so."),
    ("Robert Kennedy came. Thereupon Kennedy spoke.",
     "[Robert Kennedy=kennedy-robert] came. Thereupon [Kennedy=kennedy-robert] spoke."),
]  # fmt: skip

NO_PERSONS = [
    ("Sign the letter at Tab A. Paul Theis has approved.",
     "Sign the letter at Tab A. [Paul Theis=theis-paul] has approved."),
    ("General Records of the Department", "General Records of the Department"),
    ("General Electric and General Dynamics came.", "General Electric and General Dynamics came."),
    ("The U.S.S. Franklin D. Roosevelt sailed.", "The U.S.S. Franklin D. Roosevelt sailed."),
    ("The S.S. Mayaguez and H.M.S. Victor Emmanuel sailed.", "The S.S. Mayaguez and H.M.S. Victor Emmanuel sailed."),
    ("SS General Karl Wolff came.", "SS General [Karl Wolff=wolff-karl] came."),
    ("The EmbOffs told him.", "The EmbOffs told him."),
    ("A REPORT TO THE PRESIDENT PURSUANT TO IT", "A REPORT TO THE PRESIDENT PURSUANT TO IT"),
    ("General Duong Van Minh fought the Viet Minh.", "General [Duong Van Minh=duong-van-minh] fought the Viet Minh."),
    ("Arthur D. Little, Inc., studied it.", "Arthur D. Little, Inc., studied it."),
    ("Martin Marietta made it for Philip Morris.", "Martin Marietta made it for Philip Morris."),
    ("The Henry Hudson Parkway was closed.", "The Henry Hudson Parkway was closed."),
    ("The Judge Advocate General ruled.", "The Judge Advocate General ruled."),
]  # fmt: skip

ALL = [*TITLES, *EASTERN, *ARABIC, *COMPOUND, *UNLISTED, *NO_PERSONS]


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[text for text, _ in ALL])
def test_names_that_no_list_knows(text: str, expected: str) -> None:
    assert reading(text, authority=Authority()) == expected


def test_a_withheld_name_is_nobody() -> None:
    text = "Mr. Helms and Mr. Smith met."
    settled = settle(text, "Mr. Helms; Mr. [name not declassified], CIA; Lt. Gen. [name not declassified]",
                     authority=Authority())  # fmt: skip
    assert [member.person.id for member in settled.cast] == ["helms", "smith"]


def test_a_ship_is_not_the_person_of_a_list() -> None:
    assert reading("The U.S.S. John F. Kennedy sailed to Mr. Kennedy.") == (
        "The U.S.S. John F. Kennedy sailed to Mr. [Kennedy=kennedy]."
    )


def test_a_word_of_a_name_that_is_a_particle_names_nobody() -> None:
    qasim = Authority((person_of("ilah", "Abd al-Ilah", "Regent of Iraq"), person_of("saud", "Saud ibn Abd al-Aziz")))
    assert reading("Abd went. Al left. Saud came.", authority=qasim) == "Abd went. Al left. [Saud=saud] came."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He told the Ambassador, Lord Inverchapel, that it was so. The Ambassador agreed.",
         "He told [the Ambassador=inverchapel], Lord [Inverchapel=inverchapel], that it was so. [The"
         " Ambassador=inverchapel] agreed."),
        ("He told the Ambassador, Mr. Tyler, and Mr. Cash.",
         "He told the Ambassador, Mr. [Tyler=tyler], and Mr. [Cash=cash]."),
        ("He told the President, Secretary Rusk.", "He told [the President=kennedy], Secretary [Rusk=rusk]."),
        # the role behind the name, and with its country
        ("Mr. Tange, the Foreign Secretary, came. The Foreign Secretary agreed.",
         "Mr. [Tange=tange], [the Foreign Secretary=tange], came. [The Foreign Secretary=tange] agreed."),
        ("The American Ambassador, Mr. Whitney, came. The Ambassador agreed.",
         "The American Ambassador, Mr. [Whitney=whitney], came. [The Ambassador=whitney] agreed."),
        ("Mr. Fanfani, Foreign Minister, came. The Foreign Minister agreed.",
         "Mr. [Fanfani=fanfani], Foreign Minister, came. [The Foreign Minister=fanfani] agreed."),
        # a list, an inquit, two who bear it, one who did
        ("I met Mr. Tyler, the Ambassador, the Consul and Mr. Cash. The Ambassador agreed.",
         "I met Mr. [Tyler=tyler], [the Ambassador=ambassador], the Consul and Mr. [Cash=cash]."
         " [The Ambassador=ambassador] agreed."),
        ("It was Mr. Tyler, the Ambassador said.", "It was Mr. [Tyler=tyler], [the Ambassador=ambassador] said."),
        ("The American Ambassador, Mr. Whitney, and the Greek Ambassador, Mr. Alexis, came. The Ambassador agreed.",
         "The American Ambassador, Mr. [Whitney=whitney], and the Greek Ambassador, Mr. [Alexis=alexis], came."
         " [The Ambassador=ambassador] agreed."),
        ("Mr. Fanfani, former Foreign Minister, came. The Foreign Minister agreed.",
         "Mr. [Fanfani=fanfani], former Foreign Minister, came. [The Foreign Minister=foreign-minister] agreed."),
    ],
)  # fmt: skip
def test_a_name_in_apposition_says_whose_role_it_is(text: str, expected: str) -> None:
    assert reading(text, authority=PERSONS) == expected


@pytest.mark.parametrize(
    ("text", "forename", "surname"),
    [
        ("The Rt Hon Harold Wilson MP", "Harold", "Wilson"),
        ("The Rt Hon Dr David Owen MP", "David", "Owen"),
        ("Sir Harold Beeley KCMG CBE", "Harold", "Beeley"),
    ],
)
def test_letters_behind_a_name_are_no_part_of_it(text: str, forename: str, surname: str) -> None:
    parts = parse_direct(text)
    assert (parts.forename, parts.surname) == (forename, surname)


def test_a_listed_member_of_parliament_is_behind_the_role() -> None:
    listed = "The Rt Hon Harold Wilson MP, Prime Minister; The Rt Hon Dr David Owen MP"
    assert reading("The Prime Minister said that Dr Owen would come.", listed, authority=Authority()) == (
        "[The Prime Minister=wilson-harold] said that Dr [Owen=owen-david] would come."
    )


def test_a_listed_person_has_the_surname_that_the_document_uses() -> None:
    text = "Barrios Pena said that he had seen Castillo Armas. Colonel Barrios Pena left."
    assert reading(text, "Colonel Roberto Barrios Pena; Mr. Fisher", authority=Authority()) == (
        "[Barrios Pena=barrios-pena-roberto] said that he had seen Castillo Armas."
        " Colonel [Barrios Pena=barrios-pena-roberto] left."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chiang Kai-shek and Madame Chiang came. Madame Chiang Kai-shek left.",
         "[Chiang Kai-shek=chiang-kai-shek] and Madame [Chiang=chiang-madame] came."
         " Madame [Chiang Kai-shek=chiang-madame] left."),
        ("President Sukarno and Madame Sukarno came. Sukarno left.",
         "President [Sukarno=sukarno] and Madame [Sukarno=sukarno-madame] came. [Sukarno=sukarno] left."),
        ("Prime Minister Macmillan and Lady Dorothy came. Lady Dorothy Macmillan left. Macmillan stayed.",
         "Prime Minister [Macmillan=macmillan] and Lady [Dorothy=macmillan-dorothy] came."
         " Lady [Dorothy Macmillan=macmillan-dorothy] left. [Macmillan=macmillan] stayed."),
        ("Mr. and Mrs. Smith came. Mr. Smith left. Mrs. Smith stayed.",
         "Mr. and Mrs. [Smith=smith-mrs] came. Mr. [Smith=smith] left. Mrs. [Smith=smith-mrs] stayed."),
        ("Ambassador and Mrs. Hale dined. Ambassador Hale left. Mrs. Hale stayed.",
         "Ambassador and Mrs. [Hale=hale-mrs] dined. Ambassador [Hale=hale] left. Mrs. [Hale=hale-mrs] stayed."),
        ("Under Secretary Hoover and his wife Margaret came. Margaret Hoover left. Hoover stayed.",
         "Under Secretary [Hoover=hoover] and his wife [Margaret=hoover-margaret] came."
         " [Margaret Hoover=hoover-margaret] left. [Hoover=hoover] stayed."),
        ("Sir John and Lady Poe came. Sir John Poe left.",
         "Sir [John=poe-john] and Lady [Poe=poe-lady] came. Sir [John Poe=poe-john] left."),
        ("Mrs. Anthony Eden came. Anthony Eden left. Eden spoke.",
         "Mrs. [Anthony Eden=eden-anthony-mrs] came. [Anthony Eden=eden-anthony] left. [Eden=eden-anthony] spoke."),
        # two who are no couple, and a woman who is called by her office too
        ("The President and Mrs. Meir met. Meir said no. Prime Minister Meir left.",
         "The President and Mrs. [Meir=meir] met. [Meir=meir] said no. Prime Minister [Meir=meir] left."),
        ("PRESIDENT AND MRS. GANDHI MET. GANDHI SAID SO.",
         "PRESIDENT AND MRS. [GANDHI=gandhi] MET. [GANDHI=gandhi] SAID SO."),
        ("Nguyen Thi Binh came. Madame Binh left.",
         "[Nguyen Thi Binh=nguyen-thi-binh] came. Madame [Binh=nguyen-thi-binh] left."),
        # anywhere, by their titles; not where both may be hers
        ("President Rhee moved. Mrs. Rhee is ill. Rhee left.",
         "President [Rhee=rhee] moved. Mrs. [Rhee=rhee-mrs] is ill. [Rhee=rhee] left."),
        ("Prime Minister Gandhi came. Mrs. Gandhi spoke.",
         "Prime Minister [Gandhi=gandhi] came. Mrs. [Gandhi=gandhi] spoke."),
        ("Ambassador Luce came. Mrs. Luce agreed.", "Ambassador [Luce=luce] came. Mrs. [Luce=luce] agreed."),
    ],
)  # fmt: skip
def test_a_wife_is_not_her_husband(text: str, expected: str) -> None:
    assert reading(text, authority=Authority()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nkrumah and Madame Nkrumah came. Fathia Nkrumah smiled. Nkrumah spoke.",
         "[Nkrumah=nkrumah] and Madame [Nkrumah=nkrumah-madame] came. [Fathia Nkrumah=nkrumah-madame] smiled."
         " [Nkrumah=nkrumah] spoke."),
        ("Ambassador and Mrs. Bruce dined. Bruce said no.",
         "Ambassador and Mrs. [Bruce=bruce-mrs] dined. [Bruce=bruce] said no."),
        ("Mrs. David Bruce came. David Bruce left.",
         "Mrs. [David Bruce=bruce-david-mrs] came. [David Bruce=bruce] left."),
    ],
)  # fmt: skip
def test_a_wife_is_not_her_husband_whom_a_file_has(text: str, expected: str) -> None:
    files = Authority(
        (
            person_of("nkrumah", "Nkrumah, Kwame", "President of Ghana"),
            person_of("bruce", "Bruce, David K. E.", "Ambassador to the United Kingdom from March 1961"),
        )
    )
    assert reading(text, authority=files) == expected
