# My turn: where a group waits, what has to happen first, and why it stands there.

my_turn-no_group = Places in the queue are for officers of registered groups. Please ask the office.
my_turn-not_applied = { $group } has not applied for capital, so it is not in the queue.
my_turn-submitted = Application { $number } of { $group } ({ $amount }) came in on { $applied_on_short } and the office is looking at it. It gets a place once it is accepted.
my_turn-refused = Application { $number } of { $group } ({ $amount }) could not be accepted, because { $reason }. The group may apply again.
my_turn-withdrawn = Application { $number } of { $group } left the queue, because { $reason }. The group may apply again.
my_turn-funded = Application { $number } of { $group } became loan { $loan }: { $amount } was paid out on { $paid_on_short }. The group may apply for its next capital.
my_turn-returned =
    The office asks about application { $number } of { $group }:
    “{ $reason }”
    Please answer first.
my_turn-waiting =
    { $group }: place { $place } of { $count }, for { $amount }.

    { $details }
my_turn-waits_for = What comes first:
my_turn-moves = What was decided:
my_turn-postponed =
    { $group }: put off for now, because { $reason }.
    It keeps its date. You will hear as soon as it goes on.

    { $details }
my_turn-why = Why this place?
my_turn-leave = Leave the queue

why_place-explained =
    { $group } stands in place { $place } of { $count }.

    The rule: first those who are given precedence, then those who were accepted earlier.
    { $group } is in { $class }, accepted { $accepted_on_short }.
    { $ahead }

    What has changed its place:
    { $events }

    What comes first now:
    { $first }
why_place-postponed =
    { $group } is put off for now, so it has no place. It keeps its date: accepted { $accepted_on_short }.

    What has changed its place:
    { $events }
why_place-nobody = Nobody waits before it.
why_place-higher_class = { $count ->
        [one] One group is before it because it was given precedence.
       *[other] { $count } groups are before it because they were given precedence.
    }
why_place-earlier = { $count ->
        [one] One group is before it because it was accepted earlier.
       *[other] { $count } groups are before it because they were accepted earlier.
    }
why_place-decided = { $count ->
        [one] One group is before it by a decision of the office (see below).
       *[other] { $count } groups are before it by a decision of the office (see below).
    }

queue_story-because = , because { $reason }
queue_story-enters = place { $after }
queue_story-leaves = was place { $before }
queue_story-from_to = place { $before } to { $after }
queue_story-own-accepted = • { $on_short }: entered the queue, { $places }{ $why }.
queue_story-own-moved = • { $on_short }: moved, { $places }{ $why } ({ $by }).
queue_story-own-postponed = • { $on_short }: put off, { $places }{ $why } ({ $by }).
queue_story-own-resumed = • { $on_short }: taken up again, { $places }{ $why } ({ $by }).
queue_story-other-accepted = • { $on_short }: { $group } accepted with precedence{ $why } ({ $by }); { $places }.
queue_story-other-moved = • { $on_short }: { $group } moved{ $why } ({ $by }); { $places }.
queue_story-other-postponed = • { $on_short }: { $group } put off; { $places }.
queue_story-other-resumed = • { $on_short }: { $group } taken up again{ $why } ({ $by }); { $places }.
queue_story-other-withdrawn = • { $on_short }: { $group } left the queue; { $places }.
queue_story-other-funded = • { $on_short }: { $group } received its capital; { $places }.
queue_story-many = • { $first_short } to { $last_short }: { $count } groups before it received their capital, were put off or left; { $places }.
