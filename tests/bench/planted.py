"""Sentences in which one change of a known type is planted, and the prose around them.

A template holds its change as [what the original says|what the copy says]; {slots} are filled from the word
lists here. Templates in even places are for tuning, those in odd places are held out: no rule and no list was
made by looking at what became of them. Written before the rules that they measure.
"""

TEMPLATES: dict[str, list[str]] = {
    "number": [
        "Rangers counted [{n1}|{n2}] seals on the northern beach before the storm came in from the sea.",
        "The treasurer put the cost of the new roof at [{m1}|{m2}], to be paid over several winters.",
        "Turnout in the hill districts fell to [{p1}|{p2}], the lowest since the ballot was made secret.",
        "Divers brought up [{w1}|{w2}] bronze plates from the wreck and laid them out to dry on deck.",
        "The pipeline would carry [{d1} million|{d2} million] litres a day to the farms beyond the ridge.",
        "A crowd of [{n1}|{n2}] people stood in the square when the verdict was read aloud from the steps.",
        "Engineers said that [{w1}|{w2}] of the pumps had failed by the time the water reached the wall.",
        "The goalkeeper was sold for [{m1}|{m2}] after a season in which he hardly left the bench.",
        "Inflation in the port towns reached [{p1}|{p2}] last quarter, and bakers closed their shops early.",
        "The tremor shifted the bridge by [{d1}|{d2}] metres and left the two halves out of line.",
        "In the first hour the volunteers carried[| {w1}] stretchers down the narrow path to the jetty.",
        "The school has room for[ {n1}|] pupils, but most of its windows were broken in the explosion.",
    ],
    "date": [
        "The lighthouse keeper signed the logbook on [{day1}|{day2}] and rowed back to the mainland alone.",
        "Construction of the dam began in [{my1}|{my2}], when the river stood lower than anyone remembered.",
        "The committee will hear the last witnesses on [{wd1}|{wd2}] and then write its report behind doors.",
        "The archive was sealed on [{iso1}|{iso2}] by order of the court that tried the officers.",
        "A treaty of [{y1}|{y2}] gave the fishermen the right to dry their nets on either shore.",
        "The club signed its new winger on [{us1}|{us2}], a day before the window closed for the summer.",
        "Voters in the delta go to the polls on [{wd1}|{wd2}], although half of the lists are missing.",
        "Their grandmother left the valley in [{y1}|{y2}] with one suitcase and a letter to a cousin.",
        "The volcano last threw ash on the town in [{mo1}|{mo2}], and the roofs have been swept since.",
        "The bill was read for the third time on [{day1}|{day2}], late at night, before empty benches.",
        "The ferry sank[ on {day1}|] within sight of the pier, and the band played while boats were lowered.",
        "The chemical plant burned[| in {my1}] for two nights, and its smoke was seen from the capital.",
    ],
    "name, another": [
        "The inquiry was led by [{person1}|{person2}], who had never before sat on a bench.",
        "[{person1}|{person2}] told the jury that the door had been locked from the outside.",
        "A letter from [{first1}|{first2}] {last1} was found in the lining of the coat years afterwards.",
        "The convoy left [{town1}|{town2}] at first light with bread, blankets and two doctors.",
        "The contract went to [{firm1}|{firm2}], which had built the older of the two tunnels.",
        "In the final minute {first1} [{last1}|{last2}] headed the ball over the line from a corner.",
        "The survey ship was repaired at [{town1}|{town2}] before it went south again in the autumn.",
        "Farmers blamed [{firm1}|{firm2}] for the dead fish that drifted into the reeds all week.",
        "The translation by [{person1}|{person2}] leaves out the last chapter and half of the notes.",
        "Nobody but [{first1}|{first2}] {last1} knew where the second key to the vault was kept.",
        "The witness said that {person1}[ and {person2}|] walked out of the hall before the vote was taken.",
        "The engine was tested[| in {town1}] for three weeks before anyone dared to put it into a plane.",
    ],
    "name, another spelling": [
        "The well was dug by [{spell1}|{spell2}] and his sons in the year of the great drought.",
        "According to the register, [{spell1}|{spell2}] owned two mules and a share in the mill.",
        "The march was stopped by [{spell1}|{spell2}] at the gate of the old customs house.",
        "A portrait of [{spell1}|{spell2}] hangs in the stairwell beside the fire bucket.",
        "The poem is addressed to [{spell1}|{spell2}], whom the author met once, at a wedding.",
        "Three judges thanked [{spell1}|{spell2}] for the calm in which the hearing was held.",
    ],
    "negation": [
        "The company did [not |]warn the villages downstream before it opened the gates of the dam.",
        "Doctors [could|could not] say when the ward would open its doors to visitors again.",
        "The captain [was|wasn't] told that ice had been seen across the whole of the channel.",
        "The auditors found [no|a] trace of the missing payments in the ledgers of the second year.",
        "The minister has [always|never] supported the plan to drain the marsh behind the airfield.",
        "The roof had been built [with|without] the steel rods that the drawings ask for.",
        "The players were [|not ]paid for the matches that they played abroad in the spring.",
        "The mayor [will|will not] publish the list of houses that stand in the path of the road.",
        "The samples [contained|did not contain] lead, the laboratory wrote to the owner of the spring.",
        "[Everybody|Nobody] in the crew had seen the fire before the alarm rang on the bridge.",
        "The widow [agreed|refused] to sell the letters to the museum in the county town.",
        "The new timetable does [|not ]stop the night train at the smaller stations along the coast.",
    ],
    "modality": [
        "The second reactor [may|will] be switched off before the river warms up in the summer.",
        "Passengers [should|must] carry their papers when they cross the bridge on foot.",
        "The drug [could|will] lower the fever within a day, the authors of the study wrote.",
        "The glacier [will|might] be gone within a lifetime if the summers stay as they are.",
        "The accident was [|probably ]caused by a bolt that had been left loose after the inspection.",
        "The council [can|must] close the market hall when fewer than ten stalls are let.",
        "The broker [|allegedly ]kept two sets of books in the safe behind the painting.",
        "Tenants [must|may] leave their bicycles in the passage between the two courtyards.",
        "The parliament [might|will] vote on the pension law before it rises for the harvest.",
        "Water [will|would] be rationed in the upper town from the first week of the dry season.",
        "The fresco is [certainly |]the work of a pupil, for the master had lost the use of his hand.",
        "The striker [is likely to|will] miss the rest of the season with a torn muscle.",
    ],
    "condition": [
        "The grant will be paid in the autumn[| if the trustees approve the accounts].",
        "The pilots will go back to work at midnight[ provided that the airline drops its charges|].",
        "The wall may be torn down[| unless the heritage office objects], and the stones sold.",
        "[|If the harvest fails, ]the province will buy grain from its neighbours across the lake.",
        "The patient can travel home by train[ as long as the wound stays dry|], her surgeon said.",
        "The loan will be forgiven[|, on condition that the mine is closed for good,] within ten years.",
        "The tower stays open to visitors [if|although] the wind rises above the usual strength.",
        "The clerk may open the sealed envelope[ in the event of the owner's death|].",
        "The port will take the larger ships[| only if the channel is dredged to its old depth].",
        "[Unless the rain stops, |]the last matches of the tournament will be moved under a roof.",
        "The team will be paid its bonus[| subject to the consent of the league].",
        "The exhibition will travel abroad [unless|because] the insurers ask for another survey.",
    ],
    "attribution": [
        "The fire began in a store room below the stage[|, the brigade said].",
        "[According to the harbour office, |]the tug had lost its anchor on the day before.",
        "The new vaccine protects infants for about two years[|, researchers told a conference in {town1}].",
        "The ministry [said|claimed] that the seized crates held nothing but tea and umbrellas.",
        "The bridge had been closed to lorries for a month[, {last1} said|], and nobody put up a sign.",
        "The dog found its way home across two rivers, [neighbours|police] said, in less than a week.",
        "[|Witnesses said that ]the carriage was already burning when the train came out of the tunnel.",
        "Wages in the shipyard have doubled since the war[, according to the union|].",
        "The letter was written with the left hand[|, an expert testified].",
        "The chairman [acknowledged|announced] that the fund had been spent on another building.",
        "[The weather service reported that |]the wind tore the roof from the market hall at dawn.",
        "According to [residents|officials], the smell came from the tannery behind the railway.",
    ],
    "role": [
        "The ribbon was cut by the [mayor|governor] while a school band played in the rain.",
        "The [deputy |]director of the zoo found the cage open when she came in on Sunday morning.",
        "The prize was handed over by [President|Prime Minister] {last1} in the hall of mirrors.",
        "A [former |]judge of the appeal court drew up the rules under which the talks were held.",
        "The statement was signed by the [chairman|secretary] of the fishing cooperative.",
        "[Defence|Finance] Minister {last1} walked to the parliament without his guards.",
        "The [captain|coach] of the visiting team asked for the lights to be switched on.",
        "The keys were kept by the [bishop|abbot], who trusted neither of the two heirs.",
        "The [|acting ]president of the academy refused to read the names of the winners aloud.",
        "The crew was thanked by [Admiral|Captain] {last1} when the ship came back to port.",
        "The report was leaked by an aide to the [|vice ]president of the bank.",
        "The appeal was turned down by the [attorney general|interior minister] within a day.",
    ],
    "hedge": [
        "The slide buried [about|at least] {n1} olive trees and the road that leads to the chapel.",
        "The miners were trapped for [nearly|more than] {w1} days before the drill broke through.",
        "The statue weighs [|almost ]{d1} tons and had to be moved on rollers through the gate.",
        "The festival drew [up to|at least] {n1} visitors, most of them on the evening of the fireworks.",
        "The cable is [exactly|roughly] {n1} metres long and hangs between two towers of wood.",
        "The library lost [|an estimated ]{n1} volumes when the river came into the cellars.",
        "The flight takes [less than|about] {w1} hours when the wind blows from the west.",
        "The herd had grown to [some |]{n1} head by the time the fence was finished.",
        "The parish fed [more than|fewer than] {n1} families through the winter of the strike.",
        "The pit is [at most|at least] {w1} metres deep and lined with clay from the river bank.",
        "The firm owed its suppliers [|more than ]{m1} when its doors were locked by the bailiff.",
        "The census of birds found [approximately |]{n1} nests on the ledges above the surf.",
    ],
    "wording": [
        "The orchestra [rehearsed|practised] in a shed behind the brewery until the hall was rebuilt.",
        "The [old|ancient] cedar beside the well was cut into planks for the new boats.",
        "A narrow [path|track] leads from the quarry to the terraces where the beans are grown.",
        "The baker's daughter [opened|started] a school for lace makers on the upper floor.",
        "The [tired |]horses were led down to the ford to drink before the climb.",
        "The storm [tore|ripped] the awnings from the stalls and threw them into the canal.",
        "Children [gather|collect] the shells at low tide and sell them beside the road.",
        "The curator hung the tapestry in the [smaller|second] room because of the light.",
        "The tram turns [|slowly ]into the yard and stops under the clock for a minute.",
        "The glassmaker poured the [red|molten] mass into a mould that his father had carved.",
        "The shepherd sleeps [in a hut|under the rocks] when the flock is on the high pasture.",
        "The pupils [|happily ]painted the fence in the colours of the two villages.",
    ],
    "sentence": [
        "The ice on the lake broke up early.[| Two boys watched it from the boathouse roof.] By noon the"
        " channel was clear for the mail boat.",
        "The chapel was locked at dusk.[ Its bell had been taken down for repair.|] A lamp burned behind the"
        " window all night.",
        "The brewery changed hands again.[| The horses were kept for the sake of the parade.] The chimney"
        " carries the name of the first owner to this day.",
        "Nobody answered the telephone in the signal box.[ The kettle was still warm.|] The points had been"
        " set for the goods line.",
        "The comet was seen from the terrace.[| Its tail reached over half of the sky.] The astronomer slept"
        " through all of it.",
        "A seed merchant rented the corner shop.[ His sacks stood in the street until evening.|] The pigeons"
        " of the quarter knew the hour when he swept.",
    ],
    "moved": [
        "[The carpenter planed the oak boards in the yard.] [The bells of the abbey rang for the noon prayer,"
        " and the street fell silent.] The smell of resin hung between the houses.",
        "[A parcel of seeds came by the evening post.] [The gardener set the glass frames against the south"
        " wall of the kitchen.] Frost was expected before the end of the week.",
        "[The lift stopped between two floors of the ministry.] [A secretary read the evening paper aloud to"
        " the other passengers inside.] The caretaker came with a ladder at last.",
        "[The choir climbed into the back of a lorry.] [Their banner had been sewn from the curtains of the"
        " town theatre.] It rained from the first song to the last.",
    ],
    "typography": [
        "The foreman shouted a warning [...|…] and the crane began to turn towards the hold.",
        "The inn stands on the far bank [-|–] nobody knows who built it [there] after the flood.",
        "The [Town Council|town council] leased the meadow to a travelling circus for a week.",
        "Guests at the [cafe|café] beside the theatre are asked to leave their dogs outside.",
        "The shop sold [anti-slip|antislip] mats to the owners of the river boats.",
        "The [driver's|driver’s] licence was found under the seat of the empty cab.",
    ],
    "typography, another spelling": [
        "The [colour|color] of the banner had faded in the sun of many parades.",
        "The surveyors [organised|organized] the parcels of land into three long strips.",
        "The [theatre|theater] reopened with a play about the founding of the city.",
        "Two [travellers|travelers] asked for a bed in the house beside the mill.",
        "The museum keeps a [catalogue|catalog] of all the coins that were found in the field.",
        "The [defence|defense] of the harbour rested on two guns from another century.",
        "The fair brought [neighbours|neighbors] together who had not spoken for years.",
        "The clerk [analysed|analyzed] the handwriting on the back of the envelope.",
        "The [centre|center] of the village lies a little above the high-water mark.",
        "The [grey|gray] stone of the tower comes from a quarry on the island.",
        "They bought the estate of the late baron [Muller|Müller] at the autumn auction.",
        "The wine was served in the house of the painter [José|Jose] after the opening.",
    ],
    "ocr": [
        "The [modern|modem] wing of the hospital was paid for by a single family of weavers, it seems.",
        "The [harbour|barbour] master wrote the name of every vessel into a green book.",
        "The [clergy|dergy] walked behind the coffin through the main street of the town.",
        "The [window|vvindow] of the kitchen looks out on a row of lime trees.",
        "The ship lay at [anchor|anch0r] off the point until the fog had lifted.",
        "The school was founded in [1906|19O6] by a widow who had made her money in salt.",
        "The [government|govern- ment] bought the land from the heirs at a low price.",
        "The letters were [found|fouud] in a tin box beneath the boards of the attic.",
        "The [river|rivcr] had left its bed and ran along the railway for a mile.",
        "The price of a loaf rose to [15|l5] pence in the year after the war.",
        "The [evening|evcning] train was late, and the lamps had already been lit.",
        "The [children|chi1dren] of the valley walk an hour to the nearest school.",
        "The [summer|surnmer] of that year was so dry that the wells were locked.",
        "The [island|isiand] has one road, one inn and a church without a tower.",
        "The court sat on [the|tbe] third floor of a house that had been a bank.",
        "The [soldiers|sol- diers] slept in the barn and paid for the straw.",
    ],
    "misspelling": [
        "The farmer did not [believe|beleive] that the well could ever run dry.",
        "The [government|goverment] sent two ships to look for the missing boats.",
        "They met at the house of a friend in the [autumn|autunm] of that year.",
        "The letter did not [receive|recieve] an answer until the following spring.",
        "The parcel was sent to a [different|diffrent] address in the same street.",
        "The [business|buisness] was sold to a cousin who had come back from abroad.",
        "The law [separates|seperates] the two offices that he had held for years.",
        "The [library|libary] stays open late on the days when the market is held.",
    ],
    "number in a bad scan": [
        "Tbe keeper of tbe lighthouse rowed ashore vvith [{n1}|{n2}] barrels in tbe hold, and tbe customs"
        " officer vvaited on tbe pier vvith his book.",
        "Tbe rnill vvas sold for [{n1}|{n2}] crowns, and tbe rniller walked to tbe coast vvith his farnily"
        " before tbe vvinter carne.",
    ],
}
"""Type → templates."""

