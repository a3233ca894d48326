"""Sources of postings, one file a kind. `registry.get_source(kind)` is the way in."""
