"""The report as Markdown: the same content and order as the page, to read in an editor or a forge."""

from collections.abc import Iterator, Sequence

from provenance.model.names import NamePair, say_score
from provenance.model.report import ReportData
from provenance.report import words
from provenance.report.cards import Card, SideCard
from provenance.report.markdown_developments import developments
from provenance.report.markdown_lineage import lineage
from provenance.report.markdown_parts import quote, source_name, table
from provenance.report.markdown_reuse import copies, states
from provenance.report.places import Place, SourceCard
from provenance.report.plaintext import code, literal
from provenance.report.spellings import Grid
from provenance.report.troubles import Trouble
from provenance.report.view import ROWS, View, make_view


def render_markdown(data: ReportData) -> str:
    """One Markdown document. No text from outside makes a tag, link, image, heading, list or table."""
    view = make_view(data)
    parts = [
        _head(view),
        _coverage(view),
        _findings(view),
        developments(view),
        copies(view),
        states(view),
        _names(view),
        _groups(view),
        lineage(view),
        _sources(view),
        _method(view),
    ]
    return "\n\n".join(block for blocks in parts for block in blocks) + "\n"


def _head(view: View) -> Iterator[str]:
    yield f"# {literal(view.name)}"
    yield '[//]: # (name="generator" content="provenance")'  # not shown; tells our reports from documents
    yield f"**{literal(view.verdict)}**"


def _coverage(view: View) -> Iterator[str]:
    yield "## What was analysed, and what was not"
    yield "An empty list is not agreement: what was not analysed cannot show a difference."
    if view.coverage:
        yield table(
            ("Stage", "Language", "Analysed", "Not analysed", "Why not"),
            [
                (literal(r.stage), literal(words.language(r.language)), r.done, r.not_done, literal(r.reason))
                for r in view.coverage
            ],
        )
    if view.bare:
        yield "No article text, only page furniture:"
        yield "\n".join(f"- {source_name(card)}" for card in view.bare[:ROWS])
    state = None
    for group in view.troubles:
        if group.state is not state:
            state = group.state
            yield f"### {words.TROUBLES[state]}"
        yield from _trouble(group)


def _trouble(group: Trouble) -> Iterator[str]:
    code_words = f" ({code(group.code)})" if group.code else ""
    yield f"**{words.count(len(group.sources), 'source')}**: {literal(group.meaning)}{code_words}"
    lines = [f"- {source_name(card)}{f': {literal(text)}' if text else ''}" for card, text in group.shown]
    if group.more:
        lines.append(f"- and {words.count(group.more, 'more source')}, in `sources.csv`")
    yield "\n".join(lines)


def _findings(view: View) -> Iterator[str]:
    yield "## What to check, most severe first"
    if not view.cards:
        found = "No point to check was found in what was analysed. That is not agreement."
        yield found if view.was_run("conflicts") else "Nothing was searched for differences."
        return
    yield "\n".join(f"{card.number}. {_index_line(card)}" for card in view.cards)
    more = len(view.rest) + view.unlisted
    if more:
        yield f"{words.count(more, 'further finding')} in `report.json` and `conflicts.csv`."
    for card in view.cards:
        yield from _card(card)


def _index_line(card: Card) -> str:
    conflict = card.conflict
    state = "" if card.review == "open" else f", {literal(card.review)}"
    severity = f"{words.LEVEL_ICONS[conflict.severity]} {conflict.severity.value}"
    return f"{literal(conflict.title)} ({severity}, {conflict.conflict_class.value}, {card.reach}{state})"


def _card(card: Card) -> Iterator[str]:
    conflict = card.conflict
    yield f"### {card.number}. {literal(conflict.title) or '-'}"
    state = "" if card.review == "open" else f" **{literal(card.review)}.**"
    yield (
        f"Severity **{conflict.severity.value}** (consequence {conflict.consequence.value}, certainty "
        f"{conflict.certainty.value}); {conflict.conflict_class.value}; "
        f"{f'{card.kind}; ' if card.kind else ''}{card.reach}; key `{conflict.key}`.{state}"
    )
    if conflict.why:
        yield literal(conflict.why)
    for side in card.sides:
        yield from _side(side)


