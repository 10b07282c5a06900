"""How many sources of each language a stage analysed, and why not the others."""

from collections.abc import Callable, Sequence

from provenance.model.report import Coverage
from provenance.model.sources import Source

UNKNOWN = "unknown"
_SHOWN_REASONS = 3


def is_english(source: Source) -> bool:
    """Can it be read as English? A text whose language was not recognised can."""
    return source.language in (None, UNKNOWN, "en")


def unread(source: Source) -> str:
    """Why there is no text to analyse; "" if there is one."""
    if source.is_readable:
        return ""
    return f"not read: {source.problem or source.state.value}"


def english_only(what: str) -> Callable[[Source], str]:
    """Why a source was not analysed by a stage that knows only English; `what`: "claims are analysed"."""

    def reason(source: Source) -> str:
        return unread(source) or ("" if is_english(source) else f"{what} in English only so far")

    return reason


def _no_note(_source: Source) -> str:
    return ""


def cover(
    stage: str,
    sources: Sequence[Source],
    reason: Callable[[Source], str],
    note: Callable[[Source], str] = _no_note,
) -> list[Coverage]:
    """Counts by language, in the order of languages; `reason` is "" for a source that was analysed.

    `note`: what was passed over in one that was; told beside the reasons.
    """
    done: dict[str, int] = {}
    reasons: dict[str, list[str]] = {}
    notes: dict[str, list[str]] = {}
    for source in sources:
        language = source.language or UNKNOWN
        why_not = reason(source)
        done[language] = done.get(language, 0) + (not why_not)
        reasons.setdefault(language, []).extend([why_not] if why_not else [])
        passed_over = "" if why_not else note(source)
        notes.setdefault(language, []).extend([passed_over] if passed_over else [])
    return [
        Coverage(
            language,
            stage,
            done[language],
            len(reasons[language]),
            _summary(reasons[language] + notes[language]),
        )
        for language in sorted(done)
    ]


def _summary(reasons: Sequence[str]) -> str:
    distinct = sorted(set(reasons))
    more = len(distinct) - _SHOWN_REASONS
    return "; ".join(distinct[:_SHOWN_REASONS]) + (f"; and {more} other reasons" if more > 0 else "")
