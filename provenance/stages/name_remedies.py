"""What would change a judgement of names: lines for names.toml, ready to paste, or one to take out."""

from collections.abc import Iterable, Sequence

from provenance.model.explanations import Remedy
from provenance.names.resolving.rule_keys import rule_key
from provenance.store.views import Row

SAME, DIFFERENT, CANONICAL = "same", "different", "name"
_PURPOSES = {
    SAME: "to make them one",
    DIFFERENT: "to keep them apart",
    CANONICAL: "to write it in another way",
}
_SPOKEN = {SAME: ("same", "different", "written as"), DIFFERENT: ("same", "different", "written as")}
"""Relations of a rule beside which the table would say it again, or contradict it."""


def remedy(table: str, names: Sequence[str], kind: str, rules: Iterable[Row]) -> Remedy | None:
    """A table of names.toml for the names; of CANONICAL, the first is how to write it. `kind`: "" for any.

    `rules`: rows of the view name_rules; where one speaks of the names already, it is to be taken out.
    None where no line would do anything: names that are equal but for case and marks are no two.
    """
    wanted = {rule_key(name) for name in names}
    if len(wanted) < len(names) and (table == DIFFERENT or len(set(names)) < len(names)):
        return None
    for rule in rules:
        spoken = {rule_key(str(rule["a"])), rule_key(str(rule["b"]))}
        if rule["relation"] in _SPOKEN.get(table, ()) and spoken == wanted:
            return Remedy(f"to have the texts judge again, take out {rule['place']}", "")
    if table == CANONICAL:
        told = [f"canonical = {toml_text(names[0])}", f"aliases = [{_listed(names[1:])}]"]
    else:
        told = [f"names = [{_listed(names)}]"]
    lines = [f"[[{table}]]", *told, *([f"kind = {toml_text(kind)}"] if kind else [])]
    return Remedy(_PURPOSES[table], "\n".join(lines))


def without_repeats(remedies: Sequence[Remedy | None]) -> tuple[Remedy, ...]:
    """Each remedy that there is once, in order."""
    return tuple(dict.fromkeys(one for one in remedies if one is not None))


def toml_text(text: str) -> str:
    """A basic string of TOML: what would end it, and all that a terminal would act on, as escapes."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    return character if character.isprintable() else f"\\U{ord(character):08X}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(toml_text, names))
