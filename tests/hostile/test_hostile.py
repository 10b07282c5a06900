"""The product over hostile files of our own: each in its class, nothing lost, nothing odd on the terminal."""

import pytest

from tests.hostile.own_cases import CASES, SECRET, Case, write_cases
from tests.hostile.product import Run, list_files, outcomes, query, run_product, stored_name


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One run over all cases."""
    folder = tmp_path_factory.mktemp("hostile")
    write_cases(folder / "files")
    return run_product(folder / "files", folder / "run", seconds=240)


def test_it_ends_and_says_that_some_could_not_be_read(run: Run) -> None:
    assert run.status == 3, run.printed


def test_no_traceback_is_shown(run: Run) -> None:
    assert run.tracebacks == 0


def test_nothing_that_moves_the_cursor_or_turns_the_text_is_printed(run: Run) -> None:
    assert run.controls == []


def test_every_file_is_accounted_for(run: Run) -> None:
    files = list_files(run.database.parents[1] / "files")
    assert set(files) - set(outcomes(run.database)) == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case.name)[2:40])
def test_each_file_is_in_its_class_with_its_reason(run: Run, case: Case) -> None:
    outcome = outcomes(run.database)[stored_name(case.name)]
    assert outcome.state == case.state, outcome.problem
    assert case.code is None or case.code in outcome.codes


def test_nothing_outside_of_the_folder_is_in_the_texts(run: Run) -> None:
    texts = [str(text) for (text,) in query(run.database, "SELECT text FROM block")]
    assert texts and not any(SECRET in text for text in texts)
