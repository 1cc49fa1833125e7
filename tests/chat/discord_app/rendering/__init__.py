"""Tests of bot/chat/discord_app/rendering."""
