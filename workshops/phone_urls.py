"""The addresses that people get in the room: short, and without an account."""

from django.urls import path

from workshops.views import invitations, phone, pulse

app_name = "phone"

urlpatterns = [
    path("", phone.enter, name="enter"),
    path("uitnodiging/<str:signed>/", invitations.rsvp, name="invitation"),
    path("puls/<str:signed>/", pulse.mailed_pulse, name="pulse-link"),
    path("puls/<str:signed>/afmelden/", pulse.stop_mails, name="pulse-stop"),
    path("<slug:code>/", phone.session, name="session"),
    path("<slug:code>/bijdrage/", phone.tell, name="tell"),
    path("<slug:code>/stem/", phone.give, name="give"),
    path("<slug:code>/puls/", phone.answer_the_pulse, name="pulse"),
    path("<slug:code>/intrekken/", phone.take_back, name="take-back"),
    path("<slug:code>/stap/", phone.part, name="part"),
    path("<slug:code>/stand/", phone.news, name="news"),
]
