"""`make bench`: every benchmark in one run; `BENCH=1m` adds a million passages.

What is measured on texts that do not come with the project is left out unless it is named:
`BENCH_TEXTS` a .jsonl file of texts to recombine (by default the sample articles), `BENCH_SQUAD`
and `BENCH_TOPICS` with `BENCH_REPORTS` what `benchmarks.quality` reads; with the former the gate,
sentence selection and marks are fitted too. What `PULLQUOTE_WIKINEWS` and `PULLQUOTE_SHARED` name
stands in benchmarks/digest_*.py.
"""

import os
import subprocess
import sys

SIZES = (1_000, 10_000, 100_000)
MILLION = 1_000_000


def main() -> None:
    """Run each benchmark in a process of its own."""
    million = os.environ.get("BENCH") == "1m"
    texts = _named("--texts", "BENCH_TEXTS")
    for size in (*SIZES, MILLION) if million else SIZES:
        _run("engines", "--passages", str(size), *texts)
    print("\nThe event loop while articles come in")
    _run("loop_lag", "--passages", str(MILLION if million else SIZES[-1]), *texts)
    print("\nQuality")
    topics = [*_named("--topics", "BENCH_TOPICS"), *_named("--reports", "BENCH_REPORTS")]
    _run("quality", *_named("--squad", "BENCH_SQUAD"), *topics)
    if folder := os.environ.get("BENCH_SQUAD"):
        print("\nWhat the constants of gate, short quotes and marks are worth")
        for name in ("gate_fit", "sentence_fit", "mark_fit"):
            _run(name, folder)
    print("\nQuestions")
    _run("quiz_making")
    print("\nDiscord", flush=True)
    _run("discord_rate")
    _run("digest_load")
    print("\nDigest", flush=True)
    _run("digest_stories")
    _run("digest_quality")


def _named(option: str, variable: str) -> list[str]:
    value = os.environ.get(variable)
    return [option, value] if value else []


def _run(name: str, *arguments: str) -> None:
    sys.stdout.flush()
    done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *arguments], check=False)
    if done.returncode:
        print(f"{name} ended with {done.returncode}")


if __name__ == "__main__":
    main()
