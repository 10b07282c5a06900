"""Which page an address names: the same for its variants for print, phones and archives."""

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

_LONGEST = 2_000
_WEB = re.compile(r"https?:/{1,2}[^/\s]|[\w-]{1,63}(?:\.[\w-]{1,63})+(?:[/:?#]|$)", re.IGNORECASE)
_INNER = re.compile(r"https?:/{1,2}(?=[^/\s])", re.IGNORECASE)
"""An address inside another one's path: archives and caches put the page's own behind theirs."""
_AMP_CACHE = re.compile(r"/(?:[civ]|amp|wp)/(?:s/)?(?=[\w-]{1,63}\.[\w.-]{2,})", re.IGNORECASE)
_AMP_HOSTS = re.compile(r"(?:\.cdn\.ampproject\.org|^(?:www\.)?google\.[a-z.]{2,6})$")
_FRONT = re.compile(r"^(?:www\d{0,2}|m|mobile|mobil|amp|touch|wap|print)\.(?=[^.]+\.)")
_VARIANT = frozenset(
    "amp print printable printer-friendly print-version mobile amphtml full singlepage".split()
)
"""Whole steps of a path, and values in the query, that choose how a page is shown (common usage)."""
_SUFFIX = re.compile(
    r"(?:[._-](?:amp|print|printable|mobile))?(?:\.(?:s?html?|php|aspx?|jsp|cfm))?$", re.IGNORECASE
)
_INDEX = frozenset(("index", "default"))
_TRACKING = re.compile(
    r"utm_\w+|fb\w*clid|gclid|dclid|gclsrc|msclkid|yclid|twclid|igshid|mc_[ce]id|_ga|_gl|ref|ref_?src|referrer|"
    r"source|src|from|via|share\w*|cmp|cmpid|icid|ito|ncid|ocid|partner|smid|smtyp|spm|sr_share|wt\.mc_id|"
    r"at_\w+|feature|rss|trk|print|printer|amp|mobile|output|outputtype|view|nocache|replytocom",
    re.IGNORECASE,
)
"""Parameters that say where a reader came from or how the page is shown, not which page it is: those of the
large analytics and sharing services after their public documentation, and common names of site software."""


def page_address(address: str | None) -> str:
    """ "example.org/news/1?id=7": host, path and the parameters that tell pages apart; "" if it is none.

    Without scheme, "www.", port, tracking parameters, fragment, a last slash, the ending ".html" and the
    marks of variants for print, phones and AMP. Of a capture in an archive (/web/2016/http://example.org/1)
    and of a cache: the address of the page that was captured.
    """
    parts = _split(_unwrapped((address or "").strip()[:_LONGEST]))
    if parts is None or "." not in (parts.hostname or ""):
        return ""
    host = _FRONT.sub("", (parts.hostname or "").rstrip("."))
    kept = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name) and value.casefold() not in _VARIANT
    )
    query = "&".join(f"{name}={value}" for name, value in kept)
    return f"{host}{_path(parts.path)}" + (f"?{query}" if query else "")


def address_host(address: str | None) -> str:
    """The host of the page that an address names, without "www." and the like; "" if there is none."""
    return re.split(r"[/?]", page_address(address), maxsplit=1)[0]


def _unwrapped(address: str) -> str:
    """The last address inside the path of another; of an AMP cache, the page that it holds."""
    path_end = re.search(r"[?#]", address)
    found = list(_INNER.finditer(address, 0, path_end.start() if path_end else len(address)))
    if len(found) > 1:
        return "http://" + address[found[-1].end() :]
    parts = _split(address)
    if parts is not None and _AMP_HOSTS.search(parts.hostname or ""):
        inner = _AMP_CACHE.match(parts.path)
        if inner:
            return f"http://{parts.path[inner.end() :]}" + (f"?{parts.query}" if parts.query else "")
    return address


def _split(address: str) -> SplitResult | None:
    """None where it is no address of the web."""
    if not _WEB.match(address):
        return None
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        return parts if parts.hostname and not re.search(r"\s", parts.netloc) else None
    except ValueError:
        return None


def _path(path: str) -> str:
    steps = [step for step in unquote(path, errors="replace").split("/") if step]
    if not steps:
        return ""
    steps[-1] = _SUFFIX.sub("", steps[-1], count=1)
    steps = [step for step in steps if step and step.casefold() not in _VARIANT]
    if steps and steps[-1].casefold() in _INDEX:
        steps.pop()
    return "".join(f"/{step}" for step in steps)
