"""Direct speech: turns of a dialogue with their speakers' labels.

    MR. FORSYTH: Dexter. Should the Committee …      →  sp ─ speaker `MR. FORSYTH:`
                                                            p `Dexter. Should …`

No list of names is needed: which labels a document uses is learned from the document itself. The steps, a module each:

    paragraphs    the text and the paragraphs in which labels are looked for
    candidates    everything that could be a label, at the beginning of paragraphs and of lines, by the table of the
                  forms in which labels are `printed`, but for `nobody`: fields, headings, salutations
    appointments  which of them say whom a party to a treaty has sent
    conventions   which of these are labels: those of the conventions that the document follows; its `vocabulary`
                  shows what is a name
    further       with the labels known, those that lost their mark and those in mid-line
    turns         the tree with `sp`; then `questions` that lost their label, as turns of their own
    asides        `[Laughter]`, which becomes an inline claim `stage`, and what else is nobody's words, such as what the
                  `clerk` of the house writes

`labels` has the record that they share. Numbers of lines and paragraphs and time stamps before a label stay with it.
`dialogue` returns the document unchanged if it finds no dialogue. Paragraphs without a label go on with the same
speaker; headings, omissions and what the editors say end his turn.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Document
from pipeline.segment.dialogue.appointments import without_appointments
from pipeline.segment.dialogue.asides import continued, stages
from pipeline.segment.dialogue.candidates import possible_labels
from pipeline.segment.dialogue.conventions import accepted
from pipeline.segment.dialogue.further import with_further
from pipeline.segment.dialogue.paragraphs import spoken_paragraphs, visible, without_numbered_lists
from pipeline.segment.dialogue.questions import questions_apart
from pipeline.segment.dialogue.turns import gathered

__all__ = ["dialogue"]


def dialogue(document: Document) -> Document:
    """The document with its turns as `sp`; the same document if it holds no direct speech."""
    text = visible(document)
    root = without_numbered_lists(document.root, text)
    blocks = list(spoken_paragraphs(root))
    found = [label for block in blocks for label in possible_labels(text, block.span)]
    labels = accepted(without_appointments(found, text), text, document)
    if not labels:
        return document
    turns = gathered(root, text, document.transcript.text, with_further(text, blocks, labels))
    root = questions_apart(turns, text)
    return replace(document, root=root, marks=(*document.marks, *stages(text, root), *continued(text, blocks)))
