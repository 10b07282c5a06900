"""Page furniture that plain text shows by its words alone: prompts, notices, credits, links to other stories.

Only whole lines, and the credit at the end of a caption: what could be a sentence of an article stays. The
wordings are those in general use on the pages of newspapers, broadcasters, blogs and agencies.
"""

import re

from provenance.model.sources import Furniture
from provenance.model.sources import FurnitureKind as Kind
from provenance.model.spans import Span

Judgement = tuple[Kind, str]
"""What a line is, and why we think so."""

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_MARKUP = " \t\u00a0\u3000*_#>|•·\ufeff-–—=~[]{}→›»«‹▸►✕×☰"
_MOST_WORDS = 60
_MOST_PARTS = 12
_TEASER_WORDS = (3, 25)
_MOST_TEASERS = 12
_LONGEST_LINE = 600
_LONGEST_PROMPT = 240

_PLACES = (
    r"(?:facebook|twitter|x|linkedin|whats ?app|reddit|pinterest|telegram|instagram|e-?mail|tumblr|youtube|"
    r"messenger|flipboard|bluesky|threads|mastodon|pocket|sms|print|copy link|link|viber|skype|line|rss|"
    r"google\+?|google plus|tiktok|snapchat|weibo|vk)"
)
_THING = (
    r"(?:article|story|page|post|piece|link|video|entry|this|gallery|report|on|via|news|content|interview)"
)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})[\s.:!…>»→]{{0,6}}", re.IGNORECASE)


