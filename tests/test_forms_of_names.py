"""Forms of names that need more than a word list: surnames that are words, honorifics, hyphens, nicknames.

As in `test_persons`, `[Rusk=rusk]` is a name with its referent.
"""

from __future__ import annotations

import pytest
from test_persons import reading

from pipeline.model import Authority

WORDS = [
    ("Mr. Winston Lord came with Mr. Eugene Black. Lord left.",
     "Mr. [Winston Lord=lord-winston] came with Mr. [Eugene Black=black-eugene]. [Lord=lord-winston] left."),
    ("Ambassador Shirley Temple Black saw Frank Stanton White and Senator Frank Church.",
     "Ambassador [Shirley Temple Black=black-shirley-temple] saw [Frank Stanton=stanton-frank] White and Senator"
     " [Frank Church=church-frank]."),
    ("Eugene R. Black told Byron White.", "[Eugene R. Black=black-eugene-r] told [Byron White=white-byron]."),
    ("Prince Philip Duke of Edinburgh saw St. James Church.", "Prince Philip Duke of Edinburgh saw St. James Church."),
    ("Mr. Ernest West Bank aide", "Mr. [Ernest=ernest] West Bank aide"),
]  # fmt: skip

FRENCH = [
    ("M. Jules Cambon told M. Michel Jobert and M. Charles Arsène-Henry.",
     "M. [Jules Cambon=cambon-jules] told M. [Michel Jobert=jobert-michel] and M. [Charles"
     " Arsène-Henry=arsene-henry-charles]."),
    ("[signed] M. Robert Lovett", "[signed] [M. Robert Lovett=lovett-m-robert]"),
    ("H.E. Mahmoud Riad met H. E. Smith.", "H.E. [Mahmoud Riad=riad-mahmoud] met [H. E. Smith=smith-h-e]."),
    ("M. Giscard d’Estaing saw the Duc de Broglie. Giscard left.",
     "M. [Giscard d’Estaing=giscard-destaing] saw the Duc [de Broglie=de-broglie]. [Giscard=giscard-destaing] left."),
    ("M. d’Ormesson, the Chargé d’Affaires, left the Quai d’Orsay.",
     "M. [d’Ormesson=dormesson], the Chargé d’Affaires, left the Quai d’Orsay."),
]  # fmt: skip

HYPHENED = [
    ("Feng Yu-hsiang favors it. Admiral Tsai Ting-kan and Mr. Tan Shao-hwa left. Feng stayed.",
     "[Feng Yu-hsiang=feng-yu-hsiang] favors it. Admiral [Tsai Ting-kan=tsai-ting-kan] and Mr."
     " [Tan Shao-hwa=tan-shao-hwa] left. [Feng=feng-yu-hsiang] stayed."),
    ("General Chung Il-kwon met Paik Sun-yup and General Shang Chen.",
     "General [Chung Il-kwon=chung-il-kwon] met [Paik Sun-yup=paik-sun-yup] and General [Shang Chen=shang-chen]."),
    ("Home Minister Chough Pyong Ok left.", "Home Minister [Chough Pyong Ok=chough-pyong-ok] left."),
    ("The Tsing-tao Railway, Taiwan Kaoh-siung, the Quemoy Ta-chen islands, Peking-based men",
     "The Tsing-tao Railway, Taiwan Kaoh-siung, the Quemoy Ta-chen islands, Peking-based men"),
]  # fmt: skip

HONORIFICS = [
    ("Nuri Pasha as-Said left. Nuri as-Said was ill.",
     "[Nuri Pasha as-Said=as-said-nuri-pasha] left. [Nuri as-Said=as-said-nuri-pasha] was ill."),
    ("Messrs. Benjelloun and Laghzaoui and Crown Prince Moulay Abdallah joined. Crown Prince Fahd came.",
     "Messrs. [Benjelloun=benjelloun] and [Laghzaoui=laghzaoui] and Crown Prince Moulay Abdallah joined. Crown Prince"
     " [Fahd=fahd] came."),
    ("Nana Sir Tsibu Darku spoke.", "Nana Sir [Tsibu Darku=darku-tsibu] spoke."),
    ("He saw King Hassan II. Kofi Botsio left.", "He saw King Hassan II. [Kofi Botsio=botsio-kofi] left."),
]  # fmt: skip

MARKS = [
    ("Ernesto “Che” Guevara fell. The death of “Che” Guevara was reported.",
     "[Ernesto “Che” Guevara=guevara-ernesto-che] fell. The death of [“Che” Guevara=guevara-ernesto-che] was"
     " reported."),
    ("He told ‘Abd al-Rahman ‘Arif so. ‘Arif left.",
     "He told [‘Abd al-Rahman ‘Arif=arif-abd-al-rahman] so. ‘[Arif=arif-abd-al-rahman] left."),
    ("“Kofi Botsio” was the name.", "“[Kofi Botsio=botsio-kofi]” was the name."),
]  # fmt: skip

ALL = [*WORDS, *FRENCH, *HYPHENED, *HONORIFICS, *MARKS]


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[text for text, _ in ALL])
def test_forms_of_names(text: str, expected: str) -> None:
    assert reading(text, authority=Authority()) == expected
