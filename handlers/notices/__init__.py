"""What a message of notices says: judged and put together at the moment at which it is sent."""