_WHOLE: tuple[tuple[Kind, str, re.Pattern[str]], ...] = (
    (
        Kind.NAVIGATION,
        "share prompt",
        _whole(
            rf"share(?: this| the| our)?(?: {_THING})?(?: (?:on|via|by|to|with) {_PLACES}| with friends)?"
            rf"|click (?:here )?to (?:share|e-?mail|print)\b.{{0,80}}|{_PLACES}(?:[\s|/,·•]{{1,4}}{_PLACES}){{1,14}}"
            r"|tweet(?: this)?|pin it|copy link|link copied!?|(?:\(?opens in (?:a )?new (?:window|tab)\)?)"
            r"|[\d.,]{1,7}k? (?:shares|tweets|likes)"
        ),
    ),
    (
        Kind.NAVIGATION,
        "page tool",
        _whole(
            rf"print(?:er[- ]friendly(?: version)?| (?:this )?{_THING})?|save (?:for later|as pdf|{_THING})"
            rf"|(?:e-?mail|send)(?: this)?(?: {_THING})(?: to a friend)?|send to a friend|bookmark(?: this)?"
            r"|(?:listen|listen to this (?:article|story)|text size|font size|resize text|view comments"
            r"|report (?:an? )?(?:error|typo|mistake)|download (?:the )?(?:app|pdf)|close this window)"
        ),
    ),
    (
        Kind.NAVIGATION,
        "skip or page link",
        _whole(
            r"(?:skip|jump|go) to (?:the )?(?:main |primary )?(?:content|navigation|search|footer|article|menu"
            r"|section navigation|site index)|skip (?:navigation|advertisement|ad|past newsletter promotion)"
            r"|(?:back|return) to (?:the )?(?:top|homepage|home page|home|article|news)"
            r"|(?:previous|next|older|newer)(?: (?:page|article|story|post|posts|entry|entries|image|slide))?"
            r"|page \d{1,3} (?:of|/) \d{1,3}|(?:show|load|view|see|read) (?:more|all|less|full (?:story|article))"
            r"|continue reading|read on|read the full (?:story|article)|expand|collapse|view (?:image|gallery)"
        ),
    ),
    (
        Kind.NAVIGATION,
        "menu",
        _whole(
            r"(?:main |open |close |toggle |site )?(?:menu|navigation|search)|home(?: ?page)?|log ?in|log ?out"
            r"|sign (?:in|out)|register|my account|(?:create|your) account|(?:site )?map|site index|help|faqs?"
            r"|log ?in (?:[/|]|or) (?:register|sign up|subscribe)|switch (?:to )?(?:edition|language)"
            r"|follow us(?: on)?(?: social media)?(?:[: ]{0,2}.{0,60})?|(?:contact|about|advertise with) us"
            r"|use tab to navigate|enter your (?:search|keywords?)|search (?:for|this site)"
        ),
    ),
    (
        Kind.TEASER,
        "head of other stories",
        _whole(
            r"(?:related|recommended|more|popular|similar|other|trending|latest|top|recent|featured)"
            r" (?:stories|articles|news|posts|content|coverage|reading|reads|topics|headlines|videos|links)"
            r"(?: (?:from|on|in|for) .{1,40})?"
            r"|most (?:read|popular|viewed|shared|commented|watched|emailed)(?: (?:now|today|stories|news|in .{1,30}))?"
            r"|(?:more|also) (?:on|from|in|by) (?:this|our|the) (?:site|author|story|topic|section|series|web|network)"
            r"|you (?:may|might) (?:also )?(?:like|be interested in)|up next|read next|what to read next"
            r"|don['’]t miss|editor['’]?s['’]? (?:picks?|choice)|must reads?|trending(?: now)?|recommended(?: for you)?"
            r"|related|in this section|also read|read also|see also|next story|previous story|top stories"
        ),
    ),
    (
        Kind.TEASER,
        "link to another story",
        _whole(
            r"(?:(?:read|see|watch|listen) (?:more|also|next)|also (?:read|see|watch)|related(?: (?:story|article|link|news|reading))?"
            r"|more on this(?: story)?|don['’]t miss|(?:you )?may also like|must read|recommended|further reading)"
            r"\s{0,2}[:|–—]\s{0,2}\S.{0,200}"
        ),
    ),
    (
        Kind.COMMENTS,
        "prompt for comments",
        _whole(
            r"(?:leave|post|add|write|submit) (?:a |your )?(?:reply|comment|comments|response)|reply"
            r"|(?:view |show |read |see |all )?(?:\d{1,6} |no )?comments?(?: ?\(\d{1,6}\))?(?: so far| yet)?"
            r"|comments are (?:now )?(?:closed|off|disabled).{0,60}|(?:be the )?first to comment|cancel reply"
            r"|\d{1,6} (?:thoughts?|responses?|replies) (?:on|to)\b.{0,160}"
            r"|(?:join|start) the (?:conversation|discussion|debate).{0,60}|have your say.{0,80}"
            r"|your e-?mail address will not be published.{0,60}|required fields are marked.{0,10}"
            r"|(?:log|sign) ?in (?:or \w{1,20} )?to (?:comment|reply|join|leave).{0,60}"
            r"|what do you think\?.{0,80}(?:comments?|below)|let us know (?:what you think )?in the comments.{0,30}"
        ),
    ),
    (
        Kind.ADVERTISEMENT,
        "advertisement label",
        _whole(
            r"advertise?ments?|ads?|(?:story|article) continues (?:below|after)(?: (?:this )?(?:advert|advertise?ment|ad))?"
            r"|advertise?ment\s?[-–—(]?\s?(?:continue reading below|scroll to continue).{0,20}|scroll to continue(?: reading)?"
            r"|sponsored(?: (?:content|links?|stories|post|by .{1,40}))?|paid (?:content|post|partnership)|promoted"
            r"(?: (?:content|links?|stories))?|(?:from )?around the web|hide (?:this )?ad|ad feedback|remove ads"
        ),
    ),
)
_NEWSLETTER = re.compile(
    r"(?:please )?(?:sign up|subscribe|get|join|support|donate|become a|enter your e-?mail|stay (?:informed|up to date)"
    r"|never miss|already a|this (?:article|story|content) is (?:for|only|available)|to (?:continue|keep) reading"
    r"|you (?:have|['’]ve) (?:reached|read)|keep reading|want more|like (?:this|what)|free newsletter|newsletter"
    r"|subscribers? only|join [\d,.]+|make a (?:donation|gift|contribution)|receive|follow)\b",
    re.IGNORECASE,
)
_NEWSLETTER_ABOUT = re.compile(
    r"newsletter|(?:in|to|into) your (?:e-?mail )?inbox|e-?mail (?:alerts?|updates|address)|subscri(?:be|ber|ption)"
    r"|our (?:journalism|reporting|work|mission)|free articles?|unlimited (?:access|articles)|mailing list"
    r"|member(?:ship)? (?:today|now)|become a (?:member|supporter|subscriber|patron)|push notifications|\bby e?-?mail\b|join [\d,.]{1,12}k? (?:\w{1,20} )?(?:readers|subscribers)|"
    r"donat(?:e|ion)(?: today| now| here)?[.!]?$|\bsign (?:up|in) (?:now|here|today)",
    re.IGNORECASE,
)
_PLAIN_NEWSLETTER = _whole(
    r"(?:sign up|subscribe|donate|support us|join us|sign me up|become a (?:member|subscriber|supporter))"
    r"(?: (?:now|today|here|for free))?|newsletters?|newsletter sign-?up|subscribe to .{1,60}"
)
_NOTICES = re.compile(
    r"(?:copyright|©|\(c\))[^\n]{0,40}(?:19|20)\d\d|(?:19|20)\d\d\s?(?:©|\(c\))|[^\n]{2,60}©\s?(?:19|20)\d\d"
    r"|[^\n]{0,80}\ball rights reserved\b|(?:©|copyright by|copyright ©)\s?[^\n]{2,60}$"
    r"|(?:we|this (?:web)?site|our (?:web)?site|[A-Z][\w.]{1,30}) uses? cookies\b"
    r"|by (?:continuing|using|browsing|clicking)\b[^\n]{0,80}\b(?:cookies|terms|privacy|site)\b"
    r"|(?:please )?(?:enable|turn on|activate|you need to enable)\s(?:java ?script|cookies)\b"
    r"|(?:this (?:site|page|app|website|content)|[\w ]{0,30}) requires java ?script\b"
    r"|[^\n]{0,60}\byour browser (?:does not|doesn['’]t|is (?:out of date|not supported)|settings)"
    r"|[^\n]{0,60}\b(?:opinions?|views|comments?)\b[^\n]{0,60}\b(?:do(?:es)? not|not) (?:necessarily )?"
    r"(?:reflect|represent|those of)\b"
    r"|[^\n]{0,60}\b(?:may|must) not be (?:published|reproduced|copied|republished)[^\n]{0,80}"
    r"(?:redistributed|permission|consent|rewritten|transmitted)"
    r"|(?:re)?(?:publication|production) or (?:re)?distribution of\b|[^\n]{0,60}not responsible for (?:the )?"
    r"(?:content|contents) (?:of|on) external|(?:proudly )?powered by [A-Z]\w{1,30}(?: [A-Z]\w{1,20})?\.?$"
    r"|all (?:material|content|text|rights)s?\b[^\n]{0,40}\b(?:property of|reserved)\b"
    r"|just a moment\b.{0,40}$|checking your browser",
    re.IGNORECASE,
)
_NOTICE_WORDS = (
    *("©", "(c)", "copyright", "rights", "cookie", "by ", "script", "browser", "not ", "distribution"),
    *("powered", "property", "moment"),
)
"""One of these stands in every line that the pattern finds: looking for them first is quicker."""
_LEGAL = (
    r"(?:terms(?: (?:of|and|&) (?:use|service|conditions|sale))?|privacy(?: (?:policy|notice|statement|settings|center|centre))?"
    r"|cookies?(?: (?:policy|notice|settings|preferences))?|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers"
    r"|jobs|imprint|impressum|accessibility(?: statement)?|corrections?(?: policy)?|editorial (?:policy|standards|guidelines)"
    r"|complaints|site ?map|help|faqs?|rss(?: feeds?)?|legal(?: notice)?|disclaimer|feedback|press|work for us|ethics policy"
    r"|do not sell my (?:personal )?info(?:rmation)?|subscribe|newsletters?|archives?|media kit|code of conduct|masthead|home)"
)
_LEGAL_LINE = _whole(rf"{_LEGAL}(?:(?:\s{{0,3}}[|/,·•&-]\s{{0,3}}|\s{{1,3}}(?:and\s)?){_LEGAL}){{0,12}}")
_LABEL_LINE = re.compile(
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|labels?|keywords|more about|posted in|tagged(?: (?:as|with))?"
    r"|explore more(?: on)?|related topics)\s{0,2}:\s{0,2}\S[^.!?\n]{0,200}$",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"home\s{0,2}(?:>|»|›|/|→|::|\\)\s{0,2}\S[^.!?\n]{0,150}$", re.IGNORECASE)
