"""Who sees the rows of sign-in, plans and usage; and what each plan holds."""

from django.db import migrations

from apps.core.db.policies import USER, WORKSPACE, catalogue, owned, system_only, walled

# A list shows every workspace one is a member of; changed is only the one in which one acts.
LISTED = f"""
CREATE POLICY app_listed ON accounts_workspace FOR SELECT TO foothold_app USING (
    EXISTS (SELECT FROM accounts_membership m WHERE m.workspace_id = accounts_workspace.id AND m.user_id = {USER})
);
GRANT INSERT ON accounts_workspace TO foothold_app;
DROP POLICY app_rows ON accounts_membership;
CREATE POLICY app_rows ON accounts_membership TO foothold_app
    USING (workspace_id = {WORKSPACE}) WITH CHECK (workspace_id = {WORKSPACE});
CREATE POLICY app_own ON accounts_membership FOR SELECT TO foothold_app USING (user_id = {USER});
GRANT INSERT, UPDATE, DELETE ON accounts_membership TO foothold_app;
GRANT DELETE ON accounts_session TO foothold_app;
"""
UNLISTED = f"""
REVOKE DELETE ON accounts_session FROM foothold_app;
REVOKE INSERT, UPDATE, DELETE ON accounts_membership FROM foothold_app;
DROP POLICY app_own ON accounts_membership;
DROP POLICY app_rows ON accounts_membership;
CREATE POLICY app_rows ON accounts_membership TO foothold_app
    USING (user_id = {USER} OR workspace_id = {WORKSPACE})
    WITH CHECK (user_id = {USER} OR workspace_id = {WORKSPACE});
REVOKE INSERT ON accounts_workspace FROM foothold_app;
DROP POLICY app_listed ON accounts_workspace;
"""
# A user's row, password hash and all, is seen by its owner alone; colleagues see a name and an address.
COLLEAGUES = f"""
CREATE VIEW accounts_colleague WITH (security_barrier) AS
    SELECT u.id, u.email, u.full_name FROM accounts_user u
    WHERE EXISTS (SELECT FROM accounts_membership m WHERE m.user_id = u.id AND m.workspace_id = {WORKSPACE});
GRANT SELECT ON accounts_colleague TO foothold_app;
"""

PLANS = {
    "free": ("To find your feet.", 1, ["api_keys"]),
    "pro": ("For an earnest search.", 2, ["api_keys", "request_signing"]),
    "team": ("For agencies and teams.", 5, ["api_keys", "members", "request_signing"]),
}
# Meter: period, then free, pro, team. None is unlimited.
LIMITS = {
    "active_applications": ("stock", 50, 1000, None),
    "sources": ("stock", 3, 50, 500),
    "parses": ("month", 30, 500, 10_000),
    "generations": ("month", 20, 500, 10_000),
    "tokens": ("month", 200_000, 5_000_000, 100_000_000),
    "api_calls": ("month", 10_000, 200_000, 5_000_000),
}


def fill_plans(apps, schema_editor):
    alias = schema_editor.connection.alias
    plans = apps.get_model("accounts", "Plan").objects.using(alias)
    limits = apps.get_model("accounts", "PlanLimit").objects.using(alias)
    for position, (code, (description, factor, features)) in enumerate(PLANS.items()):
        plans.filter(code=code).update(
            description=description, rate_factor=factor, features=features, position=position
        )
        for meter, (period, *amounts) in LIMITS.items():
            limits.get_or_create(
                plan_id=code, meter=meter, defaults={"period": period, "amount": amounts[position]}
            )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_sign_in_and_limits"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("waffle", "0004_update_everyone_nullbooleanfield"),
    ]
    operations = [
        migrations.RunSQL(LISTED, UNLISTED),
        migrations.RunSQL(COLLEAGUES, "DROP VIEW accounts_colleague"),
        owned("accounts_invitation"),
        owned("accounts_apikey"),
        walled(
            "accounts_connection",
            using=f"workspace_id = {WORKSPACE} AND user_id = {USER}",
        ),
        walled("accounts_preferences", using=f"user_id = {USER}"),
        walled("accounts_oauthlink", using=f"user_id = {USER}", app_may="SELECT, DELETE"),
        walled("mfa_authenticator", using=f"user_id = {USER}"),
        owned("accounts_usagecounter"),
        owned("accounts_usagerecord"),
        owned("accounts_usagegrant", app_may="SELECT"),
        catalogue("accounts_planlimit", "accounts_flag"),
        walled("accounts_flag_users", using=f"user_id = {USER}", app_may="SELECT"),
        walled("accounts_flag_workspaces", using=f"workspace_id = {WORKSPACE}", app_may="SELECT"),
        system_only(
            "accounts_signinattempt",
            "accounts_flag_groups",
            "account_emailaddress",
            "account_emailconfirmation",
            "waffle_switch",
            "waffle_sample",
            "waffle_flag",
            "waffle_flag_groups",
            "waffle_flag_users",
        ),
        migrations.RunPython(fill_plans, migrations.RunPython.noop),
    ]
