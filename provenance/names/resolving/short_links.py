"""Short forms: a surname, a given name, a firm's first word, and the full name that each stands for."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from provenance.model.knowledge import Knowledge
from provenance.model.names import EntityKind, LinkBasis, Verdict
from provenance.model.settings import NameSettings
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.comparing.compare import compare_names
from provenance.names.mentions.words import is_common, plain_word
from provenance.names.resolving.apart import Apart
from provenance.names.resolving.body_words import called_so, is_own_word, is_title_word
from provenance.names.resolving.contexts import NOBODY, OTHER
from provenance.names.resolving.lineage import begins_with_parent, given_heads, is_given_only, others_places
from provenance.names.resolving.links import PILE, SHORT, SURNAME, Link, link, without_strangers
from provenance.names.resolving.nodes import Node, Nodes, name_words, node_order, own_words
from provenance.names.resolving.offices import Offices
from provenance.names.resolving.surname_places import is_feminine, surname_places
from provenance.names.resolving.ties import Ties
from provenance.names.sounds.phonetics import skeleton_of

_MOST_OWNERS = 6
"""Full names that one short form may stand for, beyond which they are not asked about one by one."""
_MOST_WORDS = 200
"""Words with one first letter in one text, and full names with one word, that are looked through."""
_MOST_SOUNDING = 24
"""Surnames of the pile with the consonants of another that it is held against; other bearers of a surname."""
_FAR = 100
"""Code points between a short name and the first full one behind it from which the one may be another's."""
_HEADLINE = 90
"""Code points at the start of a text in which a body may be called by one word before it is named."""
_CLOSE = 2
"""Other full names that two texts share where a common surname is taken for one."""
_Place = tuple[EntityKind, str, bool, str]
"""Kind, source, whether a surname, first letter."""


