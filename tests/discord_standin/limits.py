"""The limits of Discord that replies come near to; Discord's own document, where it is, has all."""

from collections import Counter
from collections.abc import Iterator

from tests.discord_standin.payloads import COMPONENTS_V2, Json

BUTTON, LINK, TEXT, FIELD = 2, 5, 10, 18
IN_ALL, CHARACTERS, LABEL, ID, CONTENT, CHOICES = 40, 4_000, 80, 100, 2_000, 25
TITLE, HINT = 45, 100


def parts(components: list[Json]) -> Iterator[Json]:
    """All components, through all levels."""
    for part in components:
        yield part
        yield from parts(part.get("components") or [])
        yield from parts([part[name] for name in ("accessory", "component") if name in part])


def faults_of(body: object) -> Iterator[str]:
    """What Discord would refuse in the body of a message or of an answer to an interaction."""
    if not isinstance(body, dict):
        return
    said: Json = body.get("data") or body
    if len(said.get("choices") or []) > CHOICES:
        yield f"more than {CHOICES} choices"
    if len(said.get("content") or "") > CONTENT:
        yield f"more than {CONTENT} characters"
    if (said.get("flags") or 0) & COMPONENTS_V2 and (said.get("content") or said.get("embeds")):
        yield "components beside content or embeds"
    if "title" in said and not 0 < len(said["title"]) <= TITLE:
        yield f"a form's title of 0 or more than {TITLE} characters"
    yield from _faults_of_components(list(parts(said.get("components") or [])))


def _faults_of_components(every: list[Json]) -> Iterator[str]:
    if len(every) > IN_ALL:
        yield f"more than {IN_ALL} components"
    if sum(len(part["content"]) for part in every if part["type"] == TEXT) > CHARACTERS:
        yield f"more than {CHARACTERS} characters of text"
    if any(part["type"] == TEXT and not part["content"].strip() for part in every):
        yield "an empty text"
    names = Counter(part["custom_id"] for part in every if "custom_id" in part)
    yield from (f"{name!r} is no good id" for name in names if not 0 < len(name) <= ID)
    yield from (f"{name!r} stands twice" for name, count in names.items() if count > 1)
    for field in (part for part in every if part["type"] == FIELD):
        if len(field["label"]) > TITLE or len(field.get("description") or "") > HINT:
            yield f"a label of more than {TITLE} characters, or a hint of more than {HINT}"
    for button in (part for part in every if part["type"] == BUTTON):
        if len(button.get("label") or "") > LABEL:
            yield f"a label of more than {LABEL} characters"
        if ("url" in button) != (button["style"] == LINK):
            yield "a button that is half a link"
