# Settings: language, channel, and rest.

settings-title = Settings
settings-shown =
    Settings of { $name }:
    Language: { $language }
    { $where }
    { $resting }
settings-language-id = Indonesian
settings-language-en = English
settings-where-one = Our news comes to this chat. If you have WhatsApp and Telegram, both can be linked.
settings-where-any = Our news comes by WhatsApp or Telegram, whichever is easier.
settings-where-whatsapp = Our news comes by WhatsApp first.
settings-where-telegram = Our news comes by Telegram first.
settings-tells = Reminders and news: on
settings-rests = Reminders and news: resting until { $until }

settings-speak_id = Bahasa Indonesia
settings-speak_en = English
settings-use_whatsapp = Use WhatsApp
settings-use_telegram = Use Telegram
settings-link = Link another chat
settings-pause = Pause messages
settings-name-whatsapp = WhatsApp
settings-name-telegram = Telegram

settings-speaks_id =
    From now on we write in Indonesian.
    Mulai sekarang kami menulis dalam bahasa Indonesia.
settings-speaks_en =
    Mulai sekarang kami menulis dalam bahasa Inggris.
    From now on we write in English.
settings-which = We can write to you by WhatsApp and by Telegram now. Where would you like to get our news?
settings-channel_set = Good, { $name }. Our news comes by { $channel } first. If it does not arrive, we use the other one. We always answer where you write.
settings-not_there = Your { $channel } is not linked with this service yet, so our news still comes here.
