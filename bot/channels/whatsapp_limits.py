"""How large anything may be on WhatsApp. Source: CHANNELS.md, "Limits", which names the pages.

Lengths are counted in UTF-16 units, which are never fewer than the characters that Meta counts.
"""

from datetime import timedelta

TEXT_LENGTH_MAX = 4096
CAPTION_LENGTH_MAX = 1024
BODY_LENGTH_MAX = 1024
"""Of an interactive message; also of a template."""
REPLY_BUTTONS_MAX = 3
REPLY_TITLE_LENGTH_MAX = 20
REPLY_ID_LENGTH_MAX = 256
ROWS_MAX = 10
ROW_TITLE_LENGTH_MAX = 24
ROW_DESCRIPTION_LENGTH_MAX = 72
ROW_ID_LENGTH_MAX = 200
LIST_BUTTON_LENGTH_MAX = 20
TAG_LENGTH_MAX = 512
FILE_NAME_LENGTH_MAX = 240
"""Ours: nothing is published, and what is longer no phone shows."""

IMAGE_BYTES_MAX = 5 * 1024 * 1024
DOCUMENT_BYTES_MAX = 100 * 1024 * 1024
UPLOAD_KEPT = timedelta(days=29)
"""An uploaded file can be sent for 30 days; a day is left for clocks and queues."""

WINDOW = timedelta(hours=24) - timedelta(minutes=7)
"""How long after somebody wrote we may answer freely: a few minutes less than Meta's 24 hours."""

FAILED_DOWNLOADS_MAX = 15
FAILED_DOWNLOADS_WITHIN = timedelta(minutes=60)
"""After 20 failed ones within an hour Meta refuses all for half an hour; we stop before."""
