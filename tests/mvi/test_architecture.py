"""The house: imports and foreign keys point left only, and each thing has its place."""

import ast
import re
import tomllib

import pytest
from django.apps import apps
from django.conf import settings

from mvi import audit
from mvi.models import DomainModel

CHAIN = ["mvi", "strategy", "pilots", "workshops"]  # each may use itself and what stands left of it
ROOF = ("mvi/urls.py", "mvi/overview/", "mvi/demo/", "mvi/management/")  # joins the apps, so it may use all
NAMES_THAT_SAY_NOTHING = {"utils", "helpers", "common", "core", "misc", "services", "selectors", "signals"}


def sources():
    for app in CHAIN:
        for path in sorted((settings.BASE_DIR / app).rglob("*.py")):
            yield path.relative_to(settings.BASE_DIR)


def imported_apps(path):
    """The apps of ours that a file imports, wherever in the file the import stands."""
    for node in ast.walk(ast.parse((settings.BASE_DIR / path).read_bytes())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module if node.level == 0 else path.parts[0]]
        else:
            continue
        yield from {name.partition(".")[0] for name in names} & set(CHAIN)


@pytest.mark.parametrize("path", list(sources()), ids=str)
def test_imports_point_left_only(path):
    if str(path).startswith(ROOF):
        return
    allowed = CHAIN[: CHAIN.index(path.parts[0]) + 1]

    assert set(imported_apps(path)) <= set(allowed)


def test_no_app_of_ours_imports_the_roof():
    roof = {"mvi.overview", "mvi.demo", "mvi.urls"}
    found = {
        (str(path), node.module)
        for path in sources()
        if not str(path).startswith(ROOF)
        for node in ast.walk(ast.parse((settings.BASE_DIR / path).read_bytes()))
        if isinstance(node, ast.ImportFrom) and node.module and ".".join(node.module.split(".")[:2]) in roof
    }

    assert found == set()


def recorded_actions(path):
    """What a file writes in the audit trail, where it says so itself."""
    for node in ast.walk(ast.parse((settings.BASE_DIR / path).read_bytes())):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "audit.record":
            yield from (part.value for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant))


def test_the_audit_trail_has_words_for_what_was_done():
    said = {action for path in sources() for action in recorded_actions(path)}

    assert said - audit.ACTIONS.keys() == set()


def test_foreign_keys_point_left_only():
    wrong = [
        str(field)
        for app in CHAIN
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model._meta.app_label in CHAIN
        if CHAIN.index(field.related_model._meta.app_label) > CHAIN.index(app)
    ]

    assert wrong == []


def test_nothing_is_named_for_nothing():
    assert [str(path) for path in sources() if NAMES_THAT_SAY_NOTHING & set(path.with_suffix("").parts)] == []


def test_migrations_have_names_that_say_something():
    names = [path.stem for path in sources() if path.parent.name == "migrations" and path.stem != "__init__"]

    assert [name for name in names if name.split("_")[1] in {"alter", "auto", "rename"}] == []


def test_every_dependency_says_why_it_is_there():
    lines = (settings.BASE_DIR / "pyproject.toml").read_text().splitlines()
    project = tomllib.loads("\n".join(lines))["project"]
    wanted = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    unexplained = [name for name in wanted if not any(f'"{name}"' in line and "# " in line for line in lines)]

    assert unexplained == []


def test_the_lock_file_names_no_registry():
    assert "://" not in (settings.BASE_DIR / "requirements.lock").read_text()


def test_the_map_of_the_folders_in_the_readme_is_true():
    readme = (settings.BASE_DIR / "README.md").read_text()
    folders = {path.name for path in settings.BASE_DIR.iterdir() if path.is_dir() and not path.name.startswith(".")}
    folders -= {"node_modules", "var"}

    assert [name for name in sorted(folders) if f"{name}/" not in readme] == []


def test_every_domain_model_counts_versions_and_keeps_history():
    forgetful = [
        model.__name__
        for app in CHAIN
        for model in apps.get_app_config(app).get_models()
        if issubclass(model, DomainModel) and not hasattr(model, "pgh_tracked_model")
        if not hasattr(model, "events") or "count_version" not in {trigger.name for trigger in model._meta.triggers}
    ]

    assert forgetful == []


def test_the_readme_names_every_variable_that_the_settings_read_and_no_other():
    settings_file = (settings.BASE_DIR / "mvi" / "settings.py").read_text()
    read = set(re.findall(r"""(?:env_flag|env_list|environ\.get)\(\s*"([A-Z_]+)\"""", settings_file))
    table = (settings.BASE_DIR / "README.md").read_text().partition("| variable |")[2].partition("###")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]

    assert {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)} == read


def test_the_pictures_of_the_readme_are_there():
    readme = (settings.BASE_DIR / "README.md").read_text()

    assert [
        path for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme) if not (settings.BASE_DIR / path).exists()
    ] == []
