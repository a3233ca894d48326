"""Boards that are read: what kinds there are, who may add which, when each is due. The reading itself is `ingest`."""
