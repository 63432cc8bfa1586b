"""Sending a spreadsheet: look first, then all good rows or nothing, and back again while nobody changed a thing."""

import pghistory
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from tablib import Dataset

from mvi.models import AuditEvent, ImportStatus, SheetImport
from mvi.sheets import actions, files, reader
from mvi.sheets.labels import Labels
from pilots.models import Pilot, PilotTheme
from strategy.models import Theme
from strategy.resources import ThemeResource
from tests.factories.mvi import UserFactory
from tests.factories.pilots import PilotFactory, PilotThemeFactory
from tests.factories.strategy import GoalFactory, StrategyFactory, ThemeFactory
from tests.factories.workshops import ContributionFactory
from workshops.models import Session

START = "admin:strategy_theme_import"
LOOK = "admin:strategy_theme_import_look"


def csv(text, name="themas.csv"):
    return SimpleUploadedFile(name, text.encode())


@pytest.fixture
def administrator(login):
    return login(is_staff=True, is_superuser=True)


@pytest.fixture
def send(client, administrator):
    """Send a file for the themes (or another noun), and give the page that follows."""

    def send_file(text, noun="strategy_theme", name="themas.csv"):
        response = client.post(reverse(f"admin:{noun}_import"), {"file": csv(text, name)})
        assert response.status_code == 302, response.context["form"].errors
        return response.url

    return send_file


def test_nothing_changes_before_somebody_says_so_and_then_all_of_it(client, send, administrator):
    theme = ThemeFactory(name="Circulair", level=1)
    strategy = theme.strategy.title
    address = send(f"Strategie;Naam;Niveau\n{strategy};Circulair;3\n{strategy};Water;2\n")

    page = client.get(address)

    assert page.context["totals"] == {"new": 1, "update": 1, "delete": 0, "skip": 0, "error": 0, "invalid": 0}
    assert page.context["report"]["rows"]["update"] == [
        {
            "number": 2,
            "label": f"{strategy} › Circulair",
            "changes": [["Niveau", "1 · basis", "3 · ambitieus"]],
            "messages": [],
        }
    ]
    assert not Theme.objects.filter(name="Water").exists()

    client.post(address, {"verb": "import"})

    assert dict(Theme.objects.values_list("name", "level")) == {"Circulair": 3, "Water": 2}
    event = AuditEvent.objects.get(action="import")
    assert (event.actor, event.object_type) == (administrator, "strategy.theme")
    assert event.details == {"file": "themas.csv", "new": 1, "changed": 1, "same": 0, "left_out": 0}
    assert bytes(SheetImport.objects.get().content) == b""
    assert theme.events.latest("pgh_id").pgh_context.metadata["user"] == administrator.pk


def test_an_earlier_import_is_found_again_to_undo_it(client, send):
    address = send(f"Strategie;Naam\n{StrategyFactory().title};Water\n", name="mijn themas.csv")
    assert not client.get(reverse(START)).context["earlier"]
    client.post(address, {"verb": "import"})

    page = client.get(reverse(START))

    assert [str(sent) for sent in page.context["earlier"]] == ["mijn themas.csv"]
    assert f'<a href="{address}">mijn themas.csv</a>' in page.content.decode()
    client.post(address, {"verb": "undo"})
    assert [sent.status for sent in client.get(reverse(START)).context["earlier"]] == [ImportStatus.UNDONE]


def test_the_same_file_twice_changes_nothing(client, send):
    text = f"Strategie;Naam\n{StrategyFactory().title};Water\n"
    client.post(send(text), {"verb": "import"})

    page = client.get(send(text))

    assert (page.context["totals"]["skip"], page.context["totals"]["new"]) == (1, 0)
    assert "Dit bestand importeren zou niets veranderen." in page.content.decode()


def test_only_good_rows_or_nothing(client, send):
    address = send(f"Strategie;Naam\n{StrategyFactory().title};Water\nOnbekend;Lucht\n")
    assert "Alleen de goede rijen importeren" in client.get(address).content.decode()

    client.post(address, {"verb": "import"})
    assert not Theme.objects.exists()

    client.post(address, {"verb": "import", "only_good": "1"})
    assert [theme.name for theme in Theme.objects.all()] == ["Water"]
    assert AuditEvent.objects.get(action="import").details["left_out"] == 1


def test_an_import_is_not_done_twice(client, send):
    address = send(f"Strategie;Naam\n{StrategyFactory().title};Water\n")
    client.post(address, {"verb": "import"})

    page = client.post(address, {"verb": "import"}, follow=True)

    assert [str(message) for message in page.context["messages"]][-1] == "Dit bestand is al geïmporteerd."


