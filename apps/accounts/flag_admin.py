"""The page of feature flags, with the ways of being on that Foothold has; waffle's others are left out."""

from __future__ import annotations

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from waffle.models import Flag as WaffleFlag
from waffle.models import Sample, Switch

from apps.accounts.models import Flag, Plan
from apps.events.administration import FootholdAdmin

# Pages of libraries whose rows are not used, or are nobody's to edit (second factors).
for model in (WaffleFlag, Sample, Switch, EmailAddress, EmailConfirmation, Authenticator):
    if admin.site.is_registered(model):
        admin.site.unregister(model)


class FlagForm(forms.ModelForm[Flag]):
    class Meta:
        model = Flag
        fields = (
            "name",
            "note",
            "everyone",
            "percent",
            "users",
            "workspaces",
            "plans",
            "staff",
            "authenticated",
        )
        help_texts = {
            "name": "The feature that operations ask for, and that users/me/ names.",
            "note": "What it switches on, and when it can go.",
            "everyone": "Yes: on for all. No: off for all, whatever else stands here. Unknown: as the rest says.",
            "percent": "A share of all users, 0.0 to 99.9. The same people each time; more percent adds to them.",
            "users": "Ids, separated by commas.",
            "workspaces": "Ids, separated by commas: on for whoever acts in one of them.",
            "plans": "Codes, separated by commas: free, pro, team.",
            "staff": "On for staff.",
            "authenticated": "On for whoever is signed in.",
        }

    def clean_plans(self) -> list[str]:
        codes: list[str] = self.cleaned_data["plans"] or []
        known = set(Plan.objects.values_list("code", flat=True))
        if unknown := sorted(set(codes) - known):
            raise forms.ValidationError(
                f"There is no plan {unknown[0]!r}; there are {', '.join(sorted(known))}."
            )
        return codes


@admin.register(Flag)
class FlagAdmin(FootholdAdmin[Flag]):
    form = FlagForm
    list_display = ("name", "note", "everyone", "percent", "plans", "staff", "authenticated", "modified")
    list_filter = ("everyone", "staff", "authenticated")
    search_fields = ("name", "note")
    ordering = ("name",)

    def __init__(self, model: type[Flag], admin_site: admin.AdminSite) -> None:
        super().__init__(model, admin_site)
        # An instance of its own, as in the base, which knows of no links to many.
        self.__dict__["raw_id_fields"] = ("users", "workspaces")
