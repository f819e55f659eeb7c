"""What agendas and minutes are made of."""

from boards.blocks.agenda import AgendaBlock
from boards.blocks.minutes import MinutesBlock

__all__ = ["AgendaBlock", "MinutesBlock"]
