"""What speaks for a candidate being a person, an organisation or a place: weights from its words and its sentence."""

from collections import defaultdict

from attrs import frozen

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.names.mentions_cuts import Candidate, is_adjective
from provenance.names.mentions_words import Word, is_common

Evidence = defaultdict[EntityKind, float]
PERSON, ORGANIZATION, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE
EVENT, OTHER = EntityKind.EVENT, EntityKind.OTHER
NAMED = (PERSON, ORGANIZATION, PLACE)

_NASAB = frozenset("bin ben ibn bint binti van von der ould de da dos di du del la le al el".split())
_PLACE_HEADS = frozenset(
    "lake mount camp fort cape port gulf strait bay isle city lough loch wadi sea st saint".split()
)
_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central greater upper lower new inner outer".split()
)
_AT = frozenset("in at near across throughout outside around toward towards".split())
_BODY_NOUNS = frozenset("administration government presidency family cabinet campaign".split())
_NOT_ACRONYMS = frozenset(
    "tv pm am mp mps ok uk us usa id dna hiv aids gps dvd cd pc ceo cfo phd ba ma bbq gdp hq".split()
)
_LOOSE_ROLES = frozenset(
    "partner member head leader chief official chair secretary expert founder owner official".split()
)
_BODY_PEOPLE = frozenset(
    "spokesman spokeswoman leader commander official officials chief fighters candidate candidates mp mps member members "
    "politician politicians voters councillor councillors lawmaker lawmakers deputies militants activists headquarters".split()
)
_BODIES = frozenset(
    "group groups militia militias militants company firm channel broadcaster newspaper coalition party unit outlet charity".split()
)
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xx xxi".split())


@frozen
class Setting:
    """A candidate in its sentence: `first`, `last` are indices of its words there.

    `is_event`: the words around make it an event's name (2010 United Kingdom general election).
    """

    source_id: str
    sentence: tuple[Word, ...]
    first: int
    last: int
    candidate: Candidate
    line_start: str
    is_event: bool = False

    @property
    def form(self) -> str:
        """What settings of one name share."""
        return f"{self.candidate.plain} (event)" if self.is_event else self.candidate.plain

    def before(self, steps: int = 1) -> Word | None:
        """The word `steps` before the candidate."""
        place = self.first - steps
        return self.sentence[place] if place >= 0 else None

    def after(self, steps: int = 1) -> Word | None:
        """The word `steps` after the candidate."""
        place = self.last + steps
        return self.sentence[place] if place < len(self.sentence) else None


def no_evidence() -> Evidence:
    """Weights by kind, all 0."""
    return defaultdict(float)


def add_evidence(sum_so_far: Evidence, more: Evidence) -> None:
    """Adds the weights of `more`."""
    for kind, weight in more.items():
        sum_so_far[kind] += weight


def weigh_words(candidate: Candidate, knowledge: Knowledge) -> Evidence:
    """From the candidate's own words, wherever it stands."""
    found = no_evidence()
    _weigh_lists(candidate, knowledge, found)
    _weigh_heads(candidate, knowledge, found)
    if len(candidate.words) == 1:
        _weigh_single(candidate.words[0], knowledge, found)
    else:
        _weigh_full_name(candidate, knowledge, found)
    return found


def weigh_sentence(setting: Setting, knowledge: Knowledge) -> Evidence:
    """From what stands around the candidate."""
    found = no_evidence()
    if setting.is_event:
        found[EVENT] += 12
    if setting.candidate.has_title:
        found[PERSON] += 5
    if setting.line_start in ("by", "photo by", "story by", "written by", "photographs by"):
        found[PERSON] += 3
    _weigh_before(setting, knowledge, found)
    _weigh_after(setting, knowledge, found)
    return found


def _weigh_lists(candidate: Candidate, knowledge: Knowledge, found: Evidence) -> None:
    plain = candidate.plain
    dotted = plain.replace("st ", "st. ", 1) if plain.startswith("st ") else plain
    first = candidate.words[0]
    is_word = plain in ("us", "car", "uk") and not first.text.replace(".", "").isupper()
    if not is_word and (
        plain in knowledge.countries
        or first.text.lower() in knowledge.countries
        and len(candidate.words) == 1
    ):
        found[PLACE] += 8
    elif plain in knowledge.places or dotted in knowledge.places:
        found[PLACE] += 4
    elif len(candidate.words) > 1 and first.plain in _DIRECTIONS:
        rest = " ".join(word.plain for word in candidate.words[1:])
        if rest in knowledge.countries or rest in knowledge.places:
            found[PLACE] += 6
    if plain in knowledge.agencies and (len(plain) > 4 or first.is_acronym):
        found[ORGANIZATION] += 7
    if len(candidate.words) > 1 and is_adjective(first, knowledge):
        rest = " ".join(word.plain for word in candidate.words[1:])
        found[ORGANIZATION] += 6 if rest in knowledge.organizations else 0
    if plain in knowledge.organizations:
        is_plain_word = len(candidate.words) == 1 and is_common(plain, knowledge) and not first.is_acronym
        found[ORGANIZATION] += 3 if is_plain_word else 6


