"""Prose of our own for planted families: stories by topic, one half of them kept for judging."""

TUNED: tuple[tuple[str, ...], ...] = (
    (
        "{A} bridge closed after cracks are found",
        "The road bridge over the {P} at {Q} was closed to lorries {day} after inspectors found {n} "
        "cracks in its {x} girders.",
        "{F} {S}, the county engineer, said the cracks were “no danger to cars at present, but nobody "
        "can say how long that will last”.",
        "He ordered a second inspection, which will take about {m} days and cost {k} thousand crowns.",
        "Drivers of heavy vehicles must use the detour through {R}, which adds {m} kilometres to the "
        "journey.",
        "The {O}, which owns the bridge, had warned in a letter of {d} March that its {x} bearings were "
        "worn out.",
        "{S} denied that the letter had been ignored and said repairs were planned for the coming summer.",
        "According to two people who have seen the report, the {y} plates were welded by a firm that no "
        "longer exists.",
        "The crossing was built in {Y} to replace a {x} ferry, and nearly {k} hundred lorries use it "
        "every day.",
        "Shopkeepers in {Q} fear that the closure could cost them a third of their customers.",
        "“We were told nothing until the barriers stood in the street, and by then it was too late,” "
        "said {G} {T}, who runs a {y} shop beside the ramp.",
        "A decision on a new bridge is not expected before the council meets again in autumn.",
    ),
    (
        "Blight reaches the orchards of {P}",
        "A fungus that kills {x} trees within a season has reached the orchards around {P}, the {O} "
        "said {day}.",
        "Some {k} hundred trees in {n} orchards will have to be felled and burnt before the blossom.",
        "{F} {S}, who heads the plant health service, said growers “must not move a single branch, "
        "however healthy it looks”.",
        "She added that the {y} spores travel in the soil on boots and tyres rather than in the wind.",
        "Growers can claim up to {m} crowns a tree, but only if they reported the first signs within a week.",
        "The disease was first seen near {Q} in {Y}, when it destroyed half of the {x} harvest.",
        "Not everybody believes that felling helps, and a petition against it has gathered {k} thousand "
        "signatures.",
        "“My grandfather planted these trees, and I shall not be the one who cuts them down for a form "
        "in triplicate,” said {G} {T} of {R}.",
        "Researchers at {Q} are testing a {y} bacterium that seems to slow the fungus down.",
        "Their first results may be published before the end of the year if the weather stays dry.",
        "Until then the roads between {P} and {R} remain closed to trailers.",
    ),
    (
        "Museum of {P} gives back {x} masks",
        "The town museum of {P} returned {n} {x} masks {day} to the island from which they were taken "
        "in {Y}.",
        "The masks had lain in a cellar for decades, and only a catalogue written in pencil told where "
        "they came from.",
        "{F} {S}, the director, called the return “a small step that took us a shamefully long time, "
        "and not the last”.",
        "He handed the crates to a delegation led by {G} {T}, whose grandmother had carved two of the "
        "{y} faces.",
        "{T} said the masks will be shown in the meeting house before they are buried, as custom demands.",
        "The {O} had asked for them {m} times since the war without receiving an answer.",
        "A lawyer for the museum confirmed that {k} further objects are being examined.",
        "Among them is a {x} drum which a captain sold to {Q} for {m} bottles of brandy.",
        "Visitors to the empty showcase find a photograph and a mirror instead.",
        "The ministry pays for the journey, although it had first refused to insure the {y} crates.",
        "Two other museums in {R} have announced that they will look into their own cellars.",
    ),
    (
        "{P} marathon stopped in the heat",
        "The marathon of {P} was stopped {day} after {n} runners collapsed on the {x} stretch along the "
        "canal.",
        "None of them is in danger, but {m} were still in hospital in the evening, the {O} said.",
        "Organisers had moved the start to seven in the morning because of the forecast, which spoke of "
        "{m} degrees.",
        "“We should have called it off the night before, and I am sorry for every single one of them,” "
        "race director {F} {S} admitted.",
        "He rejected the claim that water had run out at the {y} stations near {Q}.",
        "Volunteers told a different story: {k} crates had been delivered to the wrong bank of the river.",
        "Some runners finished the course nevertheless, among them {G} {T}, a baker from {R}, who came "
        "in first.",
        "The race has been held since {Y} and draws about {k} thousand people to the town.",
        "A doctor said that most of the patients had drunk too little and started too {x}.",
        "The town will examine whether the permit for next year can be given at all.",
        "Entry fees will be paid back if runners ask for them within {m} weeks.",
    ),
    (
        "Night train to {P} comes back",
        "After {m} years without sleepers, a night train will run again between {P} and {Q}, the {O} "
        "announced {day}.",
        "The first train is to leave on {d} December with {n} {x} carriages bought second-hand from abroad.",
        "A berth will cost from {m} crowns, breakfast included, which is less than most flights.",
        "“People want to wake up in another town without having taken off their shoes at a counter,” "
        "said {F} {S}, who is in charge of the timetable.",
        "She conceded that the line earns nothing before {k} hundred passengers travel on it every night.",
        "The government covers losses for {n} years under a contract that parliament has not yet seen.",
        "{G} {T}, who speaks for the drivers, doubts that there are enough crews for the {y} shift.",
        "The old service ended in {Y} when its {x} carriages failed an inspection in {R}.",
        "Two private firms had shown interest in the route but withdrew over the price of electricity.",
        "In a survey of travellers, every second one would rather ride {x} than fly.",
        "Bicycles can be taken along if they are booked {m} days ahead.",
    ),
    (
        "Fishermen of {P} block the {x} harbour",
        "About {n} boats blocked the entrance of the {x} harbour at {P} {day} in protest against new "
        "quotas for {y} herring.",
        "Two tankers and a ferry with {k} hundred passengers had to wait outside for {m} hours.",
        "{F} {S}, who leads the protest, said the quotas were “made at a desk by people who have never "
        "pulled a net, and we will not keep them”.",
        "He threatened to return with twice as many boats if the minister does not receive them.",
        "The {O} says stocks have fallen by a third since {Y} and will vanish unless the catch is halved.",
        "Its figures rest on {m} samples, which the fishermen consider far too few.",
        "{G} {T}, a biologist from {Q}, said both sides were right about something.",
        "The herring has moved north because the water is warmer, she explained, and the {y} nets no "
        "longer reach it.",
        "Police watched from the mole but made no arrests.",
        "A first meeting is planned for the {d} of the month in {R}.",
        "Last year a similar blockade ended only after the navy towed {n} boats away.",
    ),
)
"""Stories on which thresholds were set: a headline, then sentences in their order."""

