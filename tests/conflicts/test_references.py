"""A copy that refers to the same thing in another way, or tells a sentence anew, alters no fact."""

from provenance.model.conflicts import ConflictKind
from provenance.model.reuse import ChangeKind
from tests.conflicts.pools import PERSON, align, findings, make_source, pool

_TEXT = (
    "The court in Lissar sent the former mayor to prison for nine years on Friday, and Judge Mara Osei read"
    " the verdict for two hours. Mara Osei will leave the bench in June after a career of thirty years, the"
    " court said."
)
_NAMES = {"Mara Osei": ("osei", PERSON), "Timo Brandt": ("brandt", PERSON)}


def _changes(old: str, new: str, kind: ChangeKind) -> int:
    assert old in _TEXT
    a, b = make_source("a.txt", _TEXT, _NAMES), make_source("b.txt", _TEXT.replace(old, new), _NAMES)
    return len(findings(pool(a, b, alignments=[align(a, b, kind)]), ConflictKind.EDITED_COPY))


def test_a_pronoun_or_a_description_for_a_name_is_no_change() -> None:
    assert _changes("Mara Osei will", "She will", ChangeKind.NAME) == 0
    assert _changes("Judge Mara Osei read", "the judge read", ChangeKind.NAME) == 0
    assert _changes("Judge Mara Osei read", "Judge Osei read", ChangeKind.NAME) == 0


def test_another_name_is_one() -> None:
    assert _changes("Mara Osei will", "Timo Brandt will", ChangeKind.NAME) == 1


def test_an_age_that_only_one_text_gives_is_no_change_and_another_figure_is() -> None:
    assert _changes("Mara Osei will", "Mara Osei, 61, will", ChangeKind.NUMBER) == 0
    assert _changes("nine years", "seven years", ChangeKind.NUMBER) == 1
