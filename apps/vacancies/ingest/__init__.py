"""A posting becomes a vacancy: read → parse → normalise → identify → write, in batches that commit by themselves."""
