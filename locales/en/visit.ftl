# A facilitator's visit to a group.

visit-title = notes of a visit

visit-group-label = Group
visit-group-ask = Which group did you visit?
visit-group-not_in_care = We did not find “{ $said }” among the groups in your care. Choose one, or write its name.

visit-visited_on-label = Day
visit-visited_on-ask = When was the visit? For example: today, yesterday, the 5th.
visit-visited_on-not_a_day = We did not understand that day. For example: yesterday, or 5 July.
visit-visited_on-unsure = Which day do you mean?
visit-visited_on-in_the_future = { $given } has not come yet. Today is { $today_short }. When was the visit?

visit-photos-label = Photos
visit-photos-ask = Please send photos of the visit, at most 10. Several at once are fine.
visit-photos-broken = Sorry, that could not be kept because { $why }. Please send it again as a photo, or tap LATER.
visit-photos-not_a_photo = We are waiting for the photos. If there are none yet, tap LATER.

visit-seen-label = What was seen
visit-seen-ask = What did you see there? One or two sentences will do. For example: “Ginger of 3 months, growing well, 8 members present.”
visit-seen-no_words = Please write it in words. For example: “Ginger of 3 months, growing well, 8 members present.”
visit-seen-too_long = That is too long. At most { $at_most } characters.

visit-marks-label = Marks
visit-marks-ask =
    Which marks are there already? For example: 1-6, 8 and 9.

    Growing
    1 has a facilitator
    2 members trained
    3 officers chosen
    4 equipment received
    5 name board
    6 business started
    Thriving
    7 run by officers
    8 profit to capital
    9 profit to members
    10 solidarity fund
    11 more confident
    12 results felt
    Advanced
    13 capital grows
    14 helps others
    15 well managed
    16 has partners

    “semua” (all) or “belum ada” (none) will do, too.
visit-marks-not_marks = Please write numbers from 1 to { $most }. For example: 1-6, 8 and 9. “semua” (all) or “belum ada” (none) will do, too.

visit-recommended-label = Recommendation
visit-recommended-ask = Do you recommend this group as one that has succeeded?
visit-recommended-not_a_choice = Please choose yes or not yet.
visit-recommends-yes = Yes, recommended
visit-recommends-no = Not yet

visit-reason-label = Reason
visit-reason-ask = Why? One sentence will do.
visit-reason-no_words = Please write it in words. For example: “The business runs, repayments are regular.”
visit-reason-too_long = That is too long. At most { $at_most } characters.

visit-confirm =
    Please check the visit:
    Group: { $group }
    Day: { $visited_on }
    Photos: { $photos }
    Seen: { $seen }
    Marks: { $marks } of 16, stage { $stage }
    Recommendation: { $recommended }
    Reason: { $reason }
    Is this right?
visit-recorded =
    Thank you. The visit to { $group }, { $visited_on_short }, was recorded and shown to staff. { $recommended ->
        [yes] The recommendation counts for { $days } days, until { $until_short }.
       *[no] These notes count for { $days } days, until { $until_short }.
    }

visit-stage-beginning = beginning
visit-stage-growing = growing
visit-stage-thriving = thriving
visit-stage-advanced = advanced

visit-card =
    🧭 Visit to { $group }
    { $village }, { $district }
    { $visited_on }, by { $facilitator }

    { $seen }

    Stage: { $stage }
    { $marks }
    { $recommendation }
    Reason: { $reason }
visit-marks_of = Marks of { $stage }: { $count } of { $of }
visit-recommended-yes = 👍 Recommended, until { $until_short }
visit-recommended-no = Not recommended yet
