"""Names at the start of a sentence whose first word is a common one: whole where the pile has them so."""

from collections.abc import Iterator, Sequence

from provenance.names.mentions.cuts import Candidate
from provenance.names.mentions.links import BLANKS
from provenance.names.mentions.settings import Setting
from provenance.names.mentions.words import without_marks


def restore_openers(settings: Sequence[Setting]) -> Iterator[tuple[int, Setting]]:
    """Indices of settings and what they become: Lantern is Blue Lantern where the pile has that."""
    whole = {
        setting.form
        for setting in settings
        if len(setting.candidate.words) > 1 and not setting.candidate.words[0].is_opening
    }
    for place, setting in enumerate(settings):
        restored = _restored(setting, whole) if setting.candidate.is_cut_open else None
        if restored is not None:
            yield place, restored


def _restored(setting: Setting, whole: set[str]) -> Setting | None:
    before = setting.before()
    if before is None or not before.is_capital or setting.candidate.words[0].gap not in BLANKS:
        return None
    plain = f"{before.plain} {setting.candidate.plain}"
    if without_marks(plain) not in whole:
        return None
    candidate = Candidate((before, *setting.candidate.words), plain=plain)
    return Setting(
        setting.source_id,
        setting.sentence,
        setting.first - 1,
        setting.last,
        candidate,
        setting.line_start,
        setting.is_event,
    )
