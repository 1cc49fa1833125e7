"""News of a day, and a clock that is set by hand."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.services.newsroom import Newsroom
from tests.ferry import page

MORNING = datetime(2026, 3, 10, 8, tzinfo=UTC)

DAM = {
    "Valley Post": "The dam at Orrin Lake cracked on Monday night and 400 people had to leave. "
    "Engineers lowered the water of Orrin Lake by two metres before dawn. "
    "Nobody was hurt in Orrin, Mayor Ada Brandt said at noon on Tuesday.",
    "Hill Herald": "Some 400 people had to leave their homes when the dam at Orrin Lake cracked. "
    "Mayor Ada Brandt opened the school of Orrin to families from the valley. "
    "Buses from Port Selby ran through the night between Orrin Lake and the town of Orrin.",
    "Lake Radio": "Engineers at Orrin Lake found a crack of nine metres in the dam on Monday. "
    "The oldest part of the dam was built in 1931 and repaired twice since. "
    "A report on its safety had asked for new drains three years ago.",
}
"""Three outlets on one story."""

BAKERY = (
    "A bakery in Port Selby has sold its thousandth seaweed loaf since January. "
    "The recipe came from a fisherman who could not sleep. "
    "Customers queue along the harbour wall every Saturday morning."
)


@dataclass
class HandClock:
    """A clock that stands still until it is moved."""

    now: float

    def __call__(self) -> float:
        """Unix seconds."""
        return self.now

    def move(self, **by: float) -> None:
        """Let time pass."""
        self.now += timedelta(**by).total_seconds()

    def set(self, moment: datetime) -> None:
        """Jump to a moment."""
        self.now = moment.timestamp()


async def tell(newsroom: Newsroom, outlet: str, text: str, collection: str = "operator") -> None:
    """Take in an article that bears no date."""
    url = f"https://{outlet.lower().replace(' ', '-')}.example/news"
    content = page(outlet, text, url).replace(b"published: 2024-04-02\n", b"")
    await newsroom.intake.upload(f"{outlet}.md", content, collection)


async def news(newsroom: Newsroom) -> None:
    """Take in a story of three outlets and one of a single outlet."""
    for outlet, text in DAM.items():
        await tell(newsroom, outlet, text)
    await tell(newsroom, "Selby Star", BAKERY)
