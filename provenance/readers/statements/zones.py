"""Zones of time as printed beside a clock → hours east of UTC."""

import re

EARLIEST_HOURS = 14.0
"""Kiribati: the first place on earth where a day begins."""
LATEST_HOURS = -12.0
"""Baker Island: the last."""
OFFSET = r"(?:[+-]\d{2}:?\d{2}|[+-]\d{1,2})(?![\d:])"
NAMED = (
    r"(?:(?:utc|gmt)\s?[+-]\d{1,2}(?::?\d{2})?(?![\d:])|(?:utc|gmt|z)\b|(?-i:[A-Z]{2,5})\b"
    r"|(?:eastern|central|mountain|pacific)(?:\s(?:standard|daylight))?(?:\stime)?\b)"
)
_OFFSET_PARTS = re.compile(r"([+-])(\d{1,2}):?(\d{2})?")
_PARTS_OF_HOUR = (0, 15, 30, 45)

_SOLE = {
    0.0: "z utc gmt wet",
    1.0: "cet west wat met",
    2.0: "cest eet cat sast mest",
    3.0: "eest msk eat trt aqst",
    4.0: "gst azt get samt",
    4.5: "aft",
    5.0: "pkt uzt yekt",
    5.75: "npt",
    6.5: "mmt",
    7.0: "ict wib krat",
    8.0: "hkt sgt pht myt awst wita ulat irkt",
    9.0: "jst kst wit yakt",
    9.5: "acst",
    10.0: "aest chst vlat pgt",
    10.5: "acdt",
    11.0: "aedt sbt",
    12.0: "nzst fjt",
    13.0: "nzdt",
    -2.5: "ndt",
    -3.0: "brt art adt uyt clst",
    -3.5: "nst",
    -4.0: "edt vet bot clt",
    -5.0: "est cdt cot pet",
    -6.0: "mdt",
    -7.0: "pdt mst",
    -8.0: "pst akdt",
    -9.0: "akst",
    -10.0: "hst",
}
"""Abbreviations in common use for one offset (IANA time zone database)."""
_SEVERAL = {
    **{"et": (-5.0, -4.0), "ct": (-6.0, -5.0), "mt": (-7.0, -6.0), "pt": (-8.0, -7.0)},
    **{"eastern": (-5.0, -4.0), "central": (-6.0, -5.0), "mountain": (-7.0, -6.0), "pacific": (-8.0, -7.0)},
    **{"cst": (-6.0, 8.0), "ist": (1.0, 5.5), "bst": (1.0, 6.0), "ast": (-4.0, 3.0)},
}
"""Those that stand for several: the least and the most."""
ZONES = {name: (hours, hours) for hours, names in _SOLE.items() for name in names.split()} | _SEVERAL


def read_zone(printed: str) -> tuple[float, float] | None:
    """The least and the most hours east of UTC that `printed` can mean; None if it is no zone."""
    words = printed.lower().split()
    if not words:
        return None
    hit = _OFFSET_PARTS.search(printed)
    if hit is None:
        found = ZONES.get(words[0])
        if found and len(words) > 1:  # "Eastern Daylight Time"
            return {"standard": (found[0], found[0]), "daylight": (found[1], found[1])}.get(words[1], found)
        return found
    hours, minutes = int(hit[2]), int(hit[3] or 0)
    offset = (hours + minutes / 60) * (1 if hit[1] == "+" else -1)
    is_zone = minutes in _PARTS_OF_HOUR and LATEST_HOURS <= offset <= EARLIEST_HOURS
    return (offset, offset) if is_zone else None


def print_offset(hours: float) -> str:
    """As ISO 8601 has it: +05:30."""
    minutes = round(abs(hours) * 60)
    return f"{'-' if hours < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}"
