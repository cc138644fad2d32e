"""Migrations of the trial tables, as `tortoise makemigrations` writes them."""
