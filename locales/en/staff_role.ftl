# /petugas: roles at the office.

staff_role-title = the change of a role
staff_role-listing =
    Staff and their roles:
    { $lines }
staff_role-listing_to_change =
    Staff and their roles:
    { $lines }

    To change them, pick a name below, or write /petugas NAME.
staff_role-line = { $name }: { $roles }
staff_role-and = { $before }, { $role }
staff_role-nobody = Nobody called “{ $said }” is in the office's register.
staff_role-several = Several people are called “{ $said }”. Which one?
staff_role-role-label = Role
staff_role-role-ask = Which role? One that is held is taken away, another one is given.
staff_role-role-not_a_choice = Please pick one of the roles below.
staff_role-role-viewer = Viewer
staff_role-role-verifier = Verifier
staff_role-role-treasurer = Treasurer
staff_role-role-approver = Approver
staff_role-role-administrator = Administrator
staff_role-deed-grant = { $name } is given the role { $role }
staff_role-deed-revoke = The role { $role } is taken from { $name }
staff_role-confirm =
    Please check:
    { $deed }
    Is that right?
staff_role-granted = { $name } now holds the role { $role }. Granted by { $by }.
staff_role-revoked = { $name } no longer holds the role { $role }. Revoked by { $by }.
staff_role-as_it_was = The role { $role } of { $name } is like that already. Nothing has changed.
rule-last_administrator = { $name } is the last administrator. Grant the role to somebody else first.
