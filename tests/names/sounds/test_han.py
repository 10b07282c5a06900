"""Han signs in two writings."""

import pytest

from provenance.names.sounds.han import plain_signs


@pytest.mark.parametrize(("written", "plain"), [("張藝謀", "张艺谋"), ("黒沢", "黑泽"), ("渡邊", "渡边")])
def test_signs_of_two_writings_are_one(written: str, plain: str) -> None:
    assert plain_signs(written) == plain_signs(plain) == plain


def test_other_signs_and_letters_stay_as_they_are() -> None:
    assert plain_signs("范王Li 3") == "范王Li 3"


def test_it_needs_no_second_time() -> None:
    written = "".join(map(chr, range(0x4E00, 0x9FFF)))
    assert plain_signs(plain_signs(written)) == plain_signs(written)
