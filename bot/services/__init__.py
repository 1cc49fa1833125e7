"""USE CASES: what every face calls; they know no platform."""
