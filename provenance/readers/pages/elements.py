"""What the names of elements, their attributes, classes and roles say of the text in them.

The words are those in general use: HTML's own elements, the roles of WAI-ARIA, the class names of
microformats (hentry, hNews) and of the widespread systems that make pages.
"""

import re
from html import unescape
from itertools import pairwise

from attrs import evolve, frozen

from provenance.model.sources import FurnitureKind as Kind
from provenance.readers.pages.styles import find_hiding_style

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
BREAKS = frozenset(("br",))
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span "
    "strike strong sub sup time tt u var wbr img".split()
)
RAW = frozenset(("script", "style", "textarea", "title", "xmp"))
NOTED = frozenset(("meta", "link", "html", "time"))
_UNSEEN = frozenset("template noscript iframe object canvas noframes noembed audio video datalist rp".split())
HEAD, BODY = "head", "body"
"""What an element may be of an article: who wrote it and when, or its text."""

_ATTRIBUTE = re.compile(
    r"([^\s=/>\"']{1,100})(?:\s{0,9}=\s{0,9}(?:\"([^\"]{0,9999})\"|'([^']{0,9999})'|([^\s\"'>]{1,9999})))?"
)
_TELLING = re.compile(
    r"\b(?:class|id|role|style|hidden|aria-hidden|aria-label|itemprop|rel|open|amp-)", re.IGNORECASE
)
_HOME = re.compile(
    r"\bhref\s{0,9}=\s{0,9}[\"']?(?:https?://[\w.-]{1,100})?/?(?:index\.html?)?(?=[\"'\s]|$)"
    r"|\brel\s{0,9}=\s{0,9}[\"']?home\b",
    re.IGNORECASE,
)
"""Where a link to the first page of a site leads."""
_WORDS = re.compile(r"[A-Z]{0,30}[a-z]{1,40}|[A-Z]{1,40}")
_MOST_NAMES = 30
_BOXES = frozenset(
    "box bar list widget wrapper wrap container section block area form module banner slot links nav button "
    "buttons inner outer footer header menu prompt signup root".split()
)
"""What a name of two words ends in, if it names a part of a page."""
_LONGEST_ID = 2
_NEGATIONS = frozenset("has no not with without enable enabled disable disabled hide js is".split())
"""A class that begins so tells of the page's state, not of what the element is."""


@frozen
class Looks:
    """What an element's own names say: why it is `hidden`, and what it is (`mark`: a kind of furniture,
    "head" or "body"), "" if nothing. `is_sure`: no other evidence outweighs it; `reason`: the name;
    `is_home`: it is a link to the site's first page."""

    hidden: str = ""
    mark: str = ""
    reason: str = ""
    is_sure: bool = False
    is_home: bool = False


NO_LOOKS = Looks()

_TAGS = {
    "nav": Looks("", Kind.NAVIGATION, "nav element", True),
    "button": Looks("", Kind.NAVIGATION, "button", True),
    "select": Looks("", Kind.NAVIGATION, "form field", True),
    "textarea": Looks("", Kind.NAVIGATION, "form field", True),
    "label": Looks("", Kind.NAVIGATION, "form field", False),
    "menu": Looks("", Kind.NAVIGATION, "menu element", False),
    "form": Looks("", Kind.NAVIGATION, "form element", False),
    "aside": Looks("", Kind.TEASER, "aside element", False),
    "footer": Looks("", Kind.NOTICE, "footer element", False),
    "header": Looks("", Kind.NAVIGATION, "header element", False),
    "dialog": Looks("", Kind.NOTICE, "dialog element", True),
    "amp-ad": Looks("", Kind.ADVERTISEMENT, "amp-ad element", True),
    "amp-sidebar": Looks("", Kind.NAVIGATION, "amp-sidebar element", True),
    "amp-social-share": Looks("", Kind.NAVIGATION, "amp-social-share element", True),
    "amp-consent": Looks("", Kind.NOTICE, "amp-consent element", True),
    "article": Looks("", BODY, "article element"),
    "main": Looks("", BODY, "main element"),
    "time": Looks("", HEAD, "time element"),
}
_ROLES = {
    **dict.fromkeys(
        ("navigation", "menu", "menubar", "menuitem", "search", "toolbar", "tablist", "button"),
        Kind.NAVIGATION,
    ),
    **dict.fromkeys(("dialog", "alertdialog"), Kind.NOTICE),
}
_WEAK_ROLES = {"complementary": Kind.TEASER, "contentinfo": Kind.NOTICE, "banner": Kind.NAVIGATION}


def _by_word(*groups: tuple[str, str]) -> dict[str, str]:
    return {word: kind for kind, words in groups for word in words.split()}


