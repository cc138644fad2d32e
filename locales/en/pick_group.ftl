# Which group a command is about.

pick_group-title = the choice of a group
pick_group-group-label = Group
pick_group-group-ask = Which group? Write its name, village or code.
pick_group-group-unknown = No group fits “{ $said }”. Try its name, village or code.
pick_group-group-several =
    { $count ->
        [one] One group fits “{ $said }”. Is it this one? If not, write more of its name.
       *[other] { $count } groups fit “{ $said }”. Which one? If it is not below, write more of its name.
    }
