"""What `make run` is made of: one-off steps, supervised processes, and the clearing up after both."""
