"""Where verbs of saying stand in a text."""

import re
from bisect import bisect_left

from attrs import frozen

from provenance.claims.reading import Reading, Sentence
from provenance.text.tokens import Token

_NOUN_BEFORE = re.compile(r"\b(?:the|a|an|this|that|his|her|their|its|of|no|any|more|new)\s\Z", re.IGNORECASE)
_NEVER_SAYS = frozenset(
    {"continue", "find", "order", "post", "report", "publish", "broadcast", "think", "believe", "appeal"}
)
_JUDGING = {
    "derided": "deride", "branded": "brand", "labelled": "label", "labeled": "label", "hailed": "hail",
    "slammed": "slam", "blasted": "blast", "characterized": "characterize", "characterised": "characterize",
    "portrayed": "portray", "dubbed": "dub", "termed": "term", "deemed": "deem", "mocked": "mock",
    "lauded": "laud", "lambasted": "lambast", "decried": "decry", "likened": "liken",
}  # fmt: skip


STRONG = frozenset(
    "say tell add state warn claim announce argue stress insist declare explain emphasize allege caution"
    " reiterate confirm acknowledge admit assert note remark concede contend maintain complain conclude"
    " predict reveal disclose suggest report reply respond write testify recall estimate assure deny promise"
    " pledge vow swear mutter murmur whisper quip joke repeat".split()
)
"""Verbs that tell what somebody said in words of a clause."""
DENYING = frozenset({"deny", "reject", "dismiss"})
"""Verbs whose clause is what the speaker says is not so."""


@frozen
class Verb:
    """A form of `lemma` at [start, end). `is_participle`: saying, adding: its subject is another verb's."""

    start: int
    end: int
    lemma: str
    is_participle: bool


@frozen(eq=False)
class Verbs:
    """Verbs of saying of one source in order."""

    found: tuple[Verb, ...]
    starts: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[Verb, ...]:
        """Those that start in [start, end)."""
        return self.found[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def find_verbs(reading: Reading) -> Verbs:
    """All of a source, outside of quotations and furniture."""
    found = [verb for s in reading.sentences if not s.is_furniture for verb in _verbs(reading, s)]
    return Verbs(tuple(found), tuple(verb.start for verb in found))


def _verbs(reading: Reading, sentence: Sentence) -> list[Verb]:
    """Verbs of saying in a sentence, outside of quotations, in order."""
    found = []
    words = sentence.words
    say_verbs = reading.knowledge.say_verbs
    for number, word in enumerate(words):
        low = word.text.lower()
        lemma = say_verbs.get(low) or _JUDGING.get(low)
        if (
            lemma is None
            or (lemma in _NEVER_SAYS and not _is_finite_report(word))
            or reading.is_quoted(word.start)
        ):
            continue
        is_participle = low.endswith("ing")
        before = reading.text[max(sentence.start, word.start - 8) : word.start]
        if _NOUN_BEFORE.search(before) or (
            number and words[number - 1].folded in ("to", "be", "been") and not is_participle
        ):
            continue
        if (word.text[0].isupper() and number) or _is_plural_noun(reading, word):
            continue
        found.append(Verb(word.start, word.end, lemma, is_participle))
    return found


def _is_plural_noun(reading: Reading, word: Token) -> bool:
    """Claims of, calls for, reports about."""
    after = reading.text[word.end : word.end + 9]
    return word.text.endswith("s") and re.match(r"\s(?:of|for|from|by|about|against)\s", after) is not None


def _is_finite_report(word: Token) -> bool:
    return word.text.lower() in ("continued", "reported", "posted")
