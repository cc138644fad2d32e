# /ringkasan, and the news of every working morning.

digest-overview =
    📋 Summary of { $today }

    { $programmes }
    { $proposals }
digest-programme =
    { $programme }, this month:
    { $numbers }
digest-waiting =
    { $count ->
        [one] Waiting to be checked: one report, { $total }: { $number }, { $group }, since { $since }.
       *[other] Waiting to be checked: { $count } reports, { $total }. The oldest: { $number }, { $group }, since { $since }.
    }
digest-nothing_waits = No report is waiting to be checked.
digest-proposals =
    { $count ->
        [one] One proposal waits for approval: no. { $decision } ({ $kind }) by { $proposer }, until { $until }.
       *[other] { $count } proposals wait for approval. The oldest: no. { $decision } ({ $kind }) by { $proposer }, until { $until }.
    }
digest-no_proposals = No proposal waits for approval.