_CREDITED = (
    r"(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|videos?|file (?:photo|image|picture)|screengrab|"
    r"cover image|featured image|artwork|map)"
)
_HOUSES = (
    r"(?:AFP|AP|EPA|EPA-EFE|EFE|Reuters|REUTERS|Getty(?: Images)?|PA(?: Wire| Media| Images)?|Shutterstock|Alamy|ANSA|TASS|"
    r"Xinhua|dpa|DPA|Anadolu(?: Agency)?|Bloomberg|iStock|Unsplash|Pexels|Pixabay|NurPhoto|Corbis|Rex(?: Features)?|"
    r"Magnum|Wikimedia(?: Commons)?|Flickr|Creative Commons|Associated Press|Agence France-Presse|UPI|Sipa|Zuma)"
)
_CREDIT_LINE = re.compile(
    rf"[(\[]?(?:(?i:{_CREDITED}(?:\s(?:credits?|source|courtesy|provided))?(?:\s(?:by|of|from))?|(?:photo|image|picture)?"
    rf"\s?credits?|courtesy(?:\sof)?)\s{{0,2}}[:/|©-]\s{{0,2}}\S[^.!?\n]{{0,100}}"
    rf"|(?i:{_CREDITED}\s(?:by|courtesy(?:\sof)?|provided\sby))\s[A-Z]\S{{0,30}}(?:\s[^\s.!?]{{1,30}}){{0,7}}"
    rf"|{_HOUSES}(?:\s(?:Photo|photo|Images|via\s{_HOUSES}))?(?:\s?/\s?[^.!?\n]{{1,60}})?"
    rf"|[^.!?/\n]{{2,50}}/\s?(?:[^.!?/\n]{{2,30}}/\s?)?{_HOUSES}(?:\svia\s{_HOUSES})?"
    rf"|©\s?{_HOUSES}[^.!?\n]{{0,60}})[)\]]?\.?"
)
_CREDIT_TAIL = re.compile(
    rf"(?:[(\[](?:(?i:{_CREDITED})\b[^()\[\]\n]{{1,80}}|[^()\[\]\n]{{0,60}}\b{_HOUSES}\b[^()\[\]\n]{{0,40}}|AP Photo[^()\n]{{0,60}})[)\]]"
    rf"|(?i:{_CREDITED}(?:\scredits?|\scourtesy(?:\sof)?|\sby)?|credits?)\s?[:©]\s?[^.!?\n]{{2,60}}"
    rf"|(?:REUTERS|AFP|AP Photo|EPA)\s?/\s?[^.!?\n]{{2,50}}|©\s?{_HOUSES}[^.!?\n]{{0,40}})\.?\s*$"
)
_CREDIT_SIGNS = ("/", "©", ":", "(", "[")
_TAIL_CHARS = 200
_STOPPED = re.compile(r"[.!;:][\"'”’)\]]{0,2}$")
_REPLY = re.compile(
    r"(?:reply|report|recommend(?: ?\(\d+\))?|like|share|flag|permalink|.{1,40} (?:says|said|wrote)\s?:?|upvote|.{1,30} replied)"
    r"[\s.:]{0,3}",
    re.IGNORECASE,
)
_LEAST_REPLIES = 2


