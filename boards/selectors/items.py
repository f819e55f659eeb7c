"""The numbers of items."""

from boards.models import ActionPoint


def number_of_item(action: ActionPoint) -> int | None:
    """Of the item of the minutes under which the action was agreed; None where it is no longer in
    the text. Two queries."""
    for number, item in action.minutes.numbered_items():
        if any(str(block.id) == str(action.block_id) for block in item.value["content"]):
            return number
    return None
