"""What is inside a file counts, however it is brought; what is refused loses nothing."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from boards.files.kinds import UnacceptableFile, kind_of
from boards.models import BoardPage, Paper, PaperVersion
from portal.users.models import User
from tests.paper_files import GOOD, HOSTILE, docx, pdf
from tests.papers import collection_of, upload


@pytest.mark.parametrize("name", GOOD)
def test_good_files_are_known_by_their_content(name: str) -> None:
    assert kind_of(BytesIO(GOOD[name]), name=name) == name.lower().rpartition(".")[2]


@pytest.mark.parametrize("name", HOSTILE)
def test_bad_files_are_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(UnacceptableFile) as refusal:
        kind_of(BytesIO(HOSTILE[name]), name=name)
    assert str(refusal.value).endswith((".", "?"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("html.pdf", "We cannot take this kind of file"),
        ("word.pdf", "The name ends in .pdf, but inside it is another kind of file (Word)"),
        ("big.txt", "up to 20 MB"),
        ("macro.docx", "There are macros"),
        ("password.pdf", "protected with a password"),
        ("locked.docx", "protected with a password"),
        ("half.pdf", "This file is broken"),
        ("half.docx", "This file is broken"),
        ("empty.pdf", "This file is empty"),
        ("bomb.docx", "too much packed into this file"),
        ("bomb.xlsx", "too much packed into this file"),
        ("bomb.odt", "too much packed into this file"),
        ("many.docx", "too much packed into this file"),
        ("launch.pdf", "a small program in this PDF"),
    ],
)
def test_the_sentence_says_what_is_wrong(name: str, words: str) -> None:
    with pytest.raises(UnacceptableFile, match=words.replace("(", r"\(").replace(")", r"\)")):
        kind_of(BytesIO(HOSTILE[name]), name=name)


def test_no_hostile_file_comes_in_and_good_ones_do(
    client: Client, co_chair: User, carers_board: BoardPage
) -> None:
    client.force_login(co_chair)
    for name, content in HOSTILE.items():
        answer = upload(client, carers_board, name, content)
        assert answer.status_code == 200, name
        assert answer.context["form"].errors["file"], name
        assert f'value="{name}"' in answer.content.decode(), "the title that was typed stays"
    assert not Paper.objects.exists()
    for name, content in GOOD.items():
        assert upload(client, carers_board, name, content).status_code == 302, name
    assert Paper.objects.count() == PaperVersion.objects.count() == len(GOOD)


@pytest.mark.parametrize(
    ("name", "words"),
    [("empty.pdf", "save it again"), ("big.txt", "Make its pictures smaller")],
)
def test_a_file_without_content_or_with_too_much_is_told_what_to_do(
    client: Client, co_chair: User, carers_board: BoardPage, name: str, words: str
) -> None:
    client.force_login(co_chair)
    errors = upload(client, carers_board, name, HOSTILE[name]).context["form"].errors
    assert words in errors["file"][0]


def test_a_refusal_is_one_sentence_and_the_name_is_still_looked_at(
    client: Client, co_chair: User, carers_board: BoardPage
) -> None:
    client.force_login(co_chair)
    for name, content in HOSTILE.items():
        errors = upload(client, carers_board, name, content).context["form"].errors
        assert len(errors["file"]) == 1, (name, errors)
        assert "extension" not in errors["file"][0], name
    errors = (
        upload(client, carers_board, "a.docx", HOSTILE["macro.docx"], title="")
        .context["form"]
        .errors
    )
    assert set(errors) == {"file", "title"}
    assert upload(client, carers_board, "plan.exe", pdf()).context["form"].errors["file"]


def test_several_at_once_are_looked_at_one_by_one(
    client: Client, co_chair: User, carers_board: BoardPage
) -> None:
    client.force_login(co_chair)
    address = reverse("wagtaildocs:add_multiple")
    fields = {"title": "Plan", "collection": collection_of(carers_board).pk}
    for name, content, taken in (("a.pdf", pdf(), True), ("b.pdf", HOSTILE["html.pdf"], False)):
        answer = client.post(address, fields | {"files[]": SimpleUploadedFile(name, content)})
        assert answer.json()["success"] is taken, name
    assert "We cannot take this kind of file" in answer.json()["error_message"]
    assert [version.kind for version in PaperVersion.objects.all()] == ["pdf"]
    assert PaperVersion.objects.get().added_by == co_chair


def test_the_chooser_of_an_agenda_looks_too(
    client: Client, co_chair: User, carers_board: BoardPage
) -> None:
    client.force_login(co_chair)
    address = reverse("wagtaildocs_chooser:create")
    prefix = "document-chooser-upload"
    fields = {f"{prefix}-title": "Plan", f"{prefix}-collection": collection_of(carers_board).pk}
    bad = SimpleUploadedFile("plan.docx", HOSTILE["macro.docx"])
    answer = client.post(address, fields | {f"{prefix}-file": bad})
    assert "There are macros" in answer.content.decode()
    good = SimpleUploadedFile("plan.docx", docx())
    answer = client.post(address, fields | {f"{prefix}-file": good})
    assert answer.json()["step"] == "chosen"
    assert PaperVersion.objects.get().kind == "docx"


def test_a_paper_that_is_not_for_everyone_says_why_and_until_when(
    client: Client, co_chair: User, carers_board: BoardPage
) -> None:
    client.force_login(co_chair)
    answer = upload(client, carers_board, "plan.pdf", pdf(), is_restricted="on")
    errors = answer.context["form"].errors
    assert set(errors) >= {"restricted_because", "look_again_on"}
    told = {"restricted_because": "It is about one person.", "look_again_on": "2027-01-01"}
    answer = upload(client, carers_board, "plan.pdf", pdf(), is_restricted="on", **told)
    assert answer.status_code == 302
    assert Paper.objects.get().is_restricted
