"""Lists of web addresses, which are no documents: nothing is fetched."""

import re

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s,;|<>\"']{3,2000}", re.IGNORECASE)
_NUMBER = re.compile(r"[-*•]|\(?\d{1,6}[.):]?|\[\d{1,6}\]")
_WORD = re.compile(r"\w{1,100}")
_SAMPLE_CHARS = 50_000
_LEAST_ADDRESSES = 2
_LEAST_SHARE = 0.9
"""Share of the lines with anything in them that must hold an address and next to nothing else."""
_MOST_OTHER_WORDS = 3


def is_url_list(text: str | bytes) -> bool:
    """Is it a list of web addresses: nine of ten lines have one, and no more than three words beside it?

    Lines that begin with # are remarks. A single address alone is a list too. Looks at the beginning only.
    """
    start = (
        text[:_SAMPLE_CHARS].decode("utf-8", "replace") if isinstance(text, bytes) else text[:_SAMPLE_CHARS]
    )
    lines = [line.strip() for line in start.splitlines()]
    if len(text) > _SAMPLE_CHARS:
        lines = lines[:-1]  # which is cut
    lines = [line for line in lines if line and not line.startswith("#")]
    if not lines:
        return False
    if len(lines) == 1:
        return _ADDRESS.fullmatch(lines[0]) is not None
    if not _is_address_line(lines[0]) and len(_WORD.findall(lines[0])) <= _MOST_OTHER_WORDS + 1:
        lines = lines[1:]  # a header, as tables have it
    count = sum(1 for line in lines if _is_address_line(line))
    return count >= _LEAST_ADDRESSES and count >= len(lines) * _LEAST_SHARE


def _is_address_line(line: str) -> bool:
    found = _ADDRESS.search(line)
    if found is None:
        return False
    others = (line[: found.start()] + " " + line[found.end() :]).replace(",", " ").replace(";", " ")
    words = [word for word in others.split() if not _NUMBER.fullmatch(word)]
    return len(words) <= _MOST_OTHER_WORDS
