"""Articles written for tests, and the files they come in."""

from pathlib import Path

HARBOUR = (
    "The harbour of Port Lumen reopened its northern quay on Tuesday after a year of repairs. "
    "Dredgers moved 40,000 tonnes of silt before the first freighter could moor. "
    "The harbour master, Ilse Tamm, called the work overdue."
)
ORCHARD = (
    "Apple growers in the Velden valley expect a thin harvest after the April frost. "
    "Half of the blossom was lost in a single night. "
    "The cooperative wants the state to pay for wind machines."
)
SATELLITE = (
    "A weather satellite built by students reached its orbit on Friday morning. "
    "It weighs nine kilograms and sends a picture of the clouds every hour. "
    "The students had worked on it for four years."
)

FERRY = (
    "The night ferry Corvina ran aground off Mossholm with ninety passengers on board. "
    "All of them were brought ashore by fishermen before dawn."
)
MINE = (
    "The copper mine at Grindal will close in March after a century of digging. "
    "Two hundred miners were told by letter."
)


def article(  # every argument is one thing that a test varies
    folder: Path,
    name: str,
    text: str,
    *,
    title: str = "",
    outlet: str = "",
    published: str = "",
    topics: str = "",
) -> Path:
    """A Markdown file with these facts, in a folder that is made when it is missing."""
    facts = {"title": title, "outlet": outlet, "published": published, "topics": topics}
    stated = "".join(f"{key}: {value}\n" for key, value in facts.items() if value)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"---\n{stated}---\n{text}\n" if stated else f"{text}\n", encoding="utf-8")
    return path


def news(folder: Path) -> Path:
    """A folder with three articles of two outlets."""
    article(
        folder,
        "harbour.md",
        HARBOUR,
        title="Quay open again",
        outlet="Lumen Courier",
        published="2024-02-06",
        topics="[harbour, repairs]",
    )
    article(
        folder,
        "orchard.md",
        ORCHARD,
        title="Frost takes half the blossom",
        outlet="Velden Weekly",
        published="2024-04-22",
        topics="[apples, frost]",
    )
    article(folder, "satellite.md", SATELLITE, title="Nine kilograms in orbit")
    return folder
