# A leader asks for capital for the group.

apply-title = the application for capital
apply-no_group = Capital is applied for by the officers of a registered group. The office helps if your group is not registered yet.
apply-no_programme = No programme is open yet. Please ask the office.
apply-no_longer = (no longer there)

apply-group-label = Group
apply-group-ask = Which group is this application for?
apply-group-not_a_group = Which group? Please choose below.
apply-group-has_applied = { $group } has an open application already, and a group has one at a time.

apply-other_group = Choose another group
apply-choose_programme = Choose programme

apply-programme-label = Programme
apply-programme-ask = For which programme?
apply-programme-no_words = Which programme? Please choose below.
apply-programme-too_long = That is too long. Please choose below.
apply-programme-unknown = We do not know “{ $said }”, or there is more than one.

apply-purpose-label = Purpose
apply-purpose-ask =
    What is the capital for?
    Example: ginger seedlings and fertiliser
apply-purpose-no_words = Please write briefly what the capital is for. Example: 20 goats and fodder.
apply-purpose-too_long = That is too long. At most { $at_most } letters; the rest belongs in the proposal.

apply-amount-label = Amount
apply-amount-ask =
    How much capital do you apply for?
    Example: 15 juta
apply-amount-not_an_amount = Please write the amount. Example: 15 juta.
apply-amount-photo_instead = We have your photo. How much capital do you apply for? Example: 15 juta.
apply-amount-unsure = Do you mean { $first }?
apply-amount-too_small = The smallest amount is { $at_least }. Please write it in full. Example: 15 juta.
apply-amount-too_large = That amount is too large. Please write it again.
apply-amount-not_round = Capital is usually applied for in multiples of { $round_to }. Still { $amount }?
apply-amount-above_most = This programme lends at most { $most } to one group. Still apply for { $amount }? The office will weigh it.

apply-proposal-label = Proposal
apply-proposal-ask =
    Please send a photo of each page of the proposal, or its PDF. 📷
    If there is none yet, choose Later.
apply-proposal-not_a_photo = We are waiting for photos or a PDF of the proposal. If there is none yet, choose Later.
apply-proposal-broken = We could not keep the file, because { $why }. Please send it once more, or choose Later.
apply-proposal-too_dark = { $count ->
        [one] One page is too dark to be read.
       *[other] { $count } pages are too dark to be read.
    } If you can, take the photo again in a bright place.
apply-proposal-blurred = { $count ->
        [one] One page is hard to read.
       *[other] { $count } pages are hard to read.
    } If you can, take the photo again from close by, holding the phone still.
apply-proposal-tiny = { $count ->
        [one] One page is too small to be read.
       *[other] { $count } pages are too small to be read.
    } If you can, take the photo again from close by.

apply-confirm =
    Please check:
    Group: { $group }
    Programme: { $programme }
    For: { $purpose }
    Amount: { $amount_full }
    Proposal: { $proposal ->
        [0] follows later
        [one] one page
       *[other] { $proposal } pages
    }
    Is this right?
apply-submitted =
    Thank you, { $name }. We have received application { $number } of { $group }, and the office will look at it. { $pages ->
        [0] You may bring the proposal to the office, or give it to your facilitator.
       *[other] The proposal is kept.
    }
    You will hear the result here. Applying for capital is free.

# Applying twice.
apply-has_applied-submitted = { $group } applied for { $amount } on { $applied_at } (number { $number }), and the office is looking at it. One application is enough.
apply-has_applied-returned = { $group } applied for { $amount } on { $applied_at } (number { $number }). The office is waiting for your answer.
apply-has_applied-waiting = { $group } is in the queue for { $amount } already (number { $number }). There is no need to apply again.
apply-has_applied-postponed = { $group } has application { $number } for { $amount }, which is put off for now. There is no need to apply again.
