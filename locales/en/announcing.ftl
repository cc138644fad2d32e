# The card of news in the staff chat: looked at first, then sent or not.

announcing-card_preview =
    News { $announcement } for all groups of this programme. It reads:

    { $news }

    It goes to { $people } leaders of { $groups } groups.
    { $not_reached ->
        [0] Every group can be reached.
       *[other] { $not_reached } groups cannot be reached by chat.
    }
announcing-card_sending =
    News { $announcement } is on its way to { $people } people.

    { $news }

    Sent by { $by }, { $at }.
announcing-card_told =
    News { $announcement } was sent to { $people } people.

    { $news }

    { $result }
    Sent by { $by }, { $at }.
announcing-card_dropped =
    News { $announcement } is not sent.

    { $news }

    Decided by { $by }, { $at }.
announcing-do-send = 📣 Send
announcing-do-drop = Do not send
announcing-settled =
    { $state ->
        [dropped] This news is not to be sent, { $by } has decided.
       *[other] { $by } has sent this news already.
    }
announcing-delivered = Delivered: { $count }
announcing-failed = Not delivered: { $count }, { $why }
announcing-why-recipient_unreachable = cannot be reached (has blocked us, or the number is gone)
announcing-why-channel_unavailable = the network has trouble
announcing-why-stale = no answer on WhatsApp for two weeks
announcing-why-other = refused by the network
