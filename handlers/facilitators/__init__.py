"""What facilitators (pendamping) do in private: visits, their groups, their tasks."""
