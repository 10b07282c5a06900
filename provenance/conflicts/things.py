"""What figures are of: classes of nouns that count the same things, and of words that tell what was done."""

from provenance.conflicts.words import stem

PERSON = "person"
"""Class of the nouns that count people of whatever kind."""


def _table(rows: str) -> dict[str, str]:
    """Printed form → the first word of its row."""
    lines = [line.split() for line in rows.strip().splitlines()]
    return {form: line[0] for line in lines for form in line}


_THINGS = _table("""
person people persons victims victim lives life bodies body others souls individuals humans fatalities deaths
worker workers employees employee staff job jobs positions posts workforce redundancies labourers laborers
soldier soldiers troops servicemen infantrymen
fighter fighters rebels rebel militants militiamen gunmen insurgents guerrillas combatants
protester protesters demonstrators marchers protestors
visitor visitors attendance attendees guests spectators visits crowd audience
house houses homes home dwellings dwelling
child children kids youngsters
woman women
man men
delegate delegates participants
case cases infections
plane planes aircraft airplanes aeroplanes jets
ship ships vessels vessel boats boat
truck trucks lorries lorry
car cars vehicles vehicle automobiles
film film films movie movies
book books novel novels book
country countries nation nations
storey storeys stories story floors floor
seat seats places
shop shops stores store outlets
prison jail sentence term prison imprisonment custody
share share shares stake stakes holding shareholding
fee fee fees price transfer
profit profit profits earnings
revenue revenue revenues turnover sales
cost cost costs budget expense expenses bill
debt debt debts liabilities owed owe owes owing claims
fine fine fined fines penalty penalties
bonus bonus bonuses
salary salary salaries wage wages pay
fund fund funds
loan loan loans lent credit credits
aid aid donation donations grant grants donated
bail bail bond
population population inhabitants residents
magnitude magnitude
truce truce ceasefire armistice
inflation inflation
unemployment unemployment jobless
turnout turnout
movement movements groups factions parties
dead dead
""")
"""Nouns of news that count or name the same thing: the plain vocabulary of English, no topic of its own."""

_GROUPS = frozenset(
    stem(word)
    for word in "team crew delegation squad panel jury committee unit contingent mission board cast orchestra"
    " choir cabinet council brigade battalion convoy fleet".split()
)
_KNOWN = frozenset(_THINGS.values())
_TOLLS = frozenset("toll tally count number total figure share amount".split())
_BEFALLEN = frozenset("kill injure infect miss arrest displace rescue destroy damage".split())

_DEEDS = _table("""
kill killed kills killing kill dead died dies die dying deaths death deadly fatalities fatality lives life
kill perished bodies slain murdered drowned suffocated starved claimed massacred corpses lethal
injure injured injuring injuries injury wounded wounding hurt hospitalised hospitalized injure
infect infected infection infections cases sick ill sickened infect infecting
miss missing unaccounted
arrest arrested arrests arrest detained detention detainees jailed rounded arresting
displace displaced evacuated evacuees homeless fled refugees evacuations evacuation displacing uprooted
destroy destroyed flattened levelled leveled razed gutted destroy destroying lost
damage damaged damages
burn burned burnt consumed scorched charred blackened burn burning
rescue rescued saved survivors survived rescue rescuing pulled freed
attend attended attendance gathered crowd protesters demonstrators marched drew visitors came turned visited
attend watched watching spectators audience
employ employs employees employed workforce staff jobs redundancies laid employing employ
vote votes vote ballots voters voted ballot favour favor backing
buy buy buys bought buying purchase purchases purchased acquired acquisition acquire
buy takeover sold sell selling sale
cost cost costs costing budget expense
fine fine fined fines penalty penalties
lend loan loans lent credit lend lending
give aid grant grants funding donated donation donations pledged pledge gave give
release released releases releasing liberated freed handed took unlocked disbursed
earn revenue revenues profit profits earnings turnover sales earned earn earns posted
lose loss losses
owe debt debts deficit owed owes owing owe liabilities claims
own own owns owned owner owners ownership holds held hold holding stake shares shareholder shareholders
sentence sentenced jailed prison jail sentence imprisonment term imprisoned convicted
suspend suspended suspension ban banned bans barred
measure magnitude measured measuring
open opened opening opens
close closed shut closing closure shutting closes
leave left leave leaves leaving
charter chartered hired leased
build built building builds constructed construction erected completed
span spans spanning long length stretches stretching stretch
tall high tall height higher
deep deep depth down deepest
wide wide width broad
weigh weighs weight weighed weighing heavy
grow grew grow grown growth expanded
fall fell fall fallen declined dropped shrank
rise rose risen rises rise climbed increased
win won win wins winning
arrive arrived arrive came reached landed arriving
""")
"""Words of news that tell one thing was done to what is counted."""


def thing_of(word: str) -> str:
    """The class of a folded noun: workers and employees are one; else its stem."""
    found = _THINGS.get(word)
    return found or stem(word)


def deed_of(word: str) -> str:
    """What a folded word says was done, "" if it is none of the table's."""
    return _DEEDS.get(word, "")


def is_group(word: str) -> bool:
    """Does a stem name a group that is known by its size: team, crew, delegation?"""
    return word in _GROUPS


def is_toll(word: str) -> bool:
    """Does a folded word stand for the count itself or for what befell those counted: toll, killed?"""
    return word in _TOLLS or (deed_of(word) in _BEFALLEN and thing_of(word) not in _KNOWN)


def meaning_of(word: str) -> str:
    """What a folded word speaks of: the deed, the class of things, or its stem."""
    return _DEEDS.get(word) or thing_of(word)
