"""The list by FastAPI, Pydantic and SQLAlchemy's asynchronous ORM: `uvicorn bench.peers.fastapi_sqlalchemy:app`.

As its documentation has it: mapped classes, `select` built from the parameters, the company joined in, a response model.
No count.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import date, datetime
from decimal import Decimal
from heapq import merge
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, FastAPI, Query
from pydantic import BaseModel
from sqlalchemy import DateTime, ForeignKey, Select, String, and_, func, select
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, contains_eager, mapped_column, relationship, selectinload

from bench.peers.front import APP_URL, Caller, Front, caller_of
from bench.peers.questions import Filters, pattern


class Base(DeclarativeBase):  # type: ignore[misc]  # its library lies in the peers' environment
    type_annotation_map = {
        datetime: DateTime(timezone=True),
        list[str]: ARRAY(String),
        list[dict[str, Any]]: JSONB,
    }


class Company(Base):
    __tablename__ = "vacancies_company"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    logo_url: Mapped[str]


class Client(Base):
    __tablename__ = "vacancies_marketplaceclient"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    location: Mapped[str]
    total_spent: Mapped[Decimal | None]
    hire_rate: Mapped[float | None]
    score: Mapped[int | None]


class Mark(Base):
    __tablename__ = "vacancies_vacancymark"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    workspace_id: Mapped[UUID]
    vacancy_id: Mapped[UUID | None] = mapped_column(ForeignKey("vacancies_vacancy.id"))
    own_vacancy_id: Mapped[UUID | None] = mapped_column(ForeignKey("vacancies_ownvacancy.id"))
    saved_at: Mapped[datetime | None]
    hidden_at: Mapped[datetime | None]
    applied_at: Mapped[datetime | None]


class Posting:
    id: Mapped[UUID] = mapped_column(primary_key=True)
    title: Mapped[str]
    company_name: Mapped[str]
    company_logo_url: Mapped[str]
    locations: Mapped[list[dict[str, Any]]]
    location_text: Mapped[str] = mapped_column(deferred=True)
    countries: Mapped[list[str]] = mapped_column(deferred=True)
    remote: Mapped[str]
    employment_type: Mapped[str]
    seniority: Mapped[str]
    job_function: Mapped[str]
    salary_min: Mapped[Decimal | None]
    salary_max: Mapped[Decimal | None]
    salary_year_max: Mapped[Decimal | None] = mapped_column(deferred=True)
    salary_currency: Mapped[str]
    salary_period: Mapped[str]
    skills: Mapped[list[str]]
    snippet: Mapped[str]
    url: Mapped[str]
    apply_url: Mapped[str]
    source: Mapped[str]
    source_id: Mapped[str]
    posted_at: Mapped[datetime | None]
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    listed_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    status: Mapped[str]
    budget_type: Mapped[str]
    budget_min: Mapped[Decimal | None]
    budget_max: Mapped[Decimal | None]
    application_deadline: Mapped[date | None]
    visa_sponsorship: Mapped[bool | None]
    repost_count: Mapped[int]
    search: Mapped[Any] = mapped_column(TSVECTOR, deferred=True)
    company_id: Mapped[UUID | None] = mapped_column(ForeignKey("vacancies_company.id"))


class Vacancy(Posting, Base):
    __tablename__ = "vacancies_vacancy"
    merged_into_id: Mapped[UUID | None] = mapped_column(deferred=True)
    company: Mapped[Company] = relationship()
    marks: Mapped[list[Mark]] = relationship(viewonly=True)


class OwnVacancy(Posting, Base):
    __tablename__ = "vacancies_ownvacancy"
    workspace_id: Mapped[UUID]
    client_id: Mapped[UUID | None] = mapped_column(ForeignKey("vacancies_marketplaceclient.id"))
    company: Mapped[Company | None] = relationship()
    client: Mapped[Client | None] = relationship()
    marks: Mapped[list[Mark]] = relationship(viewonly=True)


class Place(BaseModel):
    text: str
    city: str = ""
    region: str = ""
    country: str = ""
    remote_scope: str = ""
    lat: float | None = None
    lon: float | None = None


class CompanyRef(BaseModel):
    id: UUID | None
    name: str
    logo_url: str


class Budget(BaseModel):
    type: str | None
    min: float | None
    max: float | None


class ClientRef(BaseModel, from_attributes=True):
    id: UUID
    name: str
    location: str
    total_spent: float | None
    hire_rate: float | None
    score: int | None


class Summary(BaseModel):
    id: UUID
    title: str
    company: CompanyRef
    locations: list[Place]
    remote: str | None
    employment_type: str | None
    seniority: str | None
    job_function: str | None
    salary_min: float | None
    salary_max: float | None
    salary_currency: str
    salary_period: str | None
    skills: list[str]
    snippet: str
    url: str
    apply_url: str
    source: str
    source_id: str
    posted_at: datetime | None
    first_seen_at: datetime
    last_seen_at: datetime
    closed_at: datetime | None
    status: str
    budget: Budget | None
    client: ClientRef | None
    application_deadline: date | None
    visa_sponsorship: bool | None
    repost_count: int
    origin: str
    saved: bool
    applied_at: datetime | None


class Page(BaseModel):
    count: int | None = None
    more: bool
    results: list[Summary]


PLAIN = [
    name
    for name in Summary.model_fields
    if name not in ("company", "budget", "client", "origin", "saved", "applied_at")
]
OR_NONE = {"remote", "employment_type", "seniority", "job_function", "salary_period"}


def summary(row: Vacancy | OwnVacancy) -> Summary:
    said: dict[str, Any] = {
        name: getattr(row, name) or None if name in OR_NONE else getattr(row, name) for name in PLAIN
    }
    mark = row.marks[0] if row.marks else None
    company = row.company
    has_budget = row.budget_min is not None or row.budget_max is not None
    return Summary(
        **said,
        company=CompanyRef(
            id=row.company_id,
            name=row.company_name or (company.name if company else ""),
            logo_url=row.company_logo_url or (company.logo_url if company else ""),
        ),
        budget=Budget(type=row.budget_type or None, min=row.budget_min, max=row.budget_max)
        if has_budget
        else None,
        client=ClientRef.model_validate(row.client) if isinstance(row, OwnVacancy) and row.client else None,
        origin="own" if isinstance(row, OwnVacancy) else "catalogue",
        saved=bool(mark and mark.saved_at),
        applied_at=mark.applied_at if mark else None,
    )


CONDITIONS: dict[str, Callable[[Any, Any], Any]] = {
    "q": lambda model, text: model.search.op("@@")(func.websearch_to_tsquery("english", text)),
    "skills": lambda model, given: model.skills.contains(given.split(",")),
    "skills_any": lambda model, given: model.skills.overlap(given.split(",")),
    "company": lambda model, part: model.company_name.ilike(pattern(part)),
    "location": lambda model, part: model.location_text.ilike(pattern(part)),
    "country": lambda model, code: model.countries.contains([code.upper()]),
    "salary_min": lambda model, amount: model.salary_year_max >= amount,
    "posted_after": lambda model, moment: model.listed_at >= moment,
    **{
        name: (lambda model, given, name=name: getattr(model, name) == given)  # type: ignore[misc]
        for name in ("remote", "employment_type", "seniority", "source")
    },
}


def conditions(model: Any, asked: Filters) -> Iterable[Any]:
    yield model.status == "open"
    for name, condition in CONDITIONS.items():
        given = getattr(asked, name)
        if given is not None:
            yield condition(model, given)


def chosen(model: Any, asked: Filters, reach: int) -> Select[Any]:
    hidden = select(Mark.id).where(
        (Mark.vacancy_id if model is Vacancy else Mark.own_vacancy_id) == model.id,
        Mark.hidden_at.is_not(None),
    )
    return (
        select(model)
        .outerjoin(model.company)
        .options(contains_eager(model.company), selectinload(model.marks))
        .where(and_(*conditions(model, asked)), ~hidden.exists())
        .order_by(model.listed_at.desc(), model.id.desc())
        .limit(reach)
    )


@asynccontextmanager
async def opened(app: FastAPI) -> AsyncIterator[None]:
    app.state.front = await Front.open()
    engine = create_async_engine(APP_URL.replace("postgresql:", "postgresql+asyncpg:", 1), pool_size=16)
    app.state.sessions = async_sessionmaker(engine, expire_on_commit=False)
    yield
    await engine.dispose()


app = FastAPI(lifespan=opened)


@app.get("/api/v1/vacancies/")  # type: ignore[untyped-decorator]  # as above
async def list_vacancies(
    asked: Annotated[Filters, Query()], caller: Annotated[Caller, Depends(caller_of)]
) -> Page:
    offset = (asked.page - 1) * asked.page_size
    reach = offset + asked.page_size + 1
    session: AsyncSession
    async with app.state.sessions() as session, session.begin():
        await session.execute(
            select(
                func.set_config("app.workspace", str(caller.workspace_id), True),
                func.set_config("app.user", str(caller.user_id), True),
            )
        )
        catalogue = chosen(Vacancy, asked, reach).where(Vacancy.merged_into_id.is_(None))
        own = chosen(OwnVacancy, asked, reach).where(OwnVacancy.workspace_id == caller.workspace_id)
        own = own.options(selectinload(OwnVacancy.client))
        sides = [(await session.scalars(each)).all() for each in (catalogue, own)]
    rows = list(merge(*sides, key=lambda row: (row.listed_at, row.id), reverse=True))[offset:reach]
    return Page(more=len(rows) > asked.page_size, results=[summary(row) for row in rows[: asked.page_size]])
