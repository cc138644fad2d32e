# News after a disbursement: the funded group, the one that succeeded, those who wait, and all.

announcement-funded =
    🎉 Congratulations, { $name }! The capital for { $group } has been paid out: { $amount_full }, on { $paid_on_short }.
    { $more }

    Its schedule:
    { $plan }

    Loan number { $number }. This service is free of charge. May your business prosper. 🙏
announcement-part =
    🎉 { $name }, part { $part } of the capital for { $group } has been paid out: { $amount_full }, on { $paid_on_short }.
    { $more }

    The schedule is now:
    { $plan }

    Thank you for the photos and the news. May your business grow. 🙏
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

announcement-text = 📣 News of the revolving fund: { $group } ({ $village }) receives capital of { $amount }. This turn opened because { $succeeded } has succeeded. Thank you for every repayment, the fund keeps turning. 🙏
announcement-text_first_round = 📣 News of the revolving fund: { $group } ({ $village }) receives capital of { $amount }, out of money that was newly provided. Every repayment will open the turn of the next group. 🙏
announcement-to_all =
    { $name },
    { $text }

announcement-card_preview =
    📣 News { $announcement } for all groups of this programme. It reads:

    { $text }

    It goes to { $people } leaders of { $groups } groups.
    { $not_reached ->
        [0] Every group can be reached.
       *[other] { $not_reached } groups cannot be reached by chat.
    }
announcement-card_sending =
    📣 News { $announcement } is on its way to { $people } people.

    { $text }

    Sent by { $by }, { $at }.
announcement-card_told =
    📣 News { $announcement } was sent to { $people } people.

    { $text }

    { $result }
    Sent by { $by }, { $at }.
announcement-card_dropped =
    📣 News { $announcement } is not sent.

    { $text }

    Decided by { $by }, { $at }.
announcement-do-send = 📣 Send
announcement-do-drop = Do not send
announcement-settled =
    { $state ->
        [dropped] This news is not to be sent, { $by } has decided.
       *[other] { $by } has sent this news already.
    }
announcement-delivered = Delivered: { $count }
announcement-failed = Not delivered: { $count }, { $why }
announcement-why-recipient_unreachable = cannot be reached (has blocked us, or the number is gone)
announcement-why-channel_unavailable = the network has trouble
announcement-why-other = refused by the network
