"""The public functions on names: no database, no files but the word lists."""

from collections.abc import Sequence

from provenance import names as name_subject
from provenance.model.names import EntityKind, NameComparison
from provenance.model.settings import NameSettings
from provenance.readers.gazetteers import load_knowledge

_KINDS = frozenset(kind.value for kind in EntityKind)
_NAME_SETTINGS = NameSettings()


def compare_names(a: str, b: str, kind: str = "person") -> NameComparison:
    """Are two names one? `score` 0..1, `verdict` "same", "different" or "unsure", and the reasons.

    `kind`: person, organization, place, event or other; any other word is taken as other, since lists of
    names have kinds of their own. TypeError for a name or kind that is no str. Symmetric.
    """
    return name_subject.compare_names(_name(a), _name(b), _kind(kind), load_knowledge(), _NAME_SETTINGS)


def cluster_names(names: Sequence[tuple[str, str]]) -> list[int]:
    """A cluster number, from 0, for each (name, kind), in their order: equal numbers, one name.

    Names of different kinds never meet; kinds and errors as in `compare_names`.
    """
    checked = [(_name(name), _kind(kind)) for name, kind in names]
    return name_subject.cluster_names(checked, load_knowledge(), _NAME_SETTINGS)


def _name(name: object) -> str:
    if not isinstance(name, str):
        message = f"a name is a str, not {type(name).__name__}"
        raise TypeError(message)
    return name


def _kind(kind: object) -> str:
    if not isinstance(kind, str):
        message = f"a kind is a str, not {type(kind).__name__}"
        raise TypeError(message)
    return kind if kind in _KINDS else EntityKind.OTHER.value
