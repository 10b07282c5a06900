"""What one house repeats: blocks at the edge of its texts, the form of a column, and states of one page."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import evolve

from provenance.model.reuse import Alignment, ChangeKind, ReuseKind
from provenance.model.sources import Source
from provenance.reuse.descent.naming import plain_name
from provenance.reuse.kinds.boilerplate import LEAST_GRADE, Spread, is_at_edge, is_at_end, is_told
from provenance.reuse.kinds.issues import is_form, is_refilled
from provenance.reuse.kinds.notes import any_news, is_furniture, is_legal
from provenance.reuse.states.page_addresses import address_host
from provenance.reuse.states.pages import find_link

WIDE_SPREAD = 8
"""Texts in which a block stands, from which it is furniture in texts of several houses too."""


def refine_boilerplate(alignments: Sequence[Alignment], known: Mapping[str, Source]) -> list[Alignment]:
    """Blocks hardly changed at the edge of two texts of one publisher are its boilerplate, and so is the form
    of its columns; what texts of two publishers share is copied, unless it says that it is furniture or
    stands in very many texts."""
    forms = _forms(alignments, known)
    is_spread = any(each.kind is ReuseKind.BOILERPLATE for each in alignments)
    spread = Spread(alignments) if is_spread else None
    refined = []
    for each in alignments:
        if _ids(each) in forms and each.kind is not ReuseKind.QUOTATION:
            refined.append(evolve(each, kind=ReuseKind.BOILERPLATE))
        else:
            refined.append(_of_one_house(_of_two_houses(each, known, spread) if spread else each, known))
    return refined


def _ids(alignment: Alignment) -> tuple[str, str]:
    return alignment.a.source_id, alignment.b.source_id


def _forms(alignments: Sequence[Alignment], known: Mapping[str, Source]) -> set[tuple[str, str]]:
    """Pairs of sources that share the form of a column, which each fills with other days and figures."""
    held: dict[tuple[str, str], list[Alignment]] = defaultdict(list)
    for each in alignments:
        if each.a.source_id != each.b.source_id:
            held[_ids(each)].append(each)
    forms = set()
    for pair, shared in held.items():
        a, b = (known.get(name) for name in pair)
        if a is not None and b is not None and is_form(a, b, shared):
            forms.add(pair)
    return forms


def _of_one_house(alignment: Alignment, known: Mapping[str, Source]) -> Alignment:
    is_own = _is_of_one_house(alignment, known)
    return evolve(alignment, kind=ReuseKind.BOILERPLATE) if is_own else alignment


def _of_two_houses(alignment: Alignment, known: Mapping[str, Source], spread: Spread) -> Alignment:
    if alignment.kind is not ReuseKind.BOILERPLATE or not _is_of_two_houses(alignment, known):
        return alignment
    if min(spread.count(side, WIDE_SPREAD) for side in (alignment.a, alignment.b)) >= WIDE_SPREAD:
        return alignment
    kind = ReuseKind.VERBATIM if alignment.grade == 1.0 else ReuseKind.EDITED
    return evolve(alignment, kind=kind)


def is_one_page(a: Source, b: Source) -> bool:
    """May they be states of one page: by their address, or by publisher and title? Only asked of texts that
    share passages: an address alone proves nothing."""
    link = find_link(a, b)
    return link is not None and not (link.by_name and is_refilled(a, b))


def _is_of_two_houses(alignment: Alignment, known: Mapping[str, Source]) -> bool:
    """Of two stated publishers, and nothing in the block says that it is furniture?"""
    a, b = known.get(alignment.a.source_id), known.get(alignment.b.source_id)
    if a is None or b is None:
        return False
    houses = [plain_name(each.value("publisher") or "") for each in (a, b)]
    if not all(houses) or houses[0] == houses[1]:
        return False
    if any(each.kind is not ChangeKind.TYPOGRAPHY for each in alignment.changes):
        return False  # a form or a formula: what is called furniture for its spread alone is unchanged
    block = alignment.a.quote(a.text)
    return not (is_furniture(block) or is_legal(block))


def _is_of_one_house(alignment: Alignment, known: Mapping[str, Source]) -> bool:
    if alignment.grade < LEAST_GRADE or alignment.a.source_id == alignment.b.source_id:
        return False
    a, b = known.get(alignment.a.source_id), known.get(alignment.b.source_id)
    if a is None or b is None:
        return False
    if not _are_one_house(a, b) or any(is_told(change) for change in alignment.changes):
        return False
    sides = (alignment.a, a.text), (alignment.b, b.text)
    if not all(is_at_edge(*side) for side in sides):
        return False
    # a house that opens two stories with the same news copies itself
    return all(is_at_end(*side) for side in sides) or not any_news(alignment.a.quote(a.text))


def _are_one_house(a: Source, b: Source) -> bool:
    """Do they name one publisher, or were they fetched from one host?"""
    publishers = [each.value("publisher") for each in (a, b)]
    if all(publishers):
        return publishers[0] == publishers[1]
    hosts = [address_host(each.value("url")) for each in (a, b)]
    return bool(hosts[0]) and hosts[0] == hosts[1]
