# /antrean: the queue, and what can be done.

queue-overview =
    📋 Queue of { $programme }: { $count } waiting
    { $lines }
queue-empty =
    📋 The queue of { $programme } is empty: no group is waiting for its turn. 🙏
queue-besides = { $lines }
queue-line = { $place }. { $group } ({ $village }), { $granted }, applied { $applied_on_short }{ $own }{ $beside }
queue-class = , { $priority }
queue-beside = {" "}— { $line }
queue-postponed = Put off:
queue-aside = • { $group } ({ $village }), { $granted }
queue-under_review = { $count ->
        [one] One application is not decided yet.
       *[other] { $count } applications are not decided yet.
    }
queue-head = Queue: { $count } waiting; record { $number }, head { $head }.
queue-programme = { $name } ({ $code })
queue-which_programme = The queue of which programme?
queue-unknown_programme = We do not know that programme. Which queue?
queue-show = Show the queue
queue-next = Next
queue-back = Back
queue-do-review = Show applications
queue-nothing_to_review = No application for { $programme } is waiting for a decision.
queue-to_review =
    { $count ->
        [one] One application is waiting for a decision; its card is below.
       *[other] { $count } applications are waiting for a decision; { $shown } of their cards are below.
    }

queue-whose-move = Which group is moved? Or write: /antrean pindah NAME 2 karena …
queue-whose-postpone = Which group is put off? Or write: /antrean tunda NAME karena …
queue-whose-resume = Which group is taken up again? Or write: /antrean lanjutkan NAME karena …
queue-whose-remove = Which group is taken out? Or write: /antrean keluarkan NAME karena …
queue-nobody_to-move = The queue of { $programme } is empty, so nobody can be moved.
queue-nobody_to-postpone = The queue of { $programme } is empty, so nobody can be put off.
queue-nobody_to-resume = No group of { $programme } is put off.
queue-nobody_to-remove = The queue of { $programme } is empty, so nobody can be taken out.
