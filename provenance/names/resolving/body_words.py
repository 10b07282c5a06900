"""Words of bodies' names that tell one from another, and words that only say what it is."""

from collections.abc import Sequence

from provenance.model.knowledge import Knowledge
from provenance.names.mentions.words import is_common, plain_word
from provenance.names.resolving.nodes import Node, name_words

_STAFF = frozenset(
    "workers employees staff labor labour pensioners shareholders supporters fans alumni".split()
)
_KEPT = frozenset(
    "union foundation fund trust museum school academy college hospital stadium arena cup prize "
    "award fundacion fundacao fondation fondazione stiftung stichting museo musee museu instituto "
    "institut".split()
)
"""Words of bodies that one of another sort may have beside it, under its name."""


_FIRM_FIRST = frozenset(
    "banco banca banque laboratorio laboratorios laboratoires laboratori grupo groupe gruppo "
    "compania companhia compagnie editora editorial editions bodegas cerveceria cervejaria "
    "brasserie constructora construtora construcciones construcoes transportes transports "
    "industrias industries industrie aceros cementos cimentos hoteles hoteis farmaceutica "
    "etablissements entreprises empresas imprensa acciaierie cantieri astilleros estaleiros "
    "chantiers moinhos molinos fabrica fabricas usina usinas zavod zaklady werft brauerei verlag".split()
)
"""Words that say what a firm is and stand before its own name, folded."""
_WHOLE_FIRM = frozenset("group groep gruppe gruppen koncern konzern holding holdings corporation".split())
"""Words at the end of the name of the whole of several firms."""


def called_so(owners: Sequence[Node], word: str, knowledge: Knowledge) -> Sequence[Node]:
    """Of several bodies with a word those that are called by it alone, folded: whose name is it behind what a
    firm is (Banco Reis, not Reis Seguros do Norte); else the group among firms that all begin with it. Not
    those of another sort that are named after one.
    """
    owners = without_other_bodies(owners)
    plain = [(_own_words(owner.text, knowledge), owner) for owner in owners]
    first = [one for words, one in plain if len(words) == 2 and words[1] == word and words[0] in _FIRM_FIRST]
    if first:
        return first
    if any(not words or words[0] != word for words, _ in plain):
        return owners
    return [one for _, one in plain if _WHOLE_FIRM & set(name_words(one.text)[-2:])] or owners


def _own_words(name: str, knowledge: Knowledge) -> list[str]:
    """Folded words without legal forms at the end."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and plain_word(words[-1]) in knowledge.legal_forms:
        words.pop()
    return list(name_words(" ".join(words)))


def without_other_bodies(owners: Sequence[Node]) -> Sequence[Node]:
    """Without those of a body's staff, and without those that it may keep or own where it is one itself:
    unions, foundations, museums, insurers.
    """
    own = [owner for owner in owners if not _STAFF & set(name_words(owner.text))]
    return [owner for owner in own if not _KEPT & set(name_words(owner.text))] or own


def is_beside(word: str) -> bool:
    """Does a plain word tell of a body that is named after someone, and is not his firm: a foundation?"""
    return word in _STAFF or word in _KEPT or word in ("university", "institute", "hall", "street", "square")


def is_title_word(word: str, knowledge: Knowledge) -> bool:
    """A word that says what a body is and is hardly used for anything else, as of newspapers: Tribune."""
    is_kind = word in knowledge.organization_words and word not in knowledge.organization_heads
    return is_kind and not is_common(word, knowledge) and word not in _STAFF | _KEPT


def is_own_word(word: str, knowledge: Knowledge, *, may_be_place: bool = False) -> bool:
    """A word that tells an organisation from others: no place, people or kind of body."""
    return (
        (may_be_place or word not in knowledge.places)
        and word not in knowledge.countries
        and word not in knowledge.demonyms
        and word not in knowledge.groups
        and word not in knowledge.organization_words
        and not is_common(word, knowledge)
    )
