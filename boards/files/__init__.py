"""Files that come in: of which kinds, and what they may hold. Pure: no Django, no database."""
