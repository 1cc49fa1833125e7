"""The commands as Discord is told them."""

from collections.abc import Iterator

import discord

from bot.chat.discord_app.client import PullquoteClient
from bot.chat.discord_app.sync import fingerprint
from bot.services.newsroom import Newsroom
from tests.chat.discord_app.conftest import PROMPTS
from tests.chat.discord_app.examples import Json

SHAPE = {
    "/brief": ["topic", "outlet", "since", "until", "private"],
    "/ask": ["question", "private"],
    "/articles": ["list", "show", "add", "remove"],
    "/quiz": ["topic", "questions", "live", "seconds"],
    "/score": [],
    "/leaderboard": ["window"],
    "/quiz-admin": ["list", "restore", "retire", "settings"],
    "/privacy": ["export", "delete"],
    "/feeds": ["add", "list", "pause", "resume", "remove"],
    "/digest": ["schedule", "preview", "status", "pause", "resume", "remove"],
    "/help": [],
    "Find sources": [],
}
STAFF = ["feeds", "digest", "quiz-admin"]


def payloads(bot: PullquoteClient) -> list[Json]:
    return [dict(command.to_dict(bot.tree)) for command in bot.tree.get_commands()]


def described(node: Json) -> Iterator[Json]:
    if node.get("type") != 3 or "description" in node:
        yield node
    for option in node.get("options") or []:
        yield from described(option)


def test_the_commands_are_these(bot: PullquoteClient) -> None:
    found = {
        ("/" if sent.get("type", 1) == 1 else "") + sent["name"]: [
            option["name"] for option in sent.get("options") or []
        ]
        for sent in payloads(bot)
    }
    assert found == SHAPE


def test_every_command_and_option_is_described_in_100_characters(bot: PullquoteClient) -> None:
    for sent in payloads(bot):
        if sent.get("type", 1) == 1:
            for node in described(sent):
                assert 0 < len(node["description"]) <= 100
                assert node["description"] not in {"…", "..."}


def test_names_are_unique(bot: PullquoteClient) -> None:
    names = [(sent.get("type", 1), sent["name"]) for sent in payloads(bot)]
    assert len(set(names)) == len(names)


def test_asking_is_allowed_in_direct_messages_and_for_users(bot: PullquoteClient) -> None:
    for sent in payloads(bot):
        if sent["name"] not in STAFF:
            assert set(sent["contexts"]) == {0, 1, 2}
            assert set(sent["integration_types"]) == {0, 1}


def test_commands_for_staff_are_offered_in_servers_to_those_who_manage_them(
    bot: PullquoteClient,
) -> None:
    staff = [sent for sent in payloads(bot) if sent["name"] in STAFF]
    assert [sent["name"] for sent in staff] == STAFF
    for sent in staff:
        assert (sent["contexts"], sent["integration_types"]) == ([0], [0])
        assert (
            int(sent["default_member_permissions"]) == discord.Permissions(manage_guild=True).value
        )


def test_the_bot_asks_for_servers_only_and_can_mention_nobody(bot: PullquoteClient) -> None:
    assert [name for name, is_wanted in bot.intents if is_wanted] == ["guilds"]
    assert bot.allowed_mentions is not None
    sent: object = bot.allowed_mentions.to_dict()
    assert sent == {"parse": []}


async def test_the_fingerprint_is_the_same_for_the_same_commands(newsroom: Newsroom) -> None:
    one, two = PullquoteClient(newsroom, PROMPTS), PullquoteClient(newsroom, PROMPTS)
    assert fingerprint(one.tree) == fingerprint(two.tree)
    two.tree.remove_command("help")
    assert fingerprint(one.tree) != fingerprint(two.tree)
