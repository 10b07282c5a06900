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

    `kind`: person, organization, place, event or other; any other word is taken as other. Symmetric.
    """
    return name_subject.compare_names(a, b, _kind(kind), load_knowledge(), _NAME_SETTINGS)


def cluster_names(names: Sequence[tuple[str, str]]) -> list[int]:
    """A cluster number, from 0, for each (name, kind), in their order: equal numbers, one name.

    Names of different kinds never meet; kinds as in `compare_names`.
    """
    checked = [(name, _kind(kind)) for name, kind in names]
    return name_subject.cluster_names(checked, load_knowledge(), _NAME_SETTINGS)


def _kind(kind: str) -> str:
    """The kind of that name; what is none of ours is compared letter by letter, like any other name."""
    return kind if kind in _KINDS else EntityKind.OTHER.value
