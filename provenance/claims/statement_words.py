"""Words of grammar that clauses are read by: English, closed classes."""

BE = frozenset("be am is are was were been being 's 're 'm isn't aren't wasn't weren't".split())
HAVE = frozenset("have has had having 've haven't hasn't hadn't".split())
DO = frozenset("do does did don't doesn't didn't".split())
PLANNED = frozenset("will shall would won't wouldn't 'll".split())
POSSIBLE = frozenset("may might can could can't cannot couldn't mightn't".split())
REQUIRED = frozenset("must should ought shouldn't mustn't".split())
MODALS = PLANNED | POSSIBLE | REQUIRED
AUXILIARIES = BE | HAVE | DO | MODALS | {"to"}

NEGATIONS = frozenset(
    "not never no neither nor hardly scarcely isn't aren't wasn't weren't haven't hasn't hadn't don't "
    "doesn't didn't won't wouldn't can't cannot couldn't shouldn't mustn't mightn't without".split()
)
"""Words that turn the verb that they stand by into its denial."""
NOBODY = frozenset("no none nobody nothing neither nowhere".split())
"""Words whose noun phrase denies what is said of it: no sailings, none of them, nobody."""

MIDDLE = frozenset(
    "not never also still already now then once ever just again since even first twice both all yet "
    "hardly scarcely long soon only always often neither nor longer later thus therefore however".split()
)
"""Words that stand inside a group of verbs, beside those that end in -ly."""
SEMI = {
    "going": "planned", "set": "planned", "due": "planned", "expected": "planned", "scheduled": "planned",
    "planned": "planned", "poised": "planned", "about": "planned", "likely": "possible",
    "unlikely": "denied", "able": "asserted", "unable": "denied", "ready": "planned", "said": "possible",
    "believed": "possible", "thought": "possible", "reported": "possible", "alleged": "possible",
    "supposed": "required", "obliged": "required", "required": "required", "bound": "planned",
    "certain": "planned", "sure": "planned", "yet": "denied",
}  # fmt: skip
""" "is … to": what the word between makes of the verb that follows."""
GOVERNORS = {
    "refuse": "denied", "refused": "denied", "refuses": "denied", "refusing": "denied", "fail": "denied",
    "failed": "denied", "fails": "denied", "failing": "denied", "decline": "denied", "declined": "denied",
    "declines": "denied", "declining": "denied", "neglected": "denied", "forgot": "denied",
    "managed": "asserted", "manages": "asserted", "began": "asserted", "begun": "asserted",
    "started": "asserted", "last": "asserted", "first": "asserted", "second": "asserted", "only": "asserted",
    "continued": "asserted", "continues": "asserted", "came": "asserted",
    "went": "asserted", "helped": "asserted", "forced": "asserted", "proceeded": "asserted",
    "has": "required", "have": "required", "had": "required", "needs": "required", "need": "required",
    "tried": "possible", "tries": "possible", "attempted": "possible", "seems": "possible",
    "seemed": "possible", "appears": "possible", "appeared": "possible", "allowed": "possible",
    "permitted": "possible", "wants": "planned", "wanted": "planned",
}  # fmt: skip
"""A verb before "to" → what it makes of the verb behind it; any other: a plan."""
HEARSAY = frozenset("reportedly allegedly supposedly purportedly possibly perhaps probably maybe".split())

PREPOSITIONS = frozenset(
    "of in on at to from by with for into onto over under between among against during before after "
    "about above below upon off through across along around behind beside besides beyond despite except "
    "inside near outside past per since than till toward towards throughout until via within "
    "without amid like unlike as".split()
)
CLAUSAL = frozenset({"before", "after", "than", "as", "since", "until"})
"""Prepositions that open clauses too."""
OPENERS = frozenset(
    "that because although though while whereas when whenever if unless whether where how why what so but "
    "yet lest once who which whose whom".split()
)
"""Words that open a clause: the subject of a verb stands behind them."""
RELATIVES = frozenset({"who", "which", "that"})
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any each every no both all another "
    "several many few most more one".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
PRONOUNS = frozenset("he she it they we i you everyone everybody nobody someone one".split())
PERSONAL = frozenset({"he", "she"})
OBJECT_PRONOUNS = frozenset("him her it them us me".split())
JOINERS = frozenset({"and", "but", "or", "then", "yet"})
PLACING = frozenset("in at to from into near inside outside across on over through toward towards".split())
"""Prepositions before a place where something is or that it goes to."""
