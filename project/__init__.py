"""The Django project: settings, entry points and the servers of one machine."""
