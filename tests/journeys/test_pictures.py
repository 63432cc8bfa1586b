"""Pictures of the documentation, taken from the application itself; `make pictures` keeps them."""

import os

import pytest
from django.conf import settings
from django.core.management import call_command

from mvi.models import User

PICTURES = {"overview": "/"}  # name in docs/images → page


@pytest.mark.parametrize("name", PICTURES)
def test_the_page_can_be_shown_to_a_mayor(page, log_in, transactional_db, tmp_path, name):
    call_command("load_demo", verbosity=0)
    log_in(page, User.objects.get(email="beleidsadviseur@demo.example"))
    page.goto(PICTURES[name])
    folder = settings.BASE_DIR / "docs" / "images" if os.environ.get("KEEP_PICTURES") else tmp_path

    page.screenshot(path=folder / f"{name}.png")

    assert page.get_by_role("heading", level=1).inner_text() == "Overzicht"
    assert (folder / f"{name}.png").stat().st_size < 250_000
