"""HTTP and JSON, once for all apps: base viewsets, problems, paging, concurrency, the schema."""
