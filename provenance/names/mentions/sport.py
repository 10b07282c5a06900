"""Reports of games: a town's name there is most often its team's."""

from collections.abc import Iterable

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.heads import MOTION, SMALL_PLACES
from provenance.names.mentions.settings import DATELINE, Setting
from provenance.names.mentions.weights import ORGANIZATION, OTHER, PERSON, PLACE
from provenance.names.mentions.words import Word, is_common

_SPORT_WORDS = frozenset(
    "goalkeeper goalkeepers keeper midfielder midfielders midfield striker strikers defender defenders "
    "winger wingers volley equaliser equalizer offside penalty-kick half-time halftime full-time kick-off "
    "kickoff stoppage relegation relegated substitute substitutes unbeaten clean-sheet crossbar dugout "
    "wicket wickets innings batsman batsmen batter batters bowler bowlers overs lbw scrum scrums lineout "
    "fly-half scrum-half fullback touchline touchdown touchdowns quarterback linebacker rebounds "
    "three-pointer inning innings shutout infielder outfielder pitcher puck goaltender derby fixture "
    "fixtures headed scored scorer scorers scoreless scoresheet dribble tackle tackles free-kick "
    "hat-trick aggregate playoff play-off play-offs playoffs semi-final semi-finals".split()
)
"""Words of reports of games between teams."""
_LOOSE_WORDS = frozenset(
    "club clubs league season coach trainer team teams players player match matches game games goal goals "
    "defeat trophy squad pitch stadium ball points sets cup fans supporters won win kick tournament umpire "
    "referee champions".split()
)
"""Words that other texts have too."""
_ALL_WORDS = _SPORT_WORDS | _LOOSE_WORDS
_LEAST_SPORT = 6


def is_sport(words: Iterable[Word]) -> bool:
    """Is a text of these words a report of games between teams?"""
    found = _ALL_WORDS.intersection([word.plain for word in words if not word.is_capital])
    return sum(2 if word in _SPORT_WORDS else 1 for word in found) >= _LEAST_SPORT


_WHERE = frozenset("in near across around outside throughout within inside".split())
_TOWARDS = frozenset(("to", "from"))
_SIGNED = frozenset("signed joined loan lost transfer bought arrived defeat win victory sold".split())
_CIVIL = frozenset(
    "police hospital court council university airport station road street mayor residents suburb district "
    "festival marathon school born native council's streets crown".split()
)
_PLAYS = frozenset(
    "win won beat beats lost lose drew draw meet met face faced fly lead led trail trailed scored "
    "need needed host hosted play played bat batted bowled travel thrashed collapsed declared "
    "qualified".split()
)
_STAFF = frozenset(
    "coach captain manager striker midfielder defender goalkeeper winger skipper bowler batsman fly-half "
    "side team squad lock prop hooker supporters fans".split()
)
_PLAYED = frozenset("beat beats beating against facing face over host hosting visit thrashed edged".split())


def team_or_town(setting: Setting, kind: int, knowledge: Knowledge) -> int:
    """The kind of a single name or a known town's in a report of a game: the team's but where it is a place.

    `kind`: what it would be elsewhere.
    """
    words, plain = setting.candidate.words, setting.candidate.plain
    if plain in knowledge.countries:
        return ORGANIZATION if kind == PLACE and _is_side(setting) else kind
    is_town = plain in knowledge.places or (kind == PLACE and len(words) == 1)
    if setting.line_start == DATELINE or not (is_town or len(words) == 1):
        return kind
    if kind == ORGANIZATION:
        is_there = _is_where(setting) if is_town else _is_travelled(setting)
        return PLACE if is_there and plain not in knowledge.organizations else kind
    if kind == OTHER and not is_common(plain, knowledge):
        return ORGANIZATION if _is_opponent(setting) else _player(setting)
    return ORGANIZATION if kind == PLACE and is_town and _is_team(setting, knowledge) else kind


def _is_side(setting: Setting) -> bool:
    """Barbados win; beat Guyana; the Guyana coach: a country's team."""
    before, after = setting.before(), setting.after()
    if after is not None and after.gap == " " and (after.plain in _PLAYS or after.plain in _STAFF):
        return before is None or before.plain not in _WHERE
    is_close = before is not None and setting.sentence[setting.first].gap == " "
    return is_close and before is not None and before.plain in _PLAYED


def _is_where(setting: Setting) -> bool:
    """In Leeds, travelled to Leeds."""
    before, verb = setting.before(), setting.before(2)
    if before is None or setting.sentence[setting.first].gap.strip():
        return False
    if before.plain in _TOWARDS:
        return verb is not None and verb.plain in MOTION
    after = setting.after()
    return before.plain in _WHERE and (after is None or after.is_capital or after.gap.strip() != "")


def _is_travelled(setting: Setting) -> bool:
    """Go to X, travelled to X."""
    before, verb = setting.before(), setting.before(2)
    is_to = before is not None and before.plain == "to" and not setting.sentence[setting.first].gap.strip()
    return is_to and verb is not None and verb.plain in MOTION


def _is_team(setting: Setting, knowledge: Knowledge) -> bool:
    before, after = setting.before(), setting.after()
    gap = setting.sentence[setting.first].gap.strip()
    if gap.endswith("(") or setting.candidate.plain in knowledge.countries:
        return False
    if after is not None and (after.plain in SMALL_PLACES or after.plain in _CIVIL):
        return False
    if gap == "," and before is not None and before.is_capital:
        return False  # Durham, England
    if before is None or gap:
        return True
    verb = setting.before(2)
    if before.plain in _TOWARDS:
        return verb is not None and verb.plain in _SIGNED
    is_name = before.is_capital and not before.is_opening
    return before.plain not in _WHERE and before.plain not in ("at", "of") and not is_name


def _player(setting: Setting) -> int:
    """PERSON for a word in mid-sentence that nothing is known of: most often someone who plays."""
    word, before = setting.candidate.words[0], setting.before()
    is_thing = before is not None and before.plain in ("the", "a", "an", "of", "in", "at", "on")
    is_free = (
        before is not None and not before.is_capital and not setting.sentence[setting.last].is_possessive
    )
    after = setting.after()
    is_listed = after is not None and after.gap.strip() in (",", ";", "(") and word.gap == ": "
    is_name = not word.is_acronym and (not word.is_opening or is_listed) and word.text.isalpha()
    return PERSON if is_free and is_name and not is_thing and len(word.plain) > 3 else OTHER


def _is_opponent(setting: Setting) -> bool:
    """Beat X, lost to X, X were beaten."""
    before, verb, after = setting.before(), setting.before(2), setting.after()
    if before is not None and not setting.sentence[setting.first].gap.strip():
        if before.plain in _PLAYED:
            return True
        if before.plain == "to" and verb is not None and verb.plain in ("lost", "lose", "losing", "defeat"):
            return True
    return after is not None and after.gap == " " and after.plain in ("were", "are", "have")
