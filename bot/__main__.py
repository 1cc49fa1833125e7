"""`python -m bot` and the command `pullquote`."""

import gc
import sys


def main() -> int:
    """Run the command that the arguments name; returns its exit code."""
    # Nothing that is imported is garbage, and looking for it takes a tenth of a cold start.
    gc.disable()
    from bot.cli.main import run  # noqa: PLC0415 - see above

    gc.enable()
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
