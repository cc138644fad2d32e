access-not_allowed = Sorry, { $name }, this step is outside your role. If you need it, please ask an administrator.
