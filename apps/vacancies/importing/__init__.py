"""An address becomes a vacancy of the workspace's own: by the board it belongs to, else by what the page says."""
