"""Lets tests import the build's own code as the build script sees it: `builder`, from the folder `packaging`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))
