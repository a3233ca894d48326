import django.utils.timezone
from django.db import migrations, models

import apps.core.models
from apps.core.db.policies import owned

# Rows of before have no digest; the sealer makes it when it comes to them.
COLUMNS = """
ALTER TABLE events_event
    ADD COLUMN digest varchar(64),
    ADD COLUMN salt bytea,
    ADD COLUMN seq bigint,
    ADD COLUMN hash varchar(64),
    ADD COLUMN erased_at timestamptz;
-- What is left to seal, oldest first: as small as the work.
CREATE INDEX event_unsealed ON events_event (id) INCLUDE (workspace_id) WHERE seq IS NULL;
CREATE INDEX event_by_seq ON events_event (workspace_id, seq) WHERE seq IS NOT NULL;
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
    dependencies = [("events", "0001_events")]
    operations = [
        migrations.AddField("event", "digest", models.CharField(editable=False, max_length=64, null=True)),
        migrations.AddField("event", "salt", models.BinaryField(null=True)),
        migrations.AddField("event", "seq", models.BigIntegerField(editable=False, null=True)),
        migrations.AddField("event", "hash", models.CharField(editable=False, max_length=64, null=True)),
        migrations.AddField("event", "erased_at", models.DateTimeField(editable=False, null=True)),
        migrations.RunSQL(
            COLUMNS,
            "ALTER TABLE events_event DROP COLUMN digest, DROP COLUMN salt, DROP COLUMN seq, DROP COLUMN hash, "
            "DROP COLUMN erased_at;",
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
        owned("events_chain", app_may=""),
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
                ("kind", models.CharField(choices=[("head", "Head"), ("dropped", "Dropped")], max_length=8)),
                ("first_seq", models.BigIntegerField()),
                ("seq", models.BigIntegerField()),
                ("hash", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("kid", models.CharField(max_length=16)),
                ("signature", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("workspace_id", "kind", "seq"), name="checkpoint_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["head", "dropped"]), ("first_seq__lte", models.F("seq"))
                        ),
                        name="checkpoint_kind",
                    ),
                ],
            },
        ),
        owned("events_checkpoint", app_may=""),
        migrations.RunSQL(WALLS, UNDO),
    ]
