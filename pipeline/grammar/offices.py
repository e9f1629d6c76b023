"""Words of lists of participants: titles before names, offices, delegations and other bodies.

Patterns only; `participants` and `rows` put them together.
"""

from __future__ import annotations

import re

from pipeline.grammar.names import PEERS, RANKS

_LORD = r"Lord(?!\s+(?:President|Chancellor|Privy|Advocate|Chamberlain|Chief|Mayor|Provost|Justice|High)\b)"
"""A lord by his title, not one by his office."""
HONORIFIC = (
    r"(?:(?:The\s+)?(?:(?:Rt\.?|Right|Most)\s+)?Hon(?:ou?rable)?|(?:His|Her)\s+Excellency,?|(?:His|Her)\s+Grace|Earl(?!\s+of)"
    rf"|{RANKS}|Marshal\s+of\s+the\s+R\.?A\.?F"
    rf"|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|{_LORD}|Lady|Professor|Prof|Judge|Rev|Father|Señor|Sr|Senhor|Herr|Frau|Mme|Mlle|Madame"
    r"|M(?!\.[A-Z]\.)|MM|Monsieur|Count|Baron|Viscount|Prince|Princess|Marquis|Generalissimo|Comrade|Cde|Lic|Ing|U(?!\.\s?[SKN]\.)|Pandit|Shri|Sheikh"
    rf"|(?:The\s+)?{PEERS}"
    r"|(?:Rear|Vice|Fleet)\s+Admiral|(?:Major|Lieutenant|Lt\.?|Brigadier|Maj\.?|Brig\.?)\s+(?:General|Gen)"
    r"|(?:Lieutenant|Lt\.?)\s+(?:Colonel|Col|Commander|Cdr)|General|Gen|Colonel|Col|Major|Maj|Captain|Capt|Commander|Cdr"
    r"|Cmdr|Admiral|Adm|RAdm|VAdm|Commodore|Brigadier|Air\s+(?:Chief\s+)?(?:Marshal|Vice[\s-]Marshal|Commodore)|Field\s+Marshal|Marshal"
    r"|Group\s+Captain|Wing\s+Commander|Sergeant|Lieutenant|Lt)"
)
_NO_OFFICE = r"(?!(?:Secretary|Counsel|Manager|Assembly|Minister)\b)"
_PEER = r"[Tt]he\s+(?=(?:Right|Rt|Most|Hon|Lord|Earl|Marquess|Viscount|Duke|Duchess|Countess|Rev)\b)"
TITLED = re.compile(
    rf"(?<![\w.])(?:the\s+|{_PEER})?(?i:{HONORIFIC})\b\.?\s*{_NO_OFFICE}(?=(?:[Tt]he\s+)?[A-ZÀ-Þ]|de\s)"
)
"""An honorific or a rank before a name. The name must begin with a capital."""
_PLURAL = (
    r"(?:Messrs|MM|Mmes|Mesdames|Misses|Drs|Profs|Professors|Comrades|Lords|Sirs|Generals|Gens|Admirals|Adms|Colonels|Cols|Majors"
    r"|Captains|Marshals|Judges|Justices|Senators|Sens|Representatives|Reps|Congressmen|Congresswomen|Deputies|Delegates|Ambassadors"
    r"|Ambs|Ministers|Secretaries|Undersecretaries|Presidents|Premiers|Chancellors|Chairmen|Governors|Govs|Commissioners|Commissars"
    r"|Counsell?ors|Councill?ors|Directors|Princes)\b\.?"
)
"""One title for all the names of a row: `Senators Lugar, Hagel, and Biden`, `Messrs. Bowles, Gilpatric`."""
_NO_ROW = (
    r"(?!(?:General|Plenipotentiary|Extraordinary|Resident|Designate|Present|Without|Attending|Commissioners|Delegates|Committee|Council"
    r"|Conference|Of|For|In|And|To|At|From)\b)"
)
"""What follows the plural of an office that has no names after it: `Ministers Plenipotentiary`, `Ministers Present`."""
CASED_TITLE = re.compile(
    rf"(?<![\w.])(?:(?:{_PLURAL}\s+){_NO_ROW}|{HONORIFIC}(?:\.\s*|\s+)){_NO_OFFICE}(?=(?:[Tt]he\s+)?[A-ZÀ-Þ]|de\s)"
)
"""The same in its usual letters, or one for several: `Messrs. Bowles, Gilpatric`."""
OFFICE_WORD = (
    r"(?:President(?:-elect)?|Secretary(?:-General)?|Sec\.|Minister|Ambassador|Amb\.|Chairman|Chancellor|Director|Counsell?or|Councill?or"
    r"|Premier|Attorney|Governor|Gov\.|Senator|Sen\.|Congressman|Representative|Rep\.|Commissioner|Consul|Chargé(?:\s+d[’'ʼ]Affaires)?"
    r"|Attaché|Adviser|Advisor|Chief|Assistant|Interpreter|Head|Speaker|Legate|Marshal|Administrator|Delegate|King|Queen|Emperor|Shah"
    r"|Prime|Foreign|Vice|Under|Acting|Deputy|Special|Asst\.|Dep\.|General|First|Second|Third|Defense|Finance|CIA|FBI|USIA|AID|State"
    r"|High|Permanent|Joint|Interior|Economic|Political|Military|Soviet|British|French|German|Associate|Executive|Cabinet"
    r"|Commissar|Undersecretary|Federal|Union|Crown|Major-domo|Comptroller|Principal|Private|Parliamentary)"
)
DEMONYMS = (
    "Afghan|Algerian|American|Arab|Argentine|Australian|Austrian|Belgian|Bolivian|Brazilian|British|Bulgarian|Burmese|Cambodian|Canadian"
    "|Chilean|Chinese|Colombian|Congolese|Cuban|Czech|Danish|Dutch|Egyptian|Ethiopian|Finnish|French|German|Ghanaian|Greek|Guatemalan"
    "|Hungarian|Indian|Indonesian|Iranian|Iraqi|Irish|Israeli|Italian|Japanese|Jordanian|Korean|Lao|Lebanese|Libyan|Malaysian|Mexican"
    "|Moroccan|Nigerian|Norwegian|Pakistani|Panamanian|Peruvian|Philippine|Polish|Portuguese|Romanian|Rumanian|Russian|Saudi|Somali"
    "|South African|Soviet|Spanish|Sudanese|Swedish|Swiss|Syrian|Thai|Tunisian|Turkish|Ukrainian|Venezuelan"
    "|Vietnamese|Yugoslav"
)
MESSRS = re.compile(rf"(?:{OFFICE_WORD}\s+)*{_PLURAL}\s+{_NO_ROW}(?=[A-ZÀ-Þ]|de\s)")
"""The title of a row of names, with the words of its office: `Foreign Ministers Bevin and Schuman`."""
OFFICE_RUN = re.compile(
    rf"(?:[Tt]he\s+|H\.?\s?E\.?\s+|His\s+Excellency,?\s+)?(?:(?:{DEMONYMS}|U\.?S\.?)\s+)?(?:{OFFICE_WORD}\s+(?:(?:of|for)\s+(?:State|Defense|the\s+\w+|Foreign\s+Affairs|Central\s+Intelligence)\s+)?)+(?=[A-ZÀ-Þ])"
)
"""Offices that stand before a name without comma: `Foreign Minister`, `CIA Director`, `Asst. Secretary`."""
OFFICE = re.compile(
    r"\b(?:President|Secretary|Minister|Ministry|Ambassador|Chairman|Chancellor|Director|Counsell?or|Councill?or|Premier|Attorney|Governor"
    r"|Commissioner|Consul|Charg[eé]|Attach[eé]|Advis[eo]r|Chief|Assistant|Interpreter|Head|Deputy|Administrator|Delegate|Member"
    r"|Representative|Commander|Officer|Counsel|Embassy|Department|Office|Bureau|Division|Mission|Staff|Section|Desk|Editor"
    r"|Undersecretary|Desk|Manager|Leader|Professor|Delegation|Permanent|Committee|Council|Affairs|Aide|Under|Chiefs)\b",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    rf"{OFFICE.pattern}|\b(?:Policy|Planning|Plans|Operations|Intelligence|Research|Security|National|International"
    r"|Public|Press|Information|Economic|Political|Legal|Commercial|Military|Naval|Army|Navy|Air|Force|Forces|Near|Far|Middle"
    r"|Central|Southeast|North|South|East|West|Northern|Southern|Eastern|Western|European|Asian|African|Latin|Pacific|Atlantic"
    r"|Union|Bank|Board|Group|Agency|Administration|Service|Services|News|Times|Post|Radio|Institute|University|College|Company"
    r"|Corporation|Fund|Trade|Finance|Treasury|Foreign|Exchequer|Supply|Labou?r|Health|Education|Science|Technology|Defen[cs]e"
    r"|Justice|Interior|Commerce|Agriculture|Designate|Resident|Plenipotentiary|Extraordinary|Emeritus|Retired|Congressional"
    r"|Relations|Liaison|Protocol|Party|Parliament|Parliamentary|Court|Project|Command|Fleet|Center|Centre|Room|House|Government"
    r"|Cabinet|General|State|Civil|Economist|Specialist|Expert|Analyst|Notetaker|Translator|Stenographer|Privy|Seal|Treasurer|States|Kingdom|Nations|Republic|Republics|Federation|Commonwealth)\b",
    re.IGNORECASE,
)
"""Words of offices, departments and other bodies, none of which is in a name: `Policy Planning`."""

