"""Where the project is, and where the PowerShell engine that its scripts compare with."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def find_engine():
    """The engine's path, from MAIL2GRAPH_PWSH or beside the repository; None where there is none."""
    path = os.environ.get("MAIL2GRAPH_PWSH") or str(ROOT.parent / "shared/psengine/psengine")
    return path if os.access(path, os.X_OK) else None


def needed_engine():
    """The same for a script that can't do without: it ends where there is none."""
    return find_engine() or sys.exit(f"{Path(sys.argv[0]).name}: no PowerShell engine; name one in MAIL2GRAPH_PWSH")