def _side(side: SideCard) -> Iterator[str]:
    yield f"**{literal(side.value) or '-'}** ({side.support})"
    for place in side.places:
        yield quote(place)
    if side.links:
        more = f"; and {words.count(side.more, 'more place')} in `conflicts.csv`" if side.more else ""
        yield f"Also: {'; '.join(_where(place) for place in side.links)}{more}."
    if side.reasons:
        yield " ".join(literal(reason) for reason in side.reasons)


def _where(place: Place) -> str:
    if place.field:
        return f"{place.card.label}, {literal(place.field)}"
    return f"{place.card.label}, {place.start} to {place.end}"


def _names(view: View) -> Iterator[str]:
    yield "## Names and their spellings"
    if not view.spellings.grids:
        found = "No name was found in more than one spelling."
        yield found if view.was_run("names") else "No text was searched for names."
    for grid in view.spellings.grids:
        yield f"### {literal(grid.entity.name) or '-'} ({grid.entity.kind.value})"
        yield _grid(grid)
    for heading, pairs in (
        ("Uncertain: the same or not?", view.spellings.unsure),
        ("Alike, and kept apart", view.spellings.apart),
    ):
        if pairs:
            yield f"### {heading}"
            yield table(("Name", "Name", "Kind", "Likeness", "Why"), [_pair(pair) for pair in pairs])


def _pair(pair: NamePair) -> Sequence[object]:
    score = say_score(pair.score)
    return literal(pair.a), literal(pair.b), pair.kind.value, score, literal(pair.reason)


def _grid(grid: Grid) -> str:
    columns = [card.label for card in grid.cards]
    rows = [
        (
            literal(spelling.variant.text),
            *(number or "·" for number in spelling.counts),
            spelling.mentions,
            literal(spelling.variant.reason),
        )
        for spelling in grid.spellings
    ]
    return table(("Spelling", *columns, "All", "Why the same"), rows)


def _groups(view: View) -> Iterator[str]:
    yield "## How many sources is that really?"
    if view.groups:
        yield f"{view.origins} What stands behind one statement does not follow from this."
    else:
        yield "Independence was not judged."
    for group in view.groups:
        yield "\n".join(
            f"- group {group.number}: {source_name(card)}{f': {literal(reason)}' if reason else ''}"
            for card, _, reason in group.shown
        )


def _sources(view: View) -> Iterator[str]:
    yield "## Sources"
    for card in view.inventory.full:
        yield f"### {source_name(card)}"
        lines = [
            f"- {literal(name)}: {literal(statement.value)} ({words.BASES[statement.basis]})"
            for name, statement in card.facts
        ]
        if card.source.is_readable:
            size = words.count(len(card.source.text), "character")
            lines.append(f"- text: {size}, {literal(words.language(card.source.language))}")
        if card.source.content_id:
            lines.append(f"- SHA-256: {code(card.source.content_id)}")
        lines.append(f"- state: {_state(card)}")
        lines.append(f"- key: {code(card.source.id)}")
        yield "\n".join(lines)
    yield from _short_sources(view)


def _short_sources(view: View) -> Iterator[str]:
    if view.inventory.short:
        rows = [
            (card.label, code(card.source.path), literal(card.publisher), literal(card.date), _state(card))
            for card in view.inventory.short
        ]
        yield table(("No.", "File", "Publisher", "Published", "State"), rows)
    if view.inventory.unlisted:
        yield f"{words.count(view.inventory.unlisted, 'more source')} in `sources.csv`."


def _method(view: View) -> Iterator[str]:
    yield "## Method and limits"
    yield (
        "Offsets count Unicode code points of the stored texts. Independence is counted for each statement, "
        "as a range; what is not established widens it. Direction is earlier and later text, with its "
        "reason. An altered copy is no witness for what it changed. Absence is not disagreement. Nothing "
        "here says who is right."
    )
    if view.classes_found:
        yield "\n".join(f"- *{one.value}*: {words.CLASSES[one]}" for one in view.classes_found)
    if view.data.settings:
        yield table(("Setting", "Value"), [(literal(n), literal(v)) for n, v in view.data.settings])
    yield f"Made by provenance {literal(view.data.version)}."


def _state(card: SourceCard) -> str:
    problem = f": {literal(card.source.problem)}" if card.source.problem else ""
    return f"{words.STATES[card.source.state]}{problem}"
