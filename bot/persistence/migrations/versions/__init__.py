"""One file a step; each is final once it has been released."""