_SURE_WORDS = _by_word(
    (
        Kind.NAVIGATION,
        "nav navbar navigation menu mainmenu breadcrumb breadcrumbs crumbs crumb share sharing sharebar "
        "sharedaddy addthis addtoany pagination pager paginator skiplink skiplinks skipnav sitemap navlinks "
        "editsection catlinks socialshare toolbar topbar tags taglist tagcloud leftnav rightnav topnav "
        "subnav nextprev",
    ),
    (
        Kind.TEASER,
        "relatedposts relatedarticles relatedcontent relatedstories teaser teasers recirc recirculation "
        "mostread mostpopular mostviewed trending readmore morestories morenews upnext "
        "outbrain promo promos promobox youmayalsolike readnext",
    ),
    (
        Kind.COMMENTS,
        "comments commentlist disqus livefyre respond commenting commentform comment "
        "kommentare kommentar commentaires commentaire comentarios comentario",
    ),
    (Kind.CREDIT, "credit photocredit imagecredit picturecredit captioncredit photographer"),
    (
        Kind.NEWSLETTER,
        "newsletter newsletters signup subscribe subscription paywall regwall donate donation mailinglist "
        "optin mailchimp",
    ),
    (
        Kind.NOTICE,
        "cookie cookies consent gdpr onetrust copyright disclaimer colophon imprint fineprint",
    ),
    (
        Kind.ADVERTISEMENT,
        "ad ads advert adverts advertisement advertising adslot adsense adbox adunit dfp sponsored taboola "
        "sponsor advertorial werbung anzeige publicite publicidad",
    ),
)
_SURE_PAIRS = _by_word(
    (
        Kind.NAVIGATION,
        "skip-link screen-reader cat-links tag-list tag-links page-tools article-tools blog-pager "
        "blog-archive social-bar social-links social-icons social-media social-share print-info "
        "site-nav main-menu site-header-menu posts-navigation",
    ),
    (
        Kind.TEASER,
        "related-posts related-articles related-content related-stories related-news "
        "related-links related-items "
        "related-topics related-box related-list related-widget recommended-stories recommended-articles "
        "recommended-posts most-read most-popular most-viewed more-stories more-news more-articles "
        "more-on also-like also-on "
        "up-next read-more read-next next-story next-article recent-posts recent-entries latest-news "
        "top-stories link-list from-web",
    ),
    (Kind.COMMENTS, "leave-reply post-comment reader-comments comment-policy"),
    (Kind.CREDIT, "photo-credit image-credit picture-credit caption-credit photo-by image-source"),
    (Kind.NEWSLETTER, "sign-up mailing-list opt-in"),
    (
        Kind.NOTICE,
        "fine-print author-bio about-author author-box site-info privacy-banner wm-ipp page-foot "
        "author-description",
    ),
    (Kind.ADVERTISEMENT, "ad-slot google-ad gpt-ad"),
)
_WEAK_WORDS = _by_word(
    (
        Kind.NAVIGATION,
        "header masthead banner social tools topics categories labels ticker logo branding login search bar "
        "kicker rubric actions links",
    ),
    (
        Kind.TEASER,
        "sidebar rail widget card cards latest popular more aside secondary rightcol leftcol carousel also "
        "recent trend related recommended recommendations",
    ),
    (Kind.COMMENTS, "discussion conversation"),
    (Kind.NOTICE, "legal footer foot bottom bio profile postprofile userprofile"),
    (Kind.NEWSLETTER, "offer cta join"),
)
_SURE_ALONE = frozenset(("related", "recommended"))
"""Weak words that are sure where they are the whole name."""
_SHORT = frozenset(("ad", "ads"))
_LETTERS = 3
"""Words that generated names may hold by chance ("ad-1x"), beside others with fewer letters."""
_HEAD_WORDS = frozenset(
    "byline author authors date dateline time timestamp published pubdate posted updated writer reporter "
    "auth upd datetime vcard published-date".split()
)
_BODY_PAIRS = frozenset(
    "article-body entry-content post-content post-body story-body article-content article-text story-text "
    "body-copy story-content".split()
)
_VISUALLY_HIDDEN = frozenset(
    "screen-reader-text sr-only visually-hidden visuallyhidden screenreader hidden-text offscreen".split()
)
_AUTHOR_PROPERTIES = frozenset(("author", "datepublished", "datemodified", "datecreated"))


def read_attributes(inner: str) -> dict[str, str]:
    """The attributes in a tag, by name in lower case; of several of one name the first."""
    found: dict[str, str] = {}
    for hit in _ATTRIBUTE.finditer(inner):
        value = hit[2] or hit[3] or hit[4] or ""
        found.setdefault(hit[1].casefold(), unescape(value) if "&" in value else value)
    return found


def read_looks(tag: str, inner: str) -> Looks:
    """What a tag says of its element. `inner`: what stands in it after its name."""
    looks = _read_looks(tag, inner)
    if tag == "a" and _HOME.search(inner):
        return evolve(looks, is_home=True)
    return looks


