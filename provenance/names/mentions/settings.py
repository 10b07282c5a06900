"""What a candidate's sentence speaks for: titles before it, appositions, reporting verbs."""

import re

from attrs import field, frozen

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind
from provenance.names.mentions.cuts import Candidate
from provenance.names.mentions.evidence import (
    EVENT,
    ORGANIZATION,
    OTHER,
    PERSON,
    PLACE,
    Evidence,
    no_evidence,
)
from provenance.names.mentions.heads import (
    CARGOES,
    CURRENCIES,
    FIRM_NOUNS,
    HOLDERS,
    MOTION,
    KIN,
    KINDS_OF_PLURALS,
    PLACES_OF,
    SEATS,
    SHARES,
    SMALL_PLACES,
)
from provenance.names.mentions.sentences import Sentence
from provenance.names.mentions.words import Word, is_common, without_marks

_AT = frozenset("in at near across throughout outside around toward towards".split())
_BODY_NOUNS = frozenset("administration government presidency family cabinet campaign".split())
_LOOSE_ROLES = frozenset(
    "partner member head leader chief official chair secretary expert founder owner".split()
)
_BODY_PEOPLE = frozenset(
    "spokesman spokeswoman leader commander official officials chief fighters candidate candidates mp mps "
    "member members politician politicians voters councillor councillors lawmaker lawmakers deputies "
    "militants activists headquarters coach manager striker midfielder defender goalkeeper forward captain "
    "winger fans supporters players player boss skipper chairman president executive executives employees "
    "staff workers shares stock customers shareholders subscribers".split()
)
_BODIES = frozenset(
    "group groups militia militias militants company firm channel broadcaster newspaper coalition party "
    "unit outlet charity subsidiary manufacturer supplier carrier operator retailer start-up startup maker "
    "producer lender chain builder developer platform nonprofit non-profit ngo agency think-tank broker "
    "insurer".split()
)
_VESSELS = frozenset(
    "ferry boat ship vessel tanker trawler yacht submarine frigate destroyer steamer coaster liner "
    "freighter schooner lifeboat tug warship drillship rig cutter brig barque galleon cruiser icebreaker "
    "catamaran dhow sloop minesweeper corvette satellite probe rover telescope capsule minibus locomotive "
    "aircraft spacecraft rocket hurricane typhoon cyclone".split()
)
_PEOPLE = frozenset("man woman boy girl teenager grandmother grandfather widow orphan".split())
_PLURALS = frozenset(("have", "are", "were"))
_ACTING = frozenset("did has had said says will would was is".split())
_DEEDS = frozenset(
    "ran was won has had did began became led made took went came held left lost met moved served wrote "
    "spoke later also then never told thought knew saw got gave kept sat stood fell grew sold bought paid "
    "beat drew found hopes wants says believes lives works plays himself herself who".split()
)
_FIRM_DEEDS = frozenset("acquired launched sells makes employs operates manufactures produces raised".split())
_MADE = frozenset(
    "built made owned run operated supplied manufactured produced published insured financed".split()
)
_NO_PLACE_IN = frozenset(
    "confidence faith interest interested believe believes believed belief trust invest invested investment "
    "stake shares disappointed".split()
)
"""Before `in` and no place."""
_ARTICLES = frozenset("the a an its his her their our my another".split())
_FIRM_ADJECTIVE = re.compile(r"-(?:owned|run|listed|controlled|headquartered|traded|operated)$")
_CLAUSE_OPENERS = frozenset(
    "while when after before that because although though as if and but which".split()
)
_SUCH = frozenset(("as", "including", "like", "namely"))
_QUOTED = ("\u201d", '"', "\u2019", "'")
DATELINE = "dateline"
"""The `line_start` of a place before a report: KHARTOUM, May 3 (Wire) —"""
LETTERHEAD = "letterhead"
"""The `line_start` of a place and a date on a line of their own."""
_OF_PLACES = frozenset(
    "court courts courthouse hospital port harbour harbor town village city hamlet suburb suburbs outskirts "
    "capital centre center streets people residents inhabitants citizens mayor bishop archbishop coast shore "
    "banks walls siege battle fall parish commune municipality county diocese district quarter north south "
    "east west northeast northwest southeast southwest".split()
)
"""Nouns that `of` ties to a place."""
_OF_VESSELS = frozenset("captain skipper mate crew hull deck wreck sinking bow stern helmsman".split())
_OF_BODIES = frozenset("member members leader head part unit wing supporters".split())


