"""The addresses of the knowledge cards."""

from django.urls import path

from strategy.views import knowledge

app_name = "knowledge"

urlpatterns = [
    path("", knowledge.KnowledgeCards.as_view(), name="list"),
    path("<slug:slug>/", knowledge.KnowledgeCardPage.as_view(), name="card"),
]