def test_what_changed_after_the_dry_run_is_shown_again_first(client, send):
    theme = ThemeFactory(name="Circulair", level=1)
    address = send(f"Strategie;Naam;Niveau\n{theme.strategy.title};Circulair;3\n")
    Theme.objects.update(level=2)

    page = client.post(address, {"verb": "import"}, follow=True)

    assert [str(message) for message in page.context["messages"]] == [
        "Er is intussen iets veranderd. Kijk opnieuw wat er zou gebeuren."
    ]
    assert page.context["report"]["rows"]["update"][0]["changes"] == [["Niveau", "2 · significant", "3 · ambitieus"]]
    assert Theme.objects.get().level == 2
    client.post(address, {"verb": "import"})
    assert Theme.objects.get().level == 3


def test_other_headings_are_mapped_on_screen_and_kept_for_the_next_file(client, send):
    text = f"Strategie;Naam thema;Kleurtje\n{StrategyFactory().title};Water;x\n"
    address = send(text)

    page = client.get(address)

    assert page.context["report"]["errors"] == [
        "“Naam thema” is geen kop van thema’s.",
        "“Kleurtje” is geen kop van thema’s.",
        "De kolom “Naam” ontbreekt.",
    ]
    assert [field.initial for field in page.context["form"].fields.values()] == ["strategy", "name", "colour"]
    client.post(address, {"verb": "map", "heading_0": "strategy", "heading_1": "name", "heading_2": ""})
    assert client.get(address).context["totals"]["new"] == 1

    again = client.get(send(text))

    assert (again.context["report"]["errors"], again.context["totals"]["new"]) == ([], 1)


def test_two_headings_for_one_column_are_refused(client, send):
    address = send(f"Strategie;Naam thema\n{StrategyFactory().title};Water\n")

    page = client.post(address, {"verb": "map", "heading_0": "name", "heading_1": "name"})

    assert page.context["form"].errors == {
        "heading_0": ["Deze kolom is bij twee koppen gekozen."],
        "heading_1": ["Deze kolom is bij twee koppen gekozen."],
    }


def test_a_verb_that_is_none_shows_the_page(client, send):
    address = send(f"Strategie;Naam\n{StrategyFactory().title};Water\n")

    assert client.post(address, {"verb": "?"}).status_code == 200


def test_a_whole_import_is_undone(client, send, administrator):
    link = PilotThemeFactory(pilot__name="Oud", level=3)
    other = ThemeFactory()
    PilotFactory(name="Blijft", ambition="Zo was het")
    address = send(
        f"Naam;Ambitie;Thema's\nOud;Nieuw;{other.name}\nBlijft;Anders;\nErbij;;{other.name}\n", "pilots_pilot"
    )
    client.post(address, {"verb": "import"})
    assert Pilot.objects.count() == 3
    assert Pilot.objects.get(name="Blijft").ambition == "Anders"

    page = client.post(address, {"verb": "undo"}, follow=True)

    assert [str(message) for message in page.context["messages"]][-1] == "De import is ongedaan gemaakt."
    assert dict(Pilot.objects.values_list("name", "ambition")) == {"Oud": "", "Blijft": "Zo was het"}
    assert list(PilotTheme.objects.values_list("pk", "pilot", "theme", "level")) == [
        (link.pk, link.pilot_id, link.theme_id, 3)
    ]
    assert AuditEvent.objects.filter(action="undo_import", actor=administrator).exists()
    assert client.post(address, {"verb": "undo"}, follow=True).context["messages"]


@pytest.mark.parametrize("change", ["changed", "removed", "relied on"])
def test_an_import_on_which_somebody_worked_on_is_not_undone(client, send, change):
    theme = ThemeFactory(name="Circulair")
    address = send(f"Strategie;Naam;Niveau\n{theme.strategy.title};Circulair;3\n{theme.strategy.title};Water;1\n")
    client.post(address, {"verb": "import"})
    with pghistory.context(of="somebody else"):
        if change == "changed":
            Theme.objects.filter(name="Circulair").update(level=2)
        elif change == "removed":
            Theme.objects.filter(name="Water").delete()
        else:
            GoalFactory(theme=Theme.objects.get(name="Water"))

    page = client.post(address, {"verb": "undo"}, follow=True)

    assert "Dit kan niet meer ongedaan worden gemaakt" in str(list(page.context["messages"])[-1])
    assert SheetImport.objects.get().status == ImportStatus.DONE
    assert Theme.objects.get(name="Circulair").level == (2 if change == "changed" else 3)


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"%PDF-1.7", "x.csv", "Dit is geen rekenblad dat wij kunnen lezen. Stuur xlsx, xlsm, ods, csv of json."),
        (b"naam;x\n", "x.xlsx", "Dit bestand heet .xlsx, maar de inhoud is csv. Geef het eerst de juiste naam."),
        (reader.OLE2, "x.xlsx", files.refusal("password")),
        (b"   ", "x.csv", "Dit bestand is leeg."),
        (b"{}", "x.json", "Dit bestand is leeg."),
        (b"PK\x03\x04", "x.xlsx", files.refusal("damaged")),
        (b"[" * 100, "x.json", files.refusal("damaged")),
    ],
)
def test_what_is_no_good_file_is_refused_beside_the_field(client, administrator, data, name, message):
    response = client.post(reverse(START), {"file": SimpleUploadedFile(name, data)})

    assert [str(error) for error in response.context["form"].errors["file"]] == [str(message)]
    assert not SheetImport.objects.exists()


