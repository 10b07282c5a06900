"""Two people quoted on one matter."""

from provenance.model.conflicts import ConflictClass, ConflictKind
from tests.conflicts.pools import PERSON, findings, make_source, pool, said

NAMES = {"Lena Voss": ("voss", PERSON), "Karl Ihde": ("ihde", PERSON)}


def find(first: str, second: str, who: str = "ihde") -> list[str]:
    a = make_source("a", f"Lena Voss said: “{first}” Karl Ihde said: “{second}”", NAMES)
    claims = [said(a, f"“{first}”", "voss"), said(a, f"“{second}”", who)]
    found = findings(pool(a, claims=claims), ConflictKind.ATTRIBUTION)
    assert all(c.conflict_class is ConflictClass.PEOPLE_DIFFER for c in found)
    return [c.predicate for c in found]


AFFIRMED = "The old tunnel was inspected in March with the approval of the ministry."


def test_one_affirms_what_the_other_negates() -> None:
    assert find(AFFIRMED, "The tunnel was not inspected in March with ministry permission.") == ["opposite"]


def test_another_matter_one_voice_or_no_negation_is_silent() -> None:
    assert find(AFFIRMED, "The tunnel is not a place for children to play after dark.") == []
    assert find(AFFIRMED, "The tunnel was inspected in March with ministry permission.") == []
    assert find(AFFIRMED, "The tunnel was not inspected in March with ministry permission.", "voss") == []
