from easyread.models.glossary import GlossaryTerm
from easyread.models.pages import ContentPage, EasyReadablePage, EasyReadPage
from easyread.models.pictures import Picture
from easyread.models.requests import FormatRequest

__all__ = [
    "ContentPage",
    "EasyReadPage",
    "EasyReadablePage",
    "FormatRequest",
    "GlossaryTerm",
    "Picture",
]
