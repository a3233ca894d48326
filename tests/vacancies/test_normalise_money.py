"""Pay in fields, in display strings and in prose; and all the money that is no pay."""

from __future__ import annotations

from decimal import Decimal

import pytest

from apps.vacancies.normalise.money import claimed_pay, read_pay, yearly
from apps.vacancies.normalise.money_pattern import read_currency, read_period
from apps.vacancies.normalise.money_text import find_pay, pay_claims
from apps.vacancies.normalise.posting import Pay
from apps.vacancies.sources.base import PayClaim


def shown(pay: Pay | None) -> str | None:
    return None if pay is None else f"{pay.minimum} {pay.maximum} {pay.currency} {pay.period}"


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("$117K – $180K • Offers Equity", "117000.00 180000.00 USD year"),
        ("$147.7K – $221.6K • Offers Equity", "147700.00 221600.00 USD year"),
        ("$100K • Offers Equity • $20K – $40K Commission", "100000.00 100000.00 USD year"),
        ("$24.04 – $28.85 per hour", "24.04 28.85 USD hour"),
        ("$1.5K – $2K per month • $750.00 – $1,250.00 Commission", "1500.00 2000.00 USD month"),
        ("CA$144.8K – CA$202.8K", "144800.00 202800.00 CAD year"),
        ("€95K - €185K", "95000.00 185000.00 EUR year"),
        ("£50,000 - £70,000", "50000.00 70000.00 GBP year"),
        ("$120-150K", "120000.00 150000.00 USD year"),
        ("45.000 – 55.000 € pro Jahr", "45000.00 55000.00 EUR year"),
        ("45 000 à 55 000 € par an", "45000.00 55000.00 EUR year"),
        ("CHF 90'000 - 110'000", "90000.00 110000.00 CHF year"),
        ("12.500,50 € pro Monat", "12500.50 12500.50 EUR month"),
        ("PLN 15 000 - 20 000 per month", "15000.00 20000.00 PLN month"),
        ("₹12 lakhs - ₹18 lakhs", "1200000.00 1800000.00 INR year"),
        ("$30/hr", "30.00 30.00 USD hour"),
        ("$60.00 once", "60.00 60.00 USD project"),
        ("up to $90,000 per year", "None 90000.00 USD year"),
        ("from €50.000 per year", "50000.00 None EUR year"),
        ("R$ 5.000 - R$ 7.000 por mês", "5000.00 7000.00 BRL month"),
        ("MX$20,000 - MX$30,000", "20000.00 30000.00 MXN None"),
        ("$0 – $50K Bonus", None),
        ("Offers Equity", None),
        ("$180K - $120K", None),
        ("120 - 150", None),
        ("", None),
    ],
)
def test_read_pay(text: str, pay: str | None) -> None:
    assert shown(read_pay(text)) == pay


