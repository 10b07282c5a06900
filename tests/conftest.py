"""What every test finds, whoever starts it: no width of a terminal that the environment states."""

import os

for _name in ("COLUMNS", "LINES"):
    os.environ.pop(_name, None)
