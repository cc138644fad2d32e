"""A browser for the tests that need one."""

from tests.page.conftest import chromium, screenshots

__all__ = ["chromium", "screenshots"]
