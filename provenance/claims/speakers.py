"""Who the subject of a verb of saying is: a name, what stands for one, or a plain phrase."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from attrs import frozen

from provenance.claims.reading import ACTORS, FUNCTION_WORDS, Reading, Sentence
from provenance.claims.speaker_phrases import (
    AGED,
    APPOSED_HEAD,
    CLAUSE_BREAK,
    CLEFT,
    DESCRIBED,
    GROUP_AFTER,
    LEADING,
    NEW_CLAUSE,
    OWN_SUBJECT,
    PREPOSITION,
    SKIPPED,
    STILL_HE,
    TITLED,
)
from provenance.claims.verbs import Verbs
from provenance.model.annotations import ResolvedMention
from provenance.model.claims import Claim, Voice
from provenance.model.names import EntityKind

_SINGULAR = frozenset({"he", "she"})
_PLURAL = frozenset({"they", "it", "we"})
_LONGEST_PHRASE = 90
_NO_SUBJECTS = (FUNCTION_WORDS - {"the", "a", "an"}) | frozenset(
    "meanwhile however yesterday today earlier later still instead according despite last next early late"
    " amid asked speaking writing".split()
)
_ROLE_LOOK = 300
_BODIES = frozenset(
    "company firm club party ministry agency group bank union court airline commission".split()
)
_PRONOUN_LOOK = 2500


@frozen
class Speaker:
    """As printed, with the entity if it is known; `start`: where it stands, -1 if it is carried over."""

    text: str
    entity: str | None
    start: int = -1
    is_person: bool = True


@frozen
class Attribution:
    """Words at [start, end) and who said them. `predicate`: lemma of the verb. `is_denied`: they are what the
    speaker says is not so."""

    start: int
    end: int
    speaker: Speaker
    predicate: str
    voice: Voice
    is_denied: bool = False


@frozen(eq=False)
class Speakers:
    """Finds speakers in one reading; `roles` tells which phrases stand for which persons."""

    reading: Reading
    roles: tuple[Claim, ...]
    role_starts: tuple[int, ...]
    verbs: Verbs

    def subject_of(self, sentence: Sentence, verb_start: int, last: Speaker | None) -> Speaker | None:
        """The subject of the verb that starts at `verb_start`; `last` is who spoke before."""
        text = self.reading.text
        start = max(sentence.start, verb_start - 400)
        end = self._skip_adverbs(start, verb_start)
        before = text[start:end]
        if before.endswith((",", ")", "\u2013", "\u2014")):
            return self._apposed(sentence, end)
        if re.search(r"\b(?:and|but|or|then)\Z", before):
            return self._cleft(sentence, end, last) or self.subject_of_sentence(sentence, end, last)
        if re.search(r"\b(?:who|which)\Z", before):
            return self._antecedent(sentence, end)
        return self._direct(sentence, end, last)

    def after(self, sentence: Sentence, at: int, last: Speaker | None) -> Speaker | None:
        """The speaker that starts at `at`, after "said" or "according to"."""
        text = self.reading.text
        for mention in sentence.mentions:
            if mention.span.start < at or mention.kind not in ACTORS:
                continue
            gap = text[at : mention.span.start]
            if len(gap) < _LONGEST_PHRASE and not CLAUSE_BREAK.search(gap) and not self._is_inner(gap):
                return self.of(mention)
            if TITLED.fullmatch(gap):  # said the mayor, Dr Jane Doe
                return self.of(mention)
            break
        found = re.match(
            r"(?:the|a|an|one|some|several|his|her|their|its|local|state|two)\s[\w\s\u2019'-]{2,80}?(?=\s(?:released|issued|published|that|who|which|on|at|in|during|said|told|was|were|is)\s|[,.;:\u201c\"]|\Z)",
            text[at : min(sentence.end, at + 120)],
            re.IGNORECASE,
        )
        if found:
            return self._phrase(found.group(), at, last)
        word = re.match(r"[^\W\d_]+", text[at : at + 20])
        if word and word.group().lower() in _SINGULAR | _PLURAL:
            return self.pronoun(word.group().lower(), at, last)
        return None

    def _cleft(self, sentence: Sentence, end: int, last: Speaker | None) -> Speaker | None:
        """It was X who stood up and | said."""
        found = next(iter([*CLEFT.finditer(self.reading.text, sentence.start, end)][-1:]), None)
        if found is None:
            return None
        if found["pronoun"]:
            return self.pronoun(found["pronoun"], found.start("pronoun"), last)
        return self.after(sentence, found.start("name"), last)

    def _is_inner(self, gap: str) -> bool:
        return re.search(r"\b(?:of|for|at|in|from|to|with|by)\s", gap) is not None

    def main_person(self, sentence: Sentence, start: int, end: int) -> Speaker | None:
        """The first person of the sentence in [start, end), whom no genitive makes a mere owner; none where
        the sentence goes on about "he" or "she"."""
        if start <= sentence.start and STILL_HE.match(self.reading.text, sentence.start, end):
            return None
        for mention in sentence.mentions:
            if start <= mention.span.start and mention.span.end <= end and mention.kind is EntityKind.PERSON:
                after = self.reading.text[mention.span.end : mention.span.end + 2]
                if after not in ("'s", "\u2019s") and not self.reading.is_quoted(mention.span.start):
                    return Speaker(mention.text, mention.entity, mention.span.start)
        return None

    def subject_of_sentence(self, sentence: Sentence, before: int, last: Speaker | None) -> Speaker | None:
        """The first name of the sentence up to `before` that no preposition governs, or its first pronoun."""
        text = self.reading.text
        head = re.match(
            r"[\"\u201c]?(?:(?:But|And|Meanwhile|However|Separately|Later|Earlier|Also),?\s)?(He|She|They)\b",
            text[sentence.start : sentence.start + 30],
        )
        if head:
            return self.pronoun(head[1].lower(), sentence.start + head.start(1), last)
        for mention in self._actors(sentence, before):
            preceding = text[max(sentence.start, mention.span.start - 60) : mention.span.start]
            if text[mention.span.end : mention.span.end + 2] in ("'s", "\u2019s") or PREPOSITION.search(
                preceding
            ):
                continue
            return self.of(mention)
        return None

    def _actors(self, sentence: Sentence, before: int) -> Iterable[ResolvedMention]:
        for mention in sentence.mentions:
            if mention.span.end > before:
                return
            if mention.kind in ACTORS and not self.reading.is_quoted(mention.span.start):
                yield mention

    def _skip_adverbs(self, start: int, end: int) -> int:
        text = self.reading.text
        while end > start and text[end - 1].isspace():
            end -= 1
        for _ in range(5):
            found = SKIPPED.search(text, max(start, end - 24), end)
            if found is None:
                break
            end = found.start()
        return end

    def _apposed(self, sentence: Sentence, end: int) -> Speaker | None:
        """X, the head of A, | said: the first name that a comma, bracket or "who" follows."""
        if head := self._apposed_head(sentence):
            return head
        text = self.reading.text
        quotation = self.reading.quotation_before(end)
        floor = max(sentence.start, quotation.end if quotation and quotation.end <= end else 0)
        clauses = [found.end() for found in NEW_CLAUSE.finditer(text, floor, end)]
        floor = clauses[-1] if clauses and text[clauses[-1] : end].count(",") > 1 else floor
        if described := DESCRIBED.match(text, floor, end):
            return self._phrase(described["who"], described.start("who"), None)
        for mention in self._actors(sentence, end):
            if mention.span.start < floor:
                continue
            after = text[mention.span.end : mention.span.end + 6]
            preceding = text[max(sentence.start, mention.span.start - 40) : mention.span.start]
            is_apposed = re.match(r",|\s\(|\swho\s|\s\u2013|\s\u2014", after) is not None
            if is_apposed and (self._stands_for_person(mention) or not PREPOSITION.search(preceding)):
                return self.of(mention) if text[mention.span.start - 1] != "(" else None
        return self._leading_phrase(sentence, floor, end) or self.subject_of_sentence(sentence, end, None)

    def _apposed_head(self, sentence: Sentence) -> Speaker | None:
        """Odinga, the leader of …: what the sentence opens with, of whatever kind."""
        found = APPOSED_HEAD.match(self.reading.text, sentence.start, sentence.end)
        if found is None or found["who"].lower() in FUNCTION_WORDS:
            return None
        for mention in sentence.mentions[:2]:
            if mention.span.end == found.end("who"):
                return self.of(mention)
        return Speaker(found["who"], None, found.start())

    def _stands_for_person(self, mention: ResolvedMention) -> bool:
        return mention.kind is not EntityKind.PERSON and any(
            role.span and role.span.covers(mention.span) and role.is_inferred
            for role in self._roles_at(mention.span.start)
        )

    def roles_in(self, start: int, end: int) -> tuple[Claim, ...]:
        """Role claims that start in [start, end)."""
        return self.roles[bisect_left(self.role_starts, start) : bisect_left(self.role_starts, end)]

    def _roles_at(self, offset: int) -> tuple[Claim, ...]:
        """Role claims that start near before `offset` and may cover it."""
        return self.roles_in(offset - _ROLE_LOOK, offset + 1)

    def _leading_phrase(self, sentence: Sentence, start: int, end: int) -> Speaker | None:
        """The indefinite phrase at the head of the clause: A spokesman for A, | said."""
        found = LEADING.match(self.reading.text[start:end])
        first = found["who"].split()[0].lower() if found else ""
        if found is None or first in _NO_SUBJECTS or first.endswith("ly"):
            return None
        return self._phrase(found["who"], start + found.start("who"), None)

    def _antecedent(self, sentence: Sentence, end: int) -> Speaker | None:
        mentions = [mention for mention in self._actors(sentence, end)]
        return self.of(mentions[-1]) if mentions else None

    def _direct(self, sentence: Sentence, end: int, last: Speaker | None) -> Speaker | None:
        """The phrase that ends right at `end`."""
        text = self.reading.text
        word = re.search(r"[^\W\d_]+\Z", text[max(sentence.start, end - 12) : end])
        if word and word.group().lower() in _SINGULAR | _PLURAL:
            return self.pronoun(word.group().lower(), end - len(word.group()), last)
        group = GROUP_AFTER.search(text, max(sentence.start, end - 14), end)
        ends = {end, group.start()} if group else {end}
        phrase, phrase_end = self._phrase_before(sentence, end)
        if head := self._named_head(sentence, phrase, phrase_end):
            return self.of(head)
        for mention in sentence.mentions:
            is_head = mention.span.start < phrase_end  # not inside a relative clause
            if is_head and mention.span.end in ends and mention.kind in ACTORS | {EntityKind.PLACE}:
                inside = text[phrase : mention.span.start] if phrase < mention.span.start else ""
                if re.search(r"\b(?:of|for|at|in|from|to)\s", inside):
                    return self._phrase(text[phrase:end], phrase, last)
                return self.of(mention)
        return self._phrase(text[phrase:phrase_end], phrase, last) if phrase < phrase_end else None

    def _named_head(self, sentence: Sentence, start: int, end: int) -> ResolvedMention | None:
        """The person at the head of the phrase: Dr Jane Doe of the Harbour Trust."""
        text = self.reading.text
        for mention in sentence.mentions:
            if start <= mention.span.start and mention.span.end <= end and mention.kind is EntityKind.PERSON:
                is_inner = re.search(
                    r"\b(?:of|for|at|in|from|to|by|with)\s", text[start : mention.span.start]
                )
                governs = re.match(
                    r"\s(?:of|for|at|in|from)\s", text[mention.span.end : mention.span.end + 6]
                )
                return mention if governs and not is_inner else None
        return None

    def _phrase_before(self, sentence: Sentence, end: int) -> tuple[int, int]:
        """The noun phrase that ends at `end`, without a relative clause that stands in between."""
        text = self.reading.text
        floor = max(sentence.start, end - 2 * _LONGEST_PHRASE)
        breaks = [found.span() for found in CLAUSE_BREAK.finditer(text, floor, end)]
        while breaks and text[slice(*breaks[-1])].strip() == "and":
            breaks.pop()  # politicians and lawmakers
        if breaks and self._is_relative(breaks[-1]):
            end = breaks.pop()[0]
        start = max([floor, *(last for _first, last in breaks)])
        while start < end and text[start].isspace():
            start += 1
        for determiner in re.finditer(r"\b(?:some|several|many|a|an|the|other)\s", text[start:end]):
            if determiner.start() and not re.search(
                r"\b(?:of|for|from|in|at|to|by|with|on)\s\Z", text[start : start + determiner.start()]
            ):
                return start + determiner.start(), end
        return start, end

    def _is_relative(self, pronoun: tuple[int, int]) -> bool:
        """Does a clause about the noun before start here (a clerk who saw), not one with its own subject?"""
        text = self.reading.text
        if text[slice(*pronoun)].strip() not in ("that", "who", "which") or self._is_said(pronoun[0]):
            return False
        return OWN_SUBJECT.match(text, pronoun[1]) is None

    def _is_said(self, at: int) -> bool:
        word = re.search(r"[^\W\d_]+\Z", self.reading.text[max(0, at - 20) : at])
        return word is not None and word.group().lower() in self.reading.knowledge.say_verbs

    def _phrase(self, phrase: str, start: int, last: Speaker | None) -> Speaker | None:
        """A descriptive phrase: whom it stands for, else itself."""
        words = phrase.split()
        if not words or all(word.lower() in FUNCTION_WORDS for word in words):
            return None
        for role in self._roles_at(start):
            if role.span and role.span.start <= start < role.span.end and role.subject_entity:
                return Speaker(role.subject, role.subject_entity)
        is_definite = words[0].lower() in ("the", "his", "her", "this")
        if is_definite and (holder := self._holder(words, start)):
            return holder
        is_he = last is not None and last.is_person and is_definite
        if last is not None and is_he and (AGED.fullmatch(phrase) or self._describes(words, last)):
            return Speaker(last.text, last.entity)
        if len(words) == 2 and words[0].lower() in ("the", "its") and words[1].lower() in _BODIES:
            return self._body(start) or Speaker(phrase, None, start, False)
        return Speaker(phrase, None, start, False)

    def _holder(self, words: Sequence[str], at: int) -> Speaker | None:
        """The one person whom the text has given the role that the phrase names: the prime minister."""
        low = [word.lower().strip(".,") for word in words[1:]]
        known = self.reading.knowledge.roles.get(" ".join(low))
        if known is None:
            return None
        held = [role for role in self.holders.get(known.title, ()) if role.span and role.span.start < at]
        people = {role.subject_entity for role in held}
        return Speaker(held[-1].subject, held[-1].subject_entity) if len(people) == 1 else None

    @cached_property
    def holders(self) -> dict[str, list[Claim]]:
        """Canonical title → role claims of it with a known holder, by place."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for role in self.roles:
            if role.subject_entity and not role.is_inferred:
                found[role.predicate].append(role)
        return found

    def _body(self, at: int) -> Speaker | None:
        """The organisation that this sentence or the one before opens with: the company, the party."""
        for sentence in reversed(self.reading.sentences_in(max(0, at - _ROLE_LOOK), at)):
            named = [m for m in sentence.mentions if m.kind is EntityKind.ORGANIZATION and m.span.end <= at]
            if named:
                return self.of(named[0])
        return None

    def _describes(self, words: Sequence[str], last: Speaker) -> bool:
        """Can the words mean `last`: a role, unless the text gives that person others only?"""
        if not self._is_description(words):
            return False
        known = self.reading.knowledge.roles.get(" ".join(word.lower() for word in words[1:]))
        titles = [r.predicate for r in self.roles if r.subject_entity == last.entity and last.entity]
        return known is None or not titles or any(_are_one_title(known.title, one) for one in titles)

    def _is_description(self, words: Sequence[str]) -> bool:
        """Do the last words name a role, or a nation (the Australian)?"""
        knowledge = self.reading.knowledge
        low = [word.lower() for word in words]
        is_role = any(" ".join(low[at:]) in knowledge.roles for at in range(1, len(low)))
        return is_role or (len(low) == 2 and low[1] in knowledge.demonyms)

    def pronoun(self, word: str, at: int, last: Speaker | None) -> Speaker | None:
        """He and she: the last person before; they and it: the last speaker that is no person."""
        if word in _PLURAL:
            if last is not None and not last.is_person:
                return last
            return Speaker(self.reading.text[at : at + len(word)], None, at, False)
        if last is not None and last.is_person:
            return last
        for sentence in reversed(self.reading.sentences_in(max(0, at - _PRONOUN_LOOK), at)):
            people = [m for m in sentence.mentions if m.kind is EntityKind.PERSON and m.span.end <= at]
            if people:
                return self.of(people[0])
        return None

    def of(self, mention: ResolvedMention) -> Speaker:
        """The name; where it only says whose spokesman speaks, the person."""
        if mention.kind is not EntityKind.PERSON:
            for role in self._roles_at(mention.span.start):
                if role.span and role.span.covers(mention.span) and role.subject_entity:
                    return Speaker(role.subject, role.subject_entity, mention.span.start)
        return Speaker(mention.text, mention.entity, mention.span.start, mention.kind is EntityKind.PERSON)


def _are_one_title(a: str, b: str) -> bool:
    """Have they a word in common, or is one of them a word for any leader?"""
    one, two = set(a.split()), set(b.split())
    return bool(one & two) or bool((one | two) & {"head", "leader", "chief", "boss"})
