"""What a candidate's sentence speaks for: how it starts, appositions, reporting verbs."""

import re

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.before import VESSELS, weigh_before
from provenance.names.mentions.datelines import SECTIONS
from provenance.names.mentions.firms import weigh_body_cues
from provenance.names.mentions.heads import AT, BODIES, CURRENCIES, SEATS, SHARES, SMALL_PLACES, WON
from provenance.names.mentions.people import weigh_person_cues
from provenance.names.mentions.results import weigh_result
from provenance.names.mentions.runs import OF_PLACE
from provenance.names.mentions.settings import DATELINE, LETTERHEAD, Setting
from provenance.names.mentions.weights import EVENT, ORGANIZATION, OTHER, PERSON, PLACE, Evidence, no_evidence
from provenance.names.mentions.words import Word, is_common, is_plural

_BODY_NOUNS = frozenset("administration government presidency family cabinet campaign".split())

_BODY_PEOPLE = frozenset(
    "spokesman spokeswoman leader commander official officials chief fighters candidate candidates mp mps "
    "member members politician politicians voters councillor councillors lawmaker lawmakers deputies "
    "militants activists headquarters coach manager striker midfielder defender goalkeeper forward captain "
    "winger fans supporters players player boss skipper chairman president executive executives employees "
    "staff workers shares stock customers shareholders subscribers".split()
)

_ARMED = frozenset("fighters militants gunmen militiamen insurgents rebels guerrillas combatants".split())
_PEOPLE = frozenset(
    "man woman boy girl teenager grandmother grandfather widow orphan youngest oldest eldest".split()
)

_SCORE = re.compile("[0-9]{1,2}[-\u2013][0-9]{1,2}")
_PLURALS = frozenset(("have", "are", "were"))
_NO_SUBJECT = frozenset(
    "and or of in at off from near with by for to on around outside about against".split()
)
"""Before a name whose plural verb is another's: people in X are."""
_CREW = ("ers", "ors", "ists", "ians", "men")
"""Ends of many persons: behind a name that is none of a person (Marine biologists)."""

DEEDS = frozenset(
    "ran was won has had did began became led made took went came held left lost met moved served wrote "
    "spoke later also then never told thought knew saw got gave kept sat stood fell grew sold bought paid "
    "beat drew found hopes wants says believes lives works plays "
    "leaves refused wept cried himself herself who".split()
)

_FIRM_DEEDS = frozenset("acquired launched sells makes employs operates manufactures produces raised".split())

_MADE = frozenset(
    "built made owned run operated supplied manufactured produced published insured financed".split()
)

_LEAST_PAPER, _LONGEST_BYLINE = 2, 8
"""Words of a paper's name at least, and of what stands before it in a byline at most."""
_RELATIVES = frozenset("who which where all both each neither none some one two".split())
_WORKED = frozenset("works worked work working taught teaches studied studies employed lectured".split())
"""Behind "at X, where" of a body."""
_PERSONS_TOO = frozenset("residents mayor police".split())
_FROM_WHERE = frozenset("of from in at near".split())
_LONGEST_PHRASE = 5
_GOES_ON = frozenset((" ", "' ", "\u2019 ", "'s ", "\u2019s "))
_ENDS_PHRASE = frozenset("of in for at from with which that who whose to and on by near based".split())
_CLAUSE_OPENERS = frozenset(
    "while when after before that because although though as if and but which".split()
)


def weigh_sentence(setting: Setting, knowledge: Knowledge) -> Evidence:
    """From what stands around the candidate."""
    found = no_evidence()
    if _is_amount(setting):
        found[OTHER] += 20
    if len(setting.candidate.words) > 1 and _is_title_of_work(setting):
        found[OTHER] += 5.5
    if _is_by_someone(setting):
        found[OTHER] += 4
    if setting.is_event:
        found[EVENT] += 25
    if setting.candidate.has_title:
        found[PERSON] += 9
    if setting.line_start in ("by", "photo by", "story by", "written by", "photographs by"):
        found[PERSON] += 3
    if setting.first == setting.last and setting.sentence[setting.last].text.endswith(OF_PLACE):
        found[PLACE] += 3
    _weigh_line(setting, knowledge, found)
    weigh_before(setting, knowledge, found)
    weigh_after(setting, knowledge, found)
    weigh_body_cues(setting, knowledge, found)
    weigh_person_cues(setting, knowledge, found)
    return found