def _weigh_heads(candidate: Candidate, knowledge: Knowledge, found: Evidence) -> None:
    words = candidate.words
    if len(words) > 2 and words[-1].plain in _ROMAN:
        words = words[:-1]
    last = words[-1].plain
    if len(words) > 1:
        if last in knowledge.organization_heads or last in knowledge.legal_forms:
            found[ORGANIZATION] += 6
        elif last in knowledge.organization_words:
            found[ORGANIZATION] += 4
        elif last in knowledge.place_words:
            found[PLACE] += 5
        elif last in knowledge.event_words:
            found[EVENT] += 5
        if words[0].plain in _PLACE_HEADS and words[1].is_capital:
            found[PLACE] += 3
    for word, following in zip(words, words[1:], strict=False):
        if following.is_capital:
            if word.plain in knowledge.organization_heads:
                found[ORGANIZATION] += 2
            continue
        if word.plain in knowledge.organization_heads and following.plain in ("of", "for", "on", "against"):
            found[ORGANIZATION] += 7
        elif word.plain in knowledge.place_words and following.plain == "of":
            found[PLACE] += 4
        elif word.plain in knowledge.event_words and following.plain in ("of", "on", "for"):
            found[EVENT] += 5
        elif following.plain in ("of", "for", "and", "&", "in"):
            found[ORGANIZATION] += 2.5
    if words[-1].text.isdigit():
        found[ORGANIZATION] += 4
    first = words[0].plain
    if (len(words) > 1 or "-" in first) and _translated(first, knowledge):
        found[ORGANIZATION] += 6
    elif any(word.plain.endswith(("-e", "-ye", "-i")) and word.text[0].isupper() for word in words[:-1]):
        found[ORGANIZATION] += 2


def _translated(word: str, knowledge: Knowledge) -> bool:
    return word in knowledge.organization_translations and word not in ("central", "journal", "union")


def _weigh_single(word: Word, knowledge: Knowledge, found: Evidence) -> None:
    plain = word.plain
    if word.is_acronym and len(plain) > 1 and plain not in _NOT_ACRONYMS and plain not in _ROMAN:
        if plain not in knowledge.countries and not plain.startswith("covid"):
            found[ORGANIZATION] += 3
    elif (
        not word.text.isupper() and any(letter.isupper() for letter in word.text[2:]) and "-" not in word.text
    ):
        found[ORGANIZATION] += 0 if plain[:2] in ("mc", "o'", "d'") or plain[:3] == "mac" else 2
    if is_common(plain, knowledge):
        found[OTHER] += 2
        return
    if plain in knowledge.surnames or plain.removeprefix("al-") in knowledge.surnames:
        found[PERSON] += 2
    if plain in knowledge.given_names:
        found[PERSON] += 1.5
    if plain.startswith(("al-", "el-")):
        found[PERSON] += 0.5
    if plain in knowledge.organization_heads or plain in knowledge.organization_words:
        found[OTHER] += 1


def _weigh_full_name(candidate: Candidate, knowledge: Knowledge, found: Evidence) -> None:
    words = candidate.words
    capitals = [word for word in words if word.is_capital]
    if len(words) > 7:
        return
    first, last = words[0].plain, words[-1].plain
    given = first in knowledge.given_names or _is_double_given(first, knowledge)
    if given and first not in knowledge.demonyms:
        found[PERSON] += 2 if is_common(first, knowledge) or first in knowledge.places else 4
    if (
        last in knowledge.surnames
        or last.partition("-")[0] in knowledge.surnames
        or last.removeprefix("al-") in knowledge.surnames
    ):
        found[PERSON] += 0.5 if is_common(last, knowledge) else 2
    if any(len(word.text.rstrip(".")) == 1 or _is_initials(word) for word in capitals[:-1]):
        found[PERSON] += 3
    if any(word.plain in _NASAB and not word.is_capital for word in words[1:-1]) and not any(
        w.plain in ("of", "for", "and") for w in words
    ):
        found[PERSON] += 1.5
    if any(word.plain.startswith(("al-", "el-", "mc", "o'")) for word in words[1:]):
        found[PERSON] += 1.5
    unknown = sum(not is_common(word.plain, knowledge) for word in capitals)
    if (
        unknown == len(capitals)
        and 2 <= len(words) <= 3
        and not any(w.is_acronym and len(w.text) > 2 for w in words)
    ):
        found[PERSON] += 1.5
    elif unknown < len(capitals):
        found[PERSON] -= 1.5 * (len(capitals) - unknown)


