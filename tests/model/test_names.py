"""A comparison whose reasons are made when they are read is the value that has them from the start."""

import copy
import pickle

import pytest

from provenance.model.names import NameComparison, Reason, Verdict, say_score

REASONS = (Reason("names equal: Lee", 2.0), Reason("only one has Ann", -0.5))


def told(asked: list[int]) -> NameComparison:
    """Counts in `asked` how often the reasons are made."""

    def tell() -> tuple[Reason, ...]:
        asked.append(1)
        return REASONS

    return NameComparison.told_by(0.8, Verdict.SAME, tell)


def test_reasons_are_made_once_and_only_when_they_are_read() -> None:
    asked: list[int] = []
    compared = told(asked)
    assert compared.score == 0.8 and compared.verdict is Verdict.SAME and not asked
    assert compared.reasons == compared.reasons == REASONS and len(asked) == 1


def test_it_equals_the_value_made_at_once() -> None:
    plain = NameComparison(0.8, Verdict.SAME, REASONS)
    assert told([]) == plain and plain == told([])
    assert hash(told([])) == hash(plain) and repr(told([])) == repr(plain)


def test_it_can_be_copied_and_pickled_before_its_reasons_are_read() -> None:
    for same in (copy.copy(told([])), copy.deepcopy(told([])), pickle.loads(pickle.dumps(told([])))):
        assert same.reasons == REASONS and same == told([])


def test_it_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        _ = told([]).weight


@pytest.mark.parametrize(
    ("score", "said"), [(0.69999, "0.69"), (0.7, "0.70"), (0.29, "0.29"), (1.0, "1.00"), (0.0, "0.00")]
)
def test_a_score_is_cut_off_and_seems_never_to_reach_what_it_is_under(score: float, said: str) -> None:
    assert say_score(score) == said
