"""Telegram and WhatsApp on your desk: local servers, simulated phones and a page of them."""
