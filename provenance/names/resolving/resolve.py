"""Who is who over a pile: mentions → variants → entities, with the reason for every joining."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import frozen

from provenance.model.keys import make_key
from provenance.model.knowledge import Knowledge
from provenance.model.name_rules import CanonicalName
from provenance.model.names import (
    Entity,
    EntityKind,
    Mention,
    NamePair,
    NameTable,
    NameVariant,
    RuleContradiction,
    StatedAlias,
    Verdict,
)
from provenance.model.reuse import Alignment
from provenance.model.settings import NameSettings
from provenance.model.spans import Span
from provenance.names.comparing.acronyms import is_acronym
from provenance.names.comparing.compare import compare_names
from provenance.names.order import span_order
from provenance.names.resolving.acronym_links import acronym_links, find_meanings
from provenance.names.resolving.apart import Apart, find_apart
from provenance.names.resolving.background import Background
from provenance.names.resolving.bearers import find_bearers, with_bearers
from provenance.names.resolving.canonical import choose_canonical, copied_places
from provenance.names.resolving.clusters import Clusters
from provenance.names.resolving.companions import companion_links
from provenance.names.resolving.contexts import find_contexts, find_spoken
from provenance.names.resolving.contradictions import (
    find_contradictions,
    find_other_roles,
    find_other_sexes,
)
from provenance.names.resolving.copied_links import substitution_links
from provenance.names.resolving.descriptions import find_descriptions
from provenance.names.resolving.disguise_links import disguise_links
from provenance.names.resolving.evidence import Evidence, name_links, name_pairs
from provenance.names.resolving.firms import with_firms
from provenance.names.resolving.initialed import settle_initialed, split_initialed
from provenance.names.resolving.kind_pairs import pairs_of_two_kinds
from provenance.names.resolving.links import alias_links, link_order, say_joining, spelling_links
from provenance.names.resolving.maiden import find_maiden, maiden_links, married_links, stated_components
from provenance.names.resolving.nodes import Node, Nodes, make_nodes
from provenance.names.resolving.offices import Offices, find_offices, office_links
from provenance.names.resolving.rule_kinds import with_kinds_of_rules
from provenance.names.resolving.rules import FollowedRules, lay_rules, say_form, settle_rules
from provenance.names.resolving.short_links import ShortForms
from provenance.names.resolving.single_links import same_single_links
from provenance.names.resolving.stated_kinds import with_stated_kinds
from provenance.names.resolving.states import find_states, state_links, with_states
from provenance.names.resolving.tails import tail_links
from provenance.names.resolving.teams import Teams, find_teams, team_links
from provenance.names.resolving.things import find_things
from provenance.names.resolving.ties import Ties
from provenance.names.resolving.told_kinds import with_told_kinds
from provenance.names.resolving.trades import without_other_trades
from provenance.names.resolving.vague import (
    Longer,
    find_longer,
    find_vague,
    left_out_links,
    longer_links,
    with_offshoots,
)
from provenance.text.folding import fold_text


@frozen
class _Pile:
    """What is read of the texts before anything is joined, and what is known beside."""

    texts: Mapping[str, str]
    nodes: Nodes
    aliases: Sequence[StatedAlias]
    alignments: Sequence[Alignment]
    maiden: Mapping[Span, str]
    apart: Apart
    offices: Offices
    longer: Longer
    teams: Teams
    genders: Mapping[Node, str]
    rules: FollowedRules
    knowledge: Knowledge
    settings: NameSettings


def resolve(
    texts: Mapping[str, str],
    mentions: Sequence[Mention],
    aliases: Sequence[StatedAlias],
    alignments: Sequence[Alignment],
    knowledge: Knowledge,
    settings: NameSettings,
    background: Background | None = None,
) -> NameTable:
    """Entities with their variants, the pairs that were compared and not joined, and all evidence.

    Joined, the surest first: what rules call one; spellings that compare as the same; what texts state;
    names that replace one another in shared passages; names alike that hold one office; acronyms and the
    only name that they can mean; a single name and the only full name of its text that ends with it, or the
    nearest before. Never joined: what rules call two; full names that conflict (given names, initials,
    numbers, countries); people whom one list or sentence names as two, or forms of address tell apart; and
    two that only look alike (letters of another script): those are pairs for people to judge.
    """
    known = background or Background()
    mentions = with_stated_kinds(mentions, aliases)
    teams = find_teams(texts, with_told_kinds(texts, mentions, knowledge), knowledge)
    mentions = with_firms(texts, with_told_kinds(texts, teams.mentions, knowledge), knowledge)
    mentions = with_kinds_of_rules(mentions, settle_rules(known.rules)[0])
    longer = find_longer(mentions, knowledge)
    contexts = find_contexts(texts, mentions, knowledge)
    vague = find_vague(longer, knowledge, settings)
    states, things = find_states(texts, mentions, knowledge), find_things(texts, mentions)
    maiden = find_maiden(texts, mentions, aliases)
    bearers = find_bearers(texts, mentions, contexts, known.days, knowledge)
    bearers = {**bearers, **find_meanings(mentions, aliases)}
    nodes = make_nodes(mentions, contexts, vague, states, things, maiden, bearers)
    apart = with_states(find_apart(texts, mentions, aliases, nodes), nodes, knowledge)
    pile = _Pile(
        texts,
        nodes,
        aliases,
        alignments,
        maiden,
        with_bearers(with_offshoots(apart, nodes, knowledge), nodes, bearers),
        find_offices(texts, mentions, nodes, knowledge, known.days),
        longer,
        teams,
        _genders(nodes, find_spoken(texts, mentions)),
        lay_rules(known.rules, nodes),
        knowledge,
        settings,
    )
    stated = stated_components(nodes, aliases)
    clusters = Clusters(nodes, knowledge, settings, pile.apart, pile.rules, stated)
    evidence = _join_all(clusters, pile)
    entities, entity_of, forms = _entities(clusters, pile)
    told = _find_all_contradictions(pile, evidence, known.paths)
    return NameTable(
        entities,
        _with_two_kinds(name_pairs(evidence, clusters, settings.different), entities, pile),
        tuple(sorted(aliases)),
        name_links(evidence, clusters, entity_of),
        tuple(sorted({*pile.rules.contradictions, *forms, *told})),
        find_descriptions(texts, entities, knowledge),
    )


def _find_all_contradictions(
    pile: _Pile, evidence: Evidence, paths: Mapping[str, str]
) -> list[RuleContradiction]:
    """What texts say against rules, of whatever sort."""
    told = find_contradictions(pile.rules, evidence.used, pile.apart, pile.texts, paths)
    told += find_other_sexes(pile.rules, pile.nodes, pile.genders, pile.texts, paths)
    return told + find_other_roles(pile.rules, pile.nodes, pile.offices, pile.texts, paths)


def _with_two_kinds(
    pairs: Sequence[NamePair], entities: Sequence[Entity], pile: _Pile
) -> tuple[NamePair, ...]:
    """With names that sound alike and are of two kinds, where the pair is not there already."""
    known = {pair.key: pair for pair in pairs_of_two_kinds(entities, pile.knowledge, pile.settings)}
    known.update((pair.key, pair) for pair in pairs)
    return tuple(sorted(known.values(), key=lambda pair: (pair.kind.value, pair.a, pair.b)))


def _genders(nodes: Nodes, spoken: Mapping[str, str]) -> dict[Node, str]:
    """Full names of persons → how texts speak of them: forms of address before pronouns."""
    return {
        node: nodes.genders.get(node) or spoken.get(node.text, "")
        for node in nodes.listed
        if node.is_full and node.kind is EntityKind.PERSON
    }


def _join_all(clusters: Clusters, pile: _Pile) -> Evidence:
    """The surest links first, since later ones depend on what is one by then."""
    nodes, knowledge, settings = pile.nodes, pile.knowledge, pile.settings
    same, doubts, unlike = spelling_links(nodes, knowledge, settings)
    same, of_two_trades = without_other_trades(same, nodes, pile.texts)
    doubts += disguise_links(nodes, settings)
    replaced, more_doubts = substitution_links(nodes, pile.alignments, knowledge, settings)
    clusters.follow(pile.rules.links)
    former = maiden_links(nodes, pile.maiden) + married_links(pile.texts, nodes, pile.aliases)
    former = [one for one in former if not pile.rules.are_apart(one.a, one.b)]
    clusters.follow(former)
    plain, initialed = split_initialed(same)
    refused = clusters.join(plain, strict=True)
    clear, several = settle_initialed(initialed, doubts, nodes, clusters)
    refused += clusters.join(clear, strict=True)
    stated = [
        *alias_links(nodes, pile.aliases),
        *replaced,
        *office_links(doubts, pile.offices, clusters.number),
    ]
    refused += clusters.join(stated)
    left_out = left_out_links(nodes, doubts, knowledge, clusters.number)
    left_out += state_links(nodes, knowledge)
    left_out += team_links(nodes, pile.teams, knowledge, clusters.number)
    left_out += companion_links(pile.texts, nodes, doubts, clusters.number)
    refused += clusters.join(left_out)
    spelled, unclear = acronym_links(pile.texts, nodes, pile.aliases, knowledge, clusters.number)
    refused += clusters.join(spelled)
    ties = Ties(nodes, pile.alignments, knowledge, clusters.number, pile.teams.towns)
    forms = ShortForms(nodes, pile.apart, pile.offices, pile.genders, knowledge, settings, ties)
    short, ambiguous = forms.links(clusters.number)
    short += longer_links(nodes, pile.longer, pile.apart, clusters.number)
    short += tail_links(nodes, knowledge, clusters.number)
    refused += clusters.join(short)
    linked = {node for link in (*short, *ambiguous) for node in (link.a, link.b)}
    singles = same_single_links(nodes, linked, ties, knowledge)
    refused += clusters.join(singles)
    used = [*pile.rules.links, *former, *plain, *clear, *stated, *left_out, *spelled, *short, *singles]
    return Evidence(
        used, refused, [*doubts, *of_two_trades, *more_doubts, *several, *unclear, *ambiguous], unlike
    )


def _entities(
    clusters: Clusters, pile: _Pile
) -> tuple[tuple[Entity, ...], dict[int, str], list[RuleContradiction]]:
    """(entities, cluster → key of its entity, rules that write one entity in two ways)."""
    groups = clusters.groups()
    least = [min(node.text for node in group) for group in groups]
    seen: dict[tuple[EntityKind, str], int] = defaultdict(int)
    for group, text in zip(groups, least, strict=True):
        seen[group[0].kind, text] += 1
    copied = copied_places(pile.alignments)
    entities = []
    entity_of = {}
    contradictions: list[RuleContradiction] = []
    for group, text in zip(groups, least, strict=True):
        kind = group[0].kind
        where = _whereabouts(group[0]) if seen[kind, text] > 1 else []
        key = make_key("e", kind.value, text, *where)
        entity_of[clusters.number(group[0])] = key
        forms = sorted({pile.rules.names[node] for node in group if node in pile.rules.names})
        if len(forms) > 1:
            contradictions += _two_forms(forms, pile.rules.places)
        spans = _spans_by_text(group, pile.nodes)
        chosen = forms[0] if len(forms) == 1 else ""
        name = chosen or choose_canonical(kind, sorted(spans.items()), pile.knowledge, copied)
        variants = []
        for spelling in sorted(spans):
            score, reason = _why(spelling, name, group, clusters, pile)
            variants.append(NameVariant(key, kind, spelling, tuple(spans[spelling]), score, reason))
        entities.append(Entity(key, name, kind, tuple(variants)))
    return tuple(sorted(entities, key=lambda entity: entity.key)), entity_of, contradictions


def _whereabouts(node: Node) -> list[str]:
    """What tells a short form from the same one elsewhere."""
    return [node.source_id, *node.owners, *([node.gender] if node.gender else [])]


def _two_forms(forms: Sequence[str], places: Mapping[str, str]) -> list[RuleContradiction]:
    """Each form against the others."""
    return [
        RuleContradiction(
            say_form(CanonicalName(form, where=places.get(form, ""))),
            "the texts show it to be one with " + ", ".join(other for other in forms if other != form),
            places.get(form, ""),
            is_between_rules=True,
        )
        for form in forms
    ]


def _spans_by_text(group: Sequence[Node], nodes: Nodes) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = defaultdict(list)
    for node in group:
        spans[node.text] += nodes.spans[node]
    return {text: sorted(found, key=span_order) for text, found in spans.items()}


def _why(text: str, name: str, group: Sequence[Node], clusters: Clusters, pile: _Pile) -> tuple[float, str]:
    """How a variant was joined: by likeness to the canonical name, else by the link that brought it in.

    A name that people chose and no text has is no spelling: the likest one that is printed stands for it.
    """
    if text == name:
        return 1.0, "the canonical name"
    same = [node for node in group if node.text == text]
    if fold_text(text) == fold_text(name) != "":
        return 1.0, f"equal but for case and punctuation: {name}"
    printed = sorted({node.text for node in group} - {text})
    if name not in printed and any(pile.rules.names.get(node) == name for node in same):
        where = pile.rules.places.get(name, "")
        return 1.0, f"you set this name: {name}" + (f" ({where})" if where else "")
    near = name if name in printed or not printed else _nearest(text, printed, group[0].kind, pile)
    compared = compare_names(text, near, group[0].kind.value, pile.knowledge, pile.settings)
    if compared.verdict is Verdict.SAME and not is_acronym(text):
        return compared.score, say_joining(compared) + (f" (spelled like {near})" if near != name else "")
    links = sorted((link for node in same for link in clusters.links_of(node)), key=link_order)
    if links:
        return links[-1].score, links[-1].reason
    return compared.score, f"spelled like {near}" if near != name else "spelled like another variant"


def _nearest(text: str, printed: Sequence[str], kind: EntityKind, pile: _Pile) -> str:
    """The spelling that is most like it; the first of the alphabet of several."""
    return max(
        reversed(printed),
        key=lambda other: compare_names(text, other, kind.value, pile.knowledge, pile.settings).score,
    )
