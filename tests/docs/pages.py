"""docs/conflicts.md and docs/rules.md, written from the program's tables: `python tests/docs/pages.py`."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from provenance.conflicts.consequences import CONSEQUENCE
from provenance.conflicts.rules import RULES, ConflictRule
from provenance.model.claims import Hedge
from provenance.model.conflicts import SEVERITY, ConflictClass, ConflictKind, Level
from provenance.readers.gazetteers import NUMBER_TABLES, PACKAGE_FOLDER, TABLES, columns_of

DOCS = Path(__file__).parents[2] / "docs"
_WRITTEN = "<!-- Written by tests/docs/pages.py from the program's own tables: change those, `make docs`. -->"
_CLASSES: Mapping[ConflictClass, str] = {
    ConflictClass.SOURCES_DIFFER: "texts differ about the world; only these may be called a contradiction",
    ConflictClass.PEOPLE_DIFFER: "people who are quoted give other accounts; the texts only report them",
    ConflictClass.CHANGED_IN_REUSE: "a copied passage was changed inside; an altered copy is no witness",
    ConflictClass.INSIDE_ONE_TEXT: "one text cannot be right in itself",
    ConflictClass.PAGE_DATA: "what a page says of itself differs from place to place",
    ConflictClass.SPELLING: "one name in several spellings; nothing is contradicted",
}
_CONFLICTS = f"""\
{_WRITTEN}
# Conflicts: what is found, and what keeps it silent

A conflict says that values cannot both hold, never who is right. `provenance conflicts` lists them,
`provenance show KEY` has the quotes, and `provenance explain KEY` has the claims as they were read, the
rule, the ranges that the values mean, why it is one event, which sources count as origins of their own, and
what would make it go away.

Two claims are compared only if they speak of one event: a shared passage, or publication dates near each
other and names in common. An empty list is no agreement; each list opens with what was analysed.

## Severity

Each finding has a consequence (how much hangs on it) and a certainty (how sure it is that there is
something to look at), both shown. The severity is never above the consequence, and less certain findings
are lowered:
"""
_RULES = f"""\
{_WRITTEN}
# Rules as data: word lists that you can change

What the program knows of words stands in tables in [provenance/gazetteers](../provenance/gazetteers):
small, general, each with its origin. You can add to any of them, change a row or take one out, in
`provenance.toml`:

```toml
[tables.hedges]
"getting on for" = "about"      # a new row, or another value for one that is there
"some" = ""                     # a row taken out; false does the same

[tables.modals]                 # lists of single words
"reputedly" = true
"may" = false

[tables.roles]                  # several fields
"group coach" = ["coach", true, false]
```

Keys are words or phrases; case does not matter. A table that is not there, and a value that a table cannot
hold, are refused with the file, the line, the key and the reason, before anything is read. What you write
is part of the run: it stands among the settings in the report, and the next run computes anew what it can
change, and nothing else. In Python, `case.run(…, tables={{"hedges": {{"getting on for": "about"}}}})` does
the same.

For long lists, a folder of files with the same names does it (`gazetteers = "lists"` under `[run]`): one
entry a line, fields split by tabs, a row `-KEY` takes one out. Rows of `provenance.toml` go before those of
files.

