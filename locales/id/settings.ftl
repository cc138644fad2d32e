# Pengaturan: bahasa, jalur pesan, dan jeda.

settings-title = Pengaturan
settings-shown =
    Pengaturan Pak/Bu { $name }:
    Bahasa: { $language }
    { $where }
    { $resting }
settings-language-id = Indonesia
settings-language-en = Inggris
settings-where-one = Kabar dari kami dikirim ke chat ini. Bila punya WhatsApp dan Telegram, keduanya bisa dihubungkan.
settings-where-any = Kabar dari kami dikirim lewat WhatsApp atau Telegram, mana yang lebih mudah.
settings-where-whatsapp = Kabar dari kami lebih dulu lewat WhatsApp.
settings-where-telegram = Kabar dari kami lebih dulu lewat Telegram.
settings-tells = Pengingat dan kabar: aktif
settings-rests = Pengingat dan kabar: istirahat sampai { $until }

settings-speak_id = Bahasa Indonesia
settings-speak_en = English
settings-use_whatsapp = Pakai WhatsApp
settings-use_telegram = Pakai Telegram
settings-link = Hubungkan chat lain
settings-pause = Jeda pesan
settings-name-whatsapp = WhatsApp
settings-name-telegram = Telegram

settings-speaks_id =
    From now on we write in Indonesian.
    Mulai sekarang kami menulis dalam bahasa Indonesia.
settings-speaks_en =
    Mulai sekarang kami menulis dalam bahasa Inggris.
    From now on we write in English.
settings-which = Sekarang kami bisa menulis lewat WhatsApp dan Telegram. Bapak/Ibu lebih suka kabar lewat mana?
settings-channel_set = Baik, Pak/Bu { $name }. Kabar dari kami lebih dulu lewat { $channel }. Bila tidak sampai, kami pakai yang satunya. Pertanyaan selalu kami jawab di tempat Bapak/Ibu menulis.
settings-not_there = { $channel } Bapak/Ibu belum terhubung dengan layanan ini, jadi kabar tetap kami kirim ke sini.
