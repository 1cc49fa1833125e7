"""A small town's news: eight articles that all speak of a ferry."""

from bot.services.newsroom import Newsroom

FERRY = {
    "Harbour Post": "The ferry to Linnholm stopped on Monday after its engine failed in the bay. "
    "Sixty passengers were brought ashore by two fishing boats. Nobody was hurt.",
    "Island Weekly": "Farmers on Linnholm want the old ferry replaced before the harvest. "
    "They say that trucks wait three hours at the pier whenever the wind turns north.",
    "Town Crier": "A new ferry would cost 14 million euros, the council heard on Tuesday. "
    "Half of the money could come from the county, its treasurer said.",
    "Coast Radio": "The captain has steered the ferry for thirty years. "
    "He remembers winters in which ice closed the strait for weeks.",
    "Evening Mail": "Ticket prices for the ferry rise by ten percent in May. "
    "Children under twelve keep travelling free of charge on every crossing.",
    "Pier Gazette": "Students measured the noise of the ferry under water for a month. "
    "Seals left the inner bay during each departure and came back within the hour.",
    "Lighthouse": "Two shipyards have offered to build an electric ferry by 2027. "
    "Batteries would be charged in nine minutes at a station on the mainland.",
    "Market News": "The baker of Linnholm sells fewer loaves since the ferry runs late. "
    "She now bakes at noon, when the first visitors arrive on foot.",
}
"""Eight articles that all speak of a ferry, by their outlets."""


def lead(outlet: str) -> str:
    """The first sentence of an article, which tells its topic."""
    return FERRY[outlet].partition(". ")[0] + "."


def page(outlet: str, text: str, url: str | None = None) -> bytes:
    """An article file as somebody would upload it."""
    address = f"url: {url}\n" if url else ""
    head = f"title: News from {outlet}\noutlet: {outlet}\npublished: 2024-04-02\n{address}"
    return f"---\n{head}---\n\n{text}\n".encode()


async def filled(newsroom: Newsroom) -> None:
    """Give a newsroom the ferry articles, for everybody to see."""
    for outlet, text in FERRY.items():
        url = f"https://{outlet.lower().replace(' ', '-')}.example/ferry"
        await newsroom.intake.upload(f"{outlet}.md", page(outlet, text, url), "operator")