def judge_line(line: str) -> Judgement | None:
    """What kind of furniture a whole line is by its words; None for all that an article may say."""
    text = line.strip(_MARKUP + "\n\r")
    if not text or len(text) > _LONGEST_LINE:
        return None
    parts = [part for part in re.split(r"\s?[|•·]\s?", text) if part.strip()]
    if 1 < len(parts) <= _MOST_PARTS:
        judged = [_judge_part(part.strip(_MARKUP)) for part in parts]
        return judged[0] if None not in judged else _judge_part(text)
    return _judge_part(text)


def _judge_part(text: str) -> Judgement | None:
    for kind, reason, pattern in _WHOLE if len(text) <= _LONGEST_PROMPT else ():
        if pattern.fullmatch(text):
            return kind, reason
    if _LABEL_LINE.fullmatch(text) or _CRUMBS.match(text):
        return Kind.NAVIGATION, "list of sections or tags"
    if _CREDIT_LINE.fullmatch(text) and len(text.split()) <= 14:
        return Kind.CREDIT, "credit of a picture"
    return _judge_notice(text)


def _judge_notice(text: str) -> Judgement | None:
    if _LEGAL_LINE.fullmatch(text):
        return Kind.NOTICE, "links to terms and contacts"
    if len(text.split()) > _MOST_WORDS:
        return None
    folded = text.casefold()
    if any(word in folded for word in _NOTICE_WORDS) and _NOTICES.match(text):
        return Kind.NOTICE, "notice of rights, cookies or browser"
    is_prompt = _NEWSLETTER.match(text) and _NEWSLETTER_ABOUT.search(text) and '"' not in text
    if _PLAIN_NEWSLETTER.fullmatch(text) or is_prompt:
        return Kind.NEWSLETTER, "invitation to subscribe or give"
    return None


