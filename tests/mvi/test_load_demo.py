from mvi.models import Organisation


def banners(client):
    return client.get("/stijlgids/").content.decode().count('class="demo-banner"')


def test_every_page_of_a_demonstration_says_so(client, login):
    login()
    Organisation.objects.create(pk=1, is_demo=True)

    assert banners(client) == 1


def test_a_real_site_has_no_banner(client, login):
    login()

    assert banners(client) == 0
