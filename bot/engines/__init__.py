"""ENGINES: what stands behind the ports, each library imported in one file."""
