"""Teams that bear a town's or a country's name: the town that plays is the club, the town is the town."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from attrs import evolve, frozen

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, LinkBasis, Mention
from provenance.model.spans import Span
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.mentions.heads import CLUB_WORDS
from provenance.names.mentions.words import plain_word
from provenance.names.order import mention_order
from provenance.names.resolving.links import PILE, SHORT, Link, link
from provenance.names.resolving.nodes import Node, Nodes, node_order
from provenance.text.folding import fold_text

_GAMES = re.compile(
    r"\b(?:(?P<sure>striker|midfielder|goalkeeper|winger|half-time|halftime|kick-?off|wickets?|innings|batsman|bowler|"
    r"scrum|volleyball|handball|football|footballer|basketball|rugby|cricket|hockey|quarter-final|semi-final|"
    r"relegated|relegation|equali[sz]er|team-?mates?|fixtures?|league|coach|squad|match|matches|stadium|red\scard|"
    r"yellow\scard|penalty\s(?:shoot-out|kick)|derby|headed\sin|goalless|sent\soff|[A-Z]?FC|RFC|(?:first|second|third|"
    r"premier)\sdivision)|goals?|games?|points|captains?|wing|kicked|bowled|banned|line-up|away\swin|home\swin|season|defender|referee|penalty|"
    r"penalties|transfers?|clubs?|captain|tries|play-?offs?|final|cup|championship|champions|supporters|fans|debut|"
    r"promoted|scored|standings|round|players?|tournament|teams?|trainer|bench|suspension)\b",
    re.IGNORECASE,
)
_SCORE = r"[0-9]{1,3}[-\u2013:][0-9]{1,3}"
_SCORED = re.compile(
    rf"(?<![\w:-]){_SCORE}(?![\w:-])|\b[A-Z]\w{{2,20}}\s[0-9]{{1,3}},?\s[A-Z]\w{{2,20}}(?:\s[A-Z]\w{{2,20}})?\s[0-9]{{1,3}}\b|"
    r"\b[A-Z]\w{2,20}\s[0-9]{1,3}\n[A-Z][\w ]{2,30}\s[0-9]{1,3}\n"
)
_FIXTURE = re.compile(
    r"\b[A-Z]\w{2,20}\sv\s[A-Z]\w{2,20}(?:\s[A-Z]\w{2,20})?(?:\s\([0-9]|:|,)|"
    r"\b[A-Z]\w{2,20}\s[0-9]{1,3},?\s[A-Z]\w{2,20}(?:\s[A-Z]\w{2,20})?\s[0-9]{1,3}[;.,\n]"
)
"""What stands in lists of games and of results only."""
_LEAST_WORDS, _LEAST_WITH_SCORE = 3, 2
"""Different words of games in a text about one, of which one is of nothing else; so many beside a score."""
_REACH = 44
"""Code points before a name that are read."""
_PEOPLE = (
    r"(?:coach|captain|manager|striker|goalkeeper|keeper|midfielder|defender|winger|forward|bowler|batsman|batter|"
    r"setter|centre-half|left-back|right-back|full-back|fly-half|fans|supporters|players?|squad|bench|academy|goal|"
    r"goals|defence|attack|midfield|dressing\sroom|side|kit|shirt|jersey|youth\steam)"
)
_OFFICERS = (
    r"(?:sports\sdirector|sporting\sdirector|director|chairman|chairwoman|president|chief\sexecutive|board)"
)
_DID = (
    r"(?:beat|beats|drew|draw|draws|defeated|thrashed|edged|trounced|hammered|conceded|equalised|equalized|scored|"
    r"advanced|qualified|bowled|batted|play|plays|played|lie|sit|face|faces|faced|host|hosts|hosted|travel|lost|lose|"
    r"loses|won|win|wins|led|lead|leads|trail|trailed|trails|sign|signed|signs|finished|finish|fielded|dominated|"
    r"shared|stun|stuns|sink|sinks|sank|hold|holds|edge|thrash|buy|buys|stunned|held|beaten|humbled|crushed|miss|missed|were|are|have|sold|bought|kept|relegated|promoted)"
)
_DID_ALWAYS = re.compile(
    r"\s(?:beat|beats|drew|thrashed|edged|trounced|hammered|conceded|equalised|equalized|scored|qualified)\b"
)
_PLAYS = re.compile(
    rf"\s(?:(?:have|had|has|will|would|also|then|now|again|could|can|must|just|never|always|finally|only|not|did|do|twice|"
    rf"narrowly|easily|deservedly|once|still)\s){{0,3}}{_DID}\b|"
    rf"(?:['\u2019]s?)?\s(?:[a-z-]{{1,16}}\s){{0,2}}(?:{_PEOPLE}|{_OFFICERS})\b|"
    rf"\s[0-9]{{1,3}}(?:[,.;)\n]|\s[A-Z]|$)|\s{_SCORE}|\sv\s|"
    r",\s(?:(?:un)?beaten|promoted|relegated|leaders|champions|(?:the|last\syear['\u2019]s)\s(?:league\s)?(?:leaders|"
    r"champions|holders|visitors|hosts))\b"
)
_COUNTRY_PLAYS = re.compile(
    rf"{_DID_ALWAYS.pattern}|(?:['\u2019]s?)?\s(?:[a-z-]{{1,16}}\s)?(?:{_PEOPLE})\b|"
    rf"\s[0-9]{{1,3}}(?:[,.;)\n]|\s[A-Z]|$)|\s{_SCORE}|\sv\s|\splay(?:s|ed)?\s[A-Z]"
)
_PLAYED_BY = re.compile(
    r"(?:\b(?:against|versus|vs?\.?|beat|beats|beating|defeated|defeating|thrashed|edged|stun|stuns|sink|sinks|sank|hold|holds|buys?|bought|plays?|meets?|hosts?|hosted|hosting|faces?|"
    r"faced|facing|coach|joins?|joined|joining|rejoined|captained|coached|coaches|signs?\sfor|signed\s(?:for|with)|signing\s"
    r"for|(?:striker|goalkeeper|winger|midfielder|defender|forward|coach|captain|manager|bowler|batsman|player|players|"
    r"supporters|fans|team|academy|side|president|chairman|director)\s(?:of|for|at|from|with)|sold\s(?:him|her)\sto|"
    r"(?:win|wins|victory|triumph)\s(?:over|against)|(?:defeat|loss)\s(?:by|to|at|against|over)|(?:lost|losing|lose)\s"
    r"(?:to|at|against)|(?:draw|drew|drawn)\s(?:with|at|against)|(?:travel|travels|away|home|go|goes|trip)\s(?:to|at)|works?\sfor|worked\sfor|(?:stunned|held|beaten|thrashed|eliminated|humbled|"
    r"signed|crushed|won)\sby|(?:loan|transfer|move|moves|moved|switch|switched)\s(?:to|from|at)|(?:seasons?|spells?|"
    r"contract|career|years?)\s(?:at|with)|(?:appearances?|matches|games|caps|times|goals|debut|plays?|played|playing|"
    r"scored|scoring|scores|won|turned\sout|signing)\s(?:for|with))\s(?:the\s)?|"
    rf"(?<![\w-]){_SCORE}\s(?:(?:win\s|defeat\s|home\s|away\s)?(?:to|at|against|with|over|by)\s)?)$"
)
_PLAYED_FOR = re.compile(
    r"\b(?:plays?|played|playing|captained|scored|caps|appearances|wicket-keeper|goalkeeper|striker|captain|winger)\sfor\s$"
)
_RESULT = re.compile(
    r"\s(?:have\s|had\s|has\s)?(?:won|win|lifted|clinched|took|defended)\s(?:the|their|its|a)\s(?:[a-z-]+\s){0,3}"
    r"(?:title|cup|league|championship|trophy|shield)\b|"
    rf"\s(?:beat|lost|won|drew|thrashed|defeated)(?:\s(?:to\s|against\s|with\s)?[A-Z]\w+)?\s{_SCORE}\b"
)
"""What is said of nobody but players and teams."""
_OF_COUNTRY = re.compile(
    r"(?:\b(?:re-?joined|joins?|joined|(?:plays?|played|playing|scored|scoring|captained|coached|appeared|caps|times|goals|matches|games|debut|"
    r"appearances?)\s(?:for|with)|(?:win|victory|triumph|match|game|friendly)\s(?:over|against)|(?:drew|draw|lost)\s"
    r"(?:with|to|against)|captained|coached|(?:captain|coach|striker|goalkeeper|manager)\s(?:of|for)|play\s(?:for\s"
    rf"[A-Z]\w+\s)?against|hosts?|hosted)\s|(?<![\w-]){_SCORE}\s(?:to|against|with|over|by)\s)$"
)
_FOR = re.compile(r"(?:\s[\w-]{1,16}){0,3}\s(?:for|by|after|to\sjoin)\s")
"""Behind what a player left: Koper on Friday for Mura."""
_IN = re.compile(
    r"(?:^|[\s(\u201c\"])(?:[Ii]n|[Nn]ear|[Aa]round|[Oo]utside|[Aa]cross|[Tt]hroughout|[Ii]nside|[Tt]hrough|[Tt]owards?|"
    r"(?:[Cc]ity|[Tt]own|[Vv]illage|[Pp]ort|[Mm]ayor|[Pp]eople|[Cc]itizens|[Rr]esidents|[Nn]orth|[Ss]outh|[Ee]ast|"
    r"[Ww]est|[Cc]entre|[Cc]enter|[Ss]treets|[Oo]utskirts|[Pp]rovince|[Rr]egion|[Ss]uburb|[Bb]ishop|[Uu]niversity)\s"
    r"of|(?:flew|drove|returned|came|fled|trains?|bus|buses|coaches|road|flight)\s(?:back\s)?(?:to|from)|visit(?:ed|s)?|"
    r"(?:town|city|village|port|suburb|capital),?)\s(?:the\s)?(?:nearby\s|central\s|downtown\s)?$"
)
_IS_TOWN = re.compile(
    r"\sis\s(?:an?|the)\s(?:[a-z]+\s){0,2}(?:town|city|village|port|capital|island|suburb)\b|"
    r",\s(?:with\sits|an?\s(?:[a-z]+\s)?(?:town|city|village|port|suburb)\b|the\s(?:[a-z]+\s)?(?:town|city|capital)\b)|"
    r"(?:['\u2019]s)?\s(?:mayor|river|streets?|port|airport|police|hospital|old\stown|citizens|residents|markets?|"
    r"harbour|harbor|council|town\shall|university|station|prison|court|itself|city\scouncil|municipality|"
    r"government|factory|prosecutors?)\b|\sis\s(?:about\s)?[\w.]+\s(?:hours?|kilometres|kilometers|km|miles)\b|"
    r"\shas\s(?:about\s)?[0-9][0-9,.]*\s(?:people|inhabitants|residents)\b|"
    r"(?:,\s[0-9]{1,2}\s[A-Z][a-z]+|\s\([A-Z][^)\n]{1,30}\))?\s(?:-|\u2013|\u2014)\s"
)
_HELD_IN = re.compile(
    r"\b(?:shares?|stakes?|interests?|invest\w*|confidence|faith|trust|holdings?|believe\w*|position|career|jobs?|stock|"
    r"money|role|seats?|post|part|success|members?)\s[Ii]n\s(?:the\s)?$"
)
"""In a firm or a body."""
_OWNED = re.compile(r"(?:\b[Tt]he|['\u2019]s?)\s$")
_JOINTS = frozenset(("and", ",", "or", "v", "vs", "vs.", ", and", "-", "\u2013"))
_CLUB = re.compile(
    r"[A-Z]{0,2}F[CK]|[RBHSAJ][CFK]|RFC|RUFC|NK|[A-Z]?CF|CC|IF|IK|United|Rovers|Wanderers|Athletic|Harlequins|Albion"
)
_MOST_WORDS = 3
"""Words of a town's or a country's name."""
_TEAM, _TOWN = "team", "town"
_LONGEST_PREFIX = 4
"""Letters of what a club is, in front of its town: NK, FSV."""


@frozen
class Teams:
    """`mentions`: with the kinds that they have by what plays. `spans`: those of towns' names that are teams.

    `players`: names of bodies, of several words, that a text lets play. `towns`: folded names of places.
    """

    mentions: Sequence[Mention]
    spans: frozenset[Span]
    players: frozenset[str]
    towns: frozenset[str]


def find_teams(texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge) -> Teams:
    """Names of towns and countries where a text about games lets them play, as bodies; where they are
    places, as places.

    A name of which nothing is said beside it is what it is elsewhere in its text; a country's is the country.
    A name that the pile has as a place is one too where it stands behind "in", whatever it was taken for.
    """
    towns, lived_in = _find_towns(texts, mentions, knowledge)
    kinds: dict[Span, EntityKind] = {}
    spans: set[Span] = set()
    players: set[str] = set()
    ordered = sorted(mentions, key=mention_order)
    for source_id, group in groupby(ordered, key=lambda mention: mention.span.source_id):
        ours, text = list(group), texts[source_id]
        listed = [one for one in ours if _may_be_both(one, towns, knowledge)]
        if not listed:
            continue
        is_game = _is_about_games(text)
        players |= {one.text for one in ours if is_game and _is_player(text, one)}
        said = _read(text, listed, knowledge) if is_game else _read_places(text, listed, lived_in)
        if is_game:
            of_players = _find_of_players(text, ours)
            said = [_TEAM if m.span in of_players else what for m, what in zip(listed, said, strict=True)]
        settled = _settle(listed, said, knowledge) if is_game else said
        for mention, what in zip(listed, settled, strict=True):
            if what:
                kinds[mention.span] = EntityKind.ORGANIZATION if what == _TEAM else EntityKind.PLACE
            if what == _TEAM or (is_game and mention.kind is EntityKind.ORGANIZATION and not what):
                spans.add(mention.span)
    return Teams(
        [evolve(m, kind=kinds[m.span]) if kinds.get(m.span, m.kind) is not m.kind else m for m in mentions],
        frozenset(spans),
        frozenset(players),
        frozenset(towns),
    )


def _find_towns(
    texts: Mapping[str, str], mentions: Sequence[Mention], knowledge: Knowledge
) -> tuple[set[str], set[str]]:
    """(names of places, folded, and of clubs' towns; those of them that stand behind "in" somewhere).

    What is a body everywhere is a town where it has a mayor, or people live in it.
    """
    towns: set[str] = set()
    lived_in: set[str] = set()
    bodies = knowledge.organization_words | knowledge.organization_heads
    bodies |= frozenset(knowledge.organization_translations)
    for mention in mentions:
        name, span = fold_text(mention.text), mention.span
        words = mention.text.split()
        if mention.kind is EntityKind.PLACE:
            towns.add(name)
        elif mention.kind is EntityKind.ORGANIZATION and len(words) > 1:
            for what, town in ((words[0], words[1:]), (words[-1], words[:-1])):
                if _CLUB.fullmatch(what):
                    towns.add(fold_text(" ".join(town)))
        if mention.kind in (EntityKind.PLACE, EntityKind.ORGANIZATION) and len(words) <= _MOST_WORDS:
            before = texts[span.source_id][max(0, span.start - _REACH) : span.start]
            is_body = name.split()[-1:] and name.split()[-1] in bodies
            is_in = _IN.search(before) and not _HELD_IN.search(before) and not _OWNED.search(before)
            if is_in and not is_body:
                lived_in |= {name} if len(words) == 1 else {name, *(_first_of(name) - bodies)}
    return towns | lived_in, lived_in


def _first_of(name: str) -> set[str]:
    """The first word of a folded name, if it is of some length: a town may be called by it."""
    first = name.split(maxsplit=1)[0]
    return {first} if len(first) > _LONGEST_PREFIX else set()


def _is_player(text: str, mention: Mention) -> bool:
    is_long = mention.kind is EntityKind.ORGANIZATION and " " in mention.text
    return is_long and _say(text, mention.span, is_country=False) == _TEAM


def _may_be_both(mention: Mention, towns: set[str], knowledge: Knowledge) -> bool:
    """Is it a place, or a body that is called as a place is?"""
    if mention.kind is EntityKind.PLACE:
        return len(mention.text.split()) <= _MOST_WORDS
    plain = plain_word(mention.text)
    is_body = mention.kind is EntityKind.ORGANIZATION and not is_acronym(mention.text)
    return is_body and plain not in knowledge.organizations and fold_text(mention.text) in towns


def _is_about_games(text: str) -> bool:
    least = _LEAST_WITH_SCORE if _SCORED.search(text) or _FIXTURE.search(text) else _LEAST_WORDS
    found: set[str] = set()
    is_sure = _FIXTURE.search(text) is not None
    for word in _GAMES.finditer(text):
        found.add(word.group().lower().removesuffix("s"))
        is_sure |= word["sure"] is not None
        if is_sure and len(found) >= least:
            return True
    return False


def _read(text: str, listed: Sequence[Mention], knowledge: Knowledge) -> list[str]:
    """What the words beside each name make of it, "" where they tell nothing."""
    said = [_say(text, mention.span, plain_word(mention.text) in knowledge.countries) for mention in listed]
    for (i, one), (j, other) in pairwise(enumerate(listed)):
        if text[one.span.end : other.span.start].strip() in _JOINTS:
            said[i], said[j] = said[i] or said[j], said[j] or said[i]
    return said


def _find_of_players(text: str, ours: Sequence[Mention]) -> set[Span]:
    """What stands in brackets behind a person: Luka Krajnc (Mura)."""
    return {
        team.span
        for person, team in pairwise(ours)
        if person.kind is EntityKind.PERSON
        and text[person.span.end : team.span.start] == " ("
        and text[team.span.end : team.span.end + 1] == ")"
    }


def _say(text: str, span: Span, is_country: bool) -> str:
    before, after = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
    if _IN.search(before) or _IS_TOWN.match(after):
        return _TOWN
    if text[span.start : span.end].isupper():
        before, after = before.lower(), after.lower()
    behind, ahead = (_COUNTRY_PLAYS, _OF_COUNTRY) if is_country else (_PLAYS, _PLAYED_BY)
    is_left = not is_country and before.endswith("left ") and _FOR.match(after)
    if behind.match(after) or ahead.search(before) or is_left:
        return _TEAM
    return _TOWN if before.endswith((" of ", " of the ")) else ""


def _read_places(text: str, listed: Sequence[Mention], lived_in: set[str]) -> list[str]:
    """Where a text is about no game: a town, if the pile has it so, whose paper or school bears its name."""
    return [_say_place(text, mention, lived_in) for mention in listed]


def _say_place(text: str, mention: Mention, lived_in: set[str]) -> str:
    span = mention.span
    before = text[max(0, span.start - _REACH) : span.start]
    if _PLAYED_FOR.search(before) or _RESULT.match(text, span.end):
        return _TEAM
    is_short = mention.kind is EntityKind.ORGANIZATION and " " not in mention.text
    is_known = is_short and fold_text(mention.text) in lived_in and not _OWNED.search(before)
    return _TOWN if is_known or _IN.search(before) else ""


def _settle(listed: Sequence[Mention], said: Sequence[str], knowledge: Knowledge) -> Iterator[str]:
    """What each is: as it is said, else as most of its text's say."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mention, what in zip(listed, said, strict=True):
        counts[fold_text(mention.text)][what] += 1
    for mention, what in zip(listed, said, strict=True):
        count = counts[fold_text(mention.text)]
        is_country = plain_word(mention.text) in knowledge.countries
        if what or is_country or not count[_TEAM] + count[_TOWN]:
            yield what
        else:
            yield _TEAM if count[_TEAM] >= count[_TOWN] else _TOWN


def team_links(
    nodes: Nodes, teams: Teams, knowledge: Knowledge, cluster_of: Callable[[Node], int]
) -> list[Link]:
    """Teams called by their town to the only club of their text, else of the pile, that has more to its
    name: Celje, NK Celje.
    """
    bare = sorted({nodes.of_span[span] for span in teams.spans}, key=node_order)
    towns = {fold_text(node.text) for node in bare}
    clubs: dict[str, list[Node]] = defaultdict(list)
    for node in nodes.listed:
        if node.kind is EntityKind.ORGANIZATION and node.is_full:
            is_player = node.text in teams.players
            for town in sorted(_towns_of(node.text, knowledge, is_player=is_player) & towns):
                clubs[town].append(node)
    links = []
    for node in bare:
        known = [club for club in clubs[fold_text(node.text)] if club != node]
        near = [club for club in known if nodes.sources[club] & nodes.sources[node]]
        if known and len({cluster_of(club) for club in known}) == 1:
            club = (near or known)[0]
            score, basis = (SHORT, LinkBasis.SHORT) if near else (PILE, LinkBasis.PILE)
            reason = f"the only club of {node.text} in the {'text' if near else 'pile'}"
            links.append(link(score, node, club, reason, basis, nodes.first_spans(node, club)))
    return links


def _towns_of(name: str, knowledge: Knowledge, *, is_player: bool) -> set[str]:
    """The names of towns that a club's may be: of NK Celje, of Leeds United; of Rize Çayspor, if it plays."""
    words = name.split()
    found = set()
    for rest, what in ((words[1:], words[0]), (words[:-1], words[-1])):
        plain = plain_word(what)
        is_club = (
            plain in CLUB_WORDS
            or _CLUB.fullmatch(what) is not None
            or (rest == words[1:] and what.isupper() and len(what) <= _LONGEST_PREFIX)
        )
        is_body = plain in knowledge.organization_words or plain in knowledge.organization_heads
        if rest and (is_club or (is_player and not is_body)):
            found.add(fold_text(" ".join(rest)))
    return found
