"""Control words of Rich Text Format that matter for its text (RTF specification 1.9.1)."""

CHARACTERS = {
    **{"tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "bullet": "•"},
    **{"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"},
    **{"emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "nestcell": " | ", "nestrow": "\n"},
    **{"zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f"},
}
SYMBOLS = {"~": "\u00a0", "-": "\u00ad", "_": "\u2011", "{": "{", "}": "}", "\\": "\\"}
PARAGRAPH_ENDS = frozenset(("par", "sect", "page", "\n", "\r"))
HEADERS = frozenset(("header", "headerl", "headerr"))
FOOTERS = frozenset(("footer", "footerl", "footerr", "footerf"))
"""`headerf`, that of a title page, is a letterhead, and counts as text."""
SEEN_IF_MARKED = frozenset(("shpinst", "shptxt", "flymaincnt", "annotation", "footnote"))
r"""Destinations with text on the page although they begin with \*, which lets old programs skip them."""
UNSEEN = frozenset(
    "colortbl stylesheet pict themedata colorschememapping datastore latentstyles listtable "
    "listoverridetable revtbl rsidtbl generator filetbl xmlnstbl mmathPr mmath bkmkstart bkmkend fldinst "
    "datafield shprslt sp sn sv nonshppict shppict picprop objclass objdata objname objalias objsect atnid "
    "atnauthor atndate atntime atnref atnicn atnparent atrfstart atrfend xe tc txe rxe pn pntext pntxta "
    "pntxtb listtext listname listlevel ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn do background template "
    "private passwordhash password userprops docvar nesttableprops nonesttables ud operator formfield "
    "ffname ffl ffdeftext ffentrymcr ffexitmcr ffformat ffhelptext ffstattext panose falt fname "
    "keywords comment doccomm subject manager company category hlinkbase".split()
)
"""Destinations with nothing in them that is on the page; the number of a list's paragraph is among them, as
other formats do not store it either."""
INFO = {"title": "title", "author": "author", "creatim": "created", "revtim": "modified"}
CHARSETS = {  # of fonts → code page
    **{0: "cp1252", 2: "symbol", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk"},
    **{136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256"},
    **{186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850"},
}
DOCUMENT_CHARSETS = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
