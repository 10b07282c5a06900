"""Stories of one event by two writers who did not see each other's, and texts that were written from another.

All of them are invented. Of one event each gives the same facts, names, figures and one same quotation.
"""

SAME_EVENT = {
    "football": (
        "Norwick United moved to the top of the second division on Saturday with a 3-1 win over Halden "
        "Town in front of 18,400 spectators at Quayside Park. Striker Jonas Lund scored twice in the "
        "first half before Halden pulled one back through Peter Oyelaran, and substitute Marco Bassi "
        'settled the match in the 88th minute. "We deserved every point today," said coach Helen Marsh. '
        "United travel to Brem on Tuesday.",
        "Two goals from Jonas Lund inside half an hour laid the ground for Norwick United's fifth victory"
        " in a row. Halden Town came to Quayside Park unbeaten and left with a 3-1 defeat that drops them"
        " to fourth. Peter Oyelaran headed in after a corner on 52 minutes, but Marco Bassi, sent on "
        'late, ended any doubt. "We deserved every point today," Marsh told local radio. The attendance '
        "of 18,400 was a record for the season. On Tuesday the leaders play at Brem.",
    ),
    "earthquake": (
        "A magnitude 6.4 earthquake struck the coast of Morana early on Thursday, killing at least 37 "
        "people and injuring more than 200, the civil protection agency said. The quake hit at 4.12am at "
        "a depth of 10 kilometres and was felt in the capital, Tesla, where residents ran into the "
        "streets. Rescue teams were digging through the rubble of a school in the town of Varna Bay. "
        'President Ilir Dema declared three days of mourning. "Our first task is to find the living," he '
        "said.",
        "Rescuers in Varna Bay dug with their bare hands on Thursday after an earthquake brought down "
        "houses, a mosque and part of a school. Officials put the number of dead at 37 and said that some"
        " 200 people were being treated. Seismologists measured a magnitude of 6.4; the tremor came at "
        "4.12am, 10 kilometres below the sea bed, and woke people as far away as Tesla. Dozens of "
        'aftershocks followed. Ilir Dema, the president, flew over the area by helicopter. "Our first '
        'task is to find the living," he said. Flags will fly at half mast for three days.',
    ),
    "court": (
        "The Supreme Court of Lorland ruled on Monday that the government broke the law when it closed "
        "the Sandvik paper mill without consulting its 1,200 workers. In a 5-2 decision written by Judge "
        "Anna Reuter, the court ordered the labour ministry to pay 14 million crowns in compensation "
        'within 90 days. The ministry said it would study the ruling. "This is a victory for every worker'
        ' in the north," said union leader Karl Brandt outside the courthouse in Stenholm.',
        "Former workers of the Sandvik mill embraced on the steps of the courthouse in Stenholm on Monday"
        " after judges found, by five votes to two, that they should have been heard before the paper "
        "plant was shut in 2019. The state must now share out 14 million crowns among 1,200 men and "
        "women; the sum is due in 90 days. Karl Brandt, whose union brought the case, spoke of relief. "
        '"This is a victory for every worker in the north," he said. Anna Reuter, who gave the opinion of'
        " the majority, found that officials had ignored two warnings. Two of her colleagues on the "
        "Supreme Court disagreed. The labour ministry did not say whether it accepts the verdict.",
    ),
    "results": (
        "Shares in Hollis Marine fell 7 percent on Tuesday after the shipbuilder reported a "
        "second-quarter loss of 42 million euros and cut its forecast for the year. Revenue dropped to "
        "611 million euros from 690 million a year earlier as two ferry orders were delayed. Chief "
        'executive Ruth Okafor said that the company would close its yard in Brem and shed 800 jobs. "We '
        'are taking the hard decisions now," Okafor told analysts. Hollis now expects sales of 2.4 '
        "billion euros.",
        "Hollis Marine is to give up its yard in Brem. The closure will cost 800 people their jobs, chief"
        " executive Ruth Okafor announced on Tuesday, as the group slid into the red between April and "
        "June with a deficit of 42 million euros. Delays to a pair of ferries left turnover at 611 "
        "million euros, against 690 million in the same months of last year. Investors took fright: the "
        'stock lost 7 percent by midday. "We are taking the hard decisions now," Okafor said. For the '
        "whole year the board has lowered its goal to 2.4 billion euros in sales.",
    ),
    "election": (
        "Prime Minister Marta Kovacs claimed victory on Sunday night after her Civic Union won 44 percent"
        " of the vote in Lorland's parliamentary election, far ahead of the Farmers' Party of Emil Strand"
        " with 27 percent. With 92 percent of ballots counted, the Civic Union was on course for 103 of "
        'the 200 seats. Turnout was 71 percent, the highest since 1998. "Tonight the country chose '
        'stability," Kovacs told supporters in Stenholm. Strand conceded shortly after midnight.',
        "Emil Strand rang his rival shortly after midnight to congratulate her. By then nobody doubted "
        "that Marta Kovacs would govern Lorland for another four years: her Civic Union had 44 percent of"
        " the vote, the Farmers' Party only 27. The electoral commission, which had counted 92 percent of"
        " ballots, gave the prime minister's camp 103 of 200 seats, so that she needs no partner. "
        '"Tonight the country chose stability," Kovacs called to a cheering crowd in Stenholm. '
        "Seventy-one percent of voters had gone to the polls, more than in any election since 1998.",
    ),
    "weather": (
        "Storm Ulrike left 130,000 homes without power on Friday as winds of up to 148 kilometres an hour"
        " swept the west coast of Lorland. A lorry driver, 46, died near Halden when a tree fell on his "
        "cab, police said. Ferries to the islands were cancelled and schools in four counties stayed "
        'closed. The grid operator Nordnet said that 900 technicians were at work. "It may take until '
        'Sunday to reach everyone," said spokeswoman Ines Duarte. Forecasters expect the wind to ease on '
        "Saturday.",
        "Roofs were torn off, trees blocked railway lines and a man of 46 lost his life in his lorry "
        "outside Halden when Ulrike, the third storm of the winter, came ashore on Friday. At Cape Sund "
        "gusts of 148 kilometres an hour were measured before the instrument broke. Some 130,000 "
        'households sat in the dark at noon. Nordnet has sent out 900 technicians. "It may take until '
        'Sunday to reach everyone," Ines Duarte of the grid company warned. Pupils in four counties had '
        "the day off; islanders waited in vain for their ferries. Calmer weather is forecast for "
        "Saturday.",
    ),
    "obituary": (
        "The novelist Agnes Holloway, whose books about life in the fishing villages of Morana were "
        "translated into 31 languages, died on Wednesday at her home in Tesla. She was 87. Holloway won "
        "the Lorland Prize in 1984 for The Salt Ledger, which sold four million copies and was filmed by "
        'Paul Renner. She wrote 14 novels. "She taught us to listen to the sea," said culture minister '
        "Omar Haddad. She is survived by two daughters.",
        "Agnes Holloway, who has died aged 87, did not publish a line until she was 40. She was born over"
        " her father's chandlery and worked as a schoolteacher for eighteen years. Then came The Salt "
        "Ledger, the saga of three fishing families that earned her the Lorland Prize in 1984, four "
        "million readers and, thanks to Paul Renner, a film she disliked. Thirteen more novels followed, "
        'and editions in 31 languages. "She taught us to listen to the sea," said Omar Haddad, the '
        "culture minister. Holloway died in Tesla on Wednesday. Her two daughters were with her.",
    ),
    "air crash": (
        "A Boeing 737 of Corvo Air with 152 people on board crashed on Sunday in the mountains north of "
        "Tesla, killing everyone aboard. Flight 418 from Stenholm disappeared from radar at 9.47pm, "
        "eleven minutes before it was due to land, the aviation authority said. Searchers found the "
        "wreckage at an altitude of 2,300 metres. The flight recorders have been recovered. The cause of "
        'the crash was not immediately clear. "We share the grief of the families," said Corvo Air '
        "chairman Luis Prado.",
        "Snow and fog hampered the search on Monday for the victims of Flight 418, which went down in the"
        " mountains above Tesla with 152 passengers and crew. Nobody survived. Controllers lost contact "
        "with the Boeing 737 at 9.47pm on Sunday, when the pilots had already been cleared to descend; "
        "the jet had left Stenholm an hour and a half before. Soldiers reached the site, 2,300 metres "
        'high, on foot and brought back both recorders. "We share the grief of the families," Luis Prado,'
        " the chairman of Corvo Air, said in a statement. The aviation authority has opened an "
        "investigation into the cause of the crash.",
    ),
    "fire": (
        "A fire tore through a nursing home in the Danish town of Ringby early on Tuesday, killing nine "
        "elderly residents and injuring 14, police said. The blaze broke out in a kitchen on the ground "
        "floor at about 3am and spread quickly through the wooden building. Firefighters from three "
        "districts took four hours to put it out. Mayor Lise Holm said a crisis centre had been set up in"
        ' the town hall. "We are a town in shock," she told reporters. An electrical fault is suspected.',
        "Nine residents of a nursing home in Ringby, Denmark, died in a fire in the early hours of "
        "Tuesday. Fourteen others were taken to hospital, two of them in critical condition, after flames"
        " spread from the kitchen of the wooden building at around 3am. Police suspect an electrical "
        'fault. Neighbours helped carry people out before firefighters arrived. "We are a town in shock,"'
        " said the mayor, Lise Holm, who opened the town hall to relatives. The fire was out by seven.",
    ),
    "merger": (
        "Drugmaker Belmont agreed on Monday to buy biotech firm Cortexa for $8.2 billion in cash to "
        "expand its cancer business. Belmont will pay $61 a share, a premium of 48 percent to Cortexa's "
        "closing price on Friday. The deal, approved by both boards, is expected to close in the third "
        'quarter, subject to regulatory approval. Cortexa shares rose 45 percent in early trading. "This '
        'is a transformative step," Belmont chief executive Sara Lind said in a statement.',
        "Belmont is paying $8.2 billion for Cortexa, betting on the smaller company's experimental drug "
        "for lung cancer. Shareholders of Cortexa will receive $61 in cash for each share, 48 percent "
        "more than Friday's closing price, the companies announced on Monday. Both boards have approved "
        'the deal, which they expect to complete in the third quarter. "This is a transformative step," '
        "said Sara Lind, Belmont's chief executive. Analysts called the price steep. Cortexa's stock "
        "jumped 45 percent.",
    ),
    "protest": (
        "Tens of thousands of people marched through central Varnow on Saturday to protest against a "
        "pension reform that would raise the retirement age from 62 to 65. Police fired tear gas after "
        "masked youths threw stones at the finance ministry, and 31 people were arrested. Unions put the "
        'number of demonstrators at 120,000; the interior ministry spoke of 40,000. "We will not work '
        'until we die," said nurse Ewa Malik. Parliament votes on the bill on Thursday.',
        "Riot police used tear gas on Saturday against protesters in Varnow who are angry about plans to "
        "raise the retirement age to 65 from 62. Thirty-one people were arrested after stones were thrown"
        " at the finance ministry. The march, which organisers said drew 120,000 people and the interior "
        'ministry 40,000, had been peaceful for most of the afternoon. "We will not work until we die," '
        "said Ewa Malik, a nurse who had come with her children. The pension bill goes before parliament "
        "on Thursday.",
    ),
}
"""Two stories of one event that report the same and have nothing from each other."""