def test_a_file_that_is_too_large_is_refused(client, administrator, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 1024**2)

    response = client.post(reverse(START), {"file": csv("x" * (1024**2 + 1))})

    assert response.context["form"].errors["file"] == ["Dit bestand is groter dan 1 MB."]


def test_a_file_that_takes_too_long_is_refused(client, administrator, monkeypatch):
    monkeypatch.setattr(files, "SECONDS", 0.000_1)

    response = client.post(reverse(START), {"file": csv("naam\n")})

    assert response.context["form"].errors["file"] == [files.refusal("too_large")]


def test_a_file_of_somebody_else_is_not_found(client, administrator):
    theirs = SheetImport.objects.create(noun="strategy.theme", content=b"x", by=UserFactory())

    assert client.get(reverse(LOOK, args=[theirs.pk])).status_code == 404


def test_looking_needs_the_permission_too(client, login):
    user = login("strategy.view_theme", is_staff=True)
    sent = SheetImport.objects.create(noun="strategy.theme", content=b"x", by=user)

    assert client.get(reverse(LOOK, args=[sent.pk])).status_code == 403


def test_the_page_says_which_columns_there_are_and_gives_an_empty_file(client, administrator):
    page = client.get(reverse(START))
    empty = client.get(reverse("admin:strategy_theme_import_template"))

    assert [column["heading"] for column in page.context["columns"]] == list(ThemeResource().headings().values())
    assert empty["Content-Disposition"] == 'attachment; filename="themas.xlsx"'
    assert files.read(empty.content)[""].headers == list(ThemeResource().headings().values())


def test_the_sheet_with_the_name_of_the_noun_is_taken(administrator):
    strategy = StrategyFactory()
    sheets = {
        "Leeswijzer": ThemeResource().template(),
        "Thema’s": Dataset([strategy.title, "Water"], headers=["Strategie", "Naam"]),
    }
    file = SimpleUploadedFile("alles.xlsx", files.Xlsx().write(sheets))

    sent = actions.receive(resource=ThemeResource(), file=file, by=administrator)
    actions.look(sheet_import=sent, resource=ThemeResource())

    assert (sent.report["totals"]["new"], str(sent)) == (1, "alles.xlsx")


def test_files_that_were_never_imported_are_thrown_away_after_a_week(administrator):
    old = SheetImport.objects.create(noun="strategy.theme", content=b"x", by=administrator)
    SheetImport.objects.filter(pk=old.pk).update(at=timezone.now() - actions.KEPT * 2)

    actions.receive(resource=ThemeResource(), file=csv("Strategie;Naam\n"), by=administrator)

    assert not SheetImport.objects.filter(pk=old.pk).exists()


def test_a_long_list_of_rows_is_cut_off_on_the_screen(client, send, monkeypatch):
    monkeypatch.setattr(actions, "MOST_SHOWN", 1)
    strategy = StrategyFactory().title

    page = client.get(send(f"Strategie;Naam\n{strategy};Water\n{strategy};Lucht\n"))

    assert len(page.context["report"]["rows"]["new"]) == 1
    assert "De eerste 1 van 2." in page.content.decode()


def test_changed_stories_are_not_undone_because_no_history_keeps_them(client, send):
    story = ContributionFactory(text="Ooit", kind="story")
    address = send(f"Sessie;Tekst;Soort\n{Labels(Session).of(story.session_id)};Ooit;idee\n", "workshops_contribution")
    client.post(address, {"verb": "import"})

    page = client.post(address, {"verb": "undo"}, follow=True)

    assert "geen volledige geschiedenis" in str(list(page.context["messages"])[-1])
    story.refresh_from_db()
    assert story.kind == "idea"
    assert "Ooit" not in str(SheetImport.objects.get().report)


def test_days_and_amounts_that_change_are_shown_as_people_write_them(client, send):
    PilotFactory(name="Bermen", estimate=1000, starts_on="2026-03-12")
    content = "Naam;Raming (€);Begint op\nBermen;250.000,50;2027-01-01\n"

    page = client.get(send(content, noun="pilots_pilot", name="pilots.csv"))

    assert page.context["report"]["rows"]["update"][0]["changes"] == [
        ["Raming (€)", "1.000", "250.000,5"],
        ["Begint op", "12 maart 2026", "1 januari 2027"],
    ]