def _read_looks(tag: str, inner: str) -> Looks:
    if tag in _UNSEEN:
        return Looks(f"{tag} element")
    of_tag = _TAGS.get(tag, NO_LOOKS)
    if not inner or tag in ("html", "body") or not _TELLING.search(inner):
        return _hide_dialog(tag, of_tag, {})
    attributes = read_attributes(inner)
    hidden = _find_hiding(attributes)
    if hidden:
        return Looks(hidden)
    found = _judge_role(attributes) or _judge_property(attributes)
    if found is None and not of_tag.is_sure:
        is_heading = len(tag) == len("h1") and tag[0] == "h"
        found = _judge_names(attributes, is_article=of_tag.mark == BODY, has_own_id=is_heading)
    return _hide_dialog(tag, found or of_tag, attributes)


def _hide_dialog(tag: str, looks: Looks, attributes: dict[str, str]) -> Looks:
    return Looks("dialog that is not open") if tag == "dialog" and "open" not in attributes else looks


def _find_hiding(attributes: dict[str, str]) -> str:
    if "hidden" in attributes and attributes["hidden"].casefold() != "until-found":
        return "hidden attribute"
    if attributes.get("aria-hidden", "").strip().casefold() == "true":
        return "aria-hidden"
    style = find_hiding_style(attributes["style"]) if "style" in attributes else ""
    if style:
        return style
    names = attributes.get("class", "").casefold().split()[:_MOST_NAMES]
    return next((f"class {name}" for name in names if name in _VISUALLY_HIDDEN), "")


def _judge_role(attributes: dict[str, str]) -> Looks | None:
    role = attributes.get("role", "").strip().casefold()
    if role in _ROLES:
        return Looks("", _ROLES[role], f"role {role}", True)
    if role in _WEAK_ROLES:
        return Looks("", _WEAK_ROLES[role], f"role {role}")
    if role in ("article", "main"):
        return Looks("", BODY, f"role {role}")
    if attributes.get("aria-label", "").strip().casefold() in ("advertisement", "advertisements", "ad"):
        return Looks("", Kind.ADVERTISEMENT, "aria-label", True)
    return None


def _judge_property(attributes: dict[str, str]) -> Looks | None:
    named = attributes.get("itemprop", "").casefold()
    if named == "articlebody":
        return Looks("", BODY, "itemprop articleBody", True)
    if named in _AUTHOR_PROPERTIES:
        return Looks("", HEAD, f"itemprop {named}")
    rel = attributes.get("rel", "").casefold().split()
    if "author" in rel:
        return Looks("", HEAD, "rel author")
    if "tag" in rel:
        return Looks("", Kind.NAVIGATION, "rel tag", True)
    return Looks("", Kind.ADVERTISEMENT, "rel sponsored", True) if "sponsored" in rel else None


def _judge_names(attributes: dict[str, str], *, is_article: bool, has_own_id: bool) -> Looks | None:
    """By class and id. An article's own classes list what it is about: only its body is known by them.

    `has_own_id`: a heading's id is made of its text. So is that of many a section: "related-work".
    """
    weak: Looks | None = None
    for attribute in ("class", "id"):
        if attribute == "id" and has_own_id:
            continue
        for name in attributes.get(attribute, "").split()[:_MOST_NAMES]:
            words = [word.casefold() for word in _WORDS.findall(name[:100])]
            if not words or words[0] in _NEGATIONS or (attribute == "id" and len(words) > _LONGEST_ID + 1):
                continue
            found = _judge_words(words, f"{attribute} {name[:60]}")
            if found is not None and is_article and found.mark != BODY:
                continue
            is_named = len(words) == 1 or words[-1] in _BOXES or "-".join(words[:2]) in _SURE_PAIRS
            if found is not None and attribute == "id" and not is_named:
                found = evolve(found, is_sure=False)
            if found is not None and (found.is_sure or found.mark == BODY):
                return found
            weak = weak or found
    return weak


def _judge_words(words: list[str], reason: str) -> Looks | None:
    pairs = [f"{first}-{second}" for first, second in pairwise(words)]
    for pair in pairs:
        if pair in _BODY_PAIRS:
            return Looks("", BODY, reason)
        if pair in _SURE_PAIRS:
            return Looks("", _SURE_PAIRS[pair], reason, True)
    for word in words:
        is_chance = word in _SHORT and any(len(other) < _LETTERS for other in words if other != word)
        if word in _SURE_WORDS and not is_chance:
            return Looks("", _SURE_WORDS[word], reason, True)
    if any(word in _HEAD_WORDS for word in words):
        return Looks("", HEAD, reason)
    found = next((Looks("", _WEAK_WORDS[word], reason) for word in words if word in _WEAK_WORDS), None)
    is_whole = len(words) == 1 and words[0] in _SURE_ALONE
    return evolve(found, is_sure=True) if found and is_whole else found