class ShortForms:
    """What short forms of a pile can stand for; `genders`: full name → "m" or "f" as texts speak of it."""

    def __init__(
        self,
        nodes: Nodes,
        apart: Apart,
        offices: Offices,
        genders: Mapping[Node, str],
        knowledge: Knowledge,
        settings: NameSettings,
        ties: Ties,
    ) -> None:
        self._towns = ties.towns
        self._ties = ties
        self._nodes = nodes
        self._apart = apart
        self._offices = offices
        self._genders = genders
        self._knowledge = knowledge
        self._settings = settings
        self._words: dict[_Place, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        self._endings: dict[tuple[EntityKind, str, str], list[Node]] = defaultdict(list)
        self._given: dict[str, list[Node]] = defaultdict(list)
        self._pile: dict[tuple[EntityKind, str], list[Node]] = defaultdict(list)
        self._sounds: dict[str, set[str]] = defaultdict(set)
        for node in nodes.listed:
            if node.is_full and len(own_words(node)) > 1 and not node.is_thing:
                self._enter(node)

    def links(self, cluster_of: Callable[[Node], int]) -> tuple[list[Link], list[Link]]:
        """(links, doubts): short names to the only full name of their text, or else the pile, they can be."""
        links: list[Link] = []
        doubts: list[Link] = []
        open_nodes = []
        for node in self._nodes.listed:
            if not _is_single(node, self._knowledge) or node.is_thing:
                continue
            owners, score = self._titled(
                node, *self._known_before(node, *self._owners(node), cluster_of), cluster_of
            )
            basis, where = (LinkBasis.PILE, "pile") if score == PILE else (LinkBasis.SHORT, "text")
            owner, reason = self._choose(node, owners, cluster_of)
            if owner is None and score == PILE:
                owner, reason = self._choose_tied(node, owners, cluster_of)
            why_not = self._say_far(node, owner) if owner is not None and score == PILE else ""
            if owner is not None and not why_not:
                told = reason or f"the only full name in the {where} with {node.text}"
                spans = self._nodes.first_spans(node, owner)
                links.append(link(min(score, SHORT) if reason else score, node, owner, told, basis, spans))
                continue
            open_nodes.append(node)
            told = why_not or f"{node.text} may be short for it, or for another in the {where}"
            for other in _few(owners, cluster_of):
                spans = self._nodes.first_spans(node, other)
                doubts.append(link(self._settings.different, node, other, told, basis, spans))
        return links + self._addressed_alike(open_nodes, links, cluster_of), doubts

    def _known_before(
        self, node: Node, owners: Sequence[Node], score: float, cluster_of: Callable[[Node], int]
    ) -> tuple[Sequence[Node], float]:
        """The owners; with those of the pile where a text has the short name before it names its only bearer,
        not in a headline, and others of the pile may be meant.
        """
        if node.kind is not EntityKind.PERSON or score == PILE or len(owners) > _MOST_OWNERS:
            return owners, score
        source = node.source_id
        if not source or not owners or self._nodes.start(node, source) < _HEADLINE:
            return owners, score
        here = [owner for owner in owners if source in self._nodes.sources[owner]]
        start = self._nodes.start(node, source)
        if not here or any(self._nodes.start(owner, source) - start < _FAR for owner in here):
            return owners, score
        word = " ".join(name_words(node.text))
        others = [
            *self._pile.get((node.kind, word), [])[:_MOST_SOUNDING],
            *self._given.get(word, [])[:_MOST_SOUNDING],
        ]
        known = {cluster_of(owner) for owner in owners}
        more = [one for one in others if cluster_of(one) not in known]
        return ([*owners, *more], PILE) if more else (owners, score)

    def _titled(
        self, node: Node, owners: Sequence[Node], score: float, cluster_of: Callable[[Node], int]
    ) -> tuple[Sequence[Node], float]:
        """The owners; but the only one of the pile with the title that a surname has, where none of those
        of its text has one, and all are addressed in another way: Ms Ana Reis, General Reis.
        """
        titles = self._offices.titles(node)
        if node.kind is not EntityKind.PERSON or not titles or score != SURNAME or len(owners) > _MOST_OWNERS:
            return owners, score
        if any(self._offices.titles(owner) or not self._nodes_gender(owner) for owner in owners):
            return owners, score
        bearers = self._pile.get((node.kind, " ".join(name_words(node.text))), [])[:_MOST_SOUNDING]
        titled = [one for one in bearers if one not in owners and titles & self._offices.titles(one)]
        is_one = len({cluster_of(one) for one in titled}) == 1
        return (titled, PILE) if is_one else (owners, score)

    def _nodes_gender(self, owner: Node) -> str:
        return self._genders.get(owner, "")

    def _say_far(self, node: Node, owner: Node) -> str:
        """Why the pile's only bearer of a surname may be another one than a text means; "" if it is not.

        One office, a rare surname and one role, or a rare surname in texts that share a passage or other
        full names: then they are one.
        """
        if node.kind is not EntityKind.PERSON or self._offices.shared(node, owner):
            return ""
        is_common_name = any(word in self._knowledge.common_names for word in name_words(node.text))
        if is_common_name and not self._ties.are_tied(node.source_id, owner, _CLOSE):
            return f"many bear the surname {node.text}, and its text does not name this one in full"
        if self._offices.alike(node, owner) or self._ties.speak_of_one(node.source_id, owner):
            return ""
        return f"no text with {node.text} alone tells that this one is meant"

    def _addressed_alike(
        self, open_nodes: Sequence[Node], links: Sequence[Link], cluster_of: Callable[[Node], int]
    ) -> list[Link]:
        """Surnames with a form of address that means one person elsewhere in their text."""
        known: dict[tuple[str, str, str], list[Node]] = defaultdict(list)
        for one in links:
            for node, owner in ((one.a, one.b), (one.b, one.a)):
                if node.gender and owner.is_full:
                    known[node.source_id, node.text, node.gender].append(owner)
        found = []
        for node in open_nodes:
            owners = known.get((node.source_id, node.text, node.gender), [])
            if len({cluster_of(owner) for owner in owners}) == 1:
                reason = f"the only one who is addressed so with {node.text} in the text"
                spans = self._nodes.first_spans(node, owners[0])
                found.append(link(SHORT, node, owners[0], reason, LinkBasis.TITLE, spans))
        return found

    def _enter(self, node: Node) -> None:
        words = own_words(node)
        surnames = surname_places(node, words, self._knowledge)
        fathers: set[int] = set()
        heads: list[str] = []
        if node.kind is EntityKind.PERSON:
            fathers, heads = (
                others_places(words, self._knowledge),
                list(given_heads(words, self._knowledge)),
            )
            self._given[words[0]].append(node)
        for place in sorted(surnames):
            self._pile[node.kind, words[place]].append(node)
            if node.kind is EntityKind.PERSON:
                self._sounds[skeleton_of(words[place])].add(words[place])
        starts = [start for start in range(1, len(words) - 1) if not begins_with_parent(words, start)]
        for start in starts:
            self._pile[node.kind, " ".join(words[start:])].append(node)
        for source_id in sorted(self._nodes.sources[node]):
            for part in (*(" ".join(words[start:]) for start in starts), *heads):
                self._endings[node.kind, source_id, part].append(node)
            self._endings[node.kind, source_id, _glued(words[-1:])].append(node)
            for place, word in enumerate(words):
                if place in fathers:
                    continue
                here = (node.kind, source_id, place in surnames, word[:1])
                self._words[here][word].append(node)

    def _owners(self, node: Node) -> tuple[Sequence[Node], float]:
        """The full names that a short one can stand for, and how sure that is."""
        words = name_words(node.text)
        found: set[Node] = set()
        score = SURNAME
        for source_id in sorted(self._nodes.sources[node]):
            if len(words) > 1:
                for ending in (" ".join(words), _glued(words)):
                    found.update(self._endings.get((node.kind, source_id, ending), ()))
                continue
            near, is_surname = self._in_text(node, source_id)
            found.update(near)
            score = score if is_surname else min(score, SHORT)
        found.discard(node)
        here = set(found) if OTHER in node.owners else set()
        found -= here
        if found or node.is_full is (node.kind is EntityKind.PERSON) or not _is_own(node, self._knowledge):
            return sorted(found, key=node_order), score
        bearers = self._pile.get((node.kind, " ".join(words)), [])
        if not bearers and node.kind is EntityKind.PERSON:
            bearers = self._given.get(" ".join(words), [])
        bearers = [owner for owner in bearers if owner not in here]
        return without_strangers(bearers) or ([] if here else self._far(node)), PILE

    def _far(self, node: Node) -> list[Node]:
        """Full names of the pile with the surname in another spelling: Zelensky, Zelenskyi."""
        words = name_words(node.text)
        if node.kind is not EntityKind.PERSON or len(words) != 1:
            return []
        likely = sorted(self._sounds.get(skeleton_of(words[0]), ()))[:_MOST_SOUNDING]
        alike = self._sounding(words[0], {word: self._pile[node.kind, word] for word in likely})
        return sorted(set(alike), key=node_order)

    def _in_text(self, node: Node, source_id: str) -> tuple[Sequence[Node], bool]:
        """Full names of a text with this surname, else one that sounds like it, else any such word."""
        (single,) = name_words(node.text)
        if node.kind is EntityKind.ORGANIZATION:
            return self._bodies_with(single, source_id), True
        called = self._called(node, single, source_id)
        if called:
            return called, False
        for is_surname in (True, False):
            words = self._words.get((node.kind, source_id, is_surname, single[:1]), {})
            if single in words and _is_own(node, self._knowledge):
                return words[single], is_surname
            alike = self._sounding(single, words)
            if alike:
                return alike, is_surname
        return [], True

    def _called(self, node: Node, single: str, source_id: str) -> list[Node]:
        """Full names of a text that begin with a given name, which goes before a father's of that name."""
        if not is_given_only(single, self._knowledge):
            return []
        return [
            one
            for one in self._given.get(single, ())
            if source_id in self._nodes.sources[one] and not self._speaks_against(node, one)
        ]

    def _bodies_with(self, word: str, source_id: str) -> Sequence[Node]:
        """Bodies of a text in whose name a word stands; one that is a town's too begins a firm's name."""
        places = [(EntityKind.ORGANIZATION, source_id, is_last, word[:1]) for is_last in (True, False)]
        bodies = [body for place in places for body in self._words.get(place, {}).get(word, ())]
        if (
            word in self._knowledge.organizations
        ):  # a known one is not what is named after it, but: the Grimaldi
            is_kind = word in self._knowledge.organization_words | self._knowledge.organization_heads
            bodies = [b for b in bodies if name_words(b.text)[-1] == word and not is_kind]
        is_town = word in self._towns
        if not is_town and is_own_word(word, self._knowledge):
            return bodies
        if is_title_word(word, self._knowledge):
            ends = [(name_words(body.text), body) for body in bodies]
            return [body for words, body in ends if words[-1] == word or words[0] == word]
        is_place = is_town or word in self._knowledge.places
        if not is_place or not is_own_word(word, self._knowledge, may_be_place=True):
            return []
        forms = self._knowledge.legal_forms
        return [
            body
            for body in bodies
            if name_words(body.text)[0] == word and plain_word(body.text.split()[-1]) in forms
        ]

    def _sounding(self, single: str, words: Mapping[str, list[Node]]) -> list[Node]:
        """Full names of persons with a word that is the short one in another spelling."""
        found = []
        for word in sorted(words)[:_MOST_WORDS]:
            if word == single or is_feminine(word, single) or is_feminine(single, word):
                continue
            compared = compare_names(single, word, "person", self._knowledge, self._settings)
            if compared.verdict is Verdict.SAME:
                found += words[word]
        return found

    def _choose(
        self, node: Node, owners: Sequence[Node], cluster_of: Callable[[Node], int]
    ) -> tuple[Node | None, str]:
        """(the only one it can be, why where others share the word); (None, "") if there are several."""
        for likely, reason in self._narrowed(node, owners):
            if len({cluster_of(owner) for owner in likely}) == 1:
                return likely[0], reason
        return None, ""

    def _choose_tied(
        self, node: Node, owners: Sequence[Node], cluster_of: Callable[[Node], int]
    ) -> tuple[Node | None, str]:
        """Of several in other texts the only one whose texts speak of the same things."""
        if node.kind is not EntityKind.PERSON or NOBODY in node.owners:
            return None, ""
        likely = [owner for owner in owners[:_MOST_OWNERS] if not self._speaks_against(node, owner)]
        tied = [owner for owner in likely if self._offices.titles(node) & self._offices.titles(owner)]
        tied = tied or [owner for owner in likely if self._ties.are_tied(node.source_id, owner, _CLOSE)]
        if len(owners) > _MOST_OWNERS or len({cluster_of(owner) for owner in tied}) != 1:
            return None, ""
        return tied[0], f"the only one with {node.text} whose texts speak of others that this one names"

    def _narrowed(self, node: Node, owners: Sequence[Node]) -> Iterator[tuple[Sequence[Node], str]]:
        """Fewer and fewer of those that a short form can stand for, and what leaves the others out."""
        if node.kind is EntityKind.ORGANIZATION:
            owners = called_so(owners[:_MOST_WORDS], name_words(node.text)[0], self._knowledge)
            before = [owner for owner in owners if self._is_named_before(node, owner)]
            yield (before, "" if before == owners else f"the only body with {node.text} that is named before")
            if not before and self._is_in_headline(node):
                yield owners, ""
            return
        if NOBODY in node.owners:
            known = [owner for owner in owners[:_MOST_WORDS] if self._agrees(node, owner)]
            yield (known, f"the only one with {node.text} whom the form of address is known to fit")
            return
        is_named = node.owners and OTHER not in node.owners
        if is_named and not any(owner.text in node.owners for owner in owners[:_MOST_WORDS]):
            return  # its text has named another one with this word
        yield owners, ""
        if node.owners and len(owners) > _MOST_OWNERS:
            owners = [owner for owner in owners if owner.text in node.owners]
        likely = [owner for owner in owners[:_MOST_WORDS] if not self._speaks_against(node, owner)]
        yield (likely, f"the only one with {node.text} that it can be by kinship and form of address")
        if not any(self._nodes.sources[owner] & self._nodes.sources[node] for owner in likely):
            return  # in another text a form of address fits many
        addressed = [owner for owner in likely if self._agrees(node, owner)]
        yield (addressed, f"the only one with {node.text} whom the form of address is known to fit")
        nearest = [owner for owner in likely if owner.text in node.owners and "" not in node.owners]
        yield nearest, f"the nearest full name before with {node.text}"
        same = [owner for owner in likely[:_MOST_OWNERS] if self._offices.shared(node, owner)]
        yield same, f"the one with {node.text} who holds the same office"

    def _is_named_before(self, node: Node, owner: Node) -> bool:
        """Is a body named in full before it is called by one word, in some text, or in another text only?"""
        shared = self._nodes.sources[node] & self._nodes.sources[owner]
        starts = ((self._nodes.start(node, source), self._nodes.start(owner, source)) for source in shared)
        return not shared or any(full < short for short, full in starts)

    def _is_in_headline(self, node: Node) -> bool:
        return any(self._nodes.start(node, source) < _HEADLINE for source in self._nodes.sources[node])

    def _agrees(self, node: Node, owner: Node) -> bool:
        ours = self._nodes.genders.get(node, "")
        return ours != "" and ours == self._genders.get(owner, "")

    def _speaks_against(self, node: Node, owner: Node) -> bool:
        if owner in self._apart.get(node, {}):
            return True
        ours, theirs = self._nodes.genders.get(node, ""), self._genders.get(owner, "")
        return bool(ours and theirs and ours != theirs)


def _few(owners: Sequence[Node], cluster_of: Callable[[Node], int]) -> Sequence[Node]:
    """One of each cluster; none where they are too many to be asked about."""
    chosen: dict[int, Node] = {}
    for owner in owners:
        chosen.setdefault(cluster_of(owner), owner)
        if len(chosen) > _MOST_OWNERS:
            return []
    return list(chosen.values())


def _glued(words: Sequence[str]) -> str:
    """A surname as one word: Ben Ali, Benali; Reid-Moss, Reid Moss."""
    return "\x00" + "".join(words).replace(" ", "")


def _is_single(node: Node, knowledge: Knowledge) -> bool:
    words = name_words(node.text)
    if node.kind is EntityKind.PERSON:
        return bool(words)
    if node.kind is not EntityKind.ORGANIZATION or len(words) != 1:
        return False
    plain = plain_word(node.text).removeprefix("al-")
    is_known = plain in knowledge.agencies or is_common(plain, knowledge)
    return not is_known and not is_acronym(node.text) and len(plain) > 3


def _is_own(node: Node, knowledge: Knowledge) -> bool:
    return node.kind is EntityKind.PERSON or is_own_word(name_words(node.text)[0], knowledge)
