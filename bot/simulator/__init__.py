"""Telegram on your desk: a local Bot API server, simulated phones and a page that shows them."""
