"""Addresses by which one source names another: links in its text, declared originals."""

import re

from provenance.model.reuse import Direction
from provenance.model.sources import Source
from provenance.reuse.descent.evidence import Evidence, Rests

LINK_WEIGHT = 0.95
"""The whole address of the other page stands in the text."""
HOST_WEIGHT = 0.3
"""Only the other's site is linked: pages link many sites."""
DECLARED_WEIGHT = 0.97
"""The page itself declares the other as what it is based on, or as its canonical address."""
LEAST_PATH = 2
"""Characters behind the host from which an address is that of a page."""

_URL = re.compile(
    r"https?://[^\s<>\"'\u201c\u201d\u00ab\u00bb()\[\]]{4,500}|\bwww\.[^\s<>\"'()\[\]]{4,300}", re.I
)
_OWN_PAGE = ("url", "canonical_url", "amp_url")


def find_addresses(text: str) -> tuple[str, ...]:
    """Addresses in `text`, plain, in order, each once."""
    if "://" not in text and "www." not in text.casefold():
        return ()
    return tuple(dict.fromkeys(plain_address(found.group()) for found in _URL.finditer(text)))


def plain_address(address: str) -> str:
    """Without scheme, "www.", query, fragment and what ends a sentence; the host in lower case."""
    address = re.sub(r"^[a-z]{2,6}://", "", address.strip(), flags=re.I)
    host, slash, path = re.split(r"[?#]", address, maxsplit=1)[0].partition("/")
    return host.casefold().removeprefix("www.").rstrip(".,;:!") + (slash + path).rstrip("/.,;:!")


def own_addresses(source: Source) -> frozenset[str]:
    """Plain addresses under which the source is known; what is no page's is left out."""
    found = {plain_address(m.value) for m in source.metadata if m.name in _OWN_PAGE}
    return frozenset(each for each in found if len(each.partition("/")[2]) >= LEAST_PATH)


def host_of(address: str) -> str:
    """The host of a plain address."""
    return address.partition("/")[0]


def find_links(
    child: Source, parent: Source, linked: tuple[str, ...], towards: Direction, names: tuple[str, str]
) -> list[Evidence]:
    """What the addresses in `child` say of its owing to `parent`. `linked`: those in its text; `names`: what
    reasons call parent and child."""
    addresses = own_addresses(parent) - {plain_address(child.value("url") or "")}
    hosts = {host_of(each) for each in addresses} - {host_of(each) for each in own_addresses(child)}
    found = []
    based = [plain_address(m.value) for m in child.metadata if m.name == "based_on"]
    if addresses & set(based):
        reason = f"{names[1]} declares that it is based on the address of {names[0]}"
        found.append(Evidence(towards, Rests.DECLARED, DECLARED_WEIGHT, reason))
    canonical = plain_address(child.value("canonical_url") or "")
    if (
        canonical
        and canonical in addresses
        and host_of(canonical) != host_of(plain_address(child.value("url") or ""))
    ):
        reason = f"{names[1]} gives the address of {names[0]} as its canonical one, on another host"
        found.append(Evidence(towards, Rests.DECLARED, DECLARED_WEIGHT, reason))
    exact = next((each for each in linked if each in addresses), "")
    if exact:
        found.append(
            Evidence(towards, Rests.CREDIT, LINK_WEIGHT, f"{names[1]} links to {names[0]}: {exact[:120]}")
        )
    elif hosts & {host_of(each) for each in linked}:
        host = sorted(hosts & {host_of(each) for each in linked})[0]
        reason = f"{names[1]} links to the site of {names[0]}: {host[:80]}"
        found.append(Evidence(towards, Rests.CREDIT, HOST_WEIGHT, reason))
    return found
