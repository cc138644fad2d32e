"""A small schema that has one of everything which Tortoise gets wrong by itself."""
