from django.urls import path

from easyread.views.admin import checking, drafts, pictures, readers, report, words

app_name = "easyread_admin"
urlpatterns = [
    path("", report.report, name="report"),
    path("check/", checking.check, name="check"),
    path("pictures/used/", pictures.use_picture, name="use_picture"),
    path("pictures/kept/", pictures.keep_picture, name="keep_picture"),
    path("pictures/missed/", pictures.miss_picture, name="miss_picture"),
    path("pictures/missing/", pictures.missing_pictures, name="missing_pictures"),
    path("words/", words.words_in_use, name="words"),
    path("words/allow/", words.allow, name="allow_word"),
    path("words/count/", words.count_again, name="count_words"),
    path("<key:page_id>/start/", drafts.start, name="start"),
    path("<key:page_id>/changes/", drafts.changes, name="changes"),
    path("<key:page_id>/readers/", readers.check_with_readers, name="readers"),
]
