# Staff change the queue, always with a reason.

queue_change-title =
    { $what ->
        [move] moving { $group }
        [postpone] putting { $group } off
        [resume] taking { $group } up again
       *[other] taking { $group } out
    }
queue_change-not_in_queue = { $group } has no open application, so it is not in the queue.
queue_change-begun-move = { $by }, moving { $group } (application { $number }).
queue_change-begun-postpone = { $by }, putting { $group } off (application { $number }).
queue_change-begun-resume = { $by }, taking { $group } up again (application { $number }).
queue_change-begun-remove = { $by }, taking { $group } out of the queue (application { $number }).
queue_change-place-label = Place
queue_change-place-ask = { $group } stands in place { $stands } of { $count }. To which place?
queue_change-place-not_a_count = Please write the place only, such as 2.
queue_change-place-out_of_range = Places begin at { $at_least }.
queue_change-place-beyond = The queue ends at place { $count }. Do you mean the last one?
queue_change-reason-label = Reason
queue_change-reason-ask =
    What is the reason? { $what ->
        [move] Every group in the queue reads it.
        [resume] Every group in the queue reads it.
       *[other] That group reads it.
    }
queue_change-reason-no_words = Please write the reason in a short sentence.
queue_change-reason-too_long = Please shorter, at most { $at_most } letters.
queue_change-confirm =
    Please check:
    { $what ->
        [move] { $group }: place { $stands } to place { $place }
        [postpone] { $group }: place { $stands }, put off for now
        [resume] { $group }: waits again, by its own date
       *[other] { $group }: out of the queue (application { $number })
    }
    Reason: { $reason }
    Do it?
queue_change-done-move = { $group } is moved from place { $before } to place { $place } of { $count }. { $told ->
        [one] One other group is
       *[other] { $told } other groups are
    } told, with the reason.
queue_change-done-postpone = { $group } is put off; it keeps its date. { $told ->
        [one] One group moves
       *[other] { $told } groups move
    } up by one place.
queue_change-done-resume = { $group } waits again in place { $place } of { $count }. { $told ->
        [one] One other group is
       *[other] { $told } other groups are
    } told, with the reason.
queue_change-done-remove = { $group } is out of the queue. { $told ->
        [one] One group moves
       *[other] { $told } groups move
    } up by one place.

# What the group itself reads.
queue_news-accepted =
    { $name }, good news: application { $number } of { $group } is in the queue for { $amount }, place { $place } of { $count }.
    Your turn depends on money that comes back. We tell you here when the place changes.
queue_news-moved =
    { $name }, the place of { $group } in the queue has changed from { $before } to { $place } of { $count }, because { $reason }.
queue_news-postponed =
    { $name }, the turn of { $group } is put off for now, because { $reason }. It keeps its date, and you will hear as soon as it goes on.
queue_news-resumed =
    { $name }, { $group } waits again in place { $place } of { $count }: { $reason }.
queue_news-withdrawn =
    { $name }, application { $number } of { $group } was taken out of the queue, because { $reason }. You may apply again, or ask the office.

# What other groups read whose place has changed.
queue_news-others-moved =
    { $name }, { $group } was moved in the queue, because { $reason }. { $own } is now in place { $place } of { $count } (was { $before }).
queue_news-others-resumed =
    { $name }, { $group } waits again by its own date, because { $reason }. { $own } is now in place { $place } of { $count } (was { $before }).
queue_news-others-accepted =
    { $name }, { $group } was accepted with precedence, because { $reason }. { $own } is now in place { $place } of { $count } (was { $before }).
queue_news-others-nearer =
    { $name }, { $own } has moved up in the queue: now place { $place } of { $count } (was { $before }).
queue_news-others-further =
    { $name }, { $own } is now in place { $place } of { $count } (was { $before }), because a group of an earlier class was accepted.
