"""Saved searches: kept questions, held against every vacancy that comes (`docs/saved-searches.md`)."""