CLEAN_OF_BAD = {"Tbe": "The", "tbe": "the", "vv": "w", "rn": "m"}
"""How the original of a bad scan reads; none of its words has an rn of its own."""

FOREIGN: dict[str, list[str]] = {
    "number": [
        "es: Los bomberos sacaron [{n1}|{n2}] cajas del almacén antes de que el techo cayera sobre la calle.",
        "de: Der Verein zahlte [4.500|5.400] Euro für das neue Dach, und die Gemeinde gab das Holz dazu.",
        "ru: Музей купил [312|321] писем у вдовы художника, и осенью их покажут в большом зале дворца.",
        "ar: وصلت إلى الميناء [٣٤٠|٤٣٠] سفينة خلال الشهر الماضي، وبقي معظمها خارج الأرصفة بسبب العاصفة.",
        "fr: Le village comptait [87|78] maisons avant la crue, et la moitié n'a jamais été reconstruite.",
        "ja: 市の図書館は昨年[120|210]冊の古い地図を集め、秋に特別な展示を開くと発表した。",
        "es: La cooperativa vendió el [12,5 %|15,2 %] de sus tierras a un molino que"
        " nadie conocía en la región.",
        "it: Il porto accolse [1.200|2.100] navi in un solo anno, e le locande restarono"
        " aperte tutta la notte.",
    ],
    "date": [
        "es: El puente fue cerrado el [3 de mayo de 1987|8 de mayo de 1987] y nadie volvió a cruzarlo a pie.",
        "de: Die Brücke wurde am [3. Mai 1987|13. Mai 1987] gesperrt, und seither fährt nur noch die Fähre.",
        "ru: Мост закрыли [3 мая 1987|13 мая 1987] года, и с тех пор через реку ходит только старый паром.",
        "fr: La gare a brûlé le [14 juin 1911|4 juin 1911], un soir de fête, et personne ne l'a rebâtie.",
        "ja: 橋は[1987年5月3日|1987年5月8日]に閉鎖され、それ以来、川を渡るには古い渡し船しかない。",
        "it: La vecchia miniera chiuse nel [1954|1945], quando il paese aveva ancora due scuole e un teatro.",
    ],
    "name, another": [
        "es: La carta fue escrita por [{person1}|{person2}], que nunca volvió a la casa de sus padres.",
        "de: Das Bild wurde von [{person1}|{person2}] gemalt, der damals kaum von seiner"
        " Arbeit leben konnte.",
        "ru: Письмо написал [Олег Бурцов|Павел Бурцов], который никогда не возвращался в родительский дом.",
        "fr: Le pont fut dessiné par [{person1}|{person2}], que personne ne connaissait"
        " alors dans la région.",
    ],
    "wording": [
        "es: El pescador dejó la red [vieja|rota] sobre la barca y subió despacio hacia las casas blancas.",
        "de: Der Müller stellte die [schweren|vollen] Säcke an die Wand und wartete auf den nächsten Wagen.",
        "ru: Рыбак оставил [старую|рваную] сеть на лодке и медленно пошёл вверх к белым домам у дороги.",
        "fr: Le facteur posa la lettre sur la [table|chaise] et repartit sans un mot vers le moulin.",
        "es: El alcalde dijo que [pronto|ya] habría fiesta en la plaza hasta que pasara la lluvia.",
        "de: Der Pfarrer sagte, das Haus [könne|dürfe] im Winter leer stehen, wenn die Fenster dicht sind.",
    ],
}
"""Other languages: numbers, dates, names and wording only."""

