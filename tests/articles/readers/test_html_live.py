"""Live blogs: each post by itself, without its time."""

from bot.language.paragraphs import prose_runs
from tests.articles.examples import words
from tests.articles.readers.pages import STORY, read

NEWS = (
    "The bridge over the Lind is closed to all.",
    "He said it was the grid.",
    "Good morning to all.",
)


def posts(count: int) -> str:
    return "".join(
        f"<div><time datetime='2024-05-16T1{n}:00Z'>1{n}.00 BST</time><p>{NEWS[n]}</p></div>"
        for n in range(count)
    )


def test_posts_are_runs_of_their_own_without_their_times() -> None:
    draft = read(f"<h1>Storm</h1><div>{posts(3)}</div>")
    runs = [words(draft.text, run) for run in prose_runs(draft.text, draft.marks)]
    assert [NEWS[0]] in runs
    assert [NEWS[1]] in runs
    assert "BST" not in draft.text


def test_a_report_with_a_time_or_two_is_no_live_blog() -> None:
    draft = read(f"<h1>Storm</h1><div>{posts(2)}</div>")
    assert "* * *" not in draft.text
    draft = read(
        "<div><div><time>10.00</time></div><div><time>11.00</time></div><div>x</div></div>"
    )
    assert "* * *" not in draft.text
    assert STORY[0].strip() in draft.text
