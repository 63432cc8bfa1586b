"""What all pilots taught, and which lessons became the usual way of buying."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from mvi.views import AddPage, ListPage
from pilots import forms
from pilots.filters import LessonFilter, StandardFilter
from pilots.models import Lesson, Standard
from pilots.resources import LessonResource, StandardResource

from .access import ChangesPilot


class LessonList(ListPage):
    permission_required = ("pilots.view_pilot", "pilots.view_lesson")
    queryset = Lesson.objects.for_list()
    filterset_class = LessonFilter
    resource_class = LessonResource


class StandardList(ListPage):
    """What changes in regular purchasing (*borging*), who sees to it, and when."""

    permission_required = ("pilots.view_pilot", "pilots.view_standard")
    queryset = Standard.objects.for_list()
    filterset_class = StandardFilter
    resource_class = StandardResource


class StandardAdd(ChangesPilot, AddPage):
    """A standard comes from a lesson, and so from the lesson's pilot."""

    model, form_class = Standard, forms.StandardForm
    template_name = "pilots/row_form.html"

    @cached_property
    def lesson(self):
        return get_object_or_404(Lesson.objects.select_related("pilot"), pk=self.kwargs["pk"])

    @cached_property
    def pilot(self):
        return self.lesson.pilot

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Standard(lesson=self.lesson)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"kind": self.model._meta.verbose_name, "of": self.lesson}

    def get_success_url(self):
        return self.object.get_absolute_url()
