"""Every noun of ours with its factory, for the tests that look at all of them at once."""

from django.apps import apps
from factory.django import DjangoModelFactory

from mvi.models import DomainModel
from tests.factories import mvi, pilots, strategy, workshops

FACTORIES = {
    found._meta.model: found
    for module in (mvi, strategy, pilots, workshops)
    for found in vars(module).values()
    if isinstance(found, type) and issubclass(found, DjangoModelFactory) and found._meta.model
}
NOUNS = [model for model in apps.get_models() if issubclass(model, DomainModel)]


def permission(verb, model):
    """The full name of a permission, such as “pilots.view_pilot”."""
    return f"{model._meta.app_label}.{verb}_{model._meta.model_name}"


def admin_page(name, model):
    return f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}"


def facts(row):
    """All that the table keeps of a row, by column."""
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
