"""Looking into a site, and preparing it, from a process of its own."""

from tests.services.processes import Portal


def run_inside(site: Portal, call: str) -> str:
    """Call a function of `tests.browser.addresses` on the data of ``site``: what it wrote."""
    words = f"from tests.browser import addresses; addresses.{call}"
    done = site.manage("shell", "--no-imports", "-c", words)
    assert done.returncode == 0, done.stderr
    return done.stdout