@pytest.mark.parametrize(
    ("claim", "pay"),
    [
        (PayClaim(minimum=Decimal(100000), maximum=Decimal(120000), currency="usd", period="1 YEAR"), "100000.00 120000.00 USD year"),
        (PayClaim(minimum=Decimal("20.5"), maximum=Decimal("20.5"), currency="USD", period="1 HOUR"), "20.50 20.50 USD hour"),
        (PayClaim(minimum=Decimal(60), currency="USD", period="1 TIME"), "60.00 None USD project"),
        (PayClaim(minimum=Decimal(3000), currency="EUR", period="per-month-salary"), "3000.00 None EUR month"),
        (PayClaim(minimum=Decimal(0), maximum=Decimal(0), currency="USD", period="1 YEAR"), None),
        (PayClaim(minimum=Decimal(0), maximum=Decimal(90000), currency="USD", period="NONE"), "None 90000.00 USD year"),
        (PayClaim(minimum=Decimal(90000), maximum=Decimal(10), currency="USD", period="1 YEAR"), None),
        (PayClaim(minimum=Decimal(10) ** 12, currency="USD", period="1 YEAR"), None),
        (PayClaim(text="$117K – $180K • Offers Equity"), "117000.00 180000.00 USD year"),
        (PayClaim(), None),
        (PayClaim(text="100K - 200K"), "100000.00 200000.00  year"),
        (PayClaim(text="80K"), None),
    ],
)  # fmt: skip
def test_claimed_pay(claim: PayClaim, pay: str | None) -> None:
    assert shown(claimed_pay(claim)) == pay


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("The base salary range for this role is $135,000 - $200,000/year.", "135000.00 200000.00 USD year"),
        ("Salary: $192,000.00 - $288,000.00/yr", "192000.00 288000.00 USD year"),
        ("The base pay is between $210,000 and $225,000/year; it may vary.", "210000.00 225000.00 USD year"),
        ("The range is $170,000/year - $250,000/year", "170000.00 250000.00 USD year"),
        ("Across the whole of the company the range is from $170,000 - $250,000 here", None),  # of what?
        ("The pay range is $170,000/year - $250,000/year + bonus", "170000.00 250000.00 USD year"),
        ("- Annual salary range: $140,000-$175,000", "140000.00 175000.00 USD year"),
        ("Compensation\n\n- $25/hour - $30/hour", "25.00 30.00 USD hour"),
        ("Gehalt: 45.000 € - 55.000 € brutto im Jahr", "45000.00 55000.00 EUR year"),
        (
            "Pay\n\nThe annual US salary range is $165,000 - $200,000 + equity.\n\n$180,000 - $220,000 in Bern",
            "165000.00 220000.00 USD year",
        ),
        ("Your salary starts at $72,000 per year", "72000.00 None USD year"),
        # several ranges: the widest, in the first currency
        (
            "Pay range:\n\nLevel 1: $23.00 - $27.00/hour\n\nLevel 2: $26.00 - $32.50/hour",
            "23.00 32.50 USD hour",
        ),
        (
            "US base salary: $214,000 USD -and $290,000 USD. Canada base salary: $203,000 CAD - $275,000 CAD.",
            "214000.00 290000.00 USD year",
        ),
        (
            "Our base pay range, by office, is below.\n\nBern\n\n$150,000 - $160,000\n\nElsewhere\n\n$120,000—$140,000 USD",
            "120000.00 160000.00 USD year",
        ),
        (
            "Acme | Bakers | Bern\n\nHead baker | $90k - $120k + equity\n\nLearning baker | £20k - £30k",
            "90000.00 120000.00 USD year",
        ),
        ("You own the ovens. $85K-$115K", "85000.00 115000.00 USD year"),
        # base pay before what it comes to with the rest; alone, that counts
        (
            "OTE is between $115,000-$184,000 CAD, with the base salary from $100,000-$160,000 CAD.",
            "100000.00 160000.00 CAD year",
        ),
        (
            "On-target earnings of $180,000/year ($90,000 base, $90,000 variable).",
            "90000.00 90000.00 USD year",
        ),
        ("Compensation\n\n$180,000 OTE with a 50/50 split", "180000.00 180000.00 USD year"),
        # layouts
        (
            "The base salary range is USD$212,000 per year - USD$235,500 per year.",
            "212000.00 235500.00 USD year",
        ),
        (
            "Base Pay Range:\n\nMinimum:\n\n$76,875.00 USD\n\nMaximum:\n\n$130,000.00 USD",
            "76875.00 130000.00 USD year",
        ),
        ("Acme | Baker (75-110k salary) | Bern", "75000.00 110000.00  year"),
        ("Salary DOE, 85K-110K.", "85000.00 110000.00  year"),
        ("The annual Canadian base salary range is $160,000 - $240,000.", "160000.00 240000.00 CAD year"),
        (
            "Commuter benefit; $300/month\n\nCompensation is in the range of $220,000 - $240,000 base salary.",
            "220000.00 240000.00 USD year",
        ),
        ("Pay range: $150,00-$220,000", "150000.00 220000.00 USD year"),  # a digit is lost
        (
            "Hourly wage: $18.00 - 20.00 plus commissions (on target annual earnings of $70,000)",
            "18.00 20.00 USD hour",
        ),
        ("Pay is in the range of $204,000 -$240,000+ Bonus.", "204000.00 240000.00 USD year"),
        ("Base Pay: $50,000 annually ($24.04 paid hourly)", "50000.00 50000.00 USD year"),
        # money that is no pay
        ("No one here makes less than the living wage of $2,500 MXN per month", None),
        ("Salary. Commission ranges from $15,000-$24,000.", None),
        ("Deal sizes\n\n$150,000 - $240,000", None),
        ("Acme | 48K users, a budget of 20-30k visitors | Bern", None),
        ("Acme | Baker | 20-30k visitors a day | Bern", None),
        ("We have raised $20M - $30M in funding, and pay well.", None),
        ("We serve a $700 billion market. Salary is competitive.", None),
        ("- Learning stipend: $1,000 - $2,000 per year", None),
        ("- $300 - $500 per month commuter benefit", None),
        ("You close deals of $50,000 - $500,000 and get paid for it", None),
        ("Own a budget of €300,000 - €400,000", None),
        ("Sign-on bonus of $10,000 - $15,000", None),
        ("$200 drones shouldn't need a million-dollar answer", None),
        ("We bake bread.", None),
        ("", None),
        ("- $90K-$110K Base Salary Range + Equity", "90000.00 110000.00 USD year"),
        ("You have found bakers for houses in the $80K–$200K yearly salary range", None),
        ("$900+ per day for bakers", "900.00 None USD day"),
        ("The ovens are hot and we pay $900 per day. Bring gloves.", "900.00 900.00 USD day"),
        ("Flour for all + $9k per-month salary.", "9000.00 9000.00 USD month"),
        ("We'll pay $120k and up for the right baker.", "120000.00 120000.00 USD year"),
        ("We'll pay you $1,000 for a baker you know.", None),
        ("Fixgehalt plus Provision – Zielgehalt ca. 100.000 EUR", "100000.00 100000.00 EUR year"),
        (
            "Benefits - Salary range guideline £45-55K - Private health insurance",
            "45000.00 55000.00 GBP year",
        ),
        (
            "Depending on the country and on how long you have baked, the yearly compensation will be the following:\n- Spain: "
            "60.000-74.000 EUR.\n- Portugal: 56.000-72.000 EUR.",
            "56000.00 74000.00 EUR year",
        ),
    ],
)
def test_find_pay_in_prose(text: str, pay: str | None) -> None:
    assert shown(find_pay(text)) == pay


