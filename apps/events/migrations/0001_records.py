"""What happened, who has still to hear of it, and the chain that shows whether somebody changed it."""

from __future__ import annotations

import django.contrib.postgres.fields
import django.utils.timezone
from django.db import migrations, models

import apps.core.models
from apps.core.db.policies import owned
from apps.core.db.tables import CreateModels

TABLE = """
CREATE TABLE events_event (
    id uuid PRIMARY KEY,
    type varchar(64) NOT NULL,
    occurred_at timestamptz NOT NULL,
    workspace_id uuid NOT NULL,
    actor_id uuid,
    request_id varchar(128) NOT NULL,
    subject_type varchar(64) NOT NULL,
    subject_id uuid,
    changed varchar(64)[] NOT NULL,
    payload jsonb NOT NULL,
    -- The sealer gives a row its number and digest after it was written.
    digest varchar(64),
    salt bytea,
    seq bigint,
    hash varchar(64),
    erased_at timestamptz
) PARTITION BY RANGE (id);
CREATE TABLE events_event_rest PARTITION OF events_event DEFAULT;
CREATE INDEX event_by_workspace ON events_event (workspace_id, id);
CREATE INDEX event_by_subject ON events_event (subject_id, id) WHERE subject_id IS NOT NULL;
-- What is left to seal, oldest first: as small as the work.
CREATE INDEX event_unsealed ON events_event (id) INCLUDE (workspace_id) WHERE seq IS NULL;
CREATE INDEX event_by_seq ON events_event (workspace_id, seq) WHERE seq IS NOT NULL;

-- The smallest UUIDv7 of a moment: 48 bits of milliseconds, then zeros.
CREATE FUNCTION events_first_id(moment timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- A partition a month, from this month to `ahead` months on. Runs as the owner: nobody else may make tables.
CREATE FUNCTION events_prepare_partitions(moment timestamptz, ahead int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    first timestamptz; name text; made int := 0;
BEGIN
    FOR step IN 0..least(ahead, 24) LOOP
        first := date_trunc('month', moment AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + make_interval(months => step);
        name := 'events_event_' || to_char(first AT TIME ZONE 'UTC', 'YYYYMM');
        IF to_regclass('public.' || name) IS NULL THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF events_event FOR VALUES FROM (%L) TO (%L)',
                name, events_first_id(first), events_first_id(first + interval '1 month'));
            EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
            EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
            made := made + 1;
        END IF;
    END LOOP;
    RETURN made;
END $$;
REVOKE ALL ON FUNCTION events_prepare_partitions(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION events_prepare_partitions(timestamptz, int) TO foothold_system;
SELECT events_prepare_partitions(now(), 3);
ALTER TABLE events_event_rest ENABLE ROW LEVEL SECURITY;
ALTER TABLE events_event_rest FORCE ROW LEVEL SECURITY;
"""

