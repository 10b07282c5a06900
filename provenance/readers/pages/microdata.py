"""What elements with itemprop, or with an RDFa property, state of the article."""

from collections.abc import Iterator, Sequence

from provenance.model.sources import Metadatum
from provenance.readers.pages.markup import Property
from provenance.readers.pages.meta_names import ARTICLES, META_NAMES, PAGES, SCHEMA_NAMES, type_name
from provenance.readers.pages.values import ADDRESSES, state

_NAMED = frozenset(("author", "publisher"))
_LONGEST_NAME_CHARS = 100
_PREFIXES = ("schema:", "s:", "rnews:")
_NAME_CLASSES = frozenset(("fn", "p-author"))
_AUTHOR_CLASSES = frozenset(("author", "post-author", "entry-author", "p-author"))
_ADDRESSED = frozenset(("a", "link", "area"))


def find_microdata(properties: Sequence[Property]) -> Iterator[Metadatum]:
    """Statements of the page's one article, and of the page itself outside of any item.

    Where several articles stand side by side, it is that with a body; teasers have none, so where none has
    one nothing is taken. What the page states twice in different words, other than authors, is left out.
    """
    article = _choose_article(properties)
    found: list[Metadatum] = []
    for index, each in enumerate(properties):
        attribute = "itemprop" if "itemprop" in each.attributes else "property"
        is_meta_property = each.tag == "meta" and attribute == "property"
        if is_meta_property or _item_of(properties, index) not in (article, None):
            continue
        for printed in each.attributes.get(attribute, "").split():
            name = _statement_name(printed)
            if name:
                field = f'{each.tag}[{attribute}="{printed}"]'
                found += state(name, _value(properties, index, name), field)
    for name in dict.fromkeys(statement.name for statement in found):
        stated = [statement for statement in found if statement.name == name]
        if name == "author" or len({statement.value for statement in stated}) == 1:
            yield from stated


def find_microformats(properties: Sequence[Property]) -> Iterator[Metadatum]:
    """The author that a link with rel=author, or a card of hAtom or h-entry, names; none where several are
    named: those are teasers' or commentators'."""
    found: dict[str, Metadatum] = {}
    for index, each in enumerate(properties):
        field = _card_field(properties, index)
        for statement in state("author", each.text, field) if field and each.text.strip() else ():
            found.setdefault(statement.value, statement)
    if len(found) == 1:
        yield from found.values()


def _card_field(properties: Sequence[Property], index: int) -> str | None:
    """What makes the text of an element the author's name; None if nothing does."""
    each = properties[index]
    words = _classes(each)
    if each.tag == "a" and "author" in each.attributes.get("rel", "").casefold().split():
        return 'a[rel="author"]'
    if len(each.text) > _LONGEST_NAME_CHARS or not words & _NAME_CLASSES:
        return None
    around = set(words)
    parent = each.parent
    while parent is not None:
        around |= _classes(properties[parent])
        parent = properties[parent].parent
    return f'[class="{sorted(words & _NAME_CLASSES)[0]}"]' if around & _AUTHOR_CLASSES else None


def _classes(each: Property) -> set[str]:
    return set(each.attributes.get("class", "").casefold().split())


def _statement_name(printed: str) -> str | None:
    folded = printed.casefold()
    for prefix in _PREFIXES:
        folded = folded.removeprefix(prefix)
    if folded.startswith(("dc:", "dcterms:")):
        return META_NAMES.get(folded.replace(":", ".", 1))
    return SCHEMA_NAMES.get(folded.rsplit("/", 1)[-1])


def _choose_article(properties: Sequence[Property]) -> int | None:
    """Index of the item that is the page's article; -1 if that is not clear, None if there is none."""
    items = [
        index
        for index, each in enumerate(properties)
        if type_name(each.attributes.get("itemtype", "")) in ARTICLES
        and "itemprop" not in each.attributes
        and _item_of(properties, index) is None
    ]
    if len(items) < 2:
        return items[0] if items else None
    bodies = {
        _item_of(properties, index)
        for index, each in enumerate(properties)
        if "articlebody" in each.attributes.get("itemprop", "").casefold().split()
    }
    with_body = [index for index in items if index in bodies]
    return with_body[0] if len(with_body) == 1 else -1


def _item_of(properties: Sequence[Property], index: int) -> int | None:
    """Index of the item that an element describes; None if it is the page, by its type or outside of all."""
    parent = properties[index].parent
    while parent is not None:
        attributes = properties[parent].attributes
        if "itemscope" in attributes:
            return None if type_name(attributes.get("itemtype", "")) in PAGES else parent
        if "property" in attributes and "typeof" in attributes:
            return parent
        parent = properties[parent].parent
    return None


def _value(properties: Sequence[Property], index: int, name: str) -> str:
    each = properties[index]
    if name in _NAMED:
        near = range(index + 1, min(index + 20, len(properties)))
        inner = next((properties[n] for n in near if _is_name(properties, n, index)), None)
        each = inner or each
        text = each.attributes.get("content") or each.text
        return text if len(text) <= _LONGEST_NAME_CHARS or inner else ""
    if name in ADDRESSES or (name == "based_on" and each.tag in _ADDRESSED):
        return (
            each.attributes.get("href") or each.attributes.get("itemid") or each.attributes.get("content", "")
        )
    stated = ("content", "datetime", "value")
    return next((each.attributes[key] for key in stated if each.attributes.get(key)), each.text)


def _is_name(properties: Sequence[Property], index: int, owner: int) -> bool:
    """Is it the name of the item or property at `owner`, perhaps inside a link or a card?"""
    each = properties[index]
    around = each.parent
    while around is not None and around != owner and not _is_stating(properties[around]):
        around = properties[around].parent
    names = (each.attributes.get("itemprop") or each.attributes.get("property") or "").casefold().split()
    return around == owner and any(name in ("name", "schema:name") for name in names)


def _is_stating(each: Property) -> bool:
    return any(key in each.attributes for key in ("itemprop", "itemscope", "property"))