@frozen
class Setting:
    """A candidate in its sentence: `first`, `last` are indices of its words there.

    `form`: what settings of one name share, with or without marks on its letters. `is_event`: the words
    around make it an event's name (2010 United Kingdom general election).
    """

    source_id: str
    sentence: Sentence
    first: int
    last: int
    candidate: Candidate
    line_start: str
    is_event: bool = False
    form: str = field(init=False)

    @form.default
    def _write_form(self) -> str:
        plain = without_marks(self.candidate.plain)
        return f"{plain} (event)" if self.is_event else plain

    def before(self, steps: int = 1) -> Word | None:
        """The word `steps` before the candidate."""
        return self.sentence.at(self.first - steps)

    def after(self, steps: int = 1) -> Word | None:
        """The word `steps` after the candidate."""
        return self.sentence.at(self.last + steps)


def weigh_sentence(setting: Setting, knowledge: Knowledge) -> Evidence:
    """From what stands around the candidate."""
    found = no_evidence()
    if _is_amount(setting):
        found[OTHER] += 20
    if len(setting.candidate.words) > 1 and _is_title_of_work(setting):
        found[OTHER] += 5.5
    if setting.is_event:
        found[EVENT] += 25
    if setting.candidate.has_title:
        found[PERSON] += 9
    if setting.line_start in ("by", "photo by", "story by", "written by", "photographs by"):
        found[PERSON] += 3
    if setting.line_start == DATELINE:
        found[PLACE if setting.first == 0 and not _is_masthead(setting, knowledge) else ORGANIZATION] += 9
    if setting.line_start == LETTERHEAD and setting.first == 0:
        found[PLACE] += 3
    _weigh_before(setting, knowledge, found)
    _weigh_after(setting, knowledge, found)
    return found


def _is_amount(setting: Setting) -> bool:
    """CHF 412 million, Section 4: letters before a number that they only count."""
    after = setting.after()
    if after is None or len(setting.candidate.words) > 1 or after.gap.strip(" \u00a0.$\u20ac\u00a3"):
        return False
    return after.text[:1].isdigit() and setting.candidate.plain in CURRENCIES


def _is_masthead(setting: Setting, knowledge: Knowledge) -> bool:
    """Is what stands before the dash a body's name, not a town's: LAGOON COURIER — news of the coast?"""
    words = setting.candidate.words
    is_headed = words[-1].plain in knowledge.organization_words or (
        words[-1].plain in knowledge.organization_heads
    )
    return len(words) > 1 and is_headed and setting.candidate.plain not in knowledge.places