# Nobody changes a record, the owner of the tables included; `session_replication_role` is a superuser's.
WALLS = """
CREATE FUNCTION events_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION events_hold() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    same_header boolean := (OLD.id, OLD.type, OLD.occurred_at, OLD.workspace_id, OLD.actor_id, OLD.request_id,
            OLD.subject_type, OLD.subject_id, OLD.changed)
        IS NOT DISTINCT FROM (NEW.id, NEW.type, NEW.occurred_at, NEW.workspace_id, NEW.actor_id, NEW.request_id,
            NEW.subject_type, NEW.subject_id, NEW.changed);
    -- Sealed once, for good; sealed means digest, number and hash together.
    same_seal boolean := (OLD.seq IS NULL OR (OLD.seq, OLD.hash) IS NOT DISTINCT FROM (NEW.seq, NEW.hash))
        AND (NEW.seq IS NULL) = (NEW.hash IS NULL) AND (NEW.seq IS NULL OR NEW.digest IS NOT NULL)
        AND (OLD.digest IS NULL OR OLD.digest IS NOT DISTINCT FROM NEW.digest);
    same_payload boolean := OLD.payload = NEW.payload AND OLD.erased_at IS NOT DISTINCT FROM NEW.erased_at
        AND (OLD.digest IS NULL OR OLD.salt IS NOT DISTINCT FROM NEW.salt);
    erased boolean := OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND NEW.digest IS NOT NULL
        AND NEW.payload = '{}'::jsonb AND NEW.salt IS NULL;
BEGIN
    IF same_header AND same_seal AND (same_payload OR erased) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'audit: event % may not be changed', OLD.id USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER event_comes_unsealed BEFORE INSERT ON events_event FOR EACH ROW
    WHEN (NEW.seq IS NOT NULL OR NEW.hash IS NOT NULL OR NEW.erased_at IS NOT NULL)
    EXECUTE FUNCTION events_refuse();
CREATE TRIGGER event_holds BEFORE UPDATE ON events_event FOR EACH ROW EXECUTE FUNCTION events_hold();
CREATE TRIGGER event_stays BEFORE DELETE ON events_event FOR EACH ROW EXECUTE FUNCTION events_refuse();
REVOKE UPDATE, DELETE ON events_event FROM foothold_system;
GRANT UPDATE (seq, hash, salt, digest, payload, erased_at) ON events_event TO foothold_system;

CREATE TRIGGER chain_grows BEFORE UPDATE ON events_chain FOR EACH ROW
    WHEN (NEW.workspace_id <> OLD.workspace_id OR NEW.seq <= OLD.seq) EXECUTE FUNCTION events_refuse();
CREATE TRIGGER chain_stays BEFORE DELETE ON events_chain FOR EACH ROW EXECUTE FUNCTION events_refuse();
REVOKE DELETE ON events_chain FROM foothold_system;

CREATE TRIGGER checkpoint_stays BEFORE UPDATE OR DELETE ON events_checkpoint FOR EACH ROW
    EXECUTE FUNCTION events_refuse();
REVOKE UPDATE, DELETE ON events_checkpoint FROM foothold_system;

-- Drop the partition of a month that is over, once a checkpoint covers each of its rows. Runs as the owner.
CREATE FUNCTION events_drop_month(month timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    name text := 'events_event_' || to_char(month AT TIME ZONE 'UTC', 'YYYYMM');
    left_over bigint;
BEGIN
    IF month <> date_trunc('month', month AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
        OR month + interval '2 months' > now() THEN
        RAISE EXCEPTION 'audit: % is no month that has been over for a month', name USING ERRCODE = 'insufficient_privilege';
    END IF;
    LOCK TABLE events_event IN ACCESS EXCLUSIVE MODE;
    -- Through the parent: a partition has no policy of its own, and would show its owner nothing.
    SELECT count(*) INTO left_over FROM events_event e
    WHERE e.id >= events_first_id(month) AND e.id < events_first_id(month + interval '1 month')
        AND (e.seq IS NULL OR NOT EXISTS (SELECT FROM events_checkpoint c WHERE c.workspace_id = e.workspace_id
            AND c.kind = 'dropped' AND e.seq BETWEEN c.first_seq AND c.seq));
    IF left_over > 0 THEN
        RAISE EXCEPTION 'audit: % rows of % stand in no checkpoint', left_over, name
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    EXECUTE format('DROP TABLE %I', name);
END $$;
REVOKE ALL ON FUNCTION events_drop_month(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION events_drop_month(timestamptz) TO foothold_system;
"""

UNDO = """
DROP FUNCTION events_drop_month;
DROP TRIGGER event_comes_unsealed ON events_event;
DROP TRIGGER event_holds ON events_event;
DROP TRIGGER event_stays ON events_event;
DROP TRIGGER chain_grows ON events_chain;
DROP TRIGGER chain_stays ON events_chain;
DROP TRIGGER checkpoint_stays ON events_checkpoint;
DROP FUNCTION events_hold;
DROP FUNCTION events_refuse;
GRANT UPDATE, DELETE ON events_event TO foothold_system;
"""


