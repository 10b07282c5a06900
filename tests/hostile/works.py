"""Everything that goes over a text, by name: what repetition must not slow down."""

from collections.abc import Callable

from provenance.claims import find_claims
from provenance.fingerprint import fingerprint
from provenance.model.annotations import AnnotatedSource
from provenance.model.settings import FingerprintSettings, ReadingSettings, ReuseSettings
from provenance.model.sources import Source, State
from provenance.names import find_mentions
from provenance.readers.decoding import decode
from provenance.readers.documents.mail import read_mail
from provenance.readers.languages import find_language
from provenance.readers.oddities import find_oddities
from provenance.readers.pages.html import read_html
from provenance.readers.sniffing import HEAD_BYTES, choose_format
from provenance.readers.statements.bylines import find_byline
from provenance.readers.statements.furniture import find_furniture
from provenance.readers.statements.knowledge import reading_knowledge
from provenance.readers.statements.lines import read_page
from provenance.readers.statements.publishers import find_publishers
from provenance.readers.statements.stamps import find_stamps, read_stamp
from provenance.readers.statements.visible import find_visible
from provenance.reuse import find_alignments
from provenance.text.dates import find_dates
from provenance.text.folding import fold, fold_text
from provenance.text.numbers import find_numbers
from provenance.text.sentences import find_paragraphs, find_sentences
from provenance.text.tokens import find_words

Work = Callable[[str], object]
_SETTINGS = ReadingSettings()
_KNOWLEDGE = reading_knowledge()


def _bylines(text: str) -> object:
    return [find_byline(line, _KNOWLEDGE) for line in read_page(text).lines]


def _source(text: str) -> Source:
    return Source("s", "s.txt", State.READ, text=text)


READING: dict[str, Work] = {
    "decode": lambda text: decode(text.encode()),
    "decode, a guess": lambda text: decode(text.encode("utf-8", "replace") + b"\xe9"),
    "choose_format": lambda text: choose_format("x", text.encode()[:HEAD_BYTES]),
    "find_oddities": find_oddities,
    "find_language": find_language,
    "find_furniture": lambda text: find_furniture(text, "s"),
    "find_visible": lambda text: find_visible(text, "s", _KNOWLEDGE),
    "find_stamps": find_stamps,
    "read_stamp": read_stamp,
    "read_page": read_page,
    "find_publishers": lambda text: find_publishers(read_page(text), _KNOWLEDGE),
    "find_byline": _bylines,
    "read_html": lambda text: read_html(f"<p>{text}".encode(), "s", _SETTINGS),
    "read_mail": lambda text: read_mail(f"Subject: {text}\n\n{text}".encode(), "s", _SETTINGS),
}
"""What readers do. None may raise, whatever the text."""

ANALYSIS: dict[str, Work] = {
    "fold": fold,
    "fold_text": fold_text,
    "find_words": lambda text: list(find_words(text)),
    "find_paragraphs": find_paragraphs,
    "find_sentences": find_sentences,
    "find_numbers": lambda text: find_numbers(text, _KNOWLEDGE),
    "find_dates": lambda text: find_dates(text, _KNOWLEDGE),
    "find_mentions": lambda text: find_mentions({"s": text}, _KNOWLEDGE),
    "find_claims": lambda text: find_claims(AnnotatedSource(_source(text)), _KNOWLEDGE),
    "find_alignments": lambda text: find_alignments({"a": text, "b": text[:-1]}, ReuseSettings(), _KNOWLEDGE),
    "fingerprint": lambda text: fingerprint("s", "0" * 64, text, FingerprintSettings()),
}
"""What the subjects do."""
