from django.urls import path

from portal.mailbox import views

app_name = "mailbox"
urlpatterns = [
    path("", views.sent_mail, name="sent_mail"),
    path("<slug:name>/", views.mail, name="mail"),
]
