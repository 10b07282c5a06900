"""A name that was taken for a person's and that a text says is a body's other name is a body's."""

from collections.abc import Sequence

from attrs import evolve

from provenance.model.names import EntityKind, Mention, StatedAlias


def with_stated_kinds(mentions: Sequence[Mention], aliases: Sequence[StatedAlias]) -> Sequence[Mention]:
    """The mentions; those of a person's name that an alias makes a body's are bodies, wherever they stand."""
    kinds = {mention.span: mention.kind for mention in mentions}
    bodies = {
        alias.alias
        for alias in aliases
        if kinds.get(alias.name) is EntityKind.ORGANIZATION and kinds.get(alias.alias) is EntityKind.PERSON
    }
    names = {mention.text for mention in mentions if mention.span in bodies}
    if not names:
        return mentions
    return [
        evolve(mention, kind=EntityKind.ORGANIZATION)
        if mention.text in names and mention.kind is EntityKind.PERSON
        else mention
        for mention in mentions
    ]
