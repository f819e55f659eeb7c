from easyread.models.format_requests import FormatRequest
from easyread.models.glossary import GlossaryTerm
from easyread.models.pages import ContentPage, EasyReadablePage, EasyReadPage
from easyread.models.pictures import MissingPicture, Picture, PictureMark
from easyread.models.records import EasyReadFile, EasyReadRecord, ReadersAnswer, ReadersCheck
from easyread.models.words import Abbreviation, AllowedWord

__all__ = [
    "Abbreviation",
    "AllowedWord",
    "ContentPage",
    "EasyReadFile",
    "EasyReadPage",
    "EasyReadRecord",
    "EasyReadablePage",
    "FormatRequest",
    "GlossaryTerm",
    "MissingPicture",
    "Picture",
    "PictureMark",
    "ReadersAnswer",
    "ReadersCheck",
]
