"""Why a conflict is one, and what would make it go away."""

from provenance.conflicts.explaining import claims_of_side, explain_finding
from provenance.conflicts.pile import Pile
from provenance.conflicts.rules import RULES
from provenance.model.conflicts import Conflict
from provenance.model.explanations import Chapter, Explanation, Ground
from provenance.model.plugin_notes import PluginEvent
from provenance.stages.conflict_remedies import paste_remedies
from provenance.stages.explain_names import Asked
from provenance.stages.pool import load_pool
from provenance.store.conflicts import load_conflicts
from provenance.store.findings import load_weights
from provenance.store.plugin_notes import load_plugin_notes
from provenance.store.views import Row


def explain_conflict(asked: Asked, rows: list[Row]) -> Explanation:
    """The claims as read, the rule, the event, the independence of each side, and what would change it."""
    key = str(rows[0]["key"])
    (conflict,) = (one for one in load_conflicts(asked.db) if one.key == key)
    pile = Pile(load_pool(asked.db), asked.knowledge, asked.conflict_settings)
    weights = [one for one in load_weights(asked.db) if one.conflict == key]
    chapters = explain_finding(pile, conflict, weights)
    judged = [
        Ground(f"plugin {note.plugin}: {note.reason}")
        for note in load_plugin_notes(asked.db)
        if note.key == key and note.event is PluginEvent.CERTAINTY
    ]
    if judged:
        chapters.append(Chapter("judged by plugins", tuple(judged)))
    chapters.append(Chapter("what would make it go away", tuple(_remedies(conflict))))
    claims = [claims_of_side(pile, conflict, side) for side in conflict.sides]
    remedies = paste_remedies(asked.db, pile, conflict, claims)
    return Explanation("conflict", key, conflict.title, tuple(chapters), remedies)


def _remedies(conflict: Conflict) -> list[Ground]:
    return [Ground(one.value) for one in RULES[conflict.kind].remedies]
