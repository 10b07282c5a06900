"""Results of games: which names are those of teams."""

import re

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.settings import Setting

_SCORE = re.compile("[0-9]{1,3}[-\u2013][0-9]{1,3}")
_AGAINST = frozenset("with by against to at over".split())
_DID = frozenset("beat beats beaten drew lost won held defeated thrashed edged trounced hammered".split())
_DO = frozenset("travel host face play visit entertain lead trail meet take".split())
"""What one team does, many players: Alloa travel to Perth."""
_ASKING = frozenset("did do does will would can could may might must should let to and".split())
_LONGEST = 5
"""Words of the second name of a result, at most."""
_BESIDE_SCORE, _DOING, _FACED, _COUNTRY = 8.0, 4.0, 2.0, 5.0
"""_COUNTRY: so much more where the name is a country's, which else nothing outweighs."""
_ONLY_TEAMS = frozenset("travel host entertain".split())


def weigh_result(setting: Setting, knowledge: Knowledge) -> float:
    """What results and plural verbs say for a team, from 0; persons, who play tennis, have given names."""
    words = setting.candidate.words
    if len(words) > 1 and (words[0].plain in knowledge.given_names or len(words[0].plain) == 1):
        return 0.0
    more = _COUNTRY if setting.candidate.plain in knowledge.countries else 0.0
    if _is_in_result(setting, knowledge) or (_is_beside_score(setting) and _is_place(setting, knowledge)):
        return _BESIDE_SCORE + more
    before, after = setting.before(), setting.after()
    is_asked = before is not None and before.plain in _ASKING
    if after is not None and after.plain in _DO and after.gap == " " and not is_asked:
        following = setting.after(2)
        is_whole = following is not None and (following.is_capital or following.plain in ("to", "the"))
        return (_DOING + (more * 2 if after.plain in _ONLY_TEAMS else 0)) if is_whole else 0.0
    return _FACED if before is not None and before.plain in ("face", "host") else 0.0


def _is_place(setting: Setting, knowledge: Knowledge) -> bool:
    """Could it be a town's or a country's team?"""
    plain = setting.candidate.plain
    return plain in knowledge.places or plain in knowledge.countries or len(setting.candidate.words) == 1


def _is_beside_score(setting: Setting) -> bool:
    """X drew 0-0 with Y; X, beaten 34-18 by Y."""
    after, second = setting.after(), setting.after(2)
    is_done = after is not None and after.plain in _DID and after.gap in (" ", ", ")
    if is_done and second is not None and _SCORE.fullmatch(second.text):
        return True
    before, score = setting.before(), setting.before(2)
    return (
        before is not None
        and before.plain in _AGAINST
        and score is not None
        and _SCORE.fullmatch(score.text) is not None
    )


def _is_in_result(setting: Setting, knowledge: Knowledge) -> bool:
    """X 2 Y 1: a name before a number, and another such beside it."""
    count = setting.after()
    if count is None or not count.text.isdigit() or len(count.text) > 3 or count.gap != " ":
        return False
    other = setting.after(2)
    if other is not None and other.is_capital and other.gap == " ":
        if other.plain in knowledge.months:
            return False
        near = [setting.after(steps) for steps in range(3, 3 + _LONGEST)]
        is_ended = next((w for w in near if w is not None and not w.is_capital), None)
        return is_ended is not None and is_ended.text.isdigit() and len(is_ended.text) <= 3
    before, name = setting.before(), setting.before(2)
    is_side = setting.sentence[setting.first].gap == " "  # behind a comma the next who scored
    return is_side and before is not None and before.text.isdigit() and name is not None and name.is_capital