class Migration(migrations.Migration):
    initial = True
    replaces = [("events", "0001_events"), ("events", "0002_audit_chain")]
    dependencies = []
    operations = [
        CreateModels(
            migrations.CreateModel(
                name="Event",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("type", models.CharField(max_length=64)),
                    ("occurred_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ("workspace_id", models.UUIDField()),
                    ("actor_id", models.UUIDField(null=True)),
                    ("request_id", models.CharField(blank=True, default="", max_length=128)),
                    ("subject_type", models.CharField(blank=True, default="", max_length=64)),
                    ("subject_id", models.UUIDField(null=True)),
                    (
                        "changed",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=64), default=list, size=None
                        ),
                    ),
                    ("payload", models.JSONField(default=dict)),
                    ("digest", models.CharField(editable=False, max_length=64, null=True)),
                    ("salt", models.BinaryField(null=True)),
                    ("seq", models.BigIntegerField(editable=False, null=True)),
                    ("hash", models.CharField(editable=False, max_length=64, null=True)),
                    ("erased_at", models.DateTimeField(editable=False, null=True)),
                ],
                options={
                    "db_table": "events_event",
                    "managed": False,
                },
            ),
            migrations.CreateModel(
                name="Delivery",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("event_id", models.UUIDField()),
                    ("workspace_id", models.UUIDField()),
                    ("handler", models.CharField(max_length=128)),
                    (
                        "status",
                        models.CharField(
                            choices=[("due", "Due"), ("done", "Done"), ("dead", "Dead")],
                            default="due",
                            max_length=8,
                        ),
                    ),
                    ("attempts", models.PositiveSmallIntegerField(default=0)),
                    ("due_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ("delivered_at", models.DateTimeField(blank=True, null=True)),
                    ("fault", models.TextField(blank=True, default="")),
                ],
                options={
                    "verbose_name_plural": "deliveries",
                    "indexes": [
                        models.Index(
                            condition=models.Q(("status", "due")), fields=["due_at"], name="delivery_due"
                        )
                    ],
                    "constraints": [
                        models.UniqueConstraint(fields=("event_id", "handler"), name="delivery_once"),
                        models.CheckConstraint(
                            condition=models.Q(("status__in", ["due", "done", "dead"])),
                            name="delivery_status",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Chain",
                fields=[
                    ("workspace_id", models.UUIDField(primary_key=True, serialize=False)),
                    ("seq", models.BigIntegerField(default=0)),
                    ("hash", models.CharField(max_length=64)),
                    ("sealed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ],
            ),
            migrations.CreateModel(
                name="Checkpoint",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("workspace_id", models.UUIDField()),
                    (
                        "kind",
                        models.CharField(choices=[("head", "Head"), ("dropped", "Dropped")], max_length=8),
                    ),
                    ("first_seq", models.BigIntegerField()),
                    ("seq", models.BigIntegerField()),
                    ("hash", models.CharField(max_length=64)),
                    ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ("kid", models.CharField(max_length=16)),
                    ("signature", models.CharField(max_length=64)),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("workspace_id", "kind", "seq"), name="checkpoint_once"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("kind__in", ["head", "dropped"]), ("first_seq__lte", models.F("seq"))
                            ),
                            name="checkpoint_kind",
                        ),
                    ],
                },
            ),
        ),
        migrations.RunSQL(
            TABLE,
            "DROP TABLE events_event; DROP FUNCTION events_prepare_partitions; DROP FUNCTION events_first_id;",
        ),
        # Nobody changes or deletes a record through the product.
        owned("events_event", app_may="SELECT, INSERT"),
        owned("events_delivery", app_may="SELECT, INSERT"),
        owned("events_chain", app_may=""),
        owned("events_checkpoint", app_may=""),
        migrations.RunSQL(WALLS, UNDO),
    ]
