"""Any page with one vacancy on it, read without knowing whose it is: what it says for machines, else what it shows.

Pure: bytes in, a draft with how sure it is out.
"""
