"""Words that tell a name's kind where they head it or stand beside it, beyond the word lists."""

BUSINESS = frozenset(
    "securities shipbuilding shipbuilders foods motor motors stores mills millers collieries quarries "
    "carriers cruises ferries tours travel hotels resorts properties realty estates builders "
    "constructions construction contractors developers development drilling exploration minerals metals "
    "gold resources steelworks foundry ironworks engineering electronics semiconductor semiconductors "
    "biotech biotechnology biosciences therapeutics genomics diagnostics pharma pharmaceutical "
    "pharmaceuticals labs interactive digital media capital ventures equity investment investments "
    "investors advisors advisers financial finance holding holdings commodities trading traders exports "
    "imports distribution distributors wholesale retail outfitters apparel garments footwear textile "
    "textiles plantations agro farms dairy dairies breweries distillers distillery beverages wines "
    "bottlers cement glass paper paints polymers chemicals fertilisers fertilizers petrochemicals "
    "refining gas oil petroleum energy power hydro solar wind electric electricity telecom telecoms "
    "mobile wireless broadband aviation aerospace aircraft airlines freight haulage trucking transport "
    "logistics shipping maritime offshore dredging publishers publishing records productions games "
    "software technologies robotics analytics consulting consultants solutions services associates "
    "actuaries solicitors attorneys llp bancorp bancshares savings mutual assurance insurance reinsurance "
    "pensions underwriters microfinance industries enterprises works brothers bros sons timber forestry "
    "furniture appliances fm tv films pictures books sugar coffee tea rice flour milk meat poultry "
    "seafood seafoods fisheries cocoa cotton rubber tobacco leather wool silk copper coal iron lithium "
    "uranium diamonds growers planters packers canners marine producers makers manufacturers suppliers "
    "merchants printers weavers spinners tanners leisure hospitality catering storage grid invest "
    "nutrition genetics optics plastics ceramics furnishings tyres tires".split()
)
"""Last words of firms' names."""
NO_OF = BUSINESS | frozenset("group company co company's airlines airways stores school college".split())
"""Heads behind which `of` with a place starts another name: Jenkins Motors of Dayton."""
CLUB_WORDS = frozenset(
    "fc afc sc fk sk bk if ik kv nk hk ac cf cd ca ud fk bsc fsv vfb vfl tsv tsg sv rb borussia "
    "eintracht fortuna hertha sporting deportivo atletico athletic racing real dinamo dynamo "
    "lokomotiv torpedo zenit spartak cska shakhtar rapid sturm slavia sparta legia lech wisla "
    "olympique stade girondins inter united city wanderers rovers albion hotspur argyle academical "
    "thistle rangers harriers orient".split()
)
"""What clubs put before or behind a town."""
FIRST_CLUB_WORDS = frozenset(
    "fc afc fk nk hk sk ac as ss us cd ca cf rc rcd ud bsc fsv vfb vfl tsv tsg sv rb borussia eintracht "
    "fortuna hertha sporting deportivo atletico atlético athletic dinamo dynamo lokomotiv torpedo spartak "
    "cska shakhtar rapid slavia sparta legia lech olympique girondins inter bayer bayern partizan hapoel "
    "maccabi real".split()
)
FIRST_FORMS = frozenset(
    "p/f a/s k/s i/s s/f pt cv ooo oao zao pao ao tov sia uab oü ou kk ud ted tdv pk".split()
)
"""Legal forms that stand before a firm's name: PT Gunung Hijau."""
PAPERS = frozenset("daily weekly sunday saturday evening morning".split())
"""First words of newspapers' names."""
FOREIGN_BODIES = frozenset(
    "jornal diario diário periódico gazeta gazette giornale corriere tidende tidning tidningen "
    "noticias notícias folha revista correio correo boletín dziennik noviny novosti vestnik "
    "nachrichten rundschau grupa agencja fundacja spółka spolka kopalnia uniwersytet politechnika "
    "ministerstwo sąd museo musée musee museu teatro théâtre theatre hospital hôpital hospitalier "
    "clínica clinica tribunal corte cour audiencia fiscalía fiscalia procuraduría ministerio "
    "ministère secretaría comisión comissão commission instituto institut academia académie agencia "
    "agência autoridad centro centre centrum confederación cámara câmara camara chambre colegio "
    "compañía compagnie consejo cooperativa corporación empresa federación fédération federação grupo "
    "groupe gruppo gruppe industrias industrie junta movimento movimiento mouvement observatorio "
    "orquesta orchestre partido parti partito policía policia polícia prefectura prefeitura radio "
    "rádio radyo sindicato sindikat sociedad société società union unión unione união universidade "
    "universidad università université universität hochschule zentralbank sparkasse verein verband "
    "gesellschaft stiftung werft werke zeitung bolaget aktiebolaget linjen rederi rederiet banken "
    "holding sanayi bankası belediyesi bakanlığı üniversitesi madencilik gazetesi haber ajansı "
    "kooperatif derneği vakfı partisi bank banka banca banco tovarna zavod kombinat tabloid ordu "
    "yayasan perusahaan badan dewan partai koran syarikat persatuan shinbun shimbun kaisha kabushiki "
    "kyokai daigaku ginko zaibatsu doboku kensetsu gakkai temir kompaniyasi obshchestvo bratstvo "
    "soyuz komitet seguros seguradora aseguradora assurances assicurazioni versicherung "
    "versicherungen verzekeringen forsikring forsikringer försäkring försäkringar vakuutus "
    "ubezpieczenia pojišťovna poisťovňa biztosító sigorta asuransi osiguranje zavarovalnica asigurări "
    "asigurari draudimas apdrošināšana kindlustus strakhovanie strakhova astillero astilleros "
    "estaleiro estaleiros chantier chantiers cantiere cantieri stocznia brodogradilište loděnice "
    "hajógyár varv varvet verft verftet værft telakka tersane tersanesi galangan zosen zōsen jūkōgyō "
    "jukogyo minera minería mineração mineradora minière miniera gruve gruver gruvor kaivos rudnik "
    "rudarstvo tambang petróleo petróleos petroleos energia energía energi energie enerji elektrik "
    "électricité electricidad eletricidade sparisjóður sparebank sparbank spořitelna caja caisse "
    "cassa takarékpénztár säästöpankki banki landsbanki inşaat sanayii ticaret gıda tekstil otomotiv "
    "çimento demir çelik sigortacılık báo ngân tổng kraftverk kraftwerke stadtwerke ferrocarriles "
    "ferrovie ferrovia rautatiet jernbane järnväg aerolíneas aerolineas linhas línea transportes "
    "transporte transports navegación navegação navigation carnes aceros acerías cementos cimento "
    "cimentos ciments cementi vinos vinhos cervejas cervecería cervejaria brasserie brasseries "
    "lácteos laticínios frigorífico frigoríficos harinas molinos moinhos azucarera açucareira ingenio "
    "usina usinas papelera siderúrgica metalúrgica acciaierie aciéries calzados confecciones hoteles "
    "hotéis turismo viajes editorial editora éditions edizioni imprenta librería supermercados "
    "almacenes grands magasins laboratorios laboratórios laboratoires kapital ganadería agropecuaria "
    "agropecuária cafetalera pesquera pesqueira pêcheries cuerpo dirección direccion direction "
    "direzione direcção oficina ayuntamiento alcaldía intendencia gobernación defensoría contraloría "
    "contraloria superintendencia tesorería conservatorio conservatoire filarmonica filarmónica "
    "filarmônica filharmonia philharmonie orchestra orkester orkest coro coral choeur liceo lycée "
    "liceu gimnasio ente azienda comune mairie regione provincia procura questura carabinieri "
    "gendarmerie gendarmería bundesanstalt landesamt bezirksamt statistisches senat sénat senado "
    "senato gazzetta gazzettino diari periodico setmanari semanario hebdomadaire courrier quotidien "
    "dépêche fondo fundo fonds oficiul biuro biblioteca bibliothèque bibliotek bibliothek biblioteka "
    "arquivo archivo archives galería galleria galeria rijksmuseum nationalmuseum statens kongelige "
    "kungliga stichting rijkswaterstaat gemeente provincie openbaar stowarzyszenie towarzystwo urząd "
    "narodowy narodowe państwowy národní národné státní statne državni državna centralna javno vlada "
    "savez udruženje agencija kementerian jabatan lembaga majelis mahkamah suruhanjaya angkatan "
    "kepolisian dinas kagawaran kawanihan pambansang gouvernement gobierno governo tribunale "
    "tribunaux assise assises confindustria confcommercio servicio serviço servizio service servicios "
    "serviços servizi navigazione construtora constructora costruzioni construcciones construções "
    "hermanos irmãos frères fratelli gebrüder söhne hijos filhos figli synowie synové rassemblement "
    "alternativa izquierda derecha ciudadanos unidad unidade pacto concertación coalición bloque "
    "bloco convergência convergència esquerra sammlung samling parques aeropuertos ferrocarril "
    "puertos carabineros ejército armada marina-mercante fuerza aérea bomberos fundação asociación "
    "associação associazione vereinigung bundesverband landesverband koninklijk samenwerking raad "
    "rada sejmik starostwo województwo obshtina ministarstvo ministerstvo skupština sabor hrvatski "
    "hrvatska srpski sveučilište univerzitet univerzita vysoká škola fakulta ústav akademie akademija "
    "akademia kancelář úřad soud nejvyšší ústavní policie hasiči záchranná maison atelier galerie "
    "unge ungdom jeunes jeunesse juventud juventude giovani kurs partiet høyre venstre moderaterna "
    "socialdemokraterne vänsterpartiet miljøpartiet".split()
)
"""Heads in other languages, wherever they stand in a name."""
BODY_ENDS = (
    *"félag félagið félags verein verband vereinigung gesellschaft genossenschaft gewerkschaft".split(),
    *"forening foreningen förening föreningen forbund forbundet förbund förbundet forbundet".split(),
    *"selskap selskapet selskab selskabet bolag bolaget vereniging maatschappij genootschap".split(),
    *"banken banki banka pankki sjóður sjóðurinn kassen kasse werke werken rederi rederiet".split(),
    *"yhdistys liitto osakeyhtiö szövetség egyesület pénztár társaság takarék".split(),
    *"stofnun stofnunin samband sambandið ráðuneytið ministerium ministeriet departementet".split(),
    *"styrelsen verket direktoratet myndigheten behörde anstalt kammer".split(),
    *"instituttet institutt tilsynet etaten fiskarlag bondelag museet teatret orkestret direktorat".split(),
    *"inspektionen rådet nämnden agentur bundesamt gericht akademie museum orchester theater".split(),
)
"""Ends of words for bodies in languages that write them as one word: Sjómannafélag, Fischereiverband."""
FIRM_ENDS = (
    *"hydro pharm pharma chem tech soft telecom telekom corp invest energo stroy neft prom steel".split(),
    *"link plast tek tronics flex mobile".split(),
    *"bank banka cement exim impex energy power motors petrol foods agro media metals".split(),
)
"""Ends of firms' names that are put together of parts of words: Sinopharm."""
SMALL_FORMS = frozenset("hf ehf ohf plc sro doo srl kft zrt bhd gmbh ltd inc llc ltda llp mbh oyj".split())
DOTTED_FORMS = frozenset("as dd ad ev sa spa sl nv bv ks vos ao lda sas jsc".split())
"""Legal forms that stand behind a name in small letters: as they are, or only with their full stops."""
AND = frozenset("og und och és ve và".split())
"""And, in other languages: what it joins in an English text is a name."""
FIRST_STATES = frozenset(
    "nippon nihon toyo bharat bharatiya hindustan deutsche deutscher deutsches schweizerische schweizer "
    "österreichische norsk norske norges svensk svenska sveriges dansk danske danmarks suomen finska "
    "magyar polska polskie polski česká české český slovenská slovenské slovenský hrvatska hrvatske "
    "srpska srbije slovenska română românia türk türkiye eesti latvijas lietuvos rossiyskaya rossiysky "
    "ukrainska ukrainske ukrainskyi nederlandse koninklijke belgische française française italiana "
    "italiano española español portuguesa português brasileira brasileiro argentina chilena mexicana "
    "colombiana peruana melayu hankook hanguk daehan zhongguo zhonghua".split()
)
"""What a land's own language calls it or its people, before the name of a body: Norsk Hydro."""
FOREIGN_PLACES = frozenset(
    "rio río ribeirão córrego corrego igarapé arroyo laguna lagoa lago lac lagune cerro sierra serra "
    "monte mont monti pico pic picos isla islas ilha ilhas île ile iles îles isola cabo cap capo "
    "playa praia plage plaza praça praca piazza place rue avenida avenue calle rua boulevard carrera "
    "jalan jebel jabal djebel gebel wadi oued nahr shatt tell tall deir umm bab kafr bir ras beit "
    "beth hoi villa ville vila villanueva villahermosa pueblo puente porto portus puerto bahía baía "
    "bahia golfo valle vale val morro morne pointe punta ponta costa quebrada rincón salto cataratas "
    "ciudad sankt saint sint nizhny nizhnyaya verkhny verkhnyaya novy novaya novo novi nova stary "
    "staraya veliky velikiye velika gornji gornja donji donja bolshaya krasny krasnaya ust kampong "
    "kampung kota ulu kuala gunung bukit sungai tanjung teluk pulau pantai desa ban nong khao koh phu "
    "phnom prek stung nakhon kampot chiang fort lough glen strath inver ben sgurr kyle loch schloss "
    "burg bad burgh gora hora mys ozero reka ostrov zaliv alpe alpes col passo puy aiguille gare "
    "campo campos gran playas barrio colonia favela jardim parque rancho hacienda ejido finca fazenda "
    "sítio estancia estádio estadio stade estación stazione ravine anse rivière riviere étang trou "
    "fond vieux vieille grande basse gros quinta cuesta loma lomas cañada ensenada boca bocas caño "
    "caleta estero salar volcán nueva nuevo nouvelle palacio palais palazzo castillo castello château "
    "chateau".split()
)
"""First words of places' names in other languages."""
SMALL_PLACES = frozenset(
    "mine colliery pit quarry stadium village town city township hamlet neighbourhood neighborhood "
    "suburb district province state region governorate prefecture county parish municipality commune "
    "island islands peninsula river valley lake bay coast harbour harbor port airport dam reservoir "
    "bridge border crossing forest desert mountain mountains volcano glacier plateau hills prison "
    "jail camp refinery oilfield basin delta estuary strait canal waterway beach square street road "
    "highway metro capital area territory enclave yard docks dockyard slum shantytown axis sector "
    "caves gorge hillside favela barrio quarter oblast voivodeship canton landfill cemetery base "
    "market souk bazaar mosque temple monastery station park junction roundabout barracks hotel "
    "cinema racecourse arena tunnel headland fjord loch shrine slopes foothills rainforest wetlands "
    "sanctuary reef".split()
)
"""Small words behind a name that make it a place's: Zofia colliery."""
PLACES_OF = frozenset(
    "village villages town towns city cities hamlet port district province region state county suburb "
    "suburbs neighbourhood neighborhood municipality island islands river lake resort borough township "
    "commune territory outpost enclave kingdom republic capital".split()
)
"""Small nouns before a name: the port city Beira, the village of Sokol."""
KIN = frozenset(
    "mother father husband wife son daughter sister brother uncle aunt nephew niece cousin grandson "
    "granddaughter grandmother grandfather widow widower fiancé fiancee fiancée twin stepson stepfather "
    "stepmother half-brother half-sister girlfriend boyfriend friend neighbour neighbor colleague teammate "
    "team-mate classmate roommate siblings brothers sisters sons daughters ex-wife ex-husband".split()
)
"""Whose is a person: her mother Mirjam."""
KINDS_OF_PLURALS = {
    "place": frozenset(
        "cities towns villages countries regions provinces states districts suburbs islands capitals nations "
        "neighbourhoods neighborhoods ports areas places counties destinations municipalities".split()
    ),
    "organization": frozenset(
        "companies firms unions parties groups clubs teams banks organisations organizations agencies "
        "charities newspapers broadcasters brands manufacturers retailers universities institutions "
        "militias carriers airlines makers giants producers lenders outlets suppliers rivals networks "
        "publishers startups".split()
    ),
    "person": frozenset(
        "players politicians leaders actors actresses writers authors singers musicians artists ministers "
        "candidates lawmakers officials scientists poets painters composers directors athletes stars people "
        "men women activists journalists presidents relatives".split()
    ),
}
"""Nouns before such as, including, like, among them."""
HAPPENINGS = frozenset(
    "war wars battle battles siege massacre earthquake attacks olympics paralympics championship "
    "championships cup games accord accords summit festival marathon revolution uprising intifada "
    "rebellion revolt mutiny coup genocide holocaust crusade crusades hurricane typhoon cyclone operation "
    "offensive invasion prix open masters derby bowl trophy regatta carnival expo exhibition biennale "
    "rally tournament referendum pandemic famine plague depression armistice ceasefire treaty pact flood "
    "floods tsunami eruption fire collapse agreement referendum bombing bombings riots".split()
)
"""Last words of the names of events that are reported; laws, prizes and works are none."""
HAPPENINGS_OF = frozenset(
    "battle siege treaty peace massacre war wars council congress conference convention tour fall "
    "liberation invasion partition raid sack storming feast".split()
)
"""Before `of`: Battle of Hastings."""
FIRST_HAPPENINGS = frozenset(
    "operation exercise hurricane typhoon cyclone storm euro expo supertyphoon".split()
)
"""Before the name: Hurricane Mitch."""
FOREIGN_HAPPENINGS = frozenset("copa coupe coppa taça pokal giro vuelta tour".split())
"""First words of contests in other languages, with a word behind them."""
SEATS = frozenset("branch plant factory residents mayor courthouse police plants factories".split())
"""Small words behind a name that speak for a town, if nothing else is known of it."""
PRINTED = frozenset(
    "report reports reported article articles published wrote column letter editorial interview "
    "advertisement story stories printed advert appeared serialised serialized appears appear "
    "appearing".split()
)
"""Before `in` and a paper."""
REACHED = frozenset(
    "reached reaches leaves seized overran shelled bombed besieged occupied captured flooded took retook "
    "recaptured entered toured visited visiting visit visits tours tour reach leave pounded stormed "
    "liberated evacuated surrounded off via outside".split()
)
"""Before a place."""
WON = frozenset("beat beats defeated thrashed drew lost host hosted edged trounced hammered".split())
"""Between two clubs, where a score follows."""
CARGOES = frozenset("gas lng lpg bulk ore car container crude aircraft cargo cruise coal grain".split())
"""Before "carrier" and the like: a ship, no company."""
GENERIC_BODIES = frozenset(
    (
        "board of directors",
        "board of trustees",
        "board of governors",
        "board of management",
        "executive board",
        "executive committee",
        "supervisory board",
        "management board",
        "advisory board",
        "annual general meeting",
        "general meeting",
        "human resources",
        "public affairs",
        "relations",
        "agencies",
        "media relations",
        "investor relations",
        "press office",
        "legal department",
        "city council",
        "town council",
        "county council",
        "local government",
        "central government",
        "federal government",
        "act of parliament",
        "the company",
        "the group",
        "press release",
        "press statement",
        "media release",
        "news release",
        "press conference",
        "tel",
        "fax",
    )
)
"""What every body has, and none is called."""
FELLOWS = frozenset(
    "missionaries friends knights daughters sons mothers fathers brothers sisters students veterans "
    "doctors lawyers physicians scientists engineers writers artists citizens teachers workers "
    "farmers women men youth parents families victims survivors soldiers officers reporters "
    "journalists scholars".split()
)
"""Who a body is made of, before of, for, against or without: Friends of the Earth, Mothers Against Guns."""
DOTTED = frozenset(
    "jr sr co inc ltd corp bros cia llc ltda lda zrt nyrt kft sdn bhd pte pty pvt hf ehf ohf".split()
)
"""Abbreviations whose full stop belongs to the name where the sentence goes on."""
CURRENCIES = frozenset(
    "rs inr pkr lkr npr bdt tk usd eur gbp chf jpy cny rmb krw twd hkd sgd myr rm idr rp thb php vnd aud "
    "cad nzd brl ars clp cop mxn pen uyu zar ngn ghs kes ksh tzs tsh ugx ush etb egp dh aed sar qar kwd "
    "bhd omr jod ils nis try tl rub uah pln czk huf ron bgn rsd hrk dkk nok sek isk a$ s$ nt nt$ hk$ cfa "
    "xof xaf fcfa no article section chapter page figure table phase grade level type class round stage "
    "group week day tel fax phone ext vol ref".split()
)
"""Before a number no name: CHF 412 million, Rs 90bn."""
BOARDS = frozenset("management supervisory executive advisory governing".split())
"""Before "board" nothing that is a name's own: the Management Board of X names X."""
SECOND_FORMS = frozenset("bhd ltd limited inc incorporated llc llp lp plc".split())
"""Legal forms that a comma parts from the name: Foo Co., Ltd."""
STATIONS = frozenset("rescue radio television tv broadcasting research lifeboat".split())
"""Before "station" and the like: a body rather than a place."""
SHARES = frozenset(
    "shares share stock subsidiary subsidiaries shareholders shareholder stake revenue revenues profit "
    "profits turnover earnings bankruptcy insolvency takeover acquisition creditors customers management "
    "directors sponsorship headquarters".split()
)
"""What firms have: shares of X, X's shareholders."""
MOTION = frozenset(
    "went go goes going gone come comes came coming travelled traveled travelling traveling flew fly "
    "flown drove drive driven sailed returned return returning moved move moving fled flee sent "
    "shipped walked hurried emigrated commute commuted back ran run runs flies travels travel heads "
    "headed heading walks sails drives moves flight flights bound road train trains buses ferries "
    "route routes miles km kilometres kilometers journey trip way ferry voyage pilgrimage expedition".split()
)
"""Before `to` and a place."""
STATES = frozenset(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla "
    "Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo".split()
)
"""States of the USA as reports shorten them, behind a town and a comma."""
HOLDERS = frozenset("stake stakes shares invest invested investment investing invests".split())
"""Before `in` and a firm."""
FIRM_NOUNS = frozenset(
    "builder contractor subcontractor insurer reinsurer lender maker manufacturer operator employer "
    "supplier broker company firm bank carrier brokerage consultancy retailer publisher broadcaster "
    "newspaper paper union regulator ministry agency consortium buyer distributor shipbuilder "
    "shipyard airline brewery utility watchdog party association owners shareholder foundation wing "
    "arm venture orchestra label studio museum charity nonprofit startup start-up publication "
    "magazine website channel newsletter".split()
)
"""Nouns with an article before a comma and a body's name: the builder, X."""
PAPER_WORDS = frozenset(
    "tribune gazette herald courier chronicle observer telegraph guardian examiner inquirer "
    "dispatch journal messenger beacon bulletin advertiser echo standard monitor argus sentinel "
    "ledger post times".split()
)
"""Last words of papers' names that stand for the whole: the Tribune."""
ARTICLES = frozenset("el la los las le les il lo gli der die das het os ang".split())
"""Articles of other languages that open a name: El Faro."""
HOLIDAYS = frozenset(
    "christmas easter ramadan diwali hanukkah passover lent pentecost whitsun halloween thanksgiving eid "
    "nowruz purim vesak almighty god allah jehovah covid covid-19 ebola zika mers sars alzheimer "
    "alzheimer's parkinson parkinson's hodgkin crohn's asperger tourette down's lassa mpox h5n1 h1n1 "
    "omicron salmonella legionella listeria viagra aspirin botox wifi bluetooth bitcoin ethereum internet "
    "android ipad iphone kindle lego lycra kevlar jeep bible koran quran torah talmud gospel psalm "
    "genesis exodus satan".split()
)
"""Feasts and powers that are written like names."""
SECOND_NAMES = frozenset(
    "great conqueror terrible elder younger baptist king redeemer magnificent bald bold wise pious lion "
    "saviour savior good wicked confessor pooh impaler unready".split()
)
"""Behind `the` part of a name: Ivan the Terrible, Christ the King."""

BODIES = frozenset(
    "group groups militia militias militants company firm channel broadcaster newspaper coalition party "
    "unit outlet charity subsidiary manufacturer supplier carrier operator retailer start-up startup maker "
    "producer lender chain builder developer platform nonprofit non-profit ngo agency think-tank broker "
    "insurer".split()
)
"""Small nouns that tell a body: the newspaper X."""
AT = frozenset("in at near across throughout outside around toward towards".split())
"""Before a place."""
