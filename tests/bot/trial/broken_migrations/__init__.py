"""The trial schema, and a second step that fails half-way."""
