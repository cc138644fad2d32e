# At the beginning of a week: whom our messages do not reach, and who may be called.

reach-listing =
    📵 Out of reach: { $count }
    { $people }
reach-line = { $group }: { $name }, { $why }. Please call the { $office } { $ask }, { $phone }
reach-line_self = { $group }: { $name }, { $why }. Please call them, { $phone }
reach-more = and { $count } more
reach-why-no_address = never came to the bot
reach-why-blocked = blocked the bot
reach-why-undeliverable = messages fail
reach-why-never_delivered = nothing arrived for three days
reach-why-silent = silent for more than 60 days
reach-office-leader = leader
reach-office-treasurer = treasurer
reach-office-secretary = secretary
reach-office-facilitator = facilitator
