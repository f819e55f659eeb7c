"""What a pack is made of."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class MadePack:
    pdf: bytes
    pages: int


@dataclass(frozen=True)
class PackPaper:
    """A paper of an item. Of one that is not public only ``because`` and ``look_again`` are set."""

    title: str = ""
    kind: str = ""
    about: str = ""  # "Word, 34 KB, version 2"
    late: str = ""  # "Added on 3 March 2026: because …"
    address: str = ""  # where the file itself is to be had
    sha256: str = ""
    source: str = ""  # the name under which the file is stored
    is_restricted: bool = False
    because: str = ""
    look_again: str = ""


@dataclass(frozen=True)
class PackItem:
    number: int
    title: str
    about: str = ""  # "To decide, 15 minutes, Ola Penn"
    summary: tuple[tuple[str, str], ...] = ()  # ("p" | "li", words)
    money: str = ""
    papers: tuple[PackPaper, ...] = ()


@dataclass(frozen=True)
class PackContent:
    board: str
    title: str  # "Agenda for Thursday 12 March 2026"
    when: str
    place: str
    address: str  # of the agenda's page
    notice: str = ""  # that the meeting was changed or cancelled
    items: tuple[PackItem, ...] = field(default_factory=tuple)

    def papers(self) -> list[tuple[PackItem, PackPaper]]:
        """All papers in the order in which they stand in the pack."""
        return [(item, paper) for item in self.items for paper in item.papers]