`provenance explain KEY` of a conflict names the rows that would change it, ready to paste.
"""
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "Figures": ("hedges", "units", "number_words"),
    "Dates": ("months", "weekdays"),
    "What is told": (
        *("roles", "predicates", "event_verbs", "happenings", "states", "opposites", "synonyms"),
        *("modals", "negations", "conditions"),
    ),
    "Who says it": ("say_verbs", "agencies", "agency_names", "credit_wordings"),
    "Pages": ("furniture_cues",),
    "Other languages": ("foreign",),
}
_NAMES = "Names"
_EFFECTS: Mapping[str, str] = {
    "hedges": "How exact a figure is meant, and so which figures can both hold.",
    "units": "What a figure counts or measures; figures in one unit are compared.",
    "number_words": "Numbers in letters.",
    "months": "Dates.",
    "weekdays": "Weekdays beside dates.",
    "roles": "Offices: which titles mean one post, and which has one holder at a time.",
    "predicates": "Which ties stand for one another, and which exclude one another.",
    "event_verbs": "Which clause tells of which happening, and which happenings exclude one another.",
    "happenings": "Which happening a day or a place is given for.",
    "states": "In what state a person or thing is told to be, and which states exclude one another.",
    "opposites": "Which words cannot both hold of one thing.",
    "synonyms": "Which words may stand for one another.",
    "modals": "How certain or binding a statement is; what changes in a copy.",
    "negations": "Whether something is said not to be so.",
    "conditions": "What a statement depends on.",
    "say_verbs": "Who said what.",
    "agencies": "Whom texts have their words from, and so which sources are independent.",
    "agency_names": "Which names are one agency.",
    "credit_wordings": "Credits, and so which sources are independent.",
    "furniture_cues": "What of a page is no article text.",
    "foreign": "Figures, dates and changes inside copies in other languages.",
}
_VALUES = {"hedges": ", ".join(f"`{hedge.value}`" for hedge in Hedge)}


def conflicts_page() -> str:
    """docs/conflicts.md."""
    return "\n".join([_CONFLICTS, *_severities(), *_classes(), *_kinds()]) + "\n"


def rules_page() -> str:
    """docs/rules.md."""
    return "\n".join([_RULES, *_tables()]) + "\n"


def main() -> None:
    """Write both."""
    (DOCS / "conflicts.md").write_text(conflicts_page(), encoding="utf-8")
    (DOCS / "rules.md").write_text(rules_page(), encoding="utf-8")


def _severities() -> Iterator[str]:
    yield "| consequence | certainty high | medium | low |"
    yield "|---|---|---|---|"
    for consequence in Level:
        found = " | ".join(SEVERITY[consequence, certainty].value for certainty in Level)
        yield f"| {consequence.value} | {found} |"


def _classes() -> Iterator[str]:
    yield "\n## Classes: who disagrees\n"
    yield "| class | what it says |"
    yield "|---|---|"
    for one in ConflictClass:
        yield f"| {one.value} | {_CLASSES[one]} |"


def _kinds() -> Iterator[str]:
    yield "\n## Kinds\n"
    yield "| kind | weighs at most |"
    yield "|---|---|"
    for kind in RULES:
        yield f"| [{kind.value}](#{kind.value}) | {CONSEQUENCE[kind].value} |"
    for kind, rule in RULES.items():
        yield from _kind(kind, rule)


def _kind(kind: ConflictKind, rule: ConflictRule) -> Iterator[str]:
    yield f"\n### {kind.value}\n"
    yield f"{rule.finds} {rule.because}\n"
    claims = ", ".join(f"`{claim.value}`" for claim in rule.claims)
    compares = (
        f"It compares claims of the kinds {claims}." if rule.claims else "It reads the texts themselves."
    )
    yield f"{compares} Consequence: {CONSEQUENCE[kind].value} at most.\n"
    yield "What keeps it silent, or lowers it:\n"
    yield from (f"- {sentence}" for sentence in rule.silent)
    yield "\nWhat would make a finding go away:\n"
    yield from (f"- {remedy.value}" for remedy in rule.remedies)


def _tables() -> Iterator[str]:
    told = {name for names in _GROUPS.values() for name in names}
    others = tuple(sorted(set(TABLES) - told))
    for group, names in {**_GROUPS, _NAMES: others}.items():
        yield f"## {group}\n"
        for name in names:
            if name in TABLES:
                yield from _table(name)


def _table(name: str) -> Iterator[str]:
    heads, first = _read(name)
    yield f"### {name}\n"
    if name in _EFFECTS:
        yield f"{_EFFECTS[name]}\n"
    yield f"{heads['what'].rstrip('.')}.\n"
    if name in _VALUES:
        yield f"Values: {_VALUES[name]}.\n"
    yield f"Origin: {heads['origin']}. Licence: {heads['licence']}.\n"
    yield f"```toml\n[tables.{name}]\n{_as_toml(name, first)}\n```\n"


def _read(name: str) -> tuple[dict[str, str], list[str]]:
    """What a table says of itself, and its first row."""
    heads = {"what": ""}
    for line in (PACKAGE_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            if line.strip():
                return heads, line.split("\t")
            continue
        said = re.match(r"# (origin|licence): (.*)", line)
        if said:
            heads[said[1]] = said[2].rstrip(".")
        elif "origin" not in heads:
            heads["what"] = f"{heads['what']} {line.removeprefix('#').strip()}".strip()
    return heads, []


def _as_toml(name: str, row: list[str]) -> str:
    """A row of the table as one would write it."""
    key, fields = f'"{row[0]}"', row[1 : columns_of(name)]
    if not fields:
        return f"{key} = true"
    if name in NUMBER_TABLES:
        return f"{key} = {fields[0]}"
    if name == "roles":
        truths = ["true" if field == "1" else "false" for field in fields[1:]]
        return f'{key} = ["{fields[0]}", {", ".join(truths)}]'
    listed = ", ".join(f'"{field}"' for field in fields)
    return f"{key} = {listed}" if len(fields) == 1 else f"{key} = [{listed}]"


if __name__ == "__main__":
    main()
