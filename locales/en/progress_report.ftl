# A group leader sends pictures and news of the business.

progress_report-title = the business report

progress_report-group-label = Group
progress_report-group-ask = Which group is this news about?
progress_report-group-not_a_group = Sorry, we did not find that group. Please choose one below.
progress_report-group-another =
    The group “{ $said }” is not registered under your name. This news is about { $group }, right?

progress_report-photos-label = Photos
progress_report-photos-ask =
    Please send photos of the business, ten at most. 📷
    All at once or one by one, with a few words if you like.
progress_report-photos-broken = Sorry, we could not keep that because { $why }. Please send it again as a photo, or type BATAL to cancel.
progress_report-photos-not_a_photo = We are waiting for a photo of the business; one is enough. To stop, type BATAL.
progress_report-photos-too_dark =
    { $photos ->
        [1] The photo is rather dark
       *[other] { $count } photos are rather dark
    }. If you can, take it again outdoors or near a window.
progress_report-photos-blurred =
    { $photos ->
        [1] The photo is rather blurred
       *[other] { $count } photos are rather blurred
    }. If you can, take it again from nearby and hold the phone still.
progress_report-photos-tiny =
    { $photos ->
        [1] The photo is very small
       *[other] { $count } photos are very small
    }. If you can, send the original from the gallery.
progress_report-photos-screen_photo =
    { $photos ->
        [1] This looks like a photo of a screen
       *[other] { $count } photos look like photos of a screen
    }. If you can, photograph the business itself.
progress_report-photos-screenshot =
    { $photos ->
        [1] This looks like a screenshot
       *[other] { $count } pictures look like screenshots
    }. If you can, photograph the business itself.
progress_report-go_on = Go on
progress_report-send_again = Send again

progress_report-all_sent-label = All photos sent
progress_report-all_sent-ask =
    { $photos ->
        [1] The photo has arrived
       *[other] { $photos } photos have arrived
    }. Are there more? Just send them. When that was all, type SUDAH.
progress_report-all_sent-photo_instead =
    { $photos ->
        [1] The photo has arrived
       *[other] { $photos } photos have arrived
    }. Are there more? Just send them. When that was all, type SUDAH.
progress_report-all_sent-more_or_all = Sorry, we did not understand. Send another photo, or type SUDAH when that was all.
progress_report-all_sent-done = That was all

progress_report-skip = Skip
progress_report-not_told = not told yet

progress_report-sales-label = Sales
progress_report-sales-ask =
    { $answered ->
        [0] Thank you for the photos. Now a few short questions; you may skip any of them.
       *[other] Good.
    }
    What were the sales of { $period }? Example: harvested 200 kg, sold for 3 million
progress_report-sales-photo_instead =
    We have kept { $photos } photos. What were the sales of { $period }? Example: 3 million
progress_report-sales-not_a_sum =
    Sorry, we could not read the amount. You may write: sold for 3 million. If it is not counted yet, type LEWATI.
progress_report-sales-unsure = To be sure: do you mean { $first }? Choose below, or write the whole figure.
progress_report-sales-and_told = { $amount } (“{ $told }”)

progress_report-members-label = Members working
progress_report-members-ask =
    How many members are working?
    Example: 5 people, or all
progress_report-members-photo_instead = We have kept { $photos } photos. How many members are working? Example: 5 people
progress_report-members-not_a_number = Sorry, we could not read the number. Example: 5 people, or SEMUA for all. You may also type LEWATI.
progress_report-members-everybody = All
progress_report-members-more_than_registered =
    { $registered } members are registered, and you wrote { $members }. Is that right?

progress_report-obstacles-label = Obstacles
progress_report-obstacles-ask = Is there any obstacle that we should know of? Just tell us.
progress_report-obstacles-photo_instead = We have kept { $photos } photos. Is there any obstacle that we should know of?
progress_report-obstacles-no_words = You may tell it in a short sentence. If there is none, type TIDAK ADA.
progress_report-obstacles-too_long = That is too long. At most { $at_most } letters.
progress_report-obstacles-none = None

progress_report-confirm =
    Please check:
    Group: { $group }
    Period: { $period }
    Photos: { $photos }
    { $told }
    Is that right?
progress_report-quoted = “{ $text }”
progress_report-line-sales = Sales: { $sales }
progress_report-line-members = Members working: { $members }
progress_report-line-obstacles = Obstacles: { $obstacles }
progress_report-nothing_told = (photos only)
progress_report-no_longer = (no longer under your name)
progress_report-not_yours =
    That group is no longer registered under your name, so the news was not sent. If this is a mistake, type PETUGAS and we will help.

# Thanks: in turns, and always for something that was sent.

progress_report-thanks-a =
    Thank you, { $name }. The news of { $group } for { $period } is kept with { $photos ->
        [1] 1 photo
       *[other] { $photos } photos
    }. { $named } Its number is { $number }. 🙏
progress_report-thanks-b =
    Received, { $name }: { $photos ->
        [1] 1 photo
       *[other] { $photos } photos
    } of { $group }, { $period }. { $named } Staff will look at them. Report { $number }.
progress_report-thanks-c =
    Good to see { $photos ->
        [1] 1 photo
       *[other] { $photos } photos
    } of { $group }, { $name }. { $named } Report { $number } for { $period } has reached staff.
progress_report-thanks-d =
    The news of { $group } for { $period } is complete, { $name }. { $named } { $photos ->
        [1] 1 photo
       *[other] { $photos } photos
    } are kept under { $number }. Thank you.

progress_report-added-a =
    Thank you for the addition, { $name }. { $named } Report { $number } ({ $group }, { $period }) has { $photos ->
        [1] 1 more photo
       *[other] { $photos } more photos
    }.
progress_report-added-b =
    Added to report { $number }, { $name }: { $photos ->
        [1] 1 new photo
       *[other] { $photos } new photos
    } of { $group } for { $period }. { $named }
progress_report-added-c =
    The latest news of { $group } is here, { $name }. { $named } { $photos ->
        [1] 1 new photo
       *[other] { $photos } new photos
    } are in report { $number } for { $period }.
progress_report-added-d =
    Report { $number } grows, { $name }: { $photos ->
        [1] 1 new photo
       *[other] { $photos } new photos
    } of { $group }, { $period }. { $named } Thank you.

progress_report-named-obstacles = The obstacle, “{ $obstacles }”, will be read by staff and facilitators.
progress_report-named-sales = Sales of { $sales } are noted.
progress_report-named-caption = Your words, “{ $text }”, are kept too.
progress_report-named-members =
    { $members ->
        [1] Our best to the one member who works.
       *[other] Our best to the { $members } members who work.
    }
progress_report-named-no_obstacles = Good that there are no obstacles.
progress_report-named-photos = Staff see the photos at once.
