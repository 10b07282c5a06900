"""Whose page a source is: the host that it was fetched from, else its publisher."""

import re

from provenance.model.sources import Basis, Source

_ADDRESS = re.compile(r"https?:/{1,2}(?:[^/\s@]{0,100}@)?([^/\s:?#]{1,253})", re.IGNORECASE)
_HOST = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}"
    r"(?:[a-z]{2}|com|org|net|edu|gov|mil|int|info|biz|news|media|press|online|site|blog|africa|asia)",
    re.IGNORECASE,
)
"""A whole path component that is a host: its last part is a country's, or one of the common general ones.

Origin: the Internet's general top-level domains, from general knowledge; a folder named "v1.2" or
"old.files" is none.
"""
_KNOWN = (Basis.STATED, Basis.METADATA, Basis.SET)


def find_house(source: Source) -> tuple[str, str]:
    """(kind, name): ("host", "example.org"), ("publisher", "The Example"), or ("", "") if neither is known.

    In this order: the host of its canonical address and of its address (of a page in a web archive, the
    host of the page itself); the last folder of its path that is named like a host, as site mirrors and
    archive tools write them; its publisher, unless that is our own conclusion. A leading "www." is dropped.
    """
    for name in ("canonical_url", "url"):
        hosts = _ADDRESS.findall(source.value(name) or "")
        if hosts:
            return "host", _plain(hosts[-1])
    folders = [part for part in source.path.replace("#", "/").split("/")[:-1] if _HOST.fullmatch(part)]
    if folders:
        return "host", _plain(folders[-1])
    publisher = source.first("publisher")
    if publisher is not None and publisher.basis in _KNOWN and publisher.value.strip():
        return "publisher", " ".join(publisher.value.split())
    return "", ""


def _plain(host: str) -> str:
    return host.casefold().removeprefix("www.").rstrip(".")
