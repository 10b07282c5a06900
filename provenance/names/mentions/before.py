"""What the words before a candidate speak for: prepositions, articles, nouns."""

import re

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.heads import (
    AT,
    BODIES,
    CARGOES,
    FIRM_NOUNS,
    HOLDERS,
    KIN,
    KINDS_OF_PLURALS,
    MOTION,
    PLACES_OF,
    PRINTED,
    REACHED,
    SHARES,
    SMALL_PLACES,
    STATES,
)
from provenance.names.mentions.settings import Setting
from provenance.names.mentions.weights import KINDS, ORGANIZATION, OTHER, PERSON, PLACE, Evidence
from provenance.names.mentions.words import Word, is_common

_LOOSE_ROLES = frozenset(
    "partner member head leader chief official chair secretary expert founder owner".split()
)

VESSELS = frozenset(
    "ferry boat ship vessel tanker trawler yacht submarine frigate destroyer steamer coaster liner "
    "freighter schooner lifeboat tug warship drillship rig cutter brig barque galleon cruiser "
    "icebreaker catamaran dhow sloop minesweeper corvette satellite probe rover telescope capsule "
    "minibus locomotive aircraft spacecraft rocket hurricane typhoon cyclone gelding mare filly colt "
    "stallion racehorse horse greyhound dog cat labrador spaniel terrier tugboat paddle-steamer "
    "steamship motorboat speedboat rowboat canoe drifter whaler houseboat barge lugger ketch yawl "
    "cargo-ship lander orbiter drone typeface asteroid comet planet moon crater robot".split()
)

_ACTING = frozenset("did has had said says will would was is".split())

_NO_PLACE_IN = frozenset(
    "confidence faith interest interested believe believes believed belief trust invest invested "
    "investment stake shares disappointed".split()
)
"""Before `in` and no place."""

_ARTICLES = frozenset("the a an its his her their our my another".split())

_FIRM_ADJECTIVE = re.compile(r"-(?:owned|run|listed|controlled|headquartered|traded|operated)$")

_SUCH = frozenset(("as", "including", "like", "namely"))

_QUOTED = ("\u201d", '"', "\u2019", "'")

_OF_PLACES = frozenset(
    "court courts courthouse hospital port harbour harbor town village city hamlet suburb suburbs "
    "outskirts capital centre center streets people residents inhabitants citizens mayor bishop "
    "archbishop coast shore banks walls siege battle fall parish commune municipality county diocese "
    "district quarter north south east west northeast northwest southeast southwest spring springs "
    "slopes foothills gates beaches beach cliffs hills villages towns markets skies fields forests "
    "roads island islands tip edge sky heart map governor population liberation invasion occupation "
    "bombing shelling evacuation parishioners farmers fishermen picture pictures view views "
    "photograph photographs region province peninsula republic kingdom state states".split()
)
"""Nouns that `of` ties to a place."""

_BEFORE_GIVEN = frozenset("by and or with like".split())
_SAINTS = frozenset("san santa santo st st. são saint sainte".split())
_WORKS = frozenset(
    "worked works working writes writing plays played signed reporter correspondent spokesman spokeswoman "
    "columnist listed posted acted".split()
)
"""Before `for` or `on` and a body."""
_OF_VESSELS = frozenset("captain skipper mate crew hull deck wreck sinking bow stern helmsman".split())

_MET = frozenset("visited visiting visit visits seized captured evacuated reached off".split())
"""Of persons too."""
_SOMEONE = frozenset("man woman boy girl child baby someone somebody men people person pupil".split())
_THROUGH = frozenset("into across along down up beyond over through".split())
_PAIRS = frozenset("pair duo trio couple twins triplets newlyweds cousins widows".split())
"""Before the names of those who make it: the Czech pair X and Y."""
_FOR = frozenset("for of at with from".split())
_HOUSES = frozenset("fashion auction publishing media finance trading brewing couture investment".split())
"""Before `house` and a firm."""
_CALLED = frozenset(("called", "named"))
_OF_WATERS = frozenset(
    "banks bank mouth shores shore course waters water basin tributary tributaries source bend bends delta "
    "headwaters bed flooding valley".split()
)
"""Before `of the` and a river."""
_SAILED = frozenset(
    "sail sails sailed sank sinks sunk docked docks berthed berths anchored capsized foundered listing "
    "listed drifted drifts ran-aground steamed steams moored torpedoed".split()
)
_PRINTED_OR_HELD = HOLDERS | PRINTED
_FIRMS = frozenset(
    "insurer reinsurer lender manufacturer broadcaster retailer wholesaler conglomerate carmaker "
    "steelmaker chipmaker drugmaker shipbuilder brewer utility importer exporter distributor".split()
)
"""Before a name and no role: such a one is a firm."""
_FROM = frozenset(("from", "to", "into"))
_OF_BODIES = frozenset("member members leader head unit wing supporters".split())


