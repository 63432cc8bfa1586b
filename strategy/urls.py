"""Addresses below /strategie/."""

from django.urls import include, path

from strategy.views import strategies, themes

app_name = "strategy"

theme_pages = [
    path("", themes.ThemeList.as_view(), name="theme-list"),
    path("nieuw/", themes.ThemeAdd.as_view(), name="theme-add"),
    path("<int:pk>/", themes.ThemeDetail.as_view(), name="theme-detail"),
    path("<int:pk>/wijzigen/", themes.ThemeChange.as_view(), name="theme-change"),
    path("<int:pk>/verwijderen/", themes.ThemeRemove.as_view(), name="theme-remove"),
    path("<int:pk>/archiveren/", themes.ThemeArchive.as_view(), name="theme-archive"),
    path("<int:pk>/geschiedenis/", themes.ThemeHistory.as_view(), name="theme-history"),
]

urlpatterns = [
    path("", strategies.strategy, name="strategy"),
    path("themas/", include(theme_pages)),
]