HELD_OUT: tuple[tuple[str, ...], ...] = (
    (
        "Wreck found off {P} is the lost {x} steamer",
        "Divers have identified a wreck {m} miles off {P} as the steamer that vanished with {n} people "
        "in {Y}, the {O} reported {day}.",
        "The bell was found under {x} sand, and its inscription leaves no doubt about the name.",
        "“We brushed it for an hour and then nobody said a word, not even the captain,” diver {F} {S} "
        "recalled.",
        "He has searched these waters for {m} years, at first with a borrowed sonar and without a boat "
        "of his own.",
        "The hull lies at a depth of {k} metres and broke into two parts, probably after an explosion "
        "in the {y} boiler.",
        "An inquiry of the time had blamed the captain, whose family left {Q} soon afterwards.",
        "{G} {T}, his great-granddaughter, wept when she was shown the pictures.",
        "Nothing will be raised for the time being, because the wreck counts as a {x} grave.",
        "Insurers may still lay claim to {k} chests of silver that are named in the papers.",
        "Fishing within a mile of the place has been forbidden, and a buoy is to mark it.",
        "A memorial stands in {R}, where most of the drowned had lived.",
    ),
    (
        "Treasurer of {P} presents a {x} budget",
        "Treasurer {F} {S} presented a budget {day} that cuts {k} million crowns from roads and spends "
        "{m} million more on schools.",
        "It is the first without new debt since {Y}, if the {y} fund for pensions is left aside.",
        "“No child in this country will learn under a leaking roof, and I shall not apologise for a "
        "pothole,” {S} told parliament.",
        "The opposition called the figures a fairy tale and left the chamber for {m} minutes.",
        "Its speaker {G} {T} said that the {x} reserves had been counted twice.",
        "Taxes on beer and {y} fuel will rise in spring, while that on books is abolished.",
        "Economists at the {O} expect growth of less than the treasurer does.",
        "They pointed out that exports to {Q} have fallen for {n} months in a row.",
        "Mayors along the coast must close {n} small hospitals unless they find money of their own.",
        "The vote is set for the {d} of next month, and three members of the coalition have not made up "
        "their minds.",
        "Markets hardly moved, though the bank of {R} lost a little.",
    ),
    (
        "Explosion at {x} plant in {P} injures {n}",
        "An explosion tore through a {x} works in {P} {day} and injured {n} people, {m} of them badly.",
        "Windows broke as far away as {Q}, and a yellow cloud drifted over the {y} suburb.",
        "{F} {S}, the chief of the fire brigade, said people should “stay inside, shut everything and "
        "wait for us to call, not the other way round”.",
        "She lifted the warning after {m} hours, when measurements showed nothing dangerous.",
        "The blast began in a tank of {y} solvent that was being cleaned, according to the company.",
        "A worker who asked not to be named said that the {x} alarm had been switched off for weeks.",
        "The {O} had fined the plant in {Y} because escape routes were blocked.",
        "{G} {T}, its manager, promised to publish every report on the tank.",
        "Production stands still, and {k} hundred employees were sent home with full pay.",
        "Prosecutors from {R} have seized computers and {n} boxes of paper.",
        "Families gathered at the gate until late at night, waiting for names.",
    ),
    (
        "Recount ordered in {P} after {x} vote",
        "Judges ordered a recount {day} in {n} districts of {P} where more ballots were found than voters.",
        "The governor's race had been decided by {k} hundred votes out of more than {m} hundred thousand.",
        "{F} {S}, who was declared the winner, accepted the order but called it “a waste of everybody's "
        "time, which will change nothing”.",
        "His rival {G} {T} spoke of a victory for those who stood in line from four in the morning.",
        "The {O} admitted that {n} {x} boxes had been opened before observers arrived.",
        "It blamed a clerk in {Q} who has since been dismissed.",
        "Police broke up two {y} rallies, and shops near the station remained shut.",
        "The count must be finished within {m} days, or the whole vote is void.",
        "Observers from abroad had praised the election in general, with some {x} reservations.",
        "A similar case in {Y} led to a new poll, in which the result was reversed.",
        "Schools in {R} that served as polling stations will stay closed until then.",
    ),
    (
        "Striker {S} leaves {P} for {Q}",
        "The striker {F} {S} moves from {P} to {Q} for {k} million, both clubs confirmed {day}.",
        "He signed for {n} years after a medical that lasted until midnight because of a {x} knee.",
        "“I cried in the car, I admit it, but a man must climb when the ladder is there,” he said in a "
        "video.",
        "Supporters burnt {m} shirts in front of the {y} stand and demanded that the president resign.",
        "{G} {T}, the president, said that the money will pay for a roof and a {x} youth school.",
        "The player had scored {n} goals in the past season, more than anyone in the league since {Y}.",
        "A clause gives his first club in {R} a tenth of the fee.",
        "The {O} has yet to approve the transfer, which is expected by the {d}.",
        "Coaches doubt whether he fits a side that plays {x} and without wingers.",
        "His first match could be the one against his old team, of all matches.",
        "Agents are said to have earned a sum with {m} zeros, which nobody denies.",
    ),
)
"""Stories that were not looked at while thresholds were set."""