def weigh_before(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    """Adds to `found` what the words before the candidate tell."""
    before = setting.before()
    if before is None:
        return
    gap = setting.sentence[setting.first].gap
    if gap.strip(" \u00a0\u201c\"'\u2018"):
        found[ORGANIZATION] += 3 if gap == ", " and _is_firm_before(setting, before) else 0
        if gap == ", ":
            _weigh_given(setting, before, knowledge, found)
        found[PLACE] += (
            9
            if gap == ", " and setting.sentence[setting.last].text in STATES and setting.first == setting.last
            else 0
        )
        return
    plain = before.plain
    _weigh_given(setting, before, knowledge, found)
    if plain == "the":
        _weigh_article(setting, knowledge, found)
    elif plain in AT or plain in _FROM:
        _weigh_where(setting, plain, knowledge, found)
    elif plain in REACHED or plain in _CALLED:
        _weigh_object(setting, plain, knowledge, found)
    elif plain in _SUCH:
        _weigh_such(setting, found)
    elif plain == "of":
        _weigh_of(setting, knowledge, found)
        _weigh_origin(setting, knowledge, found)
    elif plain in knowledge.say_verbs:
        is_quoted = before.gap.strip()[-1:] in _QUOTED  # ... said X Y
        found[PERSON] += (3 if len(setting.candidate.words) > 1 else 2.4) if is_quoted else 0.25
    else:
        _weigh_noun(setting, before, knowledge, found)
        _weigh_for(setting, plain, knowledge, found)


def _weigh_called(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    """A hill called X, a firm named X, a man called X."""
    noun = setting.before(2)
    if noun is None or noun.is_capital:
        return
    plain = noun.plain
    if plain in knowledge.place_words or plain in PLACES_OF or plain in SMALL_PLACES:
        found[PLACE] += 3
    elif plain in BODIES or plain in FIRM_NOUNS or plain in knowledge.organization_heads:
        found[ORGANIZATION] += 3
    elif plain in KIN or plain in _SOMEONE or plain in knowledge.roles:
        found[PERSON] += 3


def _weigh_object(setting: Setting, plain: str, knowledge: Knowledge, found: Evidence) -> None:
    """Reached X; called X."""
    if plain in _CALLED:
        _weigh_called(setting, knowledge, found)
        return
    is_alone = len(setting.candidate.words) == 1
    found[PLACE] += 1.6 if is_alone else 1.8
    found[PERSON] -= 0 if is_alone or plain in _MET else 1


def _weigh_where(setting: Setting, plain: str, knowledge: Knowledge, found: Evidence) -> None:
    """In X, near X, from X, went to X; but shares in X."""
    verb, is_alone = setting.before(2), len(setting.candidate.words) == 1
    if plain in _FROM:
        is_moved = plain == "to" and verb is not None and verb.plain in MOTION
        start = setting.before(3)
        is_way = plain == "to" and start is not None and start.plain == "from"
        if is_way and verb is not None and verb.is_capital and setting.form not in knowledge.surnames:
            found[PLACE] += 2  # from X to Y
        found[PLACE] += 0.5 if not is_alone else 1 if plain == "to" and not is_moved else 1.8
    elif plain == "in" and verb is not None and verb.plain in (HOLDERS if is_alone else _PRINTED_OR_HELD):
        found[ORGANIZATION] += 2
    elif is_alone and is_common(setting.form, knowledge):
        found[PLACE] += 0.5
    else:
        found[PLACE] += _weight_of_in(setting) if plain == "in" else 2


def _is_firm_before(setting: Setting, noun: Word) -> bool:
    """The builder, X, …: not In the company, X said."""
    after = setting.after()
    article = setting.before(2)
    if noun.plain not in FIRM_NOUNS or article is None or (after is not None and not after.gap.strip()):
        return False
    earlier = setting.before(3) if article.plain not in _ARTICLES else article
    whose = setting.before(3) if earlier is article else setting.before(4)
    if whose is not None and whose.plain in _FOR:
        return False  # a lawyer for the company, X
    return earlier is not None and earlier.plain in _ARTICLES


def _weight_of_in(setting: Setting) -> float:
    """In Hlaing Tharyar; not: confidence in Jane Doe."""
    verb = setting.before(2)
    if verb is not None and verb.plain in _NO_PLACE_IN:
        return 1.0
    return 3.5 if len(setting.candidate.words) == 1 else 6.0


def _weigh_of(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    """City of X, members of X."""
    earlier = setting.before(2)
    if earlier is None:
        return
    if earlier.plain in knowledge.place_words or earlier.plain in _OF_PLACES:
        found[PLACE] += 3 if len(setting.candidate.words) < len("ABC") else 1.4
    elif earlier.plain in PLACES_OF:
        found[PLACE] += 3
    elif earlier.plain in SHARES:
        found[ORGANIZATION] += 2
    elif earlier.plain in _OF_BODIES:
        found[ORGANIZATION] += 1.5


def _weigh_origin(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    """Jane Doe of Cremona, Jane Doe of Arriva Midlands: someone's town, or, in several words, a body."""
    someone, given = setting.before(2), setting.before(3)
    if someone is not None and someone.text.isdigit() and len(someone.text) == len("61"):
        found[PLACE] += 3 if setting.sentence[setting.first - 1].gap == ", " else 0  # Jane Doe, 61, of X
    if someone is None or given is None or not someone.is_capital or given.plain not in knowledge.given_names:
        return
    words = setting.candidate.words
    if len(words) == 1 and not words[0].is_acronym and not is_common(setting.form, knowledge):
        found[PLACE] += 1.8
    elif len(words) > 1 and words[0].plain not in knowledge.given_names and words[0].plain not in _SAINTS:
        found[ORGANIZATION] += 2
        found[PERSON] -= 2


def _weigh_for(setting: Setting, plain: str, knowledge: Knowledge, found: Evidence) -> None:
    """Worked for X, listed on X."""
    if plain not in ("for", "on"):
        return
    verb, words = setting.before(2), setting.candidate.words
    if verb is not None and verb.plain in _WORKS and words[0].plain not in knowledge.given_names:
        found[ORGANIZATION] += 3
        found[PERSON] -= 1


def _weigh_given(setting: Setting, before: Word, knowledge: Knowledge, found: Evidence) -> None:
    """Survived by Rose, Will and Mark; her husband, Guy: in mid-sentence a word with a capital is a name."""
    first = setting.sentence[setting.first]
    if setting.first != setting.last or first.is_opening or first.plain not in knowledge.given_names:
        return
    is_noun = is_common(first.plain, knowledge) and first.text.istitle()
    is_date = first.plain in knowledge.months or first.plain in knowledge.weekdays
    if (
        is_noun
        and not is_date
        and (before.plain in KIN or before.plain in _BEFORE_GIVEN or before.is_capital)
    ):
        found[PERSON] += 4


def _weigh_such(setting: Setting, found: Evidence) -> None:
    """Towns such as X, companies including X, players like X."""
    noun = setting.before(2)
    if noun is not None and noun.plain == "such":
        noun = setting.before(3)
    for kind, name in enumerate(KINDS):
        if noun is not None and noun.plain in KINDS_OF_PLURALS.get(name, ()):
            found[kind] += 2.5


def _carries_cargo(setting: Setting) -> bool:
    cargo = setting.before(2)
    return cargo is not None and cargo.plain in CARGOES


def _weigh_noun(setting: Setting, noun: Word, knowledge: Knowledge, found: Evidence) -> None:
    """The lower-case noun before: striker X, the newspaper X, the ferry X; State-owned X."""
    plain = noun.plain
    if _FIRM_ADJECTIVE.search(plain):
        found[ORGANIZATION] += 3
        return
    if noun.is_capital:
        return
    if plain in VESSELS or (plain == "carrier" and _carries_cargo(setting)):
        found[OTHER] += 8
    elif plain in KIN or plain in _PAIRS:
        found[PERSON] += 5 if plain in KIN else 3
    elif plain in PLACES_OF:
        found[PLACE] += 2.5
    elif plain in _FIRMS:
        found[ORGANIZATION] += 3
    elif plain in knowledge.roles and plain not in _LOOSE_ROLES and plain != "pm":  # in small letters a time
        found[PERSON] += 3
    elif plain in knowledge.organization_heads or plain in knowledge.organization_words or plain in BODIES:
        found[ORGANIZATION] += 3
    elif plain == "house" and (trade := setting.before(2)) is not None and trade.plain in _HOUSES:
        found[ORGANIZATION] += 4


def _is_family(form: str, knowledge: Knowledge) -> bool:
    """Many of one surname?"""
    if not form.endswith("s") or form in knowledge.organizations or is_common(form, knowledge):
        return False
    parts = form.split("-")
    is_double = len(parts) == len(("Doe", "Roes")) and all(len(part) > 2 for part in parts)
    return is_double or form[:-1] in knowledge.surnames or form.removesuffix("es") in knowledge.surnames


def _sails(setting: Setting) -> bool:
    """The X sailed, the X will dock: a ship."""
    return any(word is not None and word.plain in _SAILED for word in (setting.after(), setting.after(2)))


def _is_noun(form: str, knowledge: Knowledge) -> bool:
    """A common word, or what many bodies are called (the Federation)."""
    return is_common(form, knowledge) or (
        form in knowledge.organization_heads and form not in knowledge.organizations
    )


def _weigh_article(setting: Setting, knowledge: Knowledge, found: Evidence) -> None:
    """The Kremlin, the Peshmerga; but the Trump administration: there the article is the noun's."""
    after = setting.after()
    is_whole = (
        after is None
        or after.gap.strip() != ""
        or after.is_capital
        or after.plain in knowledge.function_words
        or after.plain in knowledge.say_verbs
    )
    is_many = after is not None and after.plain in ("are", "were", "have")
    if is_whole and len(setting.candidate.words) == 1 and _is_family(setting.form, knowledge):
        found[PERSON] += 6  # the Kennedys, the Doe-Roes
    earlier = setting.before(3)
    is_of = earlier is not None and setting.sentence[setting.first - 2].plain == "of"
    if is_of and earlier is not None and earlier.plain in _OF_WATERS:
        found[PLACE] += 4
        found[PERSON] -= 1
    way = setting.before(2)
    if way is not None and way.plain in ("told", "tells") and is_whole:
        found[ORGANIZATION] += 1.5 if len(setting.candidate.words) > 1 else 0.5  # told the Foo Packet
    if way is not None and way.plain in _THROUGH and is_whole and len(setting.candidate.words) == 1:
        is_own = not (is_common(setting.form, knowledge) or setting.form.endswith("s"))
        found[PLACE] += 2.5 if is_own else 0  # slid into the Raba
    if after is not None and after.gap == " " and _sails(setting):
        found[OTHER] += 4
    article = setting.before()
    is_whole_name = article is not None and not article.is_opening and article.text == "The"
    if is_whole_name and is_whole and not is_common(setting.candidate.words[0].plain, knowledge):
        found[ORGANIZATION] += 2  # of The Orcadian
    if is_of and earlier is not None and earlier.plain in _OF_VESSELS:
        found[OTHER] += 4
        found[PERSON] -= 3
    found[PERSON] -= 3 if is_whole else 0
    is_acting = after is not None and after.gap.strip() == "" and after.plain in _ACTING
    is_noun = len(setting.candidate.words) == 1 and _is_noun(setting.form, knowledge)
    found[ORGANIZATION] += (2 if (is_many or is_acting) and not is_noun else 1) if is_whole else 0.25
    found[PLACE] -= 0.5 if is_whole else 0
