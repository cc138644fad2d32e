# Staff ask for more about a progress report.

more_progress-title = the request about report { $number }
more_progress-reason-label = Reason
more_progress-reason-ask = What is still needed? Choose, or write it yourself. The reporter reads it.
more_progress-reason-no_words = Please choose one, or write a short sentence.
more_progress-reason-too_long = Please shorter, at most { $at_most } letters.
more_progress-confirm =
    Please check:
    Report: { $number }, { $group }
    Wanted: { $reason }
    Send it to the reporter?
more_progress-done = The request about report { $number } of { $group } goes to the reporter.

more_progress-choice-clearer_photo = Clearer photo
more_progress-choice-business_photo = Photo of the work
more_progress-choice-sales = Sales
more_progress-choice-obstacles = About obstacles

more_progress-because-clearer_photo = a clearer photo, from nearby and in good light
more_progress-because-business_photo = a photo of the members at work
more_progress-because-sales = roughly how much was sold
more_progress-because-obstacles = a few words about the obstacles
