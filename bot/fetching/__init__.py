"""FETCHING: guarded HTTP, robots.txt and the formats of feeds."""
