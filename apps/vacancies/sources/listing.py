"""The one list of sources, with what they need to read (lxml, their patterns). A new kind of board is a file and a line here."""

from __future__ import annotations

from apps.vacancies.sources.adzuna import Adzuna
from apps.vacancies.sources.arbeitnow import Arbeitnow
from apps.vacancies.sources.ashby import Ashby
from apps.vacancies.sources.bamboohr import BambooHR
from apps.vacancies.sources.base import Source
from apps.vacancies.sources.breezy import Breezy
from apps.vacancies.sources.comeet import Comeet
from apps.vacancies.sources.eightfold import Eightfold
from apps.vacancies.sources.greenhouse import Greenhouse
from apps.vacancies.sources.hackernews import HackerNews
from apps.vacancies.sources.himalayas import Himalayas
from apps.vacancies.sources.jobicy import Jobicy
from apps.vacancies.sources.jobvite import Jobvite
from apps.vacancies.sources.lever import Lever
from apps.vacancies.sources.neogov import Neogov
from apps.vacancies.sources.oracle import Oracle
from apps.vacancies.sources.personio import Personio
from apps.vacancies.sources.pinpoint import Pinpoint
from apps.vacancies.sources.recruitee import Recruitee
from apps.vacancies.sources.reed import Reed
from apps.vacancies.sources.remotejobsorg import RemoteJobsOrg
from apps.vacancies.sources.remoteok import RemoteOK
from apps.vacancies.sources.remotive import Remotive
from apps.vacancies.sources.rippling import Rippling
from apps.vacancies.sources.smartrecruiters import SmartRecruiters
from apps.vacancies.sources.teamtailor import Teamtailor
from apps.vacancies.sources.themuse import TheMuse
from apps.vacancies.sources.torre import Torre
from apps.vacancies.sources.upwork import Upwork
from apps.vacancies.sources.usajobs import USAJobs
from apps.vacancies.sources.weworkremotely import WeWorkRemotely
from apps.vacancies.sources.workable import Workable
from apps.vacancies.sources.workday import Workday
from apps.vacancies.sources.workingnomads import WorkingNomads

EMPLOYERS: tuple[Source, ...] = (
    Greenhouse(), Lever(), Ashby(), SmartRecruiters(), Workable(), Recruitee(), Personio(), Teamtailor(), BambooHR(),
    Pinpoint(), Breezy(), Rippling(), Jobvite(), Oracle(), Eightfold(), Comeet(), Workday(), Neogov(),
)  # fmt: skip
AGGREGATORS: tuple[Source, ...] = (
    RemoteOK(), Remotive(), RemoteJobsOrg(), Arbeitnow(), Jobicy(), Himalayas(), TheMuse(), WorkingNomads(), Torre(),
    HackerNews(), WeWorkRemotely(), USAJobs(), Adzuna(), Reed(), Upwork(),
)  # fmt: skip
