"""The pages on which somebody follows, stops and collects what they asked for in the background."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import ListView
from django_htmx.http import HttpResponseClientRedirect

from mvi.models import Job, JobStatus

from .actions import stop


class JobList(ListView):
    """All that this person asked for in the last week."""

    template_name = "jobs/job_list.html"
    paginate_by = 25

    def get_queryset(self):
        return Job.objects.of(self.request.user)


class OwnJob(View):
    """One job, for the person who asked for it."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.pk = kwargs["job"]

    def job(self):
        found = get_object_or_404(Job.objects.kept().defer("file"), pk=self.pk)
        if found.by_id != self.request.user.pk:
            raise PermissionDenied
        return found

    def dispatch(self, request, *args, **kwargs):
        self.found = self.job()
        return super().dispatch(request, *args, **kwargs)


class JobPage(OwnJob):
    """How far it is; it looks again by itself. When it is done it leads to what came of it."""

    def get(self, request, **kwargs):
        job = self.found
        arrived = job.status == JobStatus.DONE and job.address
        if arrived and job.message:
            messages.info(request, job.message)
        if request.htmx and job.is_finished:
            return HttpResponseClientRedirect(job.address if arrived else job.get_absolute_url())
        if arrived:
            return redirect(job.address)
        return render(request, "jobs/_progress.html" if request.htmx else "jobs/job.html", {"job": job})


class JobFile(OwnJob):
    """What was made, to save; never shown inside the page."""

    def get(self, request, **kwargs):
        if self.found.status != JobStatus.DONE or not self.found.file_name:
            raise Http404
        response = HttpResponse(bytes(self.found.file), content_type=self.found.content_type)
        response["Content-Disposition"] = f'attachment; filename="{self.found.file_name}"'
        return response


class JobStop(OwnJob):
    """Whoever asked for it can have it stopped."""

    def post(self, request, **kwargs):
        try:
            stop(job=self.found, by=request.user)
        except ValidationError as refusal:
            messages.warning(request, " ".join(refusal.messages))
        else:
            messages.success(request, _("It is being stopped."))
        return redirect("jobs:job", self.found.pk)
