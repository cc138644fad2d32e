# A group takes its application back.

leave_queue-title = leaving the queue
leave_queue-nothing_open = There is no application to take back.
leave_queue-group-label = Group
leave_queue-group-ask = Which group leaves?
leave_queue-group-not_a_group = Which group? Please choose below.
leave_queue-group-has_none = { $group } has no open application.
leave_queue-reason-label = Reason
leave_queue-reason-ask = May we know why? Choose, or write it yourself.
leave_queue-reason-no_words = Please choose one, or write it briefly.
leave_queue-reason-too_long = Please shorter, at most { $at_most } letters.
leave_queue-choice-not_needed = No capital needed
leave_queue-choice-not_ready = Group not ready
leave_queue-choice-unsaid = Skip
leave_queue-because-not_needed = the capital is not needed any more
leave_queue-because-not_ready = the group is not ready yet
leave_queue-because-unsaid = no reason given
leave_queue-confirm =
    { $group } takes application { $number } back{ $place ->
        [0] {""}
       *[other] {" "}and gives up place { $place } in the queue
    }.
    Reason: { $reason }
    A later application begins at the end. Are you sure?
leave_queue-submitted = All right, { $name }. Application { $number } of { $group } is taken back. You may apply again at any time.
leave_queue-too_late = That application has just changed, so nothing was taken back. Please look at your turn.
