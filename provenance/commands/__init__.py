"""The commands: options in, one call of the API, one table out."""

import click

from provenance._version import VERSION
from provenance.commands._group import Invocation, LazyGroup

COMMANDS = {
    "init": "Make a workspace: raw/ db/ reports/ provenance.toml names.toml.",
    "run": "Read documents and find copies, names and conflicts.",
    "sources": "List the documents and what is known of each.",
    "duplicates": "List documents that resemble each other.",
    "reuse": "List passages that two places share.",
    "names": "List names with their spellings.",
    "claims": "List what the texts state.",
    "conflicts": "List where sources disagree, the gravest first.",
    "show": "Show anything by its key, with quotes and places.",
    "explain": "Say why: every reason and figure behind a judgement.",
    "compare": "Show two sources side by side, changes marked.",
    "trace": "Find where a text comes from.",
    "search": "Find words in the texts, however they are spelled.",
    "report": "Write the report as HTML, Markdown, JSON, CSV.",
    "sql": "Ask the database, read-only.",
    "schema": "Print the database's schema.",
    "dump": "Print everything found, in a fixed order.",
    "doctor": "Say whether the installation is sound.",
    "verify": "Check that every quote stands where it is said to.",
}
"""Every command with its line of help, in the order of the help page; the modules have the same names."""

GUIDE = """\
provenance tells where the statements in a pile of documents come from, and where they disagree.

Start here:

  provenance run FOLDER      read the documents of FOLDER: text, web pages, PDF, Word, mail, archives
  provenance conflicts       where they disagree, the gravest first
  provenance reuse           who shares text with whom
  provenance show KEY        anything in these lists, with its quotes

`provenance run` writes a report: open reports/report.html in a browser.
`provenance init` makes a workspace to drop documents into.
All commands: provenance --help"""


@click.group(
    cls=LazyGroup,
    lazy_commands=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: provenance --db case.db run ~/articles",
)
@click.option(
    "--db",
    "database",
    metavar="FILE",
    envvar="PROVENANCE_DB",
    show_envvar=True,
    default="db/provenance.db",
    show_default=True,
    help="The database.",
)
@click.option("-q", "--quiet", is_flag=True, help="Only errors and what was asked for.")
@click.option("-v", "--verbose", is_flag=True, help="Say more: each stage and file, and its time.")
@click.option("--debug", is_flag=True, envvar="PROVENANCE_DEBUG", hidden=True, help="Tracebacks.")
@click.version_option(VERSION, message="provenance %(version)s")
@click.pass_context
def provenance(context: click.Context, database: str, quiet: bool, verbose: bool, debug: bool) -> None:
    """Tell where the statements in a pile of documents come from, and where they disagree."""
    context.obj = Invocation(database=database, is_quiet=quiet, is_verbose=verbose, is_debug=debug)
    if context.invoked_subcommand is None:
        click.echo(GUIDE)
