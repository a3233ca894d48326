"""Somebody of whom every table holds a row, and where any trace of them can be found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connections
from django.utils import timezone

from apps.accounts.models import (
    ApiKey,
    Connection,
    Flag,
    Invitation,
    OAuthLink,
    Preferences,
    SignInAttempt,
    UsageCounter,
    UsageGrant,
    UsageRecord,
    User,
    Workspace,
)
from apps.core.db import acting, as_system, atomic
from apps.core.models import uuid7
from apps.events.models import Delivery
from apps.jobs.services import enqueue
from apps.resumes.content import ResumeContent
from apps.resumes.sample import sample
from apps.vacancies.models import (
    MarketplaceClient,
    OwnSource,
    OwnSourceRun,
    OwnVacancy,
    OwnVacancyChange,
    Proposal,
    SavedSearchMatch,
)
from tests.factories.accounts import Person
from tests.factories.resumes import make_document
from tests.generation.asking import asked

JSON = "application/json"
FILE = b"Notes of somebody called Marbeck, who thistlewrought for nine years."
# None of these may stand in an export; each stands in a column that is a secret.
SECRETS = ("hash-of-a-key", "secret-of-a-connection", "secret-of-a-second-factor", "hash-of-an-attempt")


@dataclass(frozen=True)
class Traces:
    """What somebody leaves wherever text stands."""

    name: str
    word: str
    email: str

    @property
    def texts(self) -> tuple[str, str, str]:
        return self.name, self.word, self.email


QUILLON = Traces("Quillon Marbeck", "thistlewrought", "quillon.marbeck@example.com")
PERLA = Traces("Perla Oakhollow", "fernspoken", "perla.oakhollow@example.com")


def life(name: str, word: str) -> ResumeContent:
    content = sample()
    content["contact_info"] = {**content["contact_info"], "full_name": name}
    content["summary"] = f"Somebody who {word} for nine years."
    return content


def fill(person: Person, traces: Traces, *, file: bytes = FILE) -> None:
    """A row of every kind for a person in their own workspace, by the API where it has a way, traces in each text."""
    name, word = traces.name, traces.word
    with as_system():
        User.objects.filter(pk=person.user.pk).update(full_name=name, email=traces.email)
        Workspace.objects.filter(pk=person.caller.workspace_id).update(name=f"{name}'s search")
    vacancy = _post(person, "vacancies/", {"title": f"Job for one who {word}"})
    _post(person, f"vacancies/{vacancy['id']}/save/", {"note": f"They {word}", "tags": [word]})
    question = {"name": f"One who {word}", "filters": {"q": word}, "alert": "instant"}
    search = _post(person, "saved-searches/", question)
    application = _post(person, "applications/", {"vacancy_id": vacancy["id"], "note": f"{name} {word}"})
    _post(person, f"applications/{application['id']}/transition/", {"to": "applied", "note": f"I {word}"})
    resume = {"title": f"Resume of {name}", "content": life(name, word)}
    _post(person, "resumes/", resume, **{"idempotency-key": "once"})
    asked(person, vacancy_text=f"We seek one who {word}.")
    make_document(person, file, f"{name}.txt")
    with acting(person.caller):
        enqueue(kind="resumes.parse", caller=person.caller, arguments={"title": f"{name} {word}"})
    with as_system(), atomic():
        _account_rows(person, name=name, word=word, email=traces.email)
        _usage(person, word)
        _boards(person, word)
        SavedSearchMatch.objects.create(
            workspace_id=person.caller.workspace_id, search_id=search["id"], own_vacancy_id=vacancy["id"]
        )


def _post(person: Person, path: str, body: dict[str, Any], **headers: str) -> dict[str, Any]:
    answer = person.client.post(f"/api/v1/{path}", body, content_type=JSON, headers=headers)
    assert answer.status_code in (200, 201), answer.content
    return dict(answer.json()) if answer.content else {}


def _account_rows(person: Person, *, name: str, word: str, email: str) -> None:
    user, workspace_id, later = person.user, person.caller.workspace_id, timezone.now()
    mine = {"user_id": user.pk, "workspace_id": workspace_id}
    mark = user.pk.hex[-12:]
    ApiKey.objects.create(
        **mine, name=f"key of {name}", prefix=mark, secret_hash=SECRETS[0], scopes=["*:read"]
    )
    Connection.objects.create(**mine, kind="smtp", name=word, account=email, secret=SECRETS[1])
    Preferences.objects.create(user=user, skills=[word])
    OAuthLink.objects.create(user=user, provider="github", subject=mark, email=email)
    Authenticator.objects.create(user=user, type="totp", data={"secret": SECRETS[2]})
    SignInAttempt.objects.create(
        user=user, kind="mfa", token_hash=f"{SECRETS[3]} {mark}", state=word, expires_at=later
    )
    Invitation.objects.create(
        workspace_id=workspace_id,
        email=f"guest-of-{word}@example.com",
        invited_by_id=user.pk,
        expires_at=later,
    )
    Delivery.objects.create(event_id=uuid7(), workspace_id=workspace_id, handler="none", status="done")
    flag, _ = Flag.objects.get_or_create(name="early")
    flag.users.add(user)
    flag.workspaces.add(workspace_id)
    group, _ = Group.objects.get_or_create(name="testers")
    user.groups.add(group)
    LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(User),
        object_id=str(user.pk),
        object_repr=email,
        action_flag=CHANGE,
    )


def _usage(person: Person, word: str) -> None:
    mine: dict[str, Any] = {"workspace_id": person.caller.workspace_id, "meter": "parses"}
    today = timezone.now().date()
    UsageCounter.objects.get_or_create(**mine, period_start=today)
    UsageRecord.objects.create(**mine, period_start=today, key=word, user_id=person.user.pk)
    UsageGrant.objects.create(
        **mine, amount=5, reason=f"asked by one who {word}", granted_by_id=person.user.pk
    )


def _boards(person: Person, word: str) -> None:
    mine = {"workspace_id": person.caller.workspace_id}
    board = OwnSource.objects.create(
        **mine, kind="greenhouse", board=word, company_name=word, created_by_id=person.user.pk
    )
    OwnSourceRun.objects.create(**mine, source=board, fault=word)
    client = MarketplaceClient.objects.create(**mine, platform="upwork", platform_id=word, name=word)
    vacancy = OwnVacancy.objects.create(**mine, title=word, own_source=board, source_id=word, client=client)
    OwnVacancyChange.objects.create(**mine, own_vacancy=vacancy, kind="changed", fields={"title": [word, ""]})
    Proposal.objects.create(
        **mine, key=word, own_vacancy=vacancy, platform="upwork", posting_id=word, fault=word,
        created_by_id=person.user.pk,
    )  # fmt: skip


def rows_with(text: str) -> dict[str, int]:
    """How many rows of each table hold `text` in any column, bytes too, as the owner of the tables sees them."""
    found: dict[str, int] = {}
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(
                f'SELECT count(*) FROM "{table}" t WHERE strpos(lower(t::text), %s) > 0 OR strpos(t::text, %s) > 0',
                [text.lower(), text.encode().hex()],
            )
            if count := cursor.fetchone()[0]:
                found[table] = count
    return found


def files_with(text: str, root: Path) -> list[str]:
    """Files whose bytes or path hold `text`."""
    return [
        str(path)
        for path in root.rglob("*")
        if text.encode() in (path.read_bytes() if path.is_file() else b"")
        or text in str(path.relative_to(root))
    ]


def rows_named_by(column: str, key: UUID, table: str) -> int:
    with connections["owner"].cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}" WHERE "{column}" = %s', [str(key)])
        return int(cursor.fetchone()[0])
