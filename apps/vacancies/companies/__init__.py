"""Who hires: the catalogue's companies and the workspace's marketplace clients as one list, and what is known of each."""
