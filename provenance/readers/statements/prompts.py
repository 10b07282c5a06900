"""How the furniture of pages is worded: prompts, labels, notices, credits, in general use on the web.

Gathered by us from the habits of English-language newspapers, broadcasters, blogs and agencies; no list was
taken over. All patterns are bounded, and match whole lines but for the credit at the end of a caption.
"""

import re

from provenance.model.sources import FurnitureKind as Kind

_PLACES = (
    r"(?:facebook|twitter|x|linkedin|whats ?app|reddit|pinterest|telegram|instagram|e-?mail|tumblr|youtube|"
    r"messenger|flipboard|bluesky|threads|mastodon|pocket|sms|print|copy link|link|viber|skype|rss|"
    r"google\+?|google plus|tiktok|snapchat|weibo|vk)"
)
_THING = (
    r"(?:article|story|page|post|piece|link|video|entry|this|gallery|report|on|via|news|content|interview)"
)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})[\s.:…>»→]{{0,6}}", re.IGNORECASE)


WHOLE: tuple[tuple[Kind, str, re.Pattern[str]], ...] = (
    (
        Kind.NAVIGATION,
        "share prompt",
        _whole(
            rf"share(?: this| the| our)?(?: {_THING})?(?: (?:on|via|by|to|with) {_PLACES}| with friends)?"
            rf"|click (?:here )?to (?:share|e-?mail|print)\b.{{0,80}}|{_PLACES}(?:[\s"
            rf"|/,·•]{{1,4}}{_PLACES}){{1,14}}"
            r"|tweet(?: this)?|pin it|copy link|link copied!?|(?:\(?opens in (?:a )?new (?:window|tab)\)?)"
            r"|[\d.,]{1,7}k? (?:shares|tweets|likes)"
        ),
    ),
    (
        Kind.NAVIGATION,
        "page tool",
        _whole(
            rf"print(?:er[- ]friendly(?: version)?| (?:this )?{_THING})?|save (?:for later|as pdf|{_THING})"
            rf"|(?:e-?mail|send)(?: this)?(?: {_THING})(?: to a friend)?|send to a friend"
            rf"|bookmark(?: this)?"
            r"|(?:listen|listen to this (?:article|story)|text size|font size|resize text|view comments"
            r"|report (?:an? )?(?:error|typo|mistake)|download (?:the )?(?:app|pdf)|close this window)"
        ),
    ),
    (
        Kind.NAVIGATION,
        "skip or page link",
        _whole(
            r"(?:skip|jump|go) to (?:the )?(?:main |primary )?(?:content|navigation|search|footer"
            r"|article|menu"
            r"|section navigation|site index)|skip (?:navigation|advertisement|ad"
            r"|past newsletter promotion)"
            r"|(?:back|return) to (?:the )?(?:top|homepage|home page|home|article|news)"
            r"|(?:previous|next|older|newer)(?: (?:page|article|story|post|posts|entry|entries|image"
            r"|slide))?"
            r"|page \d{1,3} (?:of|/) \d{1,3}|(?:show|load|view|see|read) (?:more|all|less"
            r"|full (?:story|article))"
            r"|continue reading|read on|read the full (?:story|article)|expand|collapse"
            r"|view (?:image|gallery)"
        ),
    ),
    (
        Kind.NAVIGATION,
        "menu",
        _whole(
            r"(?:main |open |close |toggle |site )?(?:menu|navigation|search)|home(?: ?page)?"
            r"|log ?in|log ?out"
            r"|sign (?:in|out)|register|my account|(?:create|your) account|(?:site )?map|site index"
            r"|help|faqs?"
            r"|log ?in (?:[/|]|or) (?:register|sign up|subscribe)|switch (?:to )?(?:edition|language)"
            r"|follow us(?: on)?(?: social media)?(?:[: ]{0,2}.{0,60})?"
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
            r"|most (?:read|popular|viewed|shared|commented|watched|emailed)(?: (?:now|today|stories"
            r"|news|in .{1,30}))?"
            r"|(?:more|also) (?:on|from|in|by) (?:this|our|the) (?:site|author|story|topic|section"
            r"|series|web|network)"
            r"|you (?:may|might) (?:also )?(?:like|be interested in)|up next|read next|what to read next"
            r"|(?:elsewhere on|more from) (?:the )?[^.!?,;]{2,40}[^.!?,;:\s]|don['’]t miss"
            r"|editor['’]?s['’]? (?:picks?|choice)|must reads?|trending(?: now)?"
            r"|recommended(?: for you)?"
            r"|related|in this section|also read|read also|see also|next story|previous story|top stories"
        ),
    ),
    (
        Kind.TEASER,
        "link to another story",
        _whole(
            r"(?:(?:read|see|watch|listen) (?:more|also|next)|also (?:read|see|watch)"
            r"|related(?: (?:story|article|link|news|reading))?"
            r"|more on this(?: story)?|don['’]t miss|(?:you )?may also like|must read|recommended"
            r"|further reading)"
            r"\s{0,2}[:|–—]\s{0,2}\S.{0,200}"
        ),
    ),
    (
        Kind.COMMENTS,
        "prompt for comments",
        _whole(
            r"(?:leave|post|add|write|submit) (?:a |your )?(?:reply|comment|comments|response)|reply"
            r"|(?:view |show |read |see |all |no |\d{1,6} "
            r"|all \d{1,6} )?comments(?: ?\(\d{1,6}\))?(?: so far| yet)?"
            r"|1 comment|comment(?: now| here| below| \(\d{1,6}\))?"
            r"|comments are (?:now )?(?:closed|off|disabled).{0,60}|(?:be the )?first to comment"
            r"|cancel reply"
            r"|\d{1,6} (?:thoughts?|responses?|replies) (?:on|to) [“\"'‘«].{1,160}"
            r"|(?:join|start) the (?:conversation|discussion|debate).{0,60}|have your say.{0,80}"
            r"|your e-?mail address will not be published.{0,60}|required fields are marked.{0,10}"
            r"|(?:log|sign) ?in (?:or \w{1,20} )?to (?:comment|reply|join|leave).{0,60}"
            r"|what do you think\?.{0,80}(?:comments?|below)"
            r"|let us know (?:what you think )?in the comments.{0,30}"
        ),
    ),
    (
        Kind.ADVERTISEMENT,
        "advertisement label",
        _whole(
            r"advertise?ments?|ads?|(?:story|article) continues (?:below"
            r"|after)(?: (?:this )?(?:advert|advertise?ment|ad))?"
            r"|advertise?ment\s?[-–—(]?\s?(?:continue reading below|scroll to continue).{0,20}"
            r"|scroll to continue(?: reading)?"
            r"|sponsored(?: (?:content|links?|stories|post))?|paid (?:content|post"
            r"|partnership)|promoted"
            r"(?: (?:content|links?|stories))?|(?:from )?around the web|hide (?:this )?ad"
            r"|ad feedback|remove ads"
        ),
    ),
)
NEWSLETTER = re.compile(
    r"(?:please )?(?:sign up|subscribe|get|join|support|donate|become a|enter your e-?mail"
    r"|stay (?:informed|up to date)"
    r"|never miss|already a (?:subscriber|member)|this (?:article|story|content) is (?:for|only"
    r"|available)|to (?:continue"
    r"|keep) reading"
    r"|you (?:have|['’]ve) (?:reached|read)|keep reading|want more|like (?:this|what)"
    r"|free newsletter|newsletter"
    r"|subscribers? only|join [\d,.]+|make a (?:donation|gift|contribution))(?=[\s,:?!.]|$)",
    re.IGNORECASE,
)
NEWSLETTER_STARTS = (
    *("please ", "sign up", "subscribe", "get", "join", "support", "donate", "become a", "enter your e"),
    *("stay ", "never miss", "already a ", "this ", "to ", "you ", "keep reading"),
    *("want more", "like ", "free newsletter", "newsletter", "make a "),
)
"""With one of these every line begins that the pattern finds."""
NEWSLETTER_ABOUT = re.compile(
    r"newsletter|(?:in|to|into) your (?:e-?mail )?inbox|e-?mail (?:alerts?|updates|address)"
    r"|subscri(?:be|ber|ption)"
    r"|our (?:journalism|reporting|work|mission)|free articles?|unlimited (?:access|articles)|mailing list"
    r"|member(?:ship)? (?:today|now)|become a (?:member|supporter|subscriber|patron)"
    r"|push notifications|join [\d,.]{1,12}k? (?:\w{1,20} )?(?:readers|subscribers)|"
    r"donat(?:e|ion)(?: today| now| here)?[.!]?$|\bsign (?:up|in) (?:now|here|today)",
    re.IGNORECASE,
)
PLAIN_NEWSLETTER = _whole(
    r"(?:sign up|subscribe|donate|support us|join us|sign me up|become a (?:member|subscriber|supporter))"
    r"(?: (?:now|today|here|for free))?|newsletters?|newsletter sign-?up|subscribe to .{1,60}"
)
MAILING_LINE = _whole(
    r"(?:view|read|open|see) (?:this |the )?(?:e-?mail|message|newsletter|issue|it)? ?(?:online"
    r"|in (?:your|a|the) (?:web )?browser)"
    r"|forward (?:this )?(?:e-?mail )?to a friend|(?:click here to )?unsubscribe(?: (?:here"
    r"|from this list|instantly))?"
    r"|(?:update|manage|change) (?:your )?(?:e-?mail |subscription )?(?:preferences|settings"
    r"|subscriptions?|profile)"
    r"|you (?:are receiving|received|['’]re receiving|get) this (?:e-?mail |newsletter "
    r"|message )?because\b[^\n]{0,160}"
)
NOTICES = re.compile(
    r"(?:copyright[\s:]{0,2})?(?:©|\(c\))[^\n]{0,40}(?:19|20)\d\d|copyright[\s:]{1,2}(?:19|20)\d\d"
    r"|copyright[\s:]{1,2}[^\n.]{2,40}(?:19|20)\d\d[\s.]{0,2}$|(?:19|20)\d\d\s?(?:©|\(c\))"
    r"|[^\n]{2,60}©\s?(?:19|20)\d\d"
    r"|[^\n]{0,80}\ball rights reserved\b|(?:©|copyright by|copyright ©)\s?[^\n]{2,60}$"
    r"|(?:we|this (?:web)?site|our (?:web)?site|[\w-]{2,30}\.(?:com|org|net|info|eu"
    r"|co\.uk)) uses? cookies\b"
    r"|[\w.-]{2,30} uses cookies to (?:improve|ensure|give|personali[sz]e|enhance|provide|make|offer)\b"
    r"|by (?:continuing|using|browsing|clicking)\b[^\n]{0,100}\byou (?:agree|accept|consent"
    r"|acknowledge|confirm)\b"
    r"|(?:please )?(?:enable|turn on|activate|you need to enable)\s(?:java ?script|cookies)\b"
    r"|(?:this (?:site|page|app|website|content)|[\w ]{0,30}) requires java ?script\b"
    r"|[^\n]{0,20}\byour browser (?:does not|doesn['’]t|is (?:out of date|not supported)|settings)"
    r"|[^\n]{0,40}\b(?:opinions?|views) (?:and \w{1,20} )?(?:expressed|stated|presented|contained|voiced)\b"
    r"[^\n]{0,80}\b(?:do(?:es)?|are|is|may) not (?:necessarily )?(?:reflect|represent|those of)\b"
    r"|(?![^\n]{0,300}\b(?:ruled|said|says|told|argued|wrote)\b)[^\n]{0,60}"
    r"\b(?:may|must) not be (?:published|reproduced|copied|republished)[^\n]{0,80}"
    r"(?:redistributed|permission|consent|rewritten|transmitted)"
    r"|(?:re)?(?:publication|production) or (?:re)?distribution of\b[^\n]{0,80}\b(?:prohibited"
    r"|permission|consent)\b"
    r"|[^\n]{0,60}not responsible for (?:the )?"
    r"(?:content|contents) (?:of|on) external|(?:proudly )?powered by [A-Z]\w{1,30}(?: [A-Z]\w{1,20})?\.?$"
    r"|all (?:material|content|text|rights)s?\b[^\n]{0,40}\b(?:property of|reserved)\b"
    r"|just a moment\s?[.…]{0,3}$|checking your browser",
    re.IGNORECASE,
)
NOTICE_WORDS = (
    *("reserved", "cookies", "java", "browser"),
    *("not re", "not those of", "not necessarily ", "y not be", "t not be"),
)
NOTICE_STARTS = (
    *(
        "(c)",
        "copyright",
        "19",
        "20",
        "by ",
        "please ",
        "enable",
        "turn on",
        "activate",
        "you need to",
        "all ",
    ),
    *("publication or", "republication or", "production or", "reproduction or"),
    *("proudly ", "powered by", "just a moment", "checking your browser"),
)
"""A sign of copyright or one of the words stands in every line that the pattern finds, or it begins with one
of the starts: looking for them first is quicker."""
_LEGAL = (
    r"(?:terms(?: (?:of|and|&) (?:use|service|conditions|sale))?|privacy(?: (?:policy|notice"
    r"|statement|settings|center|centre))?"
    r"|cookies?(?: (?:policy|notice|settings|preferences))?|contact(?: us)?|about(?: us)?"
    r"|advertise(?: with us)?|careers"
    r"|jobs|imprint|impressum|accessibility(?: statement)?|corrections?(?: policy)?"
    r"|editorial (?:policy|standards|guidelines)"
    r"|complaints|site ?map|help|faqs?|rss(?: feeds?)?|legal(?: notice)?|disclaimer|feedback|press"
    r"|work for us|ethics policy"
    r"|do not sell my (?:personal )?info(?:rmation)?|subscribe|newsletters?|archives?|media kit"
    r"|code of conduct|masthead|home)"
)
LEGAL_LINE = _whole(rf"{_LEGAL}(?:(?:\s{{0,3}}[|/,·•&-]\s{{0,3}}|\s{{1,3}}(?:and\s)?){_LEGAL}){{0,12}}")
LABEL_LINE = re.compile(
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|labels?|keywords|more about|posted in"
    r"|tagged(?: (?:as|with))?"
    r"|explore more(?: on)?|related topics)\s{0,2}:\s{0,2}\S[^.!?\n]{0,200}$",
    re.IGNORECASE,
)
CRUMBS = re.compile(
    r"home\s{0,2}(?:>|»|›|→|::|\\|/(?=[^/\n]{1,60}/))\s{0,2}\S[^.!?\n]{0,150}$", re.IGNORECASE
)
_CREDITED = (
    r"(?:photo(?:graph)?s?|pictures?|images?|illustrations?|file (?:photo|image|picture)|screengrab"
    r"|cover image|featured image)"
)
_HOUSES = (
    r"(?:AFP|AP|EPA|EPA-EFE|EFE|Reuters|REUTERS|Getty(?: Images)?|PA(?: Wire| Media| Images)?"
    r"|Shutterstock|Alamy|ANSA|TASS|"
    r"Xinhua|dpa|DPA|Anadolu(?: Agency)?|Bloomberg|iStock|Unsplash|Pexels|Pixabay|NurPhoto|Corbis"
    r"|Rex(?: Features)?|"
    r"Magnum|Wikimedia(?: Commons)?|Flickr|Creative Commons|Associated Press|Agence France-Presse"
    r"|UPI|Sipa|Zuma)"
)
CREDIT_LINE = re.compile(
    rf"[(\[]?(?:(?i:{_CREDITED}(?:\s(?:credits?|source|courtesy|provided))?(?:\s(?:by|of|from))?"
    rf"|(?:photo|image|picture)?"
    rf"\s?credits?|courtesy(?:\sof)?)(?:\s{{0,2}}[:/|©]|\s-\s)\s{{0,2}}\S[^.!?\n]{{0,100}}"
    rf"|(?i:{_CREDITED}\s(?:by|courtesy(?:\sof)?"
    rf"|provided\sby))\s(?:the\s)?[A-Z]\S{{0,30}}(?:\s[^\s.!?]{{1,30}}){{0,7}}"
    rf"|{_HOUSES}\s(?:Photo|photo|via\s{_HOUSES})(?:\s?/\s?[^.!?\n]{{1,60}})?|Getty Images"
    rf"|{_HOUSES}\s?/\s?[^.!?\n]{{1,60}}"
    rf"|[^.!?/\n]{{2,50}}/\s?(?:[^.!?/\n]{{2,30}}/\s?)?{_HOUSES}(?:\svia\s{_HOUSES})?"
    rf"|©\s?{_HOUSES}[^.!?\n]{{0,60}})[)\]]?\.?"
)
CREDIT_TAIL = re.compile(
    rf"(?:[(\[](?:(?i:{_CREDITED}(?:\scredits?)?(?:\s?[:/©]|\sby\b|\scourtesy\b))[^()\[\]\n]{{1,80}}"
    rf"|[^()\[\]/\n]{{1,50}}/\s?(?:[^()\[\]/\n]{{1,30}}/\s?)?{_HOUSES}\b[^()\[\]\n]{{0,40}}"
    rf"|{_HOUSES}(?:\s(?:Photo|photo))?\s?/[^()\n]{{1,60}}|{_HOUSES}\svia\s{_HOUSES}|Getty Images)[)\]]"
    rf"|(?i:{_CREDITED}(?:\scredits?|\scourtesy(?:\sof)?|\sby)?|credits?)\s?[:©]\s?[^.!?\n]{{2,60}}"
    rf"|(?:REUTERS|AFP|AP Photo|EPA)\s?/\s?[^.!?\n]{{2,50}}|©\s?{_HOUSES}[^.!?\n]{{0,40}})\.?\s*$"
)
CREDIT_HOUSES = (
    *(
        "AFP",
        "AP",
        "EPA",
        "EFE",
        "Reuters",
        "REUTERS",
        "Getty",
        "PA",
        "Shutterstock",
        "Alamy",
        "ANSA",
        "TASS",
    ),
    *("Xinhua", "dpa", "DPA", "Anadolu", "Bloomberg", "iStock", "Unsplash", "Pexels", "Pixabay"),
    *("NurPhoto", "Corbis", "Rex", "Magnum", "Wikimedia", "Flickr", "Creative Commons", "Associated Press"),
    *("Agence France-Presse", "UPI", "Sipa", "Zuma"),
)
"""One of these stands in every credit with a house that a slash sets apart."""
REPLY = re.compile(
    r"(?:reply|report|recommend(?: ?\(\d+\))?|like|share|flag|permalink|upvote)[\s.:]{0,3}"
    r"|[^\s,:]{1,20}(?:\s[^\s,:]{1,20}){0,2}\s(?:says|said|wrote|replied)\s?(?::|\.{3}|…)",
    re.IGNORECASE,
)
PROMPT_STARTS = frozenset(
    "share click facebook twitter x linkedin whatsapp reddit pinterest telegram instagram email "
    "e-mail related recommended more popular similar other trending latest top recent featured most "
    "also elsewhere you read see watch listen don't don’t may must further leave post add write "
    "submit view show all no comments join start have your required log login sign what let be first "
    "story article advertisement advertisment sponsored follow skip jump go please subscribe get "
    "support donate become enter stay never already this to you've you’ve keep want like free "
    "newsletter subscribers make unsubscribe update manage change forward tags tag topics topic filed "
    "category categories labels label keywords posted tagged explore home terms privacy cookie "
    "cookies contact about advertise photo photos photograph photographs picture pictures image "
    "images illustration illustrations file screengrab cover credit credits courtesy afp ap epa "
    "reuters".split()
)
"""With what a prompt of more than a few words begins, a figure or a name before a slash aside."""
