"""Old Word files and OpenDocument texts are read as their .docx twins are, or plainly refused."""

from __future__ import annotations

import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from boards import libreoffice
from boards.word_reader import UnreadableWordFile, converting, read_word, refusals

Make = Callable[..., BytesIO]
CONTENT = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>{}</office:text>
 </office:body></office:document-content>"""

installed = pytest.mark.office


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableWordFile) as caught:
        read_word(BytesIO(data))
    return str(caught.value)


def odt(body: str, **more: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", CONTENT.format(body))
        for name, content in more.items():
            archive.writestr(name.replace("__", "/").replace("_x", ".xml"), content)
    return out.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


@pytest.fixture
def saved_as(make_word: Make, folder: Path) -> Callable[[str], bytes]:
    """The same minutes as LibreOffice saves them in another format; asked for once a format."""

    def save(kind: str) -> bytes:
        made = folder / f"minutes.{kind}"
        if not made.exists():
            source = folder / "minutes.docx"
            source.write_bytes(_minutes(make_word).getvalue())
            program = libreoffice.office_program()
            assert program is not None
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            subprocess.run(
                [program, profile, "--headless", "--convert-to", kind, "--outdir", folder, source],
                check=True, capture_output=True, timeout=120,
            )  # fmt: skip
        return made.read_bytes()

    return save


def _minutes(make_word: Make) -> BytesIO:
    return make_word(
        "Present: Ann Lee (AL), Bo Marsh (BM)",
        ("b", "1. Welcome"), "Ann welcomed everybody.",
        ("b", "2. Buses"), "Action: BM to ring the bus company by 1 May 2026.",
    )  # fmt: skip


@installed
@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_it_is_read_as_the_docx_is(
    kind: str, saved_as: Callable[[str], bytes], make_word: Make
) -> None:
    data = saved_as(kind)
    told = read_word(_minutes(make_word))
    assert read_word(BytesIO(data), file_name=f"MINUTES.{kind.upper()}") == told
    assert [one.action.owner for one in told.actions] == ["BM"]


@installed
def test_the_content_counts_and_not_the_name(
    saved_as: Callable[[str], bytes], folder: Path
) -> None:
    misnamed = folder / "really-old.docx"
    misnamed.write_bytes(saved_as("doc"))
    assert len(read_word(misnamed).items) == 2


@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_without_libreoffice_the_way_out_is_said(
    kind: str, saved_as: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = saved_as(kind) if libreoffice.office_program() else odt("<text:p>Board</text:p>")
    kind = kind if libreoffice.office_program() else "odt"
    monkeypatch.setattr(libreoffice, "_PROGRAMS", ("no-such-office",))
    assert refusal(data) == (
        f"This machine cannot read .{kind} files. Open the file in Word or LibreOffice, "
        "save it as .docx and bring that."
    )


@installed
def test_a_conversion_that_takes_too_long_is_stopped(
    saved_as: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = saved_as("odt")
    assert read_word(BytesIO(data)).items
    monkeypatch.setattr(converting, "SECONDS", 0.01)
    assert refusal(data) == refusals.NOT_CONVERTED.format(kind=".odt")


@installed
def test_a_password_and_macros_in_an_old_word_file_are_seen(
    saved_as: Callable[[str], bytes],
) -> None:
    data = saved_as("doc")
    assert read_word(BytesIO(data)).items
    text = data.index(b"\xec\xa5", 512)  # where the text's own header begins
    flags = data[text + 11] | 0x01
    assert refusal(data[: text + 11] + bytes([flags]) + data[text + 12 :]) == refusals.LOCKED
    name = "CompObj".encode("utf-16-le")
    entry = data.index(name) - 2  # a control character stands before the name
    renamed = "Macros".encode("utf-16-le").ljust(64, b"\0") + (14).to_bytes(2, "little")
    assert refusal(data[:entry] + renamed + data[entry + 66 :]) == refusals.MACROS


@installed
def test_an_old_word_file_that_breaks_off_is_never_a_traceback(
    saved_as: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = saved_as("doc")
    monkeypatch.setattr(libreoffice, "_PROGRAMS", ("no-such-office",))
    for end in range(8, len(data), 211):
        assert refusal(data[:end]).endswith(".")
    for at in range(8, len(data), 97):
        assert refusal(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]).endswith(".")


def test_a_password_and_macros_in_an_opendocument_text_are_seen() -> None:
    text = "<text:p>Board</text:p>"
    locked = odt(text, **{"META-INF__manifest_x": "<manifest:encryption-data/>"})
    assert refusal(locked) == refusals.LOCKED
    assert refusal(odt(text, Basic__Standard__Module1_x="Sub Main")) == refusals.MACROS
    assert refusal(odt(text, Scripts__python__a="import os")) == refusals.MACROS


def test_an_opendocument_text_that_is_broken_or_a_bomb_is_refused() -> None:
    assert refusal(odt("<text:p>")) == refusals.DAMAGED
    assert refusal(odt("<text:p/>")[:-60]) == refusals.DAMAGED
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", b" " * (60 * 1024 * 1024))
    assert refusal(out.getvalue()) == refusals.TOO_MUCH


@installed
def test_a_linked_file_of_the_machine_is_not_read_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret of the machine")
    link = f'<text:section-source xlink:href="{secret.as_uri()}"/>'
    body = (
        f'<text:p>Board</text:p><text:section text:name="a">{link}<text:p>B</text:p></text:section>'
    )
    assert read_word(BytesIO(odt(body))).source == ("Board", "B")


@installed
def test_nothing_stays_behind(
    saved_as: Callable[[str], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = saved_as("odt")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert read_word(BytesIO(data)).items
    assert list(tmp_path.iterdir()) == []
