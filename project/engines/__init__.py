"""PostgreSQL and Valkey out of their wheels: one file an engine. Used through `project.embedded` only."""
