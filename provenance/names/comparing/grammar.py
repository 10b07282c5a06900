"""Small closed classes of words and signs that belong to the grammar of names."""

import re

from provenance.names.sounds.phonetics import sound_similarity

ARTICLES = frozenset("al el as ash at ath an ar ad adh az ez il ul ur us ud uz".split())
"""The Arabic article in its written forms."""
LINEAGE = frozenset("bin ben ibn bint binte ould wuld bn abn bnt".split())
"""Words for son or daughter between two names; the last three as Arabic script gives them."""
SIDES = frozenset(
    "north south east west northern southern eastern western new old upper lower inner outer".split()
)
"""Words that make another place or body of one: West Virginia, New Mexico."""
ABBREVIATIONS = {
    "mt": "mount",
    "st": "saint",
    "ft": "fort",
    "intl": "international",
    "natl": "national",
    "dept": "department",
    "univ": "university",
    "govt": "government",
    "assn": "association",
    "inst": "institute",
    "bros": "brothers",
}
"""Words of names that are commonly cut short."""
ROMAN_NUMERAL = re.compile("X{0,3}(?:IX|IV|V?I{0,3})")
"""Up to 39, capitals."""
BYNAMES = frozenset(
    "khan begum shah sahib bibi singh kaur devi khatun khanum bey agha pasha effendi mirza beg baig malik"
    " chaudhry chaudhary chaudhuri choudhury chowdhury choudhry sardar nawab rana raja rai rao mian sheikh"
    " shaikh sayyid syed butt bhatti awan khokhar janjua gakhar minhas mughal rajput jat gujjar arain kamboh"
    " gondal tarar warraich waraich cheema chattha sandhu gill sidhu virk bajwa ghumman sial tiwana bhutto"
    " soomro jokhio memon mahar jatoi magsi legari leghari mazari khosa lund chandio talpur baloch baluch"
    " bugti marri mengal rind zehri raisani bizenjo rakhshani afridi bangash khattak khalil mohmand marwat"
    " wazir mahsud mehsud orakzai shinwari yousafzai yusufzai tareen kakar achakzai ghilzai popalzai"
    " barakzai alikozai noorzai ahmadzai stanikzai hotak tokhi zadran mangal jaji sarkar talukdar mia"
    " howlader molla mollah sikder biswas mondal mandal".split()
)
"""Polite words, and names of clans and castes of South Asia and Afghanistan, told or not as one likes."""
IRANIAN_ENDS = ("i", "pour", "poor", "zadeh", "nejad", "nezhad")
"""Of families' names, behind which Iranians put the name of a place."""
_SHORTEST_FAMILY, _SHORTEST_PLACE = 6, 6
_ONE_NAME = 0.93
_PATRONYMIC_ENDINGS = (
    "ovich", "evich", "avich", "ovych", "evych", "yovych", "ovna", "evna", "ivna", "auna", "euna",
    "yivna", "inichna", "ichna",
)  # fmt: skip
_GENDER_END = re.compile("(?:[iy]?[aeiouy]|[iy][yj])$")
_DOUBLED = re.compile(r"(.)\1")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def roman_value(numeral: str) -> int:
    """XIV → 14, for what ROMAN_NUMERAL takes."""
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def are_of_two_genders(a: str, b: str, are_known: bool) -> bool:
    """Amir and Amira, Ivanov and Ivanova, Kowalski and Kowalska: lower-case words, in either order.

    `are_known`: both are given names by a word list; only then do Mario and Maria, Daniel and Danielle count.
    """
    if a == b:
        return False
    return (
        _is_feminine_of(a, b) or _is_feminine_of(b, a) or (are_known and (_is_pair(a, b) or _is_pair(b, a)))
    )


def is_with_place(family: str, longer: str) -> bool:
    """Karimi and what begins so and goes on with a word: Iranian registers write a family's place behind
    its name, as one word, which few use.
    """
    is_long = len(family) >= _SHORTEST_FAMILY and len(longer) - len(family) >= _SHORTEST_PLACE
    return is_long and family.endswith(IRANIAN_ENDS) and longer.startswith(family)


def is_patronymic(word: str) -> bool:
    """Ivanovich, Ihorivna, Aliaksandraŭna: a father's name as East Slavic languages put it in the middle."""
    return len(word) > 6 and word.endswith(_PATRONYMIC_ENDINGS)


def named_father(patronymic: str) -> str:
    """Borisovich → boris: the father's name as far as it is told, for what is_patronymic takes."""
    ending = max([end for end in _PATRONYMIC_ENDINGS if patronymic.endswith(end)], key=len, default="")
    return patronymic[: len(patronymic) - len(ending)]


