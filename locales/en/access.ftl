access-not_allowed = Sorry, this needs a role that you do not have.
