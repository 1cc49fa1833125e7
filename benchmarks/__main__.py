"""`make bench`: every benchmark in one run; `BENCH=1m` adds a million passages.

`BENCH_TEXTS` names a .jsonl file of texts to recombine (by default the sample articles), and
`PULLQUOTE_STANDIN` the folder of a stand-in for Discord, without which its rate is left out. What
`PULLQUOTE_WIKINEWS` and `PULLQUOTE_SHARED` name stands in benchmarks/digest_*.py.
"""

import os
import subprocess
import sys

SIZES = (10_000, 100_000)
MILLION = 1_000_000


def main() -> None:
    """Run each benchmark in a process of its own."""
    texts = ["--texts", os.environ["BENCH_TEXTS"]] if os.environ.get("BENCH_TEXTS") else []
    for size in (*SIZES, MILLION) if os.environ.get("BENCH") == "1m" else SIZES:
        print(f"\n{size:,} passages", flush=True)
        _run("newsroom_scale", "--passages", str(size), *texts)
    print("\nDiscord", flush=True)
    _run("discord_rate")
    _run("digest_load")
    print("\nDigest", flush=True)
    _run("digest_stories")
    _run("digest_quality")


def _run(name: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *arguments], check=False)


if __name__ == "__main__":
    main()
