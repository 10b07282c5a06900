"""A small pile of documents, and ways to call the command line."""

from pathlib import Path

from click.testing import CliRunner, Result

from provenance.commands import provenance

SHARED = (
    "The northern dam above Varna Creek gave way shortly before dawn on Monday, and the flood reached the "
    "first houses of the valley within twenty minutes, the regional fire brigade said in a statement. "
    "At least {dead} people were killed and the bridge on the road to the coast was washed away. "
    "“Nobody warned us, and the siren stayed silent,” said Marta Ilieva, the mayor of Varna Creek.\n"
)
PHOTO = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(200))
FILES = {
    "wire.txt": "Dam bursts above Varna Creek\n\nBy Tom Reed\nMonday, 5 March 2018\n\n"
    + SHARED.format(dead=12),
    "local/morning.md": "# Valley counts its dead\n\nBy Ana Petrov\n\nTuesday, 6 March 2018\n\n"
    + SHARED.format(dead=21)
    + "\nThe schools of the valley stay closed until Friday, the mayor said.\n",
    "arabic.txt": "انهار السد فجر يوم الاثنين ووصلت المياه إلى أول بيوت الوادي خلال عشرين دقيقة.\n",
}


def call(*arguments: str, env: dict[str, str] | None = None) -> Result:
    """The command line, called in this process."""
    return CliRunner().invoke(provenance, list(arguments), env=env, prog_name="provenance")


def write_pile(folder: Path) -> Path:
    """FILES in `folder`/raw."""
    for name, text in FILES.items():
        path = folder / "raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "raw" / "photo.jpg").write_bytes(PHOTO)
    return folder / "raw"


def run_pile(folder: Path, *options: str) -> Result:
    """`provenance run` over `folder`/raw into `folder`/p.db, names by rules."""
    places = ["--reports", str(folder / "reports"), "--model", "none"]
    return call("--db", str(folder / "p.db"), "run", str(folder / "raw"), *places, *options)
