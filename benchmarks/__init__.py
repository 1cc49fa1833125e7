"""Speed and quality, run by hand and printed as tables; see `python -m benchmarks --help`."""
