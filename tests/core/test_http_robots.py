"""What robots.txt allows, and how long we believe it."""

from __future__ import annotations

import httpx
import pytest

from apps.core.http import RobotsRefused, UpstreamStatus
from apps.core.http.robots import Robots

_PAGE = httpx.URL("https://jobs.example.com/list?page=2#top")


class _Site:
    """Serves one robots.txt, or the error in its place."""

    def __init__(self, text: str = "", error: Exception | None = None) -> None:
        self.text = text
        self.error = error
        self.asked: list[str] = []

    def read(self, address: str) -> str:
        self.asked.append(address)
        if self.error:
            raise self.error
        return self.text


class _Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_rules_are_asked_once_an_origin() -> None:
    robots, site = Robots("Foothold"), _Site()
    for page in (_PAGE, _PAGE.join("/other"), httpx.URL("http://jobs.example.com:8080/x")):
        robots.check(page, site.read)
    assert site.asked == ["https://jobs.example.com/robots.txt", "http://jobs.example.com:8080/robots.txt"]


def test_rules_are_asked_again_later() -> None:
    clock, site = _Clock(), _Site()
    robots = Robots("Foothold", clock)
    robots.check(_PAGE, site.read)
    clock.now += 24 * 3600
    site.text = "User-agent: *\nDisallow: /"
    with pytest.raises(RobotsRefused):
        robots.check(_PAGE, site.read)


@pytest.mark.parametrize(
    ("text", "is_allowed"),
    [
        ("", True),
        ("<html>not found</html>", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\nAllow: /list", True),  # the longest rule wins, whatever its place
        ("User-agent: *\nDisallow: /*page=2", False),
        ("User-agent: *\nDisallow: /list$", True),
        ("User-agent: foothold\nDisallow: /list", False),
        ("User-agent: Otherbot\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Foothold\nDisallow: /admin", True),
    ],
)
def test_rules_after_the_rfc(text: str, is_allowed: bool) -> None:
    robots, site = Robots("Foothold"), _Site(text)
    if is_allowed:
        robots.check(_PAGE, site.read)
    else:
        with pytest.raises(RobotsRefused):
            robots.check(_PAGE, site.read)


@pytest.mark.parametrize(("rule", "delay"), [("", 0), ("Crawl-delay: 2.5", 2.5), ("Crawl-delay: 86400", 30)])
def test_crawl_delay_is_told_up_to_a_bound(rule: str, delay: float) -> None:
    assert Robots("Foothold").check(_PAGE, _Site(f"User-agent: *\n{rule}").read) == delay


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_no_rules_allow_everything(status: int) -> None:
    site = _Site(error=UpstreamStatus(status))
    assert Robots("Foothold").check(_PAGE, site.read) == 0


def test_rules_that_fail_are_not_remembered() -> None:
    robots, site = Robots("Foothold"), _Site(error=UpstreamStatus(503))
    with pytest.raises(UpstreamStatus):
        robots.check(_PAGE, site.read)
    site.error = None
    robots.check(_PAGE, site.read)
    assert len(site.asked) == 2


def test_old_sites_make_room() -> None:
    robots, site = Robots("Foothold"), _Site()
    for number in range(1100):
        robots.check(httpx.URL(f"https://{number}.example.com/"), site.read)
    assert len(robots._rules) == 1024
