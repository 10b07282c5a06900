"""How many sources of each language a stage analysed, and why not the others."""

from collections.abc import Callable, Iterable

from provenance.model.report import Coverage
from provenance.model.sources import Source

UNKNOWN = "unknown"
_SHOWN_REASONS = 3
_LEAST_SHARE = 0.1
"""Of a text's letters, from which a part of it in another script is told."""


def is_english(source: Source) -> bool:
    """Can it be read as English? A text whose language was not recognised can."""
    return source.language in (None, UNKNOWN, "en")


def unread(source: Source) -> str:
    """Why there is no text to analyse; "" if there is one."""
    if source.is_readable:
        return ""
    return f"not read: {source.problem or source.state.value}"


def note_other_scripts(source: Source) -> str:
    """What a stage that knows only English passes over in a source in English; "" if that is little."""
    if not is_english(source):
        return ""
    letters = [character for character in source.text if character > "\u036f" and character.isalpha()]
    count = sum(1 for character in letters if not "\u1e00" <= character <= "\u1eff")
    if count < _LEAST_SHARE * sum(map(str.isalpha, source.text)) or not count:
        return ""
    return f"{source.path}: passages in another script are not analysed"


def english_only(what: str) -> Callable[[Source], str]:
    """Why a source was not analysed by a stage that knows only English; `what`: "claims are analysed"."""

    def reason(source: Source) -> str:
        return unread(source) or ("" if is_english(source) else f"{what} in English only so far")

    return reason


def _no_note(_source: Source) -> str:
    return ""


def cover(
    stage: str,
    sources: Iterable[Source],
    reason: Callable[[Source], str],
    note: Callable[[Source], str] = _no_note,
) -> list[Coverage]:
    """Counts by language, in the order of languages; `reason` is "" for a source that was analysed.

    `note`: what was passed over in one that was; told beside the reasons.
    """
    done: dict[str, int] = {}
    not_done: dict[str, int] = {}
    reasons: dict[str, set[str]] = {}
    notes: dict[str, set[str]] = {}
    for source in sources:
        language = source.language or UNKNOWN
        why_not = reason(source)
        done[language] = done.get(language, 0) + (not why_not)
        not_done[language] = not_done.get(language, 0) + bool(why_not)
        told = reasons if why_not else notes
        told.setdefault(language, set()).add(why_not or note(source))
    return [
        Coverage(
            language,
            stage,
            done[language],
            not_done[language],
            _summary((reasons.get(language, set()) | notes.get(language, set())) - {""}),
        )
        for language in sorted(done)
    ]


def _summary(reasons: set[str]) -> str:
    distinct = sorted(reasons)
    more = len(distinct) - _SHOWN_REASONS
    return "; ".join(distinct[:_SHOWN_REASONS]) + (f"; and {more} other reasons" if more > 0 else "")
