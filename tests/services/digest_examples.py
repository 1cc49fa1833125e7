"""News of a day, and a clock that is set by hand."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.services.newsroom import Newsroom
from tests.ferry import page

MORNING = datetime(2026, 3, 10, 8, tzinfo=UTC)

DAM = {
    "Valley Post": "The dam at Orrin Lake cracked on Monday night and 400 people had to leave. "
    "Engineers lowered the water behind the dam at Orrin Lake by two metres before dawn. "
    "Mayor Ada Brandt of Orrin said at noon on Tuesday that nobody was hurt at the dam.",
    "Hill Herald": "Some 400 people had to leave their homes when the dam at Orrin Lake cracked. "
    "Mayor Ada Brandt opened the school of Orrin Lake to families from below the dam. "
    "Buses from Port Selby ran through the night between the dam at Orrin Lake and the town.",
    "Lake Radio": "Engineers at Orrin Lake found a crack of nine metres in the dam on Monday. "
    "Divers from Port Selby will look at the dam at Orrin Lake before the end of the week. "
    "Two mills and nine villages take their water from the dam at Orrin Lake.",
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