def _weigh_line(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    """Datelines, letterheads, bylines and results of games."""
    if setting.line_start == DATELINE:
        found[PLACE if setting.first == 0 and not _is_masthead(setting, knowledge) else ORGANIZATION] += 9
    if setting.line_start == LETTERHEAD and setting.first == 0:
        found[PLACE] += 3
    if _is_between_bars(setting):
        found[PLACE] += 2.5
    if _has_score(setting):
        found[ORGANIZATION] += 3
    played = weigh_result(setting, knowledge)
    if played:
        found[ORGANIZATION] += played
        found[PERSON] -= played / 2
        found[PLACE] -= played / 4
    if _is_section(setting) or setting.candidate.plain == "i":
        found[OTHER] += 25
    if _is_beside_writer(setting):
        found[ORGANIZATION] += 3
        found[PERSON] -= 2


def _is_section(setting: Setting) -> bool:
    """TENNIS — Astana Open: a heading of its own before the dash, no place?"""
    return setting.first == 0 and setting.last == 0 and setting.candidate.plain in SECTIONS


def _is_amount(setting: Setting) -> bool:
    """CHF 412 million, Section 4: letters before a number that they only count."""
    after = setting.after()
    if after is None or not after.text[0].isdigit() or len(setting.candidate.words) > 1:
        return False
    return not after.gap.strip(" \u00a0.$\u20ac\u00a3") and setting.candidate.plain in CURRENCIES


def _is_beside_writer(setting: Setting) -> bool:
    """By Ann Lee, Tide Monitor: the last name of a byline's line, behind a comma and without an `and`?"""
    first, words = setting.first, setting.sentence
    if setting.candidate.words[0].gap != ", ":
        return False
    if len(setting.candidate.words) < _LEAST_PAPER or first < _LEAST_PAPER or first > _LONGEST_BYLINE:
        return False
    after = setting.after()
    is_end = (after is None and len(words) <= _LONGEST_BYLINE * 2) or (after is not None and "|" in after.gap)
    is_by = words[0].plain == "by" or (words[1].plain == "by" and words[0].is_capital)
    return is_by and is_end and words[first - 1].is_capital and all(w.plain != "and" for w in words[:first])


def _is_someone(plain: str, knowledge: Knowledge) -> bool:
    """The boatman, the youngest of nine, the mayor."""
    is_named = plain in knowledge.roles or plain in _PEOPLE
    return is_named or (len(plain) > 5 and plain.endswith(("man", "woman")) and plain != "german")


def _has_score(setting: Setting) -> bool:
    """X 3-1, or X beat Y 3-1."""
    after = setting.after()
    if after is None or after.gap.strip():
        return False
    if after.plain in WON:
        return any(
            w is not None and _SCORE.fullmatch(w.text) for w in (setting.after(n) for n in range(3, 7))
        )
    if not after.text[0].isdigit():
        return False
    before = setting.before()
    return _SCORE.fullmatch(after.text) is not None and before is not None and not before.is_capital


def _is_between_bars(setting: Setting) -> bool:
    """Ann Lee | Korvala | 3 May: the place before a byline's date?"""
    gap = setting.sentence[setting.first].gap
    if gap == " " or gap.strip() not in ("|", "\u00b7"):
        return False
    after = setting.after()
    return (
        setting.first > 0
        and after is not None
        and after.gap.strip() in ("|", "\u00b7")
        and after.text[:1].isdigit()
    )


def _is_masthead(setting: Setting, knowledge: Knowledge) -> bool:
    """Is what stands before the dash a body's name, not a town's: LAGOON COURIER — news of the coast?"""
    words = setting.candidate.words
    is_headed = words[-1].plain in knowledge.organization_words or (
        words[-1].plain in knowledge.organization_heads
    )
    return len(words) > 1 and is_headed and setting.candidate.plain not in knowledge.places


def weigh_after(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    """Adds to `found` what the words behind the candidate tell."""
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
            _weigh_armed(setting, after.plain, knowledge, found)
        elif word.is_opening and is_plural(word.plain) and not is_known:
            pass  # Subscriptions were
        elif after.plain in _PLURALS and (before is None or before.plain not in _NO_SUBJECT):
            found[ORGANIZATION] += 1.6  # one name, many players
        if after.plain.endswith(_CREW) and after.plain not in knowledge.say_verbs and len(after.plain) > 5:
            found[PERSON] -= 3
        _weigh_subject(setting, after, knowledge, found)


def _weigh_next(plain: str, knowledge: Knowledge, found: Evidence) -> None:
    """The next word, in lower case."""
    if plain in knowledge.say_verbs:
        found[ORGANIZATION if knowledge.say_verbs[plain] == "report" else PERSON] += 1
    elif plain in ("who", "himself", "herself") or plain in _BODY_NOUNS:
        found[PERSON] += 1.5
    elif plain in knowledge.organization_heads or plain in BODIES:
        found[ORGANIZATION] += 3.5
    elif plain in SMALL_PLACES:
        found[PLACE] += 3
        found[PERSON] -= 2
    elif plain in SEATS:
        found[PLACE] += 1.5
        found[PERSON] -= 1 if plain not in _PERSONS_TOO else 0
    elif plain in _BODY_PEOPLE:
        found[ORGANIZATION] += 2


def _weigh_armed(setting: Setting, plain: str, knowledge: Knowledge, found: Evidence) -> None:
    """Ansar al-X fighters: a body, unless it opens with a given name (Khalid al-X forces)."""
    first = setting.candidate.words[0].plain
    if plain in _ARMED and len(setting.candidate.words) > 1 and first not in knowledge.given_names:
        found[ORGANIZATION] += 3
        found[PERSON] -= 2


def _is_title_of_work(setting: Setting) -> bool:
    """Title of a work, as "The Salt Road": exactly what stands between quotation marks."""
    first = setting.first
    if first and setting.before() is not None and setting.sentence[first - 1].plain in ("the", "a", "an"):
        first -= 1
    opening, after = setting.sentence[first].gap, setting.after()
    closing = after.gap if after is not None else ""
    return opening.endswith(("\u201c", '"', "\u2018")) and closing.startswith(("\u201d", '"', "\u2019", ',"'))


def _is_by_someone(setting: Setting) -> bool:
    """The Drowned Bell, by Jane Doe: a work, and who made it."""
    by, maker = setting.after(), setting.after(2)
    if by is None or by.plain != "by" or by.gap != ", " or maker is None or not maker.is_capital:
        return False
    return len(setting.candidate.words) > 1 and setting.before() is not None


def _weigh_subject(setting: Setting, after: Word, knowledge: Knowledge, found: Evidence) -> None:
    """A single unknown word that does something is most often someone: Okri was elected, while Okri lost."""
    words, before = setting.candidate.words, setting.before()
    if len(words) > 1 or words[0].is_acronym or is_common(setting.form, knowledge):
        return
    is_by = before is not None and before.plain == "by"
    if words[0].is_opening and is_plural(words[0].plain) and words[0].plain not in knowledge.surnames:
        return
    is_verb = after.plain in DEEDS or (after.plain.endswith("ed") and len(after.plain) > 4)
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


def _weigh_relative(setting: Setting, after: Word, following: Word | None, found: Evidence) -> None:
    """X, who; X, which; X, where; X, all of whom."""
    if after.plain == "who":
        found[PERSON] += 2
    elif after.plain == "which":
        found[PERSON] -= 1
    elif after.plain == "where":
        before = setting.before()
        near = [word.plain for word in (setting.after(n) for n in range(2, 7)) if word is not None]
        is_at_work = before is not None and before.plain == "at" and not _WORKED.isdisjoint(near)
        found[ORGANIZATION if is_at_work else PLACE] += 2.5
    else:
        third = setting.after(3)
        is_whom = following is not None and following.plain == "of" and third is not None
        found[PERSON] += 3 if is_whom and third is not None and third.plain == "whom" else 0


def _phrase(setting: Setting, steps: int) -> list[Word]:
    """The words of an apposition as far as they go without a break: London-listed battery developer."""
    found: list[Word] = []
    for place in range(steps, steps + _LONGEST_PHRASE):
        word = setting.after(place)
        if word is None or (word.is_capital and "-" not in word.text):
            break
        if found and (word.gap not in _GOES_ON or word.plain in _ENDS_PHRASE):
            break
        found.append(word)
    return found


def _weigh_apposition(setting: Setting, after: Word, knowledge: Knowledge, found: Evidence) -> None:
    """X, the head of …; X, 45, …; Aleppo, Syria."""
    following = setting.after(2)
    if after.plain in _RELATIVES:
        _weigh_relative(setting, after, following, found)
    elif (
        after.text.isdigit()
        and len(after.text) == 2
        and following is not None
        and following.gap.startswith(",")
    ):
        before = setting.before()  # Jane Doe, of Foo Lane, 84
        found[PERSON] += 0 if before is not None and before.plain in _FROM_WHERE else 4
    elif after.is_capital and (after.plain in knowledge.countries or after.plain in knowledge.places):
        found[PLACE] += 3
    else:
        steps = 1 if after.plain not in ("the", "a", "an", "then", "former") else 2
        near = _phrase(setting, steps)
        before = setting.before()
        is_where = before is not None and before.plain in AT  # In Hull, the mayor said …
        if near and near[-1].plain in VESSELS:
            found[OTHER] += 16
        elif any(not w.is_capital and _is_someone(w.plain, knowledge) for w in near):
            found[PERSON] += 0 if is_where else 2
        elif steps == 2 and any(
            not w.is_capital and (w.plain in BODIES or w.plain in knowledge.organization_heads) for w in near
        ):
            found[ORGANIZATION] += 3
        elif steps == 2 and any(not w.is_capital and w.plain in knowledge.place_words for w in near):
            found[PLACE] += 2
