"""What a sentence says for a body: what bodies do, who works for them, what is theirs."""

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.heads import BODIES, FIRM_NOUNS
from provenance.names.mentions.settings import Setting
from provenance.names.mentions.weights import ORGANIZATION, OTHER, PERSON, PLACE, Evidence
from provenance.names.mentions.words import Word, is_common, is_plural

_LONGEST = 4
"""Words of a name that is asked about: longer ones are told by their own words."""
_DEEDS = frozenset(
    "announced announces reported reports launched launches acquired acquires published publishes "
    "issued issues ordered banned fined posted operates operate operated owns owned employs employed "
    "manufactures manufactured supplies supplied sells invested invests estimates estimated forecasts "
    "predicts approved certified licensed regulates funds funded sponsors sponsored insures charters "
    "chartered declined confirmed confirms suspended shut reopened merged trades traded recalled "
    "hired laid opened imports exports imported exported rescheduled relaunched rebranded "
    "donated lent delisted listed pumps mines drills brews bottles makes builds raised reassigned "
    "warns warned recommends recommended advises urged inspects inspected investigates screened "
    "broadcasts broadcast aired airs hosts provides offers denied welcomed condemned blamed claimed "
    "voted campaigns lobbied lobbies plans wants accused says said picks picked elects elected "
    "appoints appointed nominates nominated hires unveils unveiled recruits recruited expels expelled "
    "withdrew evacuated deploys deployed mobilised mobilized relocated downgraded upgraded "
    "lowered pledged vowed tweeted signed".split()
)
"""What bodies do rather than a person of whom only one name is known."""
_HELPERS = frozenset("has have had will would was were is are also later now may might could must".split())
_LIES = frozenset(
    "lies lay sits stands borders flows is was has had rises stretches runs means meant".split()
)
"""Behind ", which" of a place as well."""
_BE = frozenset("is are was were".split())
_ITS = frozenset(("it", "its", "itself"))
_HIS = frozenset("his her he she him himself herself".split())
_AT = frozenset(("at", "with", "for"))
_OBJECTS = frozenset(("her", "him"))
_BEHIND_OBJECT = frozenset("a an the to that in on at for from with and of as by into out up two".split())
"""Behind her, where it is not whose something is: offered her a contract."""
_FARTHEST = 9
_SURE = 6.0
"""Weight from which on no person is meant."""
_DONE_BY = frozenset(
    "run chartered operated owned built made supplied commissioned certified insured financed funded "
    "published issued registered regulated licensed booked sponsored organised organized hosted "
    "developed manufactured distributed marketed acquired employed represented audited advised "
    "produced managed administered provided underwritten brewed bottled broadcast aired released "
    "installed maintained listed subsidised subsidized co-founded imported exported printed catered".split()
)
"""Before `by` and a body."""
_ACQUIRED = frozenset(
    "acquire acquired acquires acquiring nationalise nationalised nationalize privatise".split()
)
_LED = frozenset("chairs chaired heads headed founded co-founded ran runs joined quit rejoined".split())
_WORKERS = frozenset(
    "worker workers employee employees staff scientist scientists researcher researchers engineer "
    "engineers analyst analysts nurse nurses clerk clerks driver drivers cleaner cleaners teacher "
    "teachers intern interns trainee apprentice job jobs career stint post role internship worked works "
    "working work employed economist economists spokesman spokeswoman spokesperson strategist lawyer "
    "lawyers solicitor partner consultant consultants manager managers executive executives director "
    "directors lecturer lecturers professor professors fellow specialist specialists expert experts "
    "geologist geologists biologist biologists historian curator editor reporter journalist accountant "
    "auditor adviser advisor technician technicians broker brokers trader traders colleagues shareholders "
    "shareholder supervisor foreman".split()
)
"""Before `at`, `with` or `for` and a body."""
_HEADS_OF = frozenset(
    "founder co-founder chairman chairwoman chair director executive boss owner co-owner chief head "
    "secretary-general spokesman spokeswoman employee employees subsidiary arm affiliate members "
    "member headteacher headmaster headmistress pupil pupils student students alumni graduate "
    "graduates shareholders customers customer creditors headquarters offices board staff unit brand "
    "division leadership formerly veteran chairperson trustee trustees governor governors backer "
    "backers owners ally allies".split()
)
"""Before `of` and a body."""
_OWN = frozenset(
    "chief executive shareholders headquarters chairman chairwoman staff employees customers board "
    "shares share stock subsidiary revenue revenues profits profit turnover creditors management products "
    "product customers subscribers users app website platform warehouses factories factory plant "
    "head spokesperson owners founders lawyers workforce fleet stores branches brands".split()
)
"""What is a body's: Foo's shareholders."""
_OF_TOWNS = frozenset(
    "mayor governor senator councillor resident native farmer lawyer businessman teacher student bishop "
    "archbishop police priest imam poet artist magistrate judge prosecutor sheriff".split()
)
"""Behind a town's name as often."""
_CREW = ("ers", "ors", "ists", "ians")
_NO_CREW = frozenset("others brothers sisters fathers mothers daughters matters covers enters offers".split())
_PERSONS = frozenset("who whose whom".split())


