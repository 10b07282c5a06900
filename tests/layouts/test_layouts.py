"""Pages of many layouts are read as a person reads them: the floors of the measure."""

import pytest

from tests.layouts.score import Score, mean, print_scores, score_pages

_LEAST_F1 = 0.95
_LEAST_PAGE_F1 = 0.85
_LEAST_SHARE = 0.9
"""18 of 20, for title and date."""


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    """Of all pages."""
    return score_pages()


def test_there_are_the_layouts_to_measure(scores: list[Score]) -> None:
    assert len(scores) >= 28


def test_the_article_of_every_layout_is_told_from_its_page(scores: list[Score]) -> None:
    assert mean([score.f1 for score in scores]) >= _LEAST_F1, print_scores(scores)
    assert min(score.f1 for score in scores) >= _LEAST_PAGE_F1, print_scores(scores)


def test_our_reading_is_better_than_that_of_the_library_alone(scores: list[Score]) -> None:
    assert mean([score.f1 for score in scores]) > mean([score.library_f1 for score in scores])


def test_titles_and_dates_are_right(scores: list[Score]) -> None:
    assert mean([score.is_title_right for score in scores]) >= _LEAST_SHARE, print_scores(scores)
    assert mean([score.is_date_right for score in scores]) >= _LEAST_SHARE, print_scores(scores)
