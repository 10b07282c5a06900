"""Which page an address names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.states.page_addresses import address_host, page_address

PAGE = "example.org/news/2016/ferry-sinks"


@pytest.mark.parametrize(
    "address",
    [
        "http://www.example.org/news/2016/ferry-sinks.html?utm_source=letter&fbclid=7",
        "HTTPS://Example.org:443/news/2016/ferry-sinks/",
        "https://example.org/news/2016/ferry-sinks/index.html#comments",
        "https://m.example.org/news/2016/ferry-sinks/amp/",
        "https://amp.example.org/news/2016/ferry-sinks",
        "https://example.org/news/2016/ferry-sinks.amp.html",
        "https://example.org/news/2016/ferry-sinks?view=print",
        "https://web.archive.org/web/20161007120000/http://www.example.org:80/news/2016/ferry-sinks.html",
        "https://web.archive.org/web/20161007120000id_/https:/www.example.org/news/2016/ferry-sinks.html",
        "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/2016/ferry-sinks.html",
        "https://www.google.com/amp/s/www.example.org/news/2016/ferry-sinks",
        "www.example.org/news/2016/ferry-sinks",
    ],
)
def test_variants_are_one_address(address: str) -> None:
    assert page_address(address) == PAGE
    assert address_host(address) == "example.org"


def test_parameters_that_choose_a_page_stay_in_one_order() -> None:
    assert page_address("http://example.org/a.php?id=7&lang=en") == "example.org/a?id=7&lang=en"
    assert page_address("http://example.org/a.php?lang=en&id=7") == "example.org/a?id=7&lang=en"
    assert page_address("http://example.org/a.php?id=8") != page_address("http://example.org/a.php?id=7")


def test_an_address_in_a_parameter_is_not_the_page() -> None:
    assert page_address("https://example.org/share?url=http://other.example/x").startswith(
        "example.org/share"
    )


@pytest.mark.parametrize(
    "address", [None, "", "http://", "no address", "mailto:a@example.org", "http://[x", "a b"]
)
def test_what_is_no_address_names_no_page(address: str | None) -> None:
    assert page_address(address) == ""
    assert address_host(address) == ""


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert page_address(f"http://example.org/{text}") == page_address(f"https://www.example.org/{text}")
    assert isinstance(page_address(text), str)
