"""Lists of web addresses are told from texts that hold some."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.readers.containers.url_list import is_url_list

ADDRESSES = [f"https://example.org/news/{n}" for n in range(9)]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(ADDRESSES),
        "\r\n\r\n".join(ADDRESSES),
        "# to save\n" + "\n".join(ADDRESSES),
        "\n".join(f"{n}. {address}" for n, address in enumerate(ADDRESSES)),
        "\n".join(f"- {address} (Daily News)" for address in ADDRESSES),
        "id,url\n" + "\n".join(f"{n},{address}" for n, address in enumerate(ADDRESSES)),
        "www.example.org/a\nwww.example.org/b\n",
        "https://example.org/only-one\n",
        "\n".join(ADDRESSES) * 2000,
    ],
)
def test_lists_are_lists(text: str) -> None:
    assert is_url_list(text) and is_url_list(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "One sentence, and its address: https://example.org/a",
        "The mayor said so.\nhttps://example.org/a\n",
        "Sources\n\nThe flood came at night.\nhttps://example.org/a\nNobody was hurt.\nhttps://example.org/b\n",
        "\n".join(f"{address} How the bridge came to be closed in the storm" for address in ADDRESSES),
        "Bridge open\nhttps://example.org/a\n",
        "# a heading\n# another\n",
    ],
)
def test_texts_are_no_lists(text: str) -> None:
    assert not is_url_list(text)


@given(st.text(max_size=200) | st.binary(max_size=200))
def test_anything_can_be_asked(text: str | bytes) -> None:
    assert is_url_list(text) in (True, False)