def is_house(setting: Setting, knowledge: Knowledge) -> bool:
    """At Grogan's; St Brannock's is: a possessive that nothing follows, of a house or a body."""
    words = setting.candidate.words
    if not words[-1].is_possessive or len(words) > len(("St", "Brannock")):
        return False
    before, after = setting.before(), setting.after()
    is_saint = words[0].plain in ("st", "st.") and len(words) > 1
    if not (is_saint or (before is not None and before.plain == "at")):
        return False
    return after is None or after.gap != " " or after.plain in knowledge.function_words


def weigh_body_cues(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    """Adds to `found` what the sentence says for a body, if the name is none that the lists know."""
    words = setting.candidate.words
    if len(words) > _LONGEST or setting.candidate.has_title:
        return
    if words[-1].is_possessive and is_house(setting, knowledge):
        found[ORGANIZATION] += 4
        found[PLACE] -= 2
    if _is_known(setting, knowledge):
        if setting.candidate.plain in knowledge.places and _weigh_deed(setting, knowledge, found) > 1:
            found[PERSON] -= 2  # Paris recalled its ambassador
        return
    if words[0].is_opening and len(words) == 1 and is_plural(words[0].plain):
        return
    share = _doubt(words, knowledge)
    weight = _weigh_deed(setting, knowledge, found)
    weight += _weigh_worker(setting, knowledge)
    weight += _weigh_owned(setting, knowledge)
    found[ORGANIZATION] += weight * share
    if weight >= 1:
        found[PERSON] -= share if weight < _SURE else weight / 2
    _weigh_thing(setting, knowledge, found)


def _is_known(setting: Setting, knowledge: Knowledge) -> bool:
    plain, words = setting.candidate.plain, setting.candidate.words
    if len(words) == 1 and (is_common(plain, knowledge) or plain in knowledge.demonyms):
        return True
    return plain in knowledge.places or plain in knowledge.countries or plain in knowledge.organizations


def _doubt(words: tuple[Word, ...], knowledge: Knowledge) -> float:
    """What such evidence counts for, 0..1: less for what is a surname."""
    if words[0].plain in knowledge.given_names:
        return 0.5 if len(words) > 1 else 0.3
    return 0.5 if words[-1].plain in knowledge.surnames else 1.0


def _weigh_deed(setting: Setting, knowledge: Knowledge, found: Evidence) -> float:
    """X said it would, X employs 300 people, X lost its licence."""
    after = setting.after()
    if after is None or after.is_capital or setting.sentence[setting.last].is_possessive:
        return 0.0
    if after.gap == ", " and after.plain == "which":
        verb = setting.after(2)
        return 2.0 if verb is not None and not verb.is_capital and verb.plain not in _LIES else 0.8
    verb, following = after, setting.after(2)
    is_verb = after.plain in _HELPERS or after.plain in knowledge.say_verbs or _is_deed(after)
    is_passive = after.plain in _BE and following is not None and following.plain in _DEEDS  # was elected
    if after.gap != " " or not is_verb or is_passive:
        return 0.0
    if after.plain in _HELPERS and following is not None and not following.is_capital:
        verb, following = following, setting.after(3)
    if verb.plain in knowledge.say_verbs and following is not None and following.plain in _ITS:
        return 3.0
    weight = 1.7 if verb.plain in _DEEDS and len(setting.candidate.words) == 1 else 0.0
    if len(setting.candidate.words) > 1 and verb.plain in _DEEDS:
        weight = 0.0 if verb.plain in knowledge.say_verbs else 1.6
    return weight + _weigh_pronoun(setting, found)


def _is_deed(word: Word) -> bool:
    return word.plain in _DEEDS or (word.plain.endswith("ed") and len(word.plain) > 4)


def _weigh_pronoun(setting: Setting, found: Evidence) -> float:
    """Lost its licence, lost his licence: what the next pronoun says, if no other name stands between."""
    for steps in range(2, _FARTHEST):
        word = setting.after(steps)
        if word is None or word.is_capital:
            return 0.0
        if word.plain in _ITS:
            return 1.7 if word.plain == "its" else 0.5
        if word.plain in _HIS:
            following = setting.after(steps + 1)
            is_object = word.plain in _OBJECTS and (following is None or following.plain in _BEHIND_OBJECT)
            found[PERSON] += 0 if is_object else 1.7
            return 0.0
        if word.gap.strip() or word.plain in ("that", "as", "when", "because", "and", "but"):
            return 0.0
    return 0.0


def _weigh_worker(setting: Setting, knowledge: Knowledge) -> float:
    """An auditor with X, supplied by X, the founder of X, Jane Doe at X."""
    before, noun = setting.before(), setting.before(2)
    if before is None or noun is None or setting.sentence[setting.first].gap.strip():
        return 0.0
    plain, is_long = before.plain, len(setting.candidate.words) > 1
    if plain in _ACQUIRED or plain in _LED:
        return 1.6 if is_long or plain in _LED else 0.8
    if plain == "by":
        return 2.0 if noun.plain in _DONE_BY else 0.0
    if plain == "of":
        is_head = not noun.is_capital and noun.plain in _HEADS_OF
        return (2.5 if is_long else 1.6) if is_head else 0.0
    if plain == "told":
        return 1.0 if noun.is_capital else 0.0  # X told Y
    return _weigh_place_of_work(setting, plain, noun, knowledge) if plain in _AT else 0.0


def _weigh_place_of_work(setting: Setting, plain: str, noun: Word, knowledge: Knowledge) -> float:
    """An auditor with X, Jane Doe at X."""
    if not noun.is_capital:
        is_many = plain == "at" and noun.plain.endswith("s")  # lawyers at X
        return (6.0 if is_many else 3.5) if noun.plain in _WORKERS else 0.0
    given, is_long = setting.before(3), len(setting.candidate.words) > 1
    is_someone = given is not None and given.is_capital and given.plain in knowledge.given_names
    return 3.0 if is_someone and is_long and plain == "at" and not noun.gap.strip() else 0.0


def _weigh_owned(setting: Setting, knowledge: Knowledge) -> float:
    """X's shareholders, X inspectors."""
    after = setting.after()
    if after is None or after.is_capital:
        return 0.0
    if setting.sentence[setting.last].is_possessive:
        second = setting.after(2)
        is_own = after.plain in _OWN or (second is not None and second.plain in ("executive", "shareholders"))
        return 2.0 if is_own else 0.0
    following = setting.after(2)
    is_name = following is not None and following.is_capital and following.gap == " "
    if after.gap == " " and after.plain in knowledge.roles and is_name:
        return 0.0 if after.plain in _OF_TOWNS else 2.0  # Tiger Lake partner Jane Doe
    if after.gap != " " or not after.plain.endswith(_CREW) or after.plain in _NO_CREW:
        return 0.0
    if after.plain in knowledge.say_verbs or setting.candidate.words[0].is_opening:
        return 0.0
    return 1.7


def _weigh_thing(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    """A Ford Transit: what one has one of is no name of a person or body."""
    article, after = setting.before(), setting.after()
    words = setting.candidate.words
    if article is None or len(words) < 2:
        return
    earlier = setting.before(2)
    is_brand = words[0].plain in knowledge.organizations and len(words) == len("AB")
    if is_brand and not article.is_capital and earlier is not None and earlier.plain in ("a", "an"):
        found[OTHER] += 4 if setting.candidate.plain not in knowledge.organizations else 0
    if article.plain not in ("a", "an"):
        return
    is_whole = after is None or after.is_capital or after.gap.strip() != "" or after.plain in _PERSONS
    last = setting.candidate.words[-1].plain
    is_body = last in knowledge.organization_heads or last in FIRM_NOUNS or last in BODIES
    if (is_whole or (after is not None and after.plain in knowledge.function_words)) and not is_body:
        found[OTHER] += 2
        found[PLACE] -= 1
