"""One module for each format of a rendered resume; `outputs.py` is their registry."""
