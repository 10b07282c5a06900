"""Where a text retells somebody's words in its own: the act of speech, and what is said to have been said."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from provenance.conflicts.pile import Pile
from provenance.model.annotations import ResolvedMention
from provenance.model.claims import Claim, ClaimKind, Voice
from provenance.model.names import EntityKind
from provenance.model.spans import Span

_ACTS = {
    "commit": "pledge pledges pledged promise promises promised vow vows vowed swear swears swore"
    " guarantee guarantees"
    " guaranteed undertook",
    "announce": "announce announces announced declare declares declared decree decrees decreed proclaim"
    " proclaimed",
    "admit": "admit admits admitted concede concedes conceded confess confesses confessed acknowledge"
    " acknowledges"
    " acknowledged",
    "accuse": "accuse accuses accused blame blames blamed",
    "claim": "claim claims claimed insist insists insisted assert asserts asserted allege alleges"
    " alleged find finds found"
    " conclude concludes concluded confirm confirms confirmed",
    "deny": "deny denies denied",
    "clear": "clear clears cleared exonerate exonerates exonerated absolve absolves absolved",
    "threaten": "threaten threatens threatened",
    "urge": "urge urges urged demand demands demanded order orders ordered",
}
"""Acts of speech → forms of the verbs that name them (general knowledge of English)."""
ACT_OF = {form: act for act, forms in _ACTS.items() for form in forms.split()}
_LEMMAS_OF = {
    "commit": "promise pledge vow swear assure",
    "announce": "announce declare",
    "admit": "admit concede acknowledge",
    "claim": "claim insist assert allege confirm conclude reveal disclose testify maintain",
    "deny": "deny",
    "say": "say said explain stress emphasize write argue according|to",
}
"""Acts → lemmas of claims of attribution; any other only tells."""
_LEMMAS = {lemma.replace("|", " "): act for act, lemmas in _LEMMAS_OF.items() for lemma in lemmas.split()}
_NOUN_ACTS = {
    "call": "urge",
    "demand": "urge",
    "pledge": "commit",
    "promise": "commit",
    "vow": "commit",
    "plea": "urge",
}
_ACT = re.compile(rf"\b(?:{'|'.join(sorted(ACT_OF, key=len, reverse=True))})\b")
_OWN_CALL = re.compile(
    rf"['\u2019]s?\s(?:[\w-]{{1,16}}\s){{0,2}}(?P<noun>{'|'.join(sorted(_NOUN_ACTS))})\s(?:for|to|that|on)\s"
)
THREATS = re.compile(
    r"\b(?:(?:echo|issu|ma[dk]|repeat|utter|renew|level|voic)\w*\s(?:[a-z]+\s){0,3}?threats?"
    r"|threaten(?:ed|s)?)\b"
)
"""What a text calls threats."""
_OPEN = re.compile('[\u201c\u201d"\u00ab\u00bb]')
_SUBJECT_REACH = 90
_LONGEST = 260
_SKIPPED = re.compile(
    r"[,;]\s(?:who|which|whose|and|but|after|before|when|while|as)\b|\b(?:to|by|of|with|against)\s\Z"
)


@frozen
class Retelling:
    """`span`: the sentence part from the speaker's name to the end of what is told. `told`: what is said to
    have been said. `act`: key of the act of speech."""

    span: Span
    told: str
    act: str
    speaker: str


def find_retellings(pile: Pile, speakers: frozenset[str]) -> list[Retelling]:
    """Retellings of the words of `speakers` (entities), by source and place, one of each stretch."""
    found: dict[tuple[str, int], Retelling] = {}
    for claim in pile.claims_of(ClaimKind.ATTRIBUTION):
        if (one := _of_claim(pile, claim)) and one.speaker in speakers:
            found.setdefault(_key(pile, one), one)
    for source_id, source in pile.sources.items():
        if pile.texts.is_english(source_id):
            for mention in source.mentions:
                if mention.entity in speakers and (one := _of_mention(pile, source_id, mention)):
                    found.setdefault(_key(pile, one), one)
    return sorted(found.values(), key=lambda r: (pile.positions[r.span.source_id], r.span))


def _key(pile: Pile, one: Retelling) -> tuple[str, int]:
    return one.span.source_id, pile.sentence_at(one.span.source_id, one.span.start)[0]


def _of_claim(pile: Pile, claim: Claim) -> Retelling | None:
    act = _LEMMAS.get(claim.predicate, "tell")
    if claim.voice is not Voice.REPORTED or claim.span is None or not claim.speaker_entity:
        return None
    return Retelling(claim.span, claim.quote, act, claim.speaker_entity)


def _of_mention(pile: Pile, source_id: str, mention: ResolvedMention) -> Retelling | None:
    """X pledged to …; X's call for …: in front of any quotation."""
    if mention.kind not in (EntityKind.PERSON, EntityKind.ORGANIZATION):
        return None
    text = pile.text(source_id)
    start, end = pile.sentence_at(source_id, mention.span.start)
    end = min(end, mention.span.end + _LONGEST)
    mark = _OPEN.search(text, start, end)
    if mark and mark.start() < mention.span.end:
        return None
    end = mark.start() if mark else end
    if own := _OWN_CALL.match(text, mention.span.end, end):
        return _made(pile, mention, own.end(), end, _NOUN_ACTS[own["noun"]])
    verb = _ACT.search(text, mention.span.end, min(end, mention.span.end + _SUBJECT_REACH))
    if verb is None or _SKIPPED.search(text[mention.span.end : verb.start()]):
        return None
    if text[mention.span.end : mention.span.end + 2] in ("'s", "\u2019s"):
        return None
    return _made(pile, mention, verb.end(), end, ACT_OF[verb.group()])


def _made(pile: Pile, mention: ResolvedMention, told: int, end: int, act: str) -> Retelling | None:
    text = pile.text(mention.span.source_id)
    while end > told and text[end - 1] in " .,:;!?\n\u2014-":
        end -= 1
    while told < end and text[told].isspace():
        told += 1
    if text.count(" ", told, end) < 2:
        return None
    span = Span(mention.span.source_id, mention.span.start, end)
    return Retelling(span, text[told:end], act, mention.entity)


def find_threats(pile: Pile, starts: dict[str, Sequence[tuple[int, Claim]]]) -> Iterator[tuple[Span, Claim]]:
    """Sentences that speak of threats, each with the quotation (start, claim) that stands right behind."""
    for source_id, quoted in starts.items():
        text = pile.text(source_id)
        offsets = [start for start, _ in quoted]
        for found in THREATS.finditer(text):
            start, end = pile.sentence_at(source_id, found.start())
            at = bisect_left(offsets, found.end())
            if at < len(quoted) and quoted[at][0] - end <= 2 and quoted[at][0] >= found.end():
                while end > start and text[end - 1] in " .:\n":
                    end -= 1
                yield Span(source_id, start, min(end, quoted[at][0])), quoted[at][1]


def by_source(claims: Sequence[Claim]) -> dict[str, Sequence[tuple[int, Claim]]]:
    """Source id → its quotations in order of place."""
    found: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for claim in claims:
        if claim.span is not None and claim.voice is Voice.QUOTED:
            found[claim.source_id].append((claim.span.start, claim))
    return {source_id: sorted(each, key=lambda x: x[0]) for source_id, each in found.items()}
