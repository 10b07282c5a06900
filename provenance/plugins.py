"""What a plugin can do: add claims of a source, and judge a finding before it is told.

A plugin is an installed package with an entry point in the group "provenance.plugins". Its value is a module,
an object or a class (made without arguments) with one or both of these methods, marked with `hookimpl`:

    from provenance.plugins import hookimpl

    @hookimpl
    def find_claims(source): ...          # source: provenance.model.annotations.AnnotatedSource

    @hookimpl
    def judge_conflict(conflict, texts): ...

The package's name and version are settings of the run: another version computes anew, and without a new
version nothing does, so raise it with every change of results. Give the same answer to the same question: no
clock, no chance, no network that answers otherwise tomorrow. Plugins are asked in the order of their names.
One that raises is named with its error, its answer is left out, and the command ends with status 3.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

import pluggy
from attrs import frozen

from provenance.model.annotations import AnnotatedSource
from provenance.model.claims import Claim
from provenance.model.conflicts import Conflict, Level

PROJECT = "provenance"
GROUP = "provenance.plugins"
"""Of the entry points."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class Decision(StrEnum):
    """What is to become of a finding."""

    KEEP = "keep"
    DROP = "drop"


@frozen
class Judgement:
    """`reason`: a sentence for readers, never empty for a change. `certainty`: another one, None for as it
    is."""

    decision: Decision
    reason: str = ""
    certainty: Level | None = None


class Hooks:
    """The two questions, each asked of every plugin that answers it."""

    @hookspec
    def find_claims(self, source: AnnotatedSource) -> Iterable[Claim]:
        """Claims of `source` besides those of the rules.

        Of each, `source_id` is that of the source, `span` a place in its text, and `quote` what stands there
        letter for letter: a claim without its place is refused, and so is one of the kind metadata. Entities
        are those of `source.mentions`. Called once a source in English.
        """
        return ()

    @hookspec
    def judge_conflict(self, conflict: Conflict, texts: Mapping[str, str]) -> Judgement | None:
        """What is to become of a finding; None for no opinion. `texts`: id -> text of its sources.

        A finding that one plugin drops is not shown to those after it. What was dropped or got another
        certainty is kept with the plugin's reason in the view `plugin_notes`, and told where findings are
        listed.
        """
