from __future__ import annotations
import pytest
from django.db import connections
pytestmark = pytest.mark.usefixtures("database")
def test_roles():
    with connections["default"].cursor() as c:
        c.execute("select current_user"); assert c.fetchone() == ("foothold_app",)
