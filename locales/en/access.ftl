access-not_allowed = Sorry, this needs a role that you do not have.
access-staff_chat_only = That command works in the staff chat only.