OWN_OPENINGS: tuple[str, ...] = (
    "Readers of this {z} have sent us {n} letters since {e}",
    "The {z} looks back on a {w} week in {V}",
    "More can be found in our {w} supplement for {V}",
    "In {V} people talk of little else",
    "What follows was gathered for the {z} from {n} accounts",
    "It rained in {V} while these lines were written",
    "Our {w} correspondent travelled from {V} to see for herself",
    "Such stories are not new to {V}",
    "The author has followed the {w} affair since {e}",
    "Nobody at the {w} desk in {V} expected an answer before {e}",
    "A map on page {n} shows the {w} places that are mentioned here",
    "Summer had hardly begun when {V} heard of it",
)
"""First halves of sentences that a copyist writes around or into what he takes."""

OWN_CLOSINGS: tuple[str, ...] = (
    "and the {w} debate goes on in the {z}",
    "as older subscribers will remember from {e}",
    "which says a good deal about {V}",
    "though {n} of our callers saw it differently",
    "and none of this will be settled by {e}",
    "but the {w} season may bring better news",
    "so that page {n} had to be printed twice",
    "while the {w} square of {V} lay empty",
    "and our archive holds {n} folders on it",
    "even if {V} would rather hear of something else",
)
"""Their second halves."""

SYNONYMS: tuple[tuple[str, ...], ...] = tuple(
    tuple(group.split("/"))
    for group in (
        "said/declared/stated/explained found/discovered/detected because/since about/roughly/some "
        "although/though began/started/opened nearly/almost/close~to probably/likely/presumably "
        "big/large/sizeable small/little/modest people/persons/inhabitants town/city/place "
        "several/various/some "
        "doubt/question/dispute finished/completed/ended expected/anticipated/foreseen whole/entire/complete "
        "reported/announced/revealed ask/request/demand will/shall/is~to must/should/has~to may/might/could "
        "cost/require/take buy/purchase/acquire often/frequently/regularly near/beside/close~to "
        "until/before/till "
        "help/assist/support need/lack/require road/street/route journey/trip/ride money/cash/funds "
        "answer/reply/response boats/vessels/cutters trees/plants/trunks workers/employees/staff "
        "injured/hurt/wounded children/pupils/youngsters showed/indicated/proved admitted/conceded/confessed "
        "promised/pledged/vowed rejected/dismissed/denied told/informed/assured every/each/any "
        "empty/vacant/bare picture/photograph/image badly/seriously/gravely fallen/dropped/declined "
        "rise/climb/grow closed/shut/barred first/earliest/initial many/numerous/plenty~of only/merely/just "
        "subsequent/next hundred/hundred~or~so during/throughout/over half/fifty~per~cent~of "
        "against/opposing/versus want/wish/hope ordered/demanded/prescribed called/named/termed "
        "meeting/gathering/session letter/note/message captain/skipper/master silver/precious~metal "
        "expect/await/foresee including/among~them largely/mostly/mainly"
    ).split()
)
"""Words that copyists put for each other, in any direction; ~ stands for a space."""

FILLERS: tuple[str, ...] = tuple(
    "however|meanwhile|in fact|it seems|indeed|on the other hand|of course|apparently|moreover|for now|"
    "in the end|by all accounts|as it turns out|unsurprisingly|at least|in any case|to be "
    "sure|reportedly".split("|")
)
"""Words that copyists add behind the subject of a sentence, or drop."""
