"""A plug-in of pytest: the tests run as on a machine where discord.py is not installed."""

import sys

sys.modules["discord"] = None  # type: ignore[assignment]  # as Python itself says "not to be had"
