"""Addresses below /strategie/."""

from django.urls import include, path

from strategy.models import Action, Goal, Theme
from strategy.views import (
    action_plan,
    actions,
    consultations,
    core_values,
    editions,
    frameworks,
    goals,
    indicators,
    mails,
    order,
    ownership,
    quality,
    strategies,
    themes,
)

app_name = "strategy"

strategy_pages = [
    path("", strategies.strategy, name="strategy"),
    path("alle/", strategies.StrategyList.as_view(), name="strategy-list"),
    path("nieuw/", strategies.StrategyAdd.as_view(), name="strategy-add"),
    path("<int:pk>/", strategies.strategy_detail, name="strategy-detail"),
    path("<int:pk>/wijzigen/", strategies.StrategyChange.as_view(), name="strategy-change"),
    path("<int:pk>/verwijderen/", strategies.StrategyRemove.as_view(), name="strategy-remove"),
    path("<int:pk>/huidig/", strategies.StrategyMakeCurrent.as_view(), name="strategy-make-current"),
    path("<int:pk>/geschiedenis/", strategies.StrategyHistory.as_view(), name="strategy-history"),
    path("<int:pk>/vaststellen/", editions.strategy_adopt, name="strategy-adopt"),
    path("<int:pk>/vergelijken/", editions.strategy_compare, name="strategy-compare"),
    path("<int:pk>/terugkijken/", editions.strategy_as_of, name="strategy-as-of"),
    path("<int:pk>/actieplan/", action_plan.action_plan_page, name="action-plan"),
    path("<int:pk>/kwaliteit/", quality.quality_page, name="quality"),
    path("edities/<int:pk>/", editions.EditionDetail.as_view(), name="edition-detail"),
]
consultation_pages = [
    path("", consultations.ConsultationList.as_view(), name="consultation-list"),
    path("nieuw/", consultations.ConsultationAdd.as_view(), name="consultation-add"),
    path("<int:pk>/", consultations.ConsultationDetail.as_view(), name="consultation-detail"),
    path("<int:pk>/wijzigen/", consultations.ConsultationChange.as_view(), name="consultation-change"),
    path("<int:pk>/sluiten/", consultations.ConsultationClose.as_view(), name="consultation-close"),
    path("<int:pk>/geschiedenis/", consultations.ConsultationHistory.as_view(), name="consultation-history"),
    path("<int:pk>/opmerking/<str:subject>/", consultations.RemarkAdd.as_view(), name="remark-add"),
    path("opmerkingen/<int:pk>/", consultations.RemarkAnswer.as_view(), name="remark-answer"),
]
core_value_pages = [
    path("", core_values.CoreValueList.as_view(), name="core-value-list"),
    path("nieuw/", core_values.CoreValueAdd.as_view(), name="core-value-add"),
    path("<int:pk>/", core_values.CoreValueDetail.as_view(), name="core-value-detail"),
    path("<int:pk>/wijzigen/", core_values.CoreValueChange.as_view(), name="core-value-change"),
    path("<int:pk>/verwijderen/", core_values.CoreValueRemove.as_view(), name="core-value-remove"),
    path("<int:pk>/archiveren/", core_values.CoreValueArchive.as_view(), name="core-value-archive"),
    path("<int:pk>/plaats/", order.move_core_value, name="core-value-move"),
    path("<int:pk>/geschiedenis/", core_values.CoreValueHistory.as_view(), name="core-value-history"),
]
theme_pages = [
    path("", themes.ThemeList.as_view(), name="theme-list"),
    path("nieuw/", themes.ThemeAdd.as_view(), name="theme-add"),
    path("<int:pk>/", themes.ThemeDetail.as_view(), name="theme-detail"),
    path("<int:pk>/wijzigen/", themes.ThemeChange.as_view(), name="theme-change"),
    path("<int:pk>/verwijderen/", themes.ThemeRemove.as_view(), name="theme-remove"),
    path("<int:pk>/archiveren/", themes.ThemeArchive.as_view(), name="theme-archive"),
    path("<int:pk>/plaats/", order.move_theme, name="theme-move"),
    path("<int:pk>/geschiedenis/", themes.ThemeHistory.as_view(), name="theme-history"),
    path("<int:pk>/eigenaar/", ownership.answer, {"model": Theme}, name="theme-answer"),
]
framework_pages = [
    path("kaders/", frameworks.FrameworkList.as_view(), name="framework-list"),
    path("themas/<int:pk>/kaders/", frameworks.theme_frameworks, name="theme-frameworks"),
]
goal_pages = [
    path("", goals.GoalList.as_view(), name="goal-list"),
    path("nieuw/", goals.GoalAdd.as_view(), name="goal-add"),
    path("<int:pk>/", goals.GoalDetail.as_view(), name="goal-detail"),
    path("<int:pk>/wijzigen/", goals.GoalChange.as_view(), name="goal-change"),
    path("<int:pk>/verwijderen/", goals.GoalRemove.as_view(), name="goal-remove"),
    path("<int:pk>/archiveren/", goals.GoalArchive.as_view(), name="goal-archive"),
    path("<int:pk>/plaats/", order.move_goal, name="goal-move"),
    path("<int:pk>/geschiedenis/", goals.GoalHistory.as_view(), name="goal-history"),
    path("<int:pk>/eigenaar/", ownership.answer, {"model": Goal}, name="goal-answer"),
    path("<int:pk>/stand/", goals.goal_status, name="goal-status"),
    path("<int:pk>/indicatoren/nieuw/", indicators.IndicatorAdd.as_view(), name="indicator-add"),
]
indicator_pages = [
    path("indicatoren/<int:pk>/wijzigen/", indicators.IndicatorChange.as_view(), name="indicator-change"),
    path("indicatoren/<int:pk>/verwijderen/", indicators.IndicatorRemove.as_view(), name="indicator-remove"),
    path("indicatoren/<int:pk>/metingen/nieuw/", indicators.MeasurementAdd.as_view(), name="measurement-add"),
    path("indicatoren/<int:pk>/tussendoelen/nieuw/", indicators.InterimTargetAdd.as_view(), name="interim-target-add"),
    path("tussendoelen/<int:pk>/wijzigen/", indicators.InterimTargetChange.as_view(), name="interim-target-change"),
    path("tussendoelen/<int:pk>/verwijderen/", indicators.InterimTargetRemove.as_view(), name="interim-target-remove"),
    path("indicatoren/<int:pk>/geen-wijziging/", indicators.no_change, name="measurement-repeat"),
    path("metingen/<int:pk>/wijzigen/", indicators.MeasurementChange.as_view(), name="measurement-change"),
    path("metingen/<int:pk>/verwijderen/", indicators.MeasurementRemove.as_view(), name="measurement-remove"),
]
action_pages = [
    path("", actions.ActionList.as_view(), name="action-list"),
    path("nieuw/", actions.ActionAdd.as_view(), name="action-add"),
    path("<int:pk>/", actions.ActionDetail.as_view(), name="action-detail"),
    path("<int:pk>/wijzigen/", actions.ActionChange.as_view(), name="action-change"),
    path("<int:pk>/verwijderen/", actions.ActionRemove.as_view(), name="action-remove"),
    path("<int:pk>/geschiedenis/", actions.ActionHistory.as_view(), name="action-history"),
    path("<int:pk>/eigenaar/", ownership.answer, {"model": Action}, name="action-answer"),
]

urlpatterns = [
    *strategy_pages,
    path("mails/", mails.MailList.as_view(), name="mail-list"),
    path("antwoord/<str:signed>/", mails.mailed_link, name="mailed-link"),
    path("van-mij/", ownership.mine, name="mine"),
    path("consultaties/", include(consultation_pages)),
    path("kernwaarden/", include(core_value_pages)),
    path("themas/", include(theme_pages)),
    *framework_pages,
    path("doelen/", include(goal_pages)),
    path("acties/", include(action_pages)),
    *indicator_pages,
]
