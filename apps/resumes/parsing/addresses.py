"""E-mail and web addresses as they are printed: a web address often lacks its scheme, so its ending must be known."""

from __future__ import annotations

import re

EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_ENDINGS = (
    "com|org|net|io|dev|me|co|ai|app|edu|fr|de|es|it|nl|pl|pt|br|uk|jp|eu|ch|at|be|se|no|dk|fi"
    "|info|biz|xyz|online|site|tech|cloud|page|blog|studio|design|gov|us|ca|au|nz|ie|cz|gr|tr|hu|ro"
)
URL = re.compile(
    rf"(?:https?://|www\.)[^\s|,;·•]+"
    rf"|(?<![@\w.])(?:(?:[\w-]+\.)*[\w-]{{2,}}\.(?:{_ENDINGS})(?:/[^\s|,;·•]*)?|\w\.(?:com?|me)/[^\s|,;·•]+)(?![\w@])",
    re.IGNORECASE,
)
