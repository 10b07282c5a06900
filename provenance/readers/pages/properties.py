"""Metadata that stands in a page's markup and in what a saving program noted there."""

from collections import Counter
from collections.abc import Iterator

from attrs import evolve

from provenance.model.sources import Basis, Metadatum
from provenance.readers.pages.json_ld import find_json_ld
from provenance.readers.pages.markup import Markup
from provenance.readers.pages.meta_names import META_NAMES
from provenance.readers.pages.microdata import find_microdata, find_microformats
from provenance.readers.pages.saved_pages import find_saved
from provenance.readers.pages.values import state

_MOST_OF_A_NAME = 500
"""Statements of one name that are kept: a paper of many authors has as many."""
_KINDS = ("property", "name", "http-equiv")
_RELATIONS = {"canonical": "canonical_url", "amphtml": "amp_url"}
_PUBLISHED_CLASSES = frozenset(("published", "entry-date", "dt-published", "pubdate"))
_MODIFIED_CLASSES = frozenset(("updated", "dt-updated", "modified"))


def find_properties(markup: Markup) -> list[Metadatum]:
    """Statements of the markup, the preferred of each name first, each (name, value, field) once.

    Where the page was saved from, JSON-LD, microdata, meta elements in the order of the page, links, time
    elements, the language of the page, and <title>. The day of writing stands in for that of publication
    where nothing else does, as a conclusion.
    """
    found = [
        *find_saved(markup),
        *find_json_ld(markup.scripts),
        *find_microdata(markup.properties),
        *_meta(markup),
        *_links(markup),
        *find_microformats(markup.properties),
        *_languages(markup),
        *state("title", markup.title, "<title>"),
    ]
    found += _times(markup, {statement.name for statement in found})
    if not any(statement.name == "published" for statement in found):
        created = [statement for statement in found if statement.name == "created"]
        found += [evolve(statement, name="published", basis=Basis.INFERRED) for statement in created[:1]]
    kept: dict[tuple[str, str, str | None], Metadatum] = {}
    counts: Counter[str] = Counter()
    for each in found:
        key = (each.name, each.value, each.field)
        if key not in kept and counts[each.name] < _MOST_OF_A_NAME:
            kept[key] = each
            counts[each.name] += 1
    return list(kept.values())


def _meta(markup: Markup) -> Iterator[Metadatum]:
    for tag, attributes in markup.elements:
        if tag != "meta":
            continue
        for kind in _KINDS:
            for printed in attributes.get(kind, "").casefold().split():
                name = META_NAMES.get(_dotted(printed))
                if name:
                    yield from state(name, attributes.get("content"), f'meta[{kind}="{printed}"]')


def _dotted(name: str) -> str:
    """ "dc:date" and "dc.date" are one name, and so are both of "dcterms"."""
    return name.replace(":", ".", 1) if name.startswith(("dc:", "dcterms:")) else name


def _links(markup: Markup) -> Iterator[Metadatum]:
    for tag, attributes in markup.elements:
        if tag != "link":
            continue
        relations = attributes.get("rel", "").casefold().split()
        for relation, name in _RELATIONS.items():
            if relation in relations:
                yield from state(name, attributes.get("href"), f'link[rel="{relation}"]')
        if "author" in relations:
            yield from state("author", attributes.get("title"), 'link[rel="author"]')


def _languages(markup: Markup) -> Iterator[Metadatum]:
    for tag, attributes in markup.elements:
        if tag == "html":
            yield from state("language", attributes.get("lang") or attributes.get("xml:lang"), "html[lang]")


def _times(markup: Markup, known: set[str]) -> Iterator[Metadatum]:
    """<time> that says it is the date of publication or change; of several, or of the only one that does not
    say so, a conclusion where nothing else states one: teasers and comments have such elements too."""
    times = [
        attributes for tag, attributes in markup.elements if tag == "time" and attributes.get("datetime")
    ]
    for name, classes in (("published", _PUBLISHED_CLASSES), ("modified", _MODIFIED_CLASSES)):
        marked = [time for time in times if _is_marked(time, name, classes)]
        days = {time["datetime"].strip() for time in marked}
        if len(days) == 1:
            known = known | {name}
            yield from state(name, marked[0]["datetime"], f'time[class="{name}"]')
        elif marked and name not in known:
            yield from state(name, marked[0]["datetime"], f'time[class="{name}"]', Basis.INFERRED)
    if "published" not in known and len({time["datetime"].strip() for time in times}) == 1:
        yield from state("published", times[0]["datetime"], "time[datetime]", Basis.INFERRED)


def _is_marked(time: dict[str, str], name: str, classes: frozenset[str]) -> bool:
    words = set(time.get("class", "").casefold().split())
    if name == "published" and words & _MODIFIED_CLASSES and not words & {"entry-date"}:
        return False
    return bool(words & classes) or (name == "published" and "pubdate" in time)