REWRITTEN = {
    "reworded sentence by sentence": (
        SAME_EVENT["weather"][0],
        "On Friday 130,000 homes were left with no power by Storm Ulrike, which swept Lorland's west "
        "coast with winds up to 148 kilometres per hour. Near Halden a tree fell on the cab of a lorry "
        "and its driver, aged 46, died, according to police. In four counties schools stayed shut, and "
        "the ferries to the islands were cancelled. Nordnet, which operates the grid, said 900 "
        "technicians were working. Spokeswoman Ines Duarte said it may take until Sunday until everyone "
        "is reached. The wind is expected by forecasters to ease by Saturday.",
    ),
    "a news story turned round": (
        SAME_EVENT["court"][0],
        "When it closed Sandvik's paper mill without having consulted the 1,200 workers, the government "
        "broke the law, the Supreme Court of Lorland has ruled. Judge Anna Reuter wrote the 5-2 decision "
        "on Monday, which orders the ministry of labour to pay compensation of 14 million crowns in the "
        "next 90 days. The ruling would be studied, said the ministry. Union leader Karl Brandt, speaking"
        " outside the Stenholm courthouse, called it a victory for each worker in the north.",
    ),
    "words shuffled": (
        "The harbour pilot kept a notebook in which he wrote down every vessel that crossed the bar, its "
        "draught and the name of its master. After the war a clerk of the customs house discovered the "
        "notebook behind a stove. He compared its columns with the official registers and noticed that "
        "nine steamers had never paid their dues.",
        "A notebook the harbour pilot kept, down in which every vessel he wrote that the bar crossed, the"
        " name of its master and its draught. Behind a stove the notebook a clerk after the war of the "
        "customs house discovered. With the official registers its columns he compared and that nine "
        "steamers noticed their dues had never paid.",
    ),
    "words shuffled and replaced": (
        "Lichens grow slowly on the north side of the old walls, where the masons left the limestone "
        "rough. A botanist measured the largest rosettes every spring with a brass caliper and concluded "
        "that the chapel must be older than the cloister. Her drawings, coloured by hand, hang in the "
        "refectory to this day.",
        "On the north side of the ancient walls, where masons had left rough the limestone, slowly grow "
        "lichens. Every spring with a caliper of brass the largest rosettes a botanist gauged, and older "
        "than the cloister must be the chapel, concluded she. By hand coloured, her sketches to this day "
        "in the refectory hang.",
    ),
    "translated word by word": (
        "The village council decided in the autumn to drain the marsh behind the cemetery and to plant "
        "poplars along the new ditches. The shepherds complained that their flocks would lose the best "
        "pasture of the valley, but the surveyor from the city promised them a share of the timber. Ten "
        "years later the poplars were felled by a hailstorm and the ditches filled again with reeds.",
        "The advice of the village decided in autumn the marsh behind the graveyard to dry and along the "
        "new ditches poplars to plant. The shepherds lamented that their herds the best pasture from the "
        "valley would lose, but the surveyor out of the town promised to them a part of the timber. Ten "
        "years afterwards the poplars became felled through a hail storm and the ditches filled "
        "themselves anew with reed.",
    ),
    "a life told again": (
        "Clara Wessel was born in a lighthouse and learned to read from tide tables. At sixteen she ran "
        "away to Hamburg, where she repaired clocks in a basement and studied the violin at night. Her "
        "first quartet was rejected by four publishers; the fifth lost the manuscript in a flood. She "
        "rewrote it from memory, and it is now played at funerals of sailors.",
        "A lighthouse was where Clara Wessel was born, and tide tables taught her to read. She ran away "
        "at sixteen: in a Hamburg basement she repaired clocks, and at night she studied violin. Four "
        "publishers rejected the first quartet, and a fifth lost its manuscript to a flood, so she "
        "rewrote all of it from memory. It is played nowadays when sailors have their funerals.",
    ),
    "a summary": (
        "The Kestrel Ridge observatory lost its copper dome in a November gale that also flattened the "
        "stables below. Nobody was hurt, since the keeper had gone to the village to have a tooth drawn. "
        "For weeks the instruments stood under tarpaulins. Money was short that winter and coal dear. An "
        "apprentice lens grinder named Tobias Lenk used the empty nights to sweep the sky with a "
        "telescope borrowed from a priest, and in January he discovered the comet. His employer did not "
        "believe him at first. He was told to sleep more and to drink less. Newspapers as far as Lisbon "
        "printed his sketch of the tail. The village gave a dinner of goose and cabbage and made speeches"
        " until dawn. In spring Parliament debated the repair and refused to pay for an equatorial mount "
        "or for brass chronometers, since a canal had to be dredged. Astronomers of three universities "
        "protested that the refraction tables of the kingdom were obsolete. Their petition lay in a "
        "drawer for eleven years. Then a minister whose son was a navigator found it and gave way.",
        "After a gale in November took the copper dome of the Kestrel Ridge observatory, the apprentice "
        "lens grinder Tobias Lenk discovered a comet with a telescope borrowed from a priest. Parliament "
        "refused to pay for chronometers and an equatorial mount. Astronomers at three universities "
        "protested against obsolete refraction tables; a minister gave way when their petition had lain "
        "eleven years in a drawer.",
    ),
    "an explanation in other words": (
        "Sourdough rises because wild yeasts and bacteria ferment the sugars of the flour. The bacteria "
        "produce acids that strengthen the gluten and keep moulds away, while the yeasts give off the gas"
        " that lifts the crumb. A cool kitchen slows the yeasts more than the bacteria, so that bread "
        "left overnight in winter tastes sharper than a loaf baked on a summer afternoon.",
        "The reason sourdough rises is that the flour's sugars are fermented by bacteria and wild yeasts."
        " Yeasts give off gas, which lifts the crumb; acids produced by the bacteria keep away moulds and"
        " strengthen gluten. Because a cool kitchen slows yeasts more than it does bacteria, a loaf left "
        "overnight in winter has a sharper taste than bread baked on an afternoon in summer.",
    ),
}
"""A text and another one written from it."""
