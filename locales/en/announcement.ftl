# News after a disbursement: the funded group, the one that succeeded, those who wait, and all.

announcement-funded =
    🎉 Congratulations, { $name }! The capital for { $group } has been paid out: { $amount_full }, on { $paid_on_short }.
    { $more }

    Its schedule:
    { $plan }

    Loan number { $number }. This service is free of charge. May your business prosper.
announcement-part =
    🎉 { $name }, part { $part } of the capital for { $group } has been paid out: { $amount_full }, on { $paid_on_short }.
    { $more }

    The schedule is now:
    { $plan }

    Thank you for the photos and the news. May your business grow.
announcement-whole = That is the whole capital.
announcement-rest = The rest, { $rest }, is paid out when photos of the business are accepted and the facilitator has visited you.
announcement-thanks = 🙏 Thank you, { $name }! Because { $group } has succeeded, { $funded } can now receive capital. All members may be proud.
announcement-place =
    { $name }, { $funded } has received its capital.
    { $place ->
        [1] { $group } is now the first in the queue.
       *[other] { $group } is now number { $place } of { $waiting } in the queue.
    }
    { $forecast }
    Thank you for your patience.
announcement-forecast = Its turn is expected { $when }.

announcement-text = 📣 News of the revolving fund: { $group } ({ $village }) receives capital of { $amount }. This turn opened because { $succeeded } has succeeded. Thank you for every repayment, the fund keeps turning.
announcement-text_first_round = 📣 News of the revolving fund: { $group } ({ $village }) receives capital of { $amount }, out of money that was newly provided. Every repayment will open the turn of the next group.
announcement-to_all =
    { $name },
    { $news }
