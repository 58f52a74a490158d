"""``python -m nkdocs`` is ``nkdocs``."""

import sys

from nkdocs.cli import main

sys.exit(main())
