"""Where the files that come with Pullquote are: beside the package, or inside an installed one."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """The folder `corpus` or `prompts`, in a checkout or in an installed wheel."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name
