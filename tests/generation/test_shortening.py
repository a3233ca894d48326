"""A sentence may be cut short only where nothing is lost that made it smaller; numbers and dates are read by value."""

from __future__ import annotations

import pytest

from apps.generation.grounding import ResumeDraft, facts_of, verify
from apps.generation.grounding.tokens import tokens
from apps.resumes.content import ResumeContent, empty_content, empty_work

# (what the source says, what a draft makes of it)
TOO_SHORT = [
    ("Responsible for stock of the deputy of 300 stores.", "Responsible for stock"),
    ("Increased sales by 10% in one region.", "Increased sales by 10%"),
    ("Increased sales by 10% (target 30%).", "Increased sales by 10%"),
    ("Reduced churn by 12% on a test set.", "Reduced churn by 12%"),
    ("Was considered for manager of the Leeds depot.", "Was considered for manager"),
    ("Observed surgeons who performed 40 operations.", "Observed surgeons who performed"),
    ("Cut costs by 5 to 10 percent.", "Cut costs by 5"),
    ("Cut costs by 5 – 10 percent.", "Cut costs by 5"),
    ("Served one in five customers.", "Served one"),
    ("Was the only clerk not fired.", "Was the only clerk"),
    ("Wrote tests for code, none of which shipped.", "Wrote tests for code"),
    ("Managed 3 of 10 depots.", "Managed 3"),
    ("Finished second in sales out of 90.", "Finished second in sales"),
    ("Won the award for best stall, shared with Leeds.", "Won the award for best stall"),
    ("Grew revenue from 1 million to 2 million.", "Grew revenue from 1 million"),
    ("Led the shift while the manager was on leave.", "Led the shift"),
    ("Built the fastest mill in the valley.", "Built the fastest mill"),
    ("Looked after all shops in Leeds.", "Looked after all shops"),
    ("Held a licence to fly gliders until 2019.", "Held a licence to fly gliders"),
    ("Developed the model with help.", "Developed the model"),
    ("Planted hedges as an apprentice.", "Planted hedges"),
    ("Closed sales by phone for the director.", "Closed sales by phone"),
    ("Leitete die Abteilung unter Anleitung der Chefin.", "Leitete die Abteilung"),
    ("A dirigé le projet avec son chef.", "A dirigé le projet"),
    ("Built the till. It was cancelled.", "Built the till."),
    ("Opened four shops. However, two closed.", "Opened four shops."),
]
ANOTHER_HEAD = [
    ("Deputy manager of stock", "Manager of stock"),
    ("Sous-chef for banquets", "Chef for banquets"),
    ("Vice-president of the club", "President of the club"),
    ("Non-executive role", "Executive role"),
    ("Unpaid work on farms", "Work on farms"),
    ("Co-led the move of 5 depots", "Led the move of 5 depots"),
    ("Co-founded Mothworks", "Founded Mothworks"),
    ("Ex-manager of a band", "Manager of a band"),
    ("Nearly doubled sales", "Doubled sales"),
    ("Together with Anna, opened a shop", "Opened a shop"),
    ("Didn't miss a shift", "Miss a shift"),
    ("Could not lead the band", "Could lead the band"),
]
ANOTHER_VALUE = [
    ("Managed a €5m budget", "Managed a $5m budget"),
    ("Managed a 1.5 million budget", "Managed a 15 million budget"),
    ("Managed a 1,5 million budget", "Managed a 15 million budget"),
    ("Made 2.300 parts", "Made 2.3 parts"),
    ("Lifted 20 kg", "Lifted 20 tons"),
    ("Improved speed 2x", "Improved speed 20x"),
    ("Grew by -5%", "Grew by 5%"),
    ("Worked 2-3 days a week.", "Worked 23 days a week."),
    ("Worked in rooms of < 5", "Worked in rooms of 5"),
    ("Top 10% of the class", "Top 1% of the class"),
    ("Had 0 accidents in 9 years", "Had accidents in 9 years"),
    ("Worked w/o errors", "Worked with errors"),
    ("Joined in March 2021", "Joined in March 2020"),
    ("Joined in 05/2021", "Joined in 06/2021"),
    ("Sold 10+ houses", "Sold 10 houses"),
    ("Sold ~10 houses", "Sold 10 houses"),
]
SHORT_BUT_TRUE = [
    ("Delivered heavy parcels to 30 villages and one town.", "Delivered heavy parcels"),
    ("Sold cars, vans and bicycles.", "Sold cars, vans"),
    ("Wrote the night runbook; pages per week fell from nineteen to three.", "Wrote the night runbook"),
    ("Repaired pumps using spare parts.", "Repaired pumps using spare parts"),
    ("Repaired old water pumps using spare parts.", "Repaired old water pumps"),
    ("Schulte neue Fahrer, prüfte Ladung und Papiere.", "Schulte neue Fahrer"),
    ("Joined in March 2021", "Joined in 03/2021"),
    ("Joined in 2021-03", "Joined in mar. 2021"),
    ("Sold 1,200 houses", "Sold 1.2k houses"),
    ("Sold twenty-five houses", "Sold 25 houses"),
    ("Sold 2 million bricks", "Sold two million bricks"),
    ("Cut waste by 5 percent", "Cut waste by 5%"),
    ("• Led the shift.", "Led the shift"),
    ("LED THE SHIFT", "Led the shift"),
]


def clerk(line: str) -> ResumeContent:
    content, job = empty_content(), empty_work()
    job["company"], job["responsibilities"] = "Brindle Mills", [line]
    content["work_experience"] = [job]
    return content


@pytest.mark.parametrize(("source", "claim"), TOO_SHORT + ANOTHER_HEAD + ANOTHER_VALUE)
def test_what_says_more_than_the_source_is_refused(source: str, claim: str) -> None:
    assert verify(ResumeDraft(clerk(claim)), facts_of(clerk(source))).unsupported
    assert not verify(ResumeDraft(clerk(source)), facts_of(clerk(source))).unsupported


@pytest.mark.parametrize(("source", "claim"), SHORT_BUT_TRUE)
def test_what_says_less_is_accepted(source: str, claim: str) -> None:
    assert not verify(ResumeDraft(clerk(claim)), facts_of(clerk(source))).unsupported


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("1,200", ["#1200"]), ("1.2k", ["#1200"]), ("1.2 thousand", ["#1200"]), ("twenty five", ["#25"]), ("five", ["#5"]),
        ("March 2021", ["@2021-03"]), ("2021-03-15", ["@2021-03"]), ("03/2021", ["@2021-03"]), ("2021", ["#2021"]),
        ("2.300", ["#2.300"]), ("3.50", ["#3.5"]), ("38 %", ["#38", "%"]), ("didn't", ["did", "not"]), ("C++ and C#", ["c++", "and", "c#"]),
        ("−5", ["-", "#5"]), ("2-3", ["#2", "#3"]), ("the Äpfel", ["apfel"]), ("", []), ("may 2021", ["@2021-05"]), ("room 2021", ["room", "#2021"]),
    ],
)  # fmt: skip
def test_tokens(text: str, keys: list[str]) -> None:
    assert [token.key for token in tokens(text)] == keys