def _weigh_before(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    before = setting.before()
    if before is None:
        return
    gap = setting.sentence[setting.first].gap
    if gap.strip(" \u00a0\u201c\"'\u2018"):
        if gap == ", " and _is_firm_before(setting, before):
            found[ORGANIZATION] += 3
        return
    plain = before.plain
    if plain == "the":
        _weigh_article(setting, knowledge, found)
    elif plain in _AT:
        is_noun = len(setting.candidate.words) == 1 and is_common(setting.form, knowledge)
        earlier = setting.before(2)
        if plain == "in" and earlier is not None and earlier.plain in HOLDERS:
            found[ORGANIZATION] += 2
            return
        found[PLACE] += 0.5 if is_noun else _weight_of_in(setting) if plain == "in" else 2
    elif plain in ("from", "to", "into"):
        is_alone = len(setting.candidate.words) == 1
        verb = setting.before(2)
        is_moved = plain == "to" and verb is not None and verb.plain in MOTION
        found[PLACE] += 0.5 if not is_alone else 1 if plain == "to" and not is_moved else 1.8
    elif plain in _SUCH:
        _weigh_such(setting, found)
    elif _FIRM_ADJECTIVE.search(plain):
        found[ORGANIZATION] += 3
    elif plain == "of":
        _weigh_of(setting.before(2), knowledge, found)
    elif plain in knowledge.say_verbs:
        is_quoted = before.gap.strip()[-1:] in _QUOTED  # ... said X Y
        found[PERSON] += (3 if len(setting.candidate.words) > 1 else 2.4) if is_quoted else 0.25
    elif not before.is_capital:
        _weigh_noun(setting, plain, knowledge, found)


def _is_firm_before(setting: Setting, noun: Word) -> bool:
    """The builder, X, …: not In the company, X said."""
    after = setting.after()
    article = setting.before(2)
    if noun.plain not in FIRM_NOUNS or article is None or (after is not None and not after.gap.strip()):
        return False
    earlier = setting.before(3) if article.plain not in _ARTICLES else article
    return earlier is not None and earlier.plain in _ARTICLES


def _weight_of_in(setting: Setting) -> float:
    """In Hlaing Tharyar; not: confidence in Jane Doe."""
    verb = setting.before(2)
    if verb is not None and verb.plain in _NO_PLACE_IN:
        return 1.0
    return 3.5 if len(setting.candidate.words) == 1 else 6.0


def _weigh_of(earlier: Word | None, knowledge: Knowledge, found: Evidence) -> None:
    """City of X, members of X."""
    if earlier is None:
        return
    if earlier.plain in knowledge.place_words or earlier.plain in _OF_PLACES:
        found[PLACE] += 3
    elif earlier.plain in PLACES_OF:
        found[PLACE] += 3
    elif earlier.plain in SHARES:
        found[ORGANIZATION] += 2
    elif earlier.plain in _OF_BODIES:
        found[ORGANIZATION] += 1.5


def _weigh_such(setting: Setting, found: Evidence) -> None:
    """Towns such as X, companies including X, players like X."""
    noun = setting.before(2)
    if noun is not None and noun.plain == "such":
        noun = setting.before(3)
    for kind, nouns in KINDS_OF_PLURALS.items():
        if noun is not None and noun.plain in nouns:
            found[EntityKind(kind)] += 2.5


def _carries_cargo(setting: Setting) -> bool:
    cargo = setting.before(2)
    return cargo is not None and cargo.plain in CARGOES


def _weigh_noun(setting: Setting, plain: str, knowledge: Knowledge, found: Evidence) -> None:
    """The lower-case noun before: striker X, the newspaper X, the ferry X."""
    if plain in _VESSELS or (plain == "carrier" and _carries_cargo(setting)):
        found[OTHER] += 8
    elif plain in KIN:
        found[PERSON] += 4
    elif plain in PLACES_OF:
        found[PLACE] += 2.5
    elif plain in knowledge.roles and plain not in _LOOSE_ROLES and plain != "pm":  # in small letters a time
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
    earlier = setting.before(3)
    is_of = earlier is not None and setting.sentence[setting.first - 2].plain == "of"
    if is_of and earlier is not None and earlier.plain in _OF_VESSELS:
        found[OTHER] += 4
        found[PERSON] -= 3
    found[PERSON] -= 3 if is_whole else 0
    is_acting = after is not None and after.gap.strip() == "" and after.plain in _ACTING
    is_noun = len(setting.candidate.words) == 1 and is_common(setting.form, knowledge)
    found[ORGANIZATION] += (2 if (is_many or is_acting) and not is_noun else 1) if is_whole else 0.25
    found[PLACE] -= 0.5 if is_whole else 0


def _weigh_after(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    after = setting.after()
    if after is None:
        return
    if setting.sentence[setting.last].is_possessive:
        found[ORGANIZATION] += 2 if after.plain in SHARES else 0.75 if after.plain in _BODY_PEOPLE else 0
    elif after.gap in (", ", " , "):
        _weigh_apposition(setting, after, knowledge, found)
    elif after.gap.strip() == "" and not after.is_capital:
        before = setting.before()
        word = setting.candidate.words[0]
        is_trade = word.is_opening and after.plain in _BODY_PEOPLE and after.plain.endswith(("s", "f"))
        is_known = len(setting.candidate.words) > 1 or setting.form in knowledge.organizations
        if after.plain not in _PLURALS and (is_known or not is_trade):  # not Garment workers
            _weigh_next(after.plain, knowledge, found)
        elif after.plain in _PLURALS and (before is None or before.plain not in ("and", "or")):
            found[ORGANIZATION] += 1.6  # one name, many players
        _weigh_subject(setting, after, knowledge, found)


def _weigh_next(plain: str, knowledge: Knowledge, found: Evidence) -> None:
    """The next word, in lower case."""
    if plain in knowledge.say_verbs:
        found[ORGANIZATION if knowledge.say_verbs[plain] == "report" else PERSON] += 1
    elif plain in ("who", "himself", "herself") or plain in _BODY_NOUNS:
        found[PERSON] += 1.5
    elif plain in knowledge.organization_heads or plain in _BODIES:
        found[ORGANIZATION] += 3.5
    elif plain in SMALL_PLACES:
        found[PLACE] += 3
    elif plain in SEATS:
        found[PLACE] += 1.5
    elif plain in _BODY_PEOPLE:
        found[ORGANIZATION] += 2


def _is_plural(plain: str) -> bool:
    """By its end, most probably: thieves, islanders; not Nicholas."""
    return plain.endswith("s") and not plain.endswith(("as", "is", "os", "us", "ss", "ys"))


def _is_title_of_work(setting: Setting) -> bool:
    """Title of a work, as "The Salt Road": exactly what stands between quotation marks."""
    first = setting.first
    if first and setting.before() is not None and setting.sentence[first - 1].plain in ("the", "a", "an"):
        first -= 1
    opening, after = setting.sentence[first].gap, setting.after()
    closing = after.gap if after is not None else ""
    return opening.endswith(("\u201c", '"', "\u2018")) and closing.startswith(("\u201d", '"', "\u2019", ',"'))


def _weigh_subject(setting: Setting, after: Word, knowledge: Knowledge, found: Evidence) -> None:
    """A single unknown word that does something is most often someone: Okri was elected, while Okri lost."""
    words, before = setting.candidate.words, setting.before()
    if len(words) > 1 or words[0].is_acronym or is_common(setting.form, knowledge):
        return
    is_by = before is not None and before.plain == "by"
    if words[0].is_opening and _is_plural(words[0].plain) and words[0].plain not in knowledge.surnames:
        return
    is_verb = after.plain in _DEEDS or (after.plain.endswith("ed") and len(after.plain) > 4)
    is_free = before is None or (before.plain in _CLAUSE_OPENERS and not before.is_capital)
    second = setting.after(2)
    if after.plain in _FIRM_DEEDS or (second is not None and second.plain == "founded"):
        found[ORGANIZATION] += 1.6
        return
    maker = setting.before(2)
    if is_by and maker is not None and maker.plain in _MADE:
        found[ORGANIZATION] += 1.6
    elif is_by or (is_verb and (is_free or words[0].is_opening)):
        found[PERSON] += 1.6


def _weigh_apposition(setting: Setting, after: Word, knowledge: Knowledge, found: Evidence) -> None:
    """X, the head of …; X, 45, …; Aleppo, Syria."""
    following = setting.after(2)
    if after.plain == "who":
        found[PERSON] += 2
    elif after.plain == "which":
        found[PERSON] -= 1
    elif (
        after.text.isdigit()
        and len(after.text) == 2
        and following is not None
        and following.gap.startswith(",")
    ):
        found[PERSON] += 4
    elif after.is_capital and (after.plain in knowledge.countries or after.plain in knowledge.places):
        found[PLACE] += 3
    else:
        steps = 1 if after.plain not in ("the", "a", "an", "then", "former") else 2
        near = [w for w in (setting.after(steps + n) for n in range(3)) if w is not None]
        before = setting.before()
        is_where = before is not None and before.plain in _AT  # In Hull, the mayor said …
        if any(not w.is_capital and (w.plain in knowledge.roles or w.plain in _PEOPLE) for w in near):
            found[PERSON] += 0 if is_where else 2
        elif steps == 2 and any(
            not w.is_capital and (w.plain in _BODIES or w.plain in knowledge.organization_heads) for w in near
        ):
            found[ORGANIZATION] += 3
        elif steps == 2 and any(not w.is_capital and w.plain in knowledge.place_words for w in near):
            found[PLACE] += 2
