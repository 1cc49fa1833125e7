"""`python -m bot` and the command `pullquote`."""

import sys

from bot.cli import run


def main() -> int:
    """Run the command that the arguments name; returns its exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