def _is_initials(word: Word) -> bool:
    return word.text.endswith(".") and len(word.plain) <= 3


def _is_double_given(word: str, knowledge: Knowledge) -> bool:
    parts = word.split("-")
    return len(parts) == 2 and (parts[0] in knowledge.given_names or parts[1] in knowledge.given_names)


def _weigh_before(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    before, earlier = setting.before(), setting.before(2)
    if before is None or setting.sentence[setting.first].gap.strip(" \u00a0\u201c\"'\u2018"):
        return
    plain = before.plain
    if plain == "the":
        _weigh_article(setting, knowledge, found)
    elif plain in _AT:
        found[PLACE] += 1.5
    elif plain in ("from", "to", "into"):
        found[PLACE] += 0.5
    elif plain == "of" and earlier is not None:
        if earlier.plain in knowledge.place_words or earlier.plain in ("town", "capital"):
            found[PLACE] += 3
        elif earlier.plain in ("member", "members", "leader", "head", "part", "unit", "wing", "supporters"):
            found[ORGANIZATION] += 1.5
    elif plain in knowledge.say_verbs:
        found[PERSON] += 0.25
    elif before.is_capital:
        return
    elif plain in knowledge.roles and plain not in _LOOSE_ROLES:
        found[PERSON] += 3
    elif plain in knowledge.organization_heads or plain in knowledge.organization_words or plain in _BODIES:
        found[ORGANIZATION] += 3


def _weigh_article(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    """The Kremlin, the Peshmerga; but the Trump administration: there the article is the noun's."""
    after = setting.after()
    is_whole = (
        after is None
        or after.gap.strip() != ""
        or after.is_capital
        or after.plain in knowledge.function_words
    )
    is_many = after is not None and after.plain in ("are", "were", "have")
    found[PERSON] -= 3 if is_whole else 0
    found[ORGANIZATION] += (2 if is_many else 1) if is_whole else 0.25
    found[PLACE] -= 0.5 if is_whole else 0


def _weigh_after(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    after = setting.after()
    if after is None:
        return
    if setting.sentence[setting.last].is_possessive:
        found[ORGANIZATION] += 0.75 if after.plain in _BODY_PEOPLE else 0
    elif after.gap in (", ", " , "):
        _weigh_apposition(setting, after, knowledge, found)
    elif after.gap.strip() == "" and not after.is_capital:
        _weigh_next(after.plain, knowledge, found)


def _weigh_next(plain: str, knowledge: Knowledge, found: Evidence) -> None:
    """The next word, in lower case."""
    if plain in knowledge.say_verbs:
        found[ORGANIZATION if knowledge.say_verbs[plain] == "report" else PERSON] += 1
    elif plain in ("who", "himself", "herself") or plain in _BODY_NOUNS:
        found[PERSON] += 1.5
    elif plain in knowledge.organization_heads or plain in _BODIES:
        found[ORGANIZATION] += 2
    elif plain in ("province", "region", "governorate", "district", "river", "airport", "valley"):
        found[PLACE] += 2
    elif plain in _BODY_PEOPLE:
        found[ORGANIZATION] += 1.5


def _weigh_apposition(setting: Setting, after: Word, knowledge: Knowledge, found: Evidence) -> None:
    """X, the head of …; X, 45, …; Aleppo, Syria."""
    following = setting.after(2)
    if after.plain == "who":
        found[PERSON] += 2
    elif (
        after.text.isdigit()
        and len(after.text) == 2
        and following is not None
        and following.gap.startswith(",")
    ):
        found[PERSON] += 4
    elif after.is_capital and after.plain in knowledge.countries:
        found[PLACE] += 2
    else:
        steps = 1 if after.plain not in ("the", "a", "an", "then", "former") else 2
        near = [w for w in (setting.after(steps + n) for n in range(3)) if w is not None]
        if any(not w.is_capital and w.plain in knowledge.roles for w in near):
            found[PERSON] += 2
        elif steps == 2 and any(
            not w.is_capital and w.plain in _BODIES | knowledge.organization_heads for w in near
        ):
            found[ORGANIZATION] += 3
        elif steps == 2 and any(not w.is_capital and w.plain in knowledge.place_words for w in near):
            found[PLACE] += 2
