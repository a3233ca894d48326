"""Dates as people write them."""

from __future__ import annotations

import pytest

from apps.resumes.parsing import dates

RANGES = {
    "Mar 2019 – heute": ("2019-03", "", True),
    "2016–18": ("2016", "2018", False),
    "2009-2012": ("2009", "2012", False),
    "09/2015 - présent": ("2015-09", "", True),
    "2019年4月 〜 現在": ("2019-04", "", True),
    "2013年4月 〜 2018年3月": ("2013-04", "2018-03", False),
    "Depuis mars 2021": ("2021-03", "", True),
    "seit 03/2020": ("2020-03", "", True),
    "da maggio 2016 ad oggi": ("2016-05", "", True),
    "aug. 2013 t/m dec. 2015": ("2013-08", "2015-12", False),
    "Enero de 2018 – actualidad": ("2018-01", "", True),
    "04.2021 – obecnie": ("2021-04", "", True),
    "2008 - 04.2016": ("2008", "2016-04", False),
    "jul/2021 – atual": ("2021-07", "", True),
    "Apr-2020 to till date": ("2020-04", "", True),
    "Mar – Jun 2019": ("2019-03", "2019-06", False),
    "Summers 2011 and 2012": ("2011", "2012", False),
    "Fall 2013 – Spring 2014": ("2013", "2014", False),
    "2020-03 – 2022-11": ("2020-03", "2022-11", False),
    "Ocak 2018 - halen": ("2018-01", "", True),
    "Sept. 2000 to May 2005": ("2000-09", "2005-05", False),
    "Jan '19 - Feb '21": ("2019-01", "2021-02", False),
}
POINTS = {
    "Summer 2014": "2014",
    "Verano de 2012": "2012",
    "lato 2016": "2016",
    "Estate 2013": "2013",
    "2016 / 09": "2016-09",
    "Expected Graduation: June 2016": "2016-06",
    "15th August 1991": "1991-08",
    "2011": "2011",
}


@pytest.mark.parametrize(("text", "said"), RANGES.items())
def test_ranges(text: str, said: tuple[str, str, bool]) -> None:
    span = dates.find(text)
    assert span is not None
    assert (span.start, span.end, span.current) == said
    assert not span.single
    assert dates.without(text, span) == ""


@pytest.mark.parametrize(("text", "said"), POINTS.items())
def test_points_are_start_and_end(text: str, said: str) -> None:
    span = dates.find(text)
    assert span is not None
    assert (span.start, span.end, span.single) == (said, said, True)


@pytest.mark.parametrize(
    "text", ["", "6,120 hours", "Room 2107b", "2 years 10 months", "call 555-0142", "3.200 mq", "cursando"]
)
def test_no_date(text: str) -> None:
    assert dates.find(text) is None


def test_what_is_left_beside_a_date() -> None:
    text = "Toolmaker | Pennant Gauges Ltd | Feb 2017 - Present"
    span = dates.find(text)
    assert span is not None
    assert dates.without(text, span) == "Toolmaker | Pennant Gauges Ltd"
    text = "2015 (4 Monate)"
    span = dates.find(text)
    assert span is not None
    assert dates.without(text, span) == ""
