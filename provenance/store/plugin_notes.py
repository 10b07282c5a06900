"""What came of plugins ↔ rows."""

from collections.abc import Sequence

from sqlite_utils import Database

from provenance.model.plugin_notes import PluginEvent, PluginNote
from provenance.store.rows import TableRows, read

_COLUMNS = ("stage", "position", "plugin", "event", "key", "about", "reason")


def plugin_rows(notes: Sequence[PluginNote]) -> TableRows:
    """Prepared rows, in the order of the notes."""
    rows = tuple(
        (note.stage, position, note.plugin, note.event.value, note.key, note.about, note.reason)
        for position, note in enumerate(notes)
    )
    return TableRows("plugin_note", _COLUMNS, rows)


def load_plugin_notes(db: Database) -> list[PluginNote]:
    """All notes, by stage and in their order."""
    query = "SELECT stage, plugin, event, key, about, reason FROM plugin_notes ORDER BY stage, position"
    return [
        PluginNote(stage, plugin, PluginEvent(event), key, about, reason)
        for stage, plugin, event, key, about, reason in read(db, query)
    ]


def has_failed(db: Database, stage: str) -> bool:
    """Did a plugin fail when the stage's standing results were made?"""
    query = "SELECT count(*) FROM plugin_note WHERE stage = ? AND event = 'failed'"
    return bool(next(read(db, query, stage))[0])