def test_periods_and_years() -> None:
    assert [read_period(word) for word in ("1 YEAR", "per-hour-wage", "1 WEEK", "NONE")] == [
        "year",
        "hour",
        "week",
        None,
    ]
    assert yearly(Decimal("20.50"), "hour") == Decimal("42640.00")
    assert yearly(Decimal(100), "day") == Decimal("26000.00")
    assert yearly(Decimal(100), "project") is yearly(None, "year") is yearly(Decimal(100), None) is None


@pytest.mark.parametrize(
    ("shown_text", "line", "pay"),
    [
        ("80K", "Acme | Baker | Bern | Salary USD 80K | Full-time", "80000.00 80000.00 USD year"),
        ("$80k", "Acme | Baker | +$80k", "80000.00 None USD year"),
        ("£30,000", "Acme | £30,000—£40,000", "30000.00 40000.00 GBP year"),
        ("55K-60K", "Acme | Baker | 55K-60K €", "55000.00 60000.00 EUR year"),
        ("$100k", "Acme | $100k + $20k bonus", "100000.00 100000.00 USD year"),
        ("$18 - $22/hr", "Another line", "18.00 22.00 USD hour"),
    ],
)
def test_what_stands_beside_a_cut_out_amount(shown_text: str, line: str, pay: str) -> None:
    assert shown(claimed_pay(PayClaim(text=shown_text), f"{line}\nWe bake.")) == pay


def test_the_text_tells_the_period_of_the_same_amounts() -> None:
    claim = PayClaim(minimum=Decimal(3800), maximum=Decimal(5100), currency="USD")
    first = [
        next(shown(pay) for _, pay in pay_claims(claim, text))
        for text in ("Salary: $3,800 - $5,100 gross per month", "Salary: $9,000 per month", "We bake.")
    ]
    assert first == ["3800.00 5100.00 USD month", "3800.00 5100.00 USD None", "3800.00 5100.00 USD None"]


def test_what_a_source_has_guessed_is_no_pay() -> None:
    guess = PayClaim(
        minimum=Decimal(40_000), maximum=Decimal(40_000), currency="GBP", period="per year", is_predicted=True
    )
    assert [pay for _, pay in pay_claims(guess, "We bake.") if pay] == []
    assert [(source, shown(pay)) for source, pay in pay_claims(guess, "Salary: £35,000 a year") if pay] == [
        ("text", "35000.00 35000.00 GBP year")
    ]


@pytest.mark.parametrize(
    ("mark", "code"),
    [("$", "USD"), ("US$", "USD"), ("USD$", "USD"), ("CAD$", "CAD"), ("CDN$", "CAD"), ("$ CAD", "CAD"), ("Euros", "EUR"), ("Rs.", "INR"), ("RMB", "CNY"), ("?", "")],
)  # fmt: skip
def test_currencies(mark: str, code: str) -> None:
    assert read_currency(mark) == code
