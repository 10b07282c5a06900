"""One statement of one speaker, wherever it is quoted, and how each place differs from the fullest one."""

from enum import StrEnum

from attrs import frozen

from provenance.model.keys import make_key
from provenance.model.spans import Span


class Variant(StrEnum):
    """How a use of a quotation stands to its fullest use."""

    FULLEST = "fullest"
    SAME = "same words"
    EXCERPT = "excerpt"
    OTHER_WORDS = "other words"
    OTHER_SPEAKER = "other speaker"
    OTHER_OCCASION = "other occasion"
    PARAPHRASE = "paraphrase"


@frozen(order=True)
class QuotationUse:
    """One place. `claim`: key of its attribution claim; "" where nobody is named. `differs`: the words that
    do, as printed. `addressee`, `occasion`: as its text gives them."""

    source_id: str
    span: Span
    quote: str
    variant: Variant
    claim: str = ""
    speaker: str = ""
    differs: str = ""
    addressee: str = ""
    occasion: str = ""


@frozen(order=True)
class QuotationGroup:
    """`speaker`, `words`: of the fullest use, folded words in order. `uses`: the fullest first."""

    speaker: str
    words: str
    uses: tuple[QuotationUse, ...]

    @property
    def key(self) -> str:
        """Made of the fullest use's speaker and words."""
        return make_key("q", self.speaker, self.words)
