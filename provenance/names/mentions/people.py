"""What a sentence says for a person: a noun that introduces someone, a work that someone made."""

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.heads import BODIES, FIRM_NOUNS, KIN
from provenance.names.mentions.settings import Setting
from provenance.names.mentions.weights import ORGANIZATION, OTHER, PERSON, PLACE, Evidence
from provenance.names.mentions.words import Word

_DETERMINERS = frozenset(
    "the a an his her its their our my your whose another one's two three four five six seven".split()
)
_FOR = frozenset("for of at with from".split())
_FARTHEST = 5
"""Words from a noun back to its article."""
_AGENTS = ("er", "or", "ist", "ian", "man", "woman", "ee")
_NO_AGENTS = frozenset(
    "other another number order paper letter matter river tower power water summer winter center centre "
    "october november december september quarter chapter corner disaster encounter ever however whether "
    "together later under over after never member supper dinner offer answer border order shoulder finger "
    "weather computer helicopter ladder theater poster register floor door factor sector motor mirror error "
    "terror horror favor favour labor labour harbor harbour colour color honor honour interior exterior "
    "ferry trailer trawler tanker freighter liner cruiser steamer cutter carrier cooler boiler newspaper "
    "committee fee coffee tree degree guarantee refugee-camp employer insurer lender retailer manufacturer "
    "broadcaster builder developer supplier producer maker operator contractor regulator distributor".split()
)
"""Ends like agents' that are none of a person, or as often a firm."""
_MADE_WORKS = frozenset(
    "portrait portraits painting paintings drawing drawings sculpture sculptures statue bust fresco mural "
    "novel novels poem poems play plays song songs book books symphony opera concerto sonata requiem quartet "
    "essay score hymn hymns music words lyrics libretto etching watercolour watercolor photograph "
    "photographs memoir biography translation motet cantata chaconne aria arias".split()
)
"""Before `by` someone."""
_OWN_WORKS = frozenset(
    "symphony concerto requiem sonata quartet opera nocturne mass prelude preludes fugue novel novels poem "
    "poems plays paintings portrait portraits sonnets diaries letters memoirs biography widow wife husband "
    "mother father son daughter sons daughters brother brothers sister sisters parents children heirs body "
    "killer death funeral childhood grave lawyer lawyers cruelty voice face hands eyes birthday goal "
    "resignation arrest conviction acquittal murder disappearance".split()
)
"""Someone's: X's heirs."""
_OF_FIRMS = frozenset("owned controlled headquartered listed incorporated registered chartered".split())
_OF_HORSES = frozenset("trained ridden foaled sired skippered captained".split())
_OF_PERSONS = frozenset("born aged married wearing educated".split())
"""Behind a comma after the name: X, owned by the Does; X, born in Leeds."""
_TITLED = frozenset(
    "memoir memoirs novel book film movie album autobiography thriller debut novella anthology documentary "
    "musical ballad hymn sitcom soap podcast painting sculpture epic trilogy sequel blockbuster".split()
)
"""Before the title of a work."""
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth".split())


def weigh_person_cues(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    """Adds to `found` what the sentence says for a person, or for none."""
    before = setting.before()
    gap = setting.sentence[setting.first].gap
    if before is not None and not before.is_capital:
        if gap == ", ":
            found[PERSON] += _weigh_noun(setting, before, knowledge)
            found[OTHER] += 6 if before.plain in _TITLED else 0  # her memoir, Ninety Days
        elif before.plain in _TITLED and not gap.strip() and len(setting.candidate.words) > 1:
            found[OTHER] += 4
        elif before.plain == "by":
            noun = setting.before(2)
            found[PERSON] += 2.5 if noun is not None and noun.plain in _MADE_WORKS else 0
    if setting.sentence[setting.last].is_possessive:
        found[PERSON] += _weigh_owned(setting)
    after = setting.after()
    if after is not None and after.gap == ", ":
        _weigh_participle(setting, after, found)


def _weigh_noun(setting: Setting, noun: Word, knowledge: Knowledge) -> float:
    """Its director, X; a rancher, X: what a noun with its article tells."""
    plain = noun.plain
    if plain in FIRM_NOUNS or plain in BODIES:
        whose, who = setting.before(3), setting.before(4)
        is_its = (
            whose is not None and whose.plain in _FOR and who is not None and who.plain in knowledge.roles
        )
        return 3.0 if is_its else 0.0  # a lawyer for the company, X
    is_role = plain in knowledge.roles or plain in KIN
    if not is_role and (not plain.endswith(_AGENTS) or plain in _NO_AGENTS or len(plain) < len("baker")):
        return 0.0
    for steps in range(2, _FARTHEST + 1):
        word = setting.before(steps)
        if word is None or word.is_capital or setting.sentence[setting.first - steps + 1].gap != " ":
            possessor = word is not None and word.is_possessive
            return 2.5 if possessor else 0.0
        if word.plain in _DETERMINERS or word.is_possessive:
            return 3.0 if is_role else 2.0
    return 0.0


def _weigh_owned(setting: Setting) -> float:
    """Brahms's Third Symphony, Colstane's portrait."""
    after, second = setting.after(), setting.after(2)
    if after is None:
        return 0.0
    is_work = after.plain in _OWN_WORKS
    is_numbered = after.plain in _ORDINALS and second is not None and second.plain in _OWN_WORKS
    return 2.0 if is_work or is_numbered else 0.0


def _weigh_participle(setting: Setting, after: Word, found: Evidence) -> None:
    """X, owned by the Does; X, born in Leeds."""
    second = setting.after(2)
    is_part = after.plain == "part" and second is not None and second.plain == "of"
    if after.plain in _OF_HORSES:
        found[OTHER] += 12
    elif after.plain in _OF_FIRMS or is_part:
        found[ORGANIZATION] += 3 if not is_part else 2
        found[PERSON] -= 2
    elif after.plain in _OF_PERSONS:
        found[PERSON] += 2.5
        found[PLACE] -= 1