def differ_in_gender_ending(a: str, b: str) -> bool:
    """Marino and Marina, Daniele and Daniela, Viktor and Viktoria: words of Europe, lower case, told apart
    only by an ending of which one is a woman's.
    """
    if (a[-1] == "a") == (b[-1] == "a"):
        return False
    stem = _GENDER_END.sub("", a)
    return len(stem) > 1 and _DOUBLED.sub(r"\1", stem) == _DOUBLED.sub(r"\1", _GENDER_END.sub("", b))


def _is_feminine_of(woman: str, man: str) -> bool:
    """In any spelling: Khalida and Khaled."""
    stem = _masculine(woman)
    if stem == man or not stem:
        return stem == man != ""
    is_alike = stem[:1] == man[:1] and stem[-1] == man[-1] and stem[-2] in "aeiou"
    return is_alike and sound_similarity(stem, man) >= _ONE_NAME


def are_man_and_woman(a: str, b: str, is_known: bool) -> bool:
    """Marcel and Marcelle, Fabien and Fabienne. `is_known`: a word list has one of the given names."""
    if (a, b) in _PAIRS or (b, a) in _PAIRS:
        return True
    shorter = min(a, b, key=len)
    return (is_known or shorter in _MEN_WITH_E) and (_is_longer_of(a, b) or _is_longer_of(b, a))


def _is_longer_of(woman: str, man: str) -> bool:
    """Marcelle, Fabienne, Pascale, Andree, Juliane, Augustine, Ivanna: by an ending of French or Slavic."""
    if not 3 < len(man) < len(woman) < len(man) + 4:
        return False
    ending = woman[len(man) :] if woman.startswith(man) else ""
    if ending in ("le", "la"):
        return man.endswith("el")
    if ending in ("ne", "na"):
        return man.endswith(("ien", "an", "in", "on")) and man[0] != "y"
    if ending == "e":
        return man.endswith(("re", "ne", "me", "ille", "iane")) or (man in _MEN_WITH_E)
    return False


def _masculine(word: str) -> str:
    """The word that a feminine ending was added to; "" if it has none."""
    if word.endswith(("skaya", "skaia")):
        return word[:-3] + "y"
    if word.endswith(("ska", "cka")):
        return word[:-1] + "i"
    if len(word) > 3 and word.endswith("a") and word[-2] not in "aeouy":
        return word[:-1]  # Amira, Samia
    if len(word) > 4 and word.endswith(("iya", "iyya")):
        return word[:-2].removesuffix("y")  # Hadiya
    return ""


_MEN_WITH_E = frozenset(
    "julian christian fabian florian damian adrian sebastian cyprian vivian lilian augustin martin justin"
    " valentin severin clementin quentin faustin celestin constantin antonin albertin marcelin paulin"
    " ernestin pascal martial chantal vital michel gabriel raphael joel noel daniel emmanuel axel abel emil"
    " cyril bernard gerard leonard edouard louis denis francois clement laurent vincent florent robert"
    " albert hubert gilbert norbert bert ernest auguste claude armand fernand roland bertrand germain sylvain"
    " romain simon gaston leon yvon edmond raymond frederic dominic eric ludovic".split()
)
"""Men's names of Europe that an e at the end makes a woman's; of others, Amin and Amine, it does not."""
_PAIRS = frozenset(
    tuple(pair.split("/"))
    for pair in (
        "francis/frances michael/michelle alexander/alexandra andrew/andrea patrick/patricia oliver/olivia"
        " christian/christina philip/philippa simon/simone rene/renee andre/andree louis/louise"
        " daniel/danielle gabriel/gabrielle michel/michelle jean/jeanne joel/joelle emmanuel/emmanuelle"
        " marcel/marcelle denis/denise francois/francoise christian/christiane martin/martine"
        " justin/justine pascal/pascale raphael/raphaelle dominic/dominique noel/noelle aime/aimee"
        " desire/desiree bernard/bernarde germain/germaine lucien/lucienne fabien/fabienne"
        " julien/julienne adrien/adrienne yves/yvette bernard/bernadette henri/henriette george/georgina"
        " emil/emilie lucas/lucasta jules/julie"
        " andrei/andrea andrey/andrea andrej/andrea andreas/andrea slavko/slavka dennis/denise luis/louise"
        " paul/pauline carl/caroline josef/josefine charles/charlotte eric/erica frederick/frederica"
    ).split()
)
"""Given names of a man and a woman that no ending tells apart."""


def _is_pair(man: str, woman: str) -> bool:
    """Mario and Maria, Francis and Frances, Simon and Simone."""
    if man.endswith("o") and len(man) > 3:
        return woman == man[:-1] + "a"
    return (man, woman) in _PAIRS