SURROUNDINGS = [
    "The quarry above the town has been silent since the last of the cutters went to the city.",
    "A painted sign over the door still names the trade of the man who built the house.",
    "On market days the carts stand in two rows from the fountain to the gate of the cemetery.",
    "The estuary is so shallow there that herons walk from one bank to the other.",
    "Her first novel was printed by a firm that usually made labels for jam.",
    "The observatory sold its brass instruments and bought a radio dish with the money.",
    "Snow lay on the pass until June, and the mail was carried over it on skis.",
    "The factory made buttons from shells that were shipped across two oceans.",
    "A retired conductor taught the apprentices of the shipyard to sing in four parts.",
    "The budget speech was the longest in living memory and the hall was badly heated.",
    "Bees have lived in the north wall of the church for as long as records exist.",
    "The tailor cut the uniforms of both armies from the same bolt of cloth.",
    "The new stadium stands where the gasworks stood, and the grass grows poorly there.",
    "Sugar was unloaded at the old quay while the passengers watched from the upper deck.",
    "The seismograph in the cellar of the college drew a line as straight as a ruler.",
    "A flock of parrots escaped from the circus and settled in the botanical garden.",
    "The canal freezes rarely, but the villagers keep their skates oiled all the same.",
    "The tenor lost his voice in the second act and mimed the third with great success.",
    "Peat was cut on the moor by families who had held the same strip for centuries.",
    "The vineyard faces west, and its grapes ripen two weeks after those of the neighbours.",
    "In the reading room an old clock ticks so loudly that scholars bring cotton wool.",
    "The customs shed was turned into a dance hall and then into a place for storing ice.",
    "Wolves came down to the sheepfolds in the hard winter and left again with the thaw.",
    "The cartographer drew the coast from memory and forgot the smallest of the bays.",
    "At the edge of the airfield a farmer grows cabbages between the landing lights.",
    "The clockmaker's widow rented the front room to a dentist with a foot drill.",
]
FOREIGN_SURROUNDINGS = {
    "es": (
        "La fuente de la plaza se secó aquel verano y los vecinos traían el agua en cántaros desde el molino."
    ),
    "de": (
        "Der Brunnen auf dem Platz trocknete in jenem Sommer aus, und die Leute holten das Wasser am Fluss."
    ),
    "ru": "Колодец на площади высох тем летом, и соседи носили воду в вёдрах от мельницы за рекой.",
    "fr": "La fontaine de la place fut à sec cet été-là et les voisins portaient l'eau depuis le moulin.",
    "ar": "جفت النافورة في الساحة ذلك الصيف وكان الجيران يحملون الماء من الطاحونة البعيدة إلى بيوتهم.",
    "ja": "その夏は広場の泉が乾き、人々は川の向こうの水車小屋から水を運んで暮らしていた。",
    "it": "La fontana della piazza si seccò in quell'estate e i vicini portavano l'acqua dal mulino lontano.",
}

FIRST_NAMES = "Ilse Tomaso Odile Bertram Yusra Kwabena Signe Anselm Radmila Teodor Hatice Lorcan".split()
LAST_NAMES = "Varnhagen Okoreh Lindqvast Petrosian Albrizzi Tamboura Keswick Dragomir Saarela Nwachi".split()
TOWNS = "Velmora|Kastrup|Tirello|Okahanda|Brenmouth|Sarovka|Juniper Bay|Port Ellery|Lomasha|Quenby".split("|")
FIRMS = "Halden Works|Corvina Shipping|Bright and Osei|Tarn Bridge Company|Meridian Salt|Orsova Mills".split(
    "|"
)
SPELLINGS = [
    ("Hasan Tabrizi", "Hassan Tabrizi"),
    ("Sergei Wolkov", "Sergey Volkov"),
    ("Karim al-Masudi", "Kareem Al-Masoudi"),
    ("Jürgen Moeller", "Jürgen Möller"),
    ("Fatima Zahrawi", "Fatema Zahrawi"),
    ("Dmitri Korolenko", "Dmitry Korolenko"),
    ("Yousef Haddad", "Yusuf Haddad"),
    ("Aleksander Brandt", "Alexander Brandt"),
]
