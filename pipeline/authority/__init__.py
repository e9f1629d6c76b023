"""Authority files: persons and places that claims may point to.

    load_authority([Path("personography.xml"), Path("officials.csv"), Path("persons.txt")]) → Authority, findings
    index_of(authority)          persons by surname, forename and office at a date; built once, used for all documents
    write_tei(authority)         the entries as a TEI file
    propose(…)                   candidates for persons that stand in documents but in no authority file

The line `Adenauer, Konrad, Chancellor of the Federal Republic of Germany until October 1963` of a printed list becomes
`Person(id="adenauer-konrad", names=(PersonName("Adenauer, Konrad", "Adenauer", "Konrad"),), offices=(Office("Chancellor
of the Federal Republic of Germany", end="1963-10"),), …)`.
"""

from pipeline.authority.index import Index, index_of
from pipeline.authority.load import load_authority
from pipeline.authority.proposals import Proposal, propose
from pipeline.authority.write import write_tei

__all__ = ["Index", "Proposal", "index_of", "load_authority", "propose", "write_tei"]
