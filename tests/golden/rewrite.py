"""Write the expected files anew: `make golden`. Read the difference before you commit it."""

import shutil

from produce import EXPECTED, produce


def main() -> None:
    """Replace everything under expected/."""
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, content in sorted(produce().items()):
        target = EXPECTED / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        print(f"{len(content):8} {name}")


if __name__ == "__main__":
    main()
