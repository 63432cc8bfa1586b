"""Registering a pilot in short steps, with an overview at the end; or starting from a copy."""

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView

from mvi.views import AddPage, ChangePage
from pilots import actions
from pilots.forms.intake import FORMS, WhatForm
from pilots.forms.pilot import CopyForm
from pilots.intake import FIRST, STEPS, around, progress
from pilots.models import Pilot, PilotCoreValue, PilotGoal
from pilots.similar import similar_to, standards_for

from .access import ChangesPilot, OfPilot


class PilotAdd(AddPage):
    """The first step: from here on the pilot exists, and every step saves it."""

    permission_required = "pilots.add_pilot"
    model = Pilot
    form_class = WhatForm
    template_name = "pilots/intake/step.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "step": FIRST,
            "steps": progress(FIRST),
            "next": around(FIRST)[1],
        }

    def save(self, form):
        return actions.register_pilot(pilot=form.save(commit=False), by=self.request.user)

    def get_success_url(self):
        """To the next step, for who may go on with it."""
        may_change = self.object.can_be_changed_by(self.request.user)
        return around(FIRST)[1].url(self.object) if may_change else self.object.get_absolute_url()


class IntakeChange(ChangesPilot, ChangePage):
    """One step of a pilot that exists; the button says to which step it leads."""

    model = Pilot
    template_name = "pilots/intake/step.html"

    @cached_property
    def step(self):
        try:
            return STEPS[self.kwargs["part"]]
        except KeyError as error:
            raise Http404 from error

    def get_form_class(self):
        return FORMS[self.step.address]

    def get_context_data(self, **kwargs):
        before, after = around(self.step)
        return super().get_context_data(**kwargs) | {
            "step": self.step,
            "steps": progress(self.step, self.pilot),
            "before": before,
            "next": after,
            "similar": similar_to(self.pilot, self.request.user),
            "offered": standards_for(self.pilot, self.request.user),
        }

    def save(self, form):
        pilot = form.save()
        if hasattr(form, "ties"):
            actions.tie_to_strategy(pilot=pilot, by=self.request.user, **form.ties)
        return pilot

    def get_success_url(self):
        before, after = around(self.step)
        to = before if "back" in self.request.POST else after
        return to.url(self.object) if to else reverse("pilots:intake", args=[self.object.slug])


class Intake(OfPilot, DetailView):
    """What was filled in, step by step, and what is still missing for the next phase."""

    model = Pilot
    template_name = "pilots/intake/overview.html"

    def get_object(self, queryset=None):
        return self.pilot

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "steps": progress(pilot=self.pilot if context["may_change"] else None),
            "urls": {address: step.url(self.pilot) for address, step in STEPS.items()},
            "core_values": PilotCoreValue.of(self.pilot),
            "goals": PilotGoal.of(self.pilot),
            "missing": self.pilot.missing() if self.pilot.is_active else [],
            "similar": similar_to(self.pilot, self.request.user),
            "offered": standards_for(self.pilot, self.request.user),
        }


class PilotCopy(OfPilot, AddPage):
    """A new pilot that begins as a copy of this one, for who may see this one and add pilots."""

    model = Pilot
    form_class = CopyForm
    template_name = "pilots/pilot_copy.html"
    success_message = gettext_lazy("“%(row)s” was added as a copy. Go through the steps and make it true.")

    def has_permission(self):
        return super().has_permission() and self.request.user.has_perm("pilots.add_pilot")

    def save(self, form):
        return actions.copy_pilot(source=self.pilot, name=form.cleaned_data["name"], by=self.request.user)

    def get_success_url(self):
        may_change = self.object.can_be_changed_by(self.request.user)
        return FIRST.url(self.object) if may_change else self.object.get_absolute_url()