def find_credit_tail(line: str) -> tuple[int, int] | None:
    """(start, end) of the credit that ends a caption; None if there is none, or nothing else."""
    begin = max(0, len(line) - _TAIL_CHARS)
    tail = line[begin:].casefold()
    is_likely = any(sign in tail for sign in _CREDIT_SIGNS)
    hit = _CREDIT_TAIL.search(line, begin) if is_likely else None
    before = line[: hit.start()].rstrip() if hit else ""
    if hit is None or not any(letter.isalnum() for letter in before):
        return None
    if hit.group()[0] not in "([" and before[-1] not in ".!?…\"'”’)|–—-/;":
        return None
    return hit.start(), hit.start() + len(hit.group().rstrip())


def find_furniture(text: str, source_id: str) -> list[Furniture]:
    """The lines of `text` that are page furniture, in order; of captions, the credit at the end.

    Lines that follow a head such as "Related stories" are teasers while they read like headlines: few words
    and no full stop. Readers' comments are marked where a head and their own prompts enclose them.
    """
    lines = [hit for hit in _LINE.finditer(text) if hit.group().strip(_MARKUP)]
    judged = [judge_line(hit.group()) for hit in lines]
    _judge_teasers(text, lines, judged)
    _judge_comments(lines, judged)
    found = []
    for hit, judgement in zip(lines, judged, strict=True):
        line = hit.group()
        start, end = hit.start() + len(line) - len(line.lstrip()), hit.start() + len(line.rstrip())
        if judgement is not None:
            found.append(Furniture(Span(source_id, start, end), *judgement))
        elif tail := find_credit_tail(line):
            span = Span(source_id, hit.start() + tail[0], hit.start() + tail[1])
            found.append(Furniture(span, Kind.CREDIT, "credit of a picture"))
    return found


def _judge_teasers(text: str, lines: list[re.Match[str]], judged: list[Judgement | None]) -> None:
    """The headline-like lines under a head of other stories; not the one above prose, which may head it."""
    for number, judgement in enumerate(judged):
        if judgement != (Kind.TEASER, "head of other stories"):
            continue
        end = number + 1
        while end < len(lines) and end - number <= _MOST_TEASERS and judged[end] is None:
            if not _reads_like_headline(lines[end].group()):
                break
            end += 1
        is_above_prose = end < len(lines) and judged[end] is None
        last = end - 1 if is_above_prose and end - number > 2 and _is_apart(text, lines, end - 1) else end
        for teaser in range(number + 1, last):
            judged[teaser] = (Kind.TEASER, "line under a head of other stories")


def _reads_like_headline(line: str) -> bool:
    words = line.split()
    return _TEASER_WORDS[0] <= len(words) <= _TEASER_WORDS[1] and not _STOPPED.search(line.strip())


def _is_apart(text: str, lines: list[re.Match[str]], number: int) -> bool:
    """Does no bullet or number begin the line, as in a list of links?"""
    return not re.match(r"\s{0,9}(?:[-*•·]|\d{1,2}[.)])\s", lines[number].group())


def _judge_comments(lines: list[re.Match[str]], judged: list[Judgement | None]) -> None:
    """From a head of comments to the last prompt that follows one, if there are several."""
    heads = [n for n, judgement in enumerate(judged) if judgement and judgement[0] is Kind.COMMENTS]
    counted = [n for n in heads if re.search(r"\d", lines[n].group())]
    if not counted:
        return
    replies = [n for n in range(counted[0] + 1, len(lines)) if _REPLY.fullmatch(lines[n].group().strip())]
    if len(replies) < _LEAST_REPLIES:
        return
    for number in range(counted[0] + 1, replies[-1] + 1):
        judged[number] = judged[number] or (Kind.COMMENTS, "between prompts of readers' comments")
