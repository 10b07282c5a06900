"""Names of meta elements and of schema.org properties → what they state."""

_NAMES = {
    "title": """og:title twitter:title dc.title dcterms.title citation_title parsely-title sailthru.title
        bepress_citation_title eprints.title headline title hdl""",
    "author": """author authors article:author dc.creator dcterms.creator citation_author parsely-author
        sailthru.author bepress_citation_author eprints.creators_name byl byline creator""",
    "publisher": "og:site_name dc.publisher dcterms.publisher citation_publisher publisher cre",
    "published": """article:published_time article:published og:published_time datepublished date_published
        dc.date.issued dc.date.published dcterms.issued dc.issued dc.date dcterms.date
        citation_publication_date citation_date bepress_citation_date eprints.date parsely-pub-date
        sailthru.date prism.publicationdate
        rnews:datepublished bt:pubdate pubdate pub_date pub-date publishdate publish-date publish_date
        published-date publisheddate publication-date publicationdate publication_date
        originalpublicationdate displaydate ptime date""",
    "modified": """article:modified_time article:modified og:updated_time datemodified date_modified
        dcterms.modified dc.date.modified dc.modified rnews:datemodified bt:moddate last-modified lastmod
        last_modified lastmodified revised moddate utime updated_time""",
    "created": """dcterms.created dc.date.created dc.created datecreated date_created creation_date created
        citation_online_date""",
    "url": """og:url twitter:url parsely-link citation_public_url citation_abstract_html_url dc.identifier
        dcterms.identifier""",
    "language": """og:locale dc.language dcterms.language citation_language language content-language lang""",
    "based_on": "dc.source dcterms.source original-source syndication-source",
}
META_NAMES = {name: kind for kind, names in _NAMES.items() for name in names.split()}
"""From the vocabularies' own pages: ogp.me, Dublin Core, Highwire, bepress, EPrints, PRISM, rNews, parse.ly,
Sailthru, Google News; and names in common use. What tells of the writing, or of a first appearance online
before the issue, is `created`."""

SCHEMA_NAMES = {
    **{"headline": "title", "author": "author", "creator": "author", "publisher": "publisher"},
    **{"datepublished": "published", "datemodified": "modified", "datecreated": "created"},
    **{"url": "url", "mainentityofpage": "url", "inlanguage": "language", "isbasedon": "based_on"},
    "isbasedonurl": "based_on",
}
"""Properties of schema.org's CreativeWork, lower case."""

ARTICLES = frozenset(
    "article newsarticle blogposting report reportagenewsarticle analysisnewsarticle opinionnewsarticle "
    "backgroundnewsarticle askpublicnewsarticle reviewnewsarticle liveblogposting scholarlyarticle "
    "techarticle socialmediaposting advertisercontentarticle satiricalarticle discussionforumposting".split()
)
"""Types of schema.org that are the page's article."""
PAGES = frozenset("webpage itempage aboutpage medicalwebpage qapage faqpage".split())
"""Types that are the page itself: asked where no article is described."""


def type_name(printed: str) -> str:
    """The last part of a type's address or prefixed name, lower case."""
    return printed.strip().rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1].casefold()