COUNTRIES = (
    "America|Afghanistan|Albania|Algeria|Argentina|Australia|Austria|Bangladesh|Belgium|Bolivia|Brazil|Britain|Bulgaria|Burma|Cambodia"
    "|Cameroon|Canada|Ceylon|Chad|Chile|China|Colombia|Congo|Costa Rica|Cuba|Cyprus|Czechoslovakia|Denmark"
    "|Dominican Republic|Ecuador"
    "|Egypt|El Salvador|Ethiopia|Federal Republic of Germany|Fiji|Finland|France|Gabon|Germany|Ghana"
    "|Great Britain|Greece|Guatemala"
    "|Guinea|Guyana|Haiti|Holland|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy"
    "|Ivory Coast|Jamaica|Japan"
    "|Jordan|Kenya|Korea|Kuwait|Laos|Lebanon|Liberia|Libya|Luxembourg|Malaya|Malaysia|Mali|Mexico|Mongolia|Morocco|Nepal"
    "|Netherlands|New Zealand|Nicaragua|Nigeria|North Korea|North Vietnam|Norway|Pakistan|Panama|Paraguay|Peru"
    "|Philippines|Poland"
    "|Portugal|PRC|ROC|FRG|GDR|DRV|GVN|RVN|UAR|Republic of China|People['’ʼ]s Republic of China"
    "|Republic of Korea|Republic of Vietnam|Romania|Rumania|Russia"
    "|Saudi Arabia|Senegal|Singapore|Somalia|South Africa|South Korea|South Vietnam|Soviet Union|Spain|Sri Lanka"
    "|Sudan|Sweden"
    "|Switzerland|Syria|Taiwan|Tanzania|Thailand|Tunisia|Turkey|Uganda|UK|U\\.K\\.|United Arab Republic"
    "|United Kingdom|United Nations|UN|U\\.N\\."
    "|United States(?: of America)?|Uruguay|US|U\\.S\\.|USA|U\\.S\\.A\\.|USSR|U\\.S\\.S\\.R\\.|Venezuela"
    "|Viet-?\\s?nam|Yemen|Yugoslavia|Zaire|Zambia|NATO|EEC"
)
BODIES = (
    "State|Defense|Treasury|CIA|JCS|NSC|OMB|AEC|USIA|AID|ACDA|Department(?: of \\w+)?|White House"
    "|(?:The )?Joint Chiefs of Staff|Commerce|Agriculture|Justice"
    "|Labor|Interior|Energy|OSD|OEP|ODM|FBI|NSC Staff|DOD|DoD|DOE|NASA|DIA|NSA|INR|ERDA|EPA|USTR|STR|CEA|OVP|OMB Staff"
    "|Office of the (?:Vice President|Secretary of Defense)|Vice President['’ʼ]s (?:Office|Staff)|White House Staff"
    "|Central Intelligence Agency|National Security Council(?: Staff)?|Bureau of the Budget|Domestic Council"
    "|Council of Economic Advisers|Federal Reserve(?: Board)?|Ex-?Im(?: Bank)?|Joint Staff"
    "|Foreign Office|Congress|Senate|House|Observers?|Others?"
    "|Also present|Advisers?|Members?|Staff|Secretariat"
    "|Chair(?:man)?|Secretaries|Interpreters|British Empire|America, United States of"
)
GROUP = re.compile(
    rf"(?:For\s+the\s+|On\s+the\s+|The\s+)?(?:(?:{COUNTRIES}|{DEMONYMS})s?|{BODIES}|Department of State"
    rf"|State Department)"
    r"(?:\s+(?:Side|Delegation|Participants?|Government|Representatives?|Group|Officials?|Team|Party|Members?|Embassy))?"
    r"(?:\s*\([^)]*\))?\s*[:.]?",
    re.IGNORECASE,
)
"""The heading of a delegation: `British`, `U.S. Side`, `United Kingdom`, `Israel Government`, `The Joint Chiefs of
Staff`."""


def is_group(text: str) -> bool:
    """Whether a line is the heading of a delegation."""
    return bool(GROUP.fullmatch(text.strip()))


GROUP_WORD = rf"(?:{COUNTRIES}|U\.S\.A|U\.S\.S\.R)(?:\.(?![A-Z]))?"
_GROUP_ROW = re.compile(rf"{GROUP_WORD}(?:\s+{GROUP_WORD})+")


def is_group_row(text: str) -> bool:
    """Whether a line has the headings of several delegations side by side: `United States United Kingdom`."""
    return bool(_GROUP_ROW.fullmatch(text.strip()))
