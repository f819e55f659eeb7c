"""Who can sign in to the demonstration. Made-up people, one password, not for the internet."""

from dataclasses import dataclass

PASSWORD = "brackenford-demo"  # printed on the screen by `make demo`: not a secret


@dataclass(frozen=True)
class DemoAccount:
    """An account: who it is, and for which board (its slug), if for one."""

    username: str
    who: str
    board: str = ""
    is_officer: bool = False
    is_superuser: bool = False


ACCOUNTS = (
    DemoAccount(
        "chair", "co-chair of the Learning Disability Partnership Board", "learning-disability"
    ),
    DemoAccount("secretary", "secretary of the Carers Partnership Board", "carers"),
    DemoAccount("officer", "council officer who looks after the charter", is_officer=True),
    DemoAccount("admin", "looks after the whole site, reads the sent mail", is_superuser=True),
)
