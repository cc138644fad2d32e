# WhatsApp: kabar untuk petugas tentang nomor, templat, dan jalur kirim.

whatsapp-something_waits = Ada kabar dari Dinas Sosial untuk Bapak/Ibu. Balas pesan ini dengan kata apa saja untuk membacanya.

whatsapp-trouble =
    ⚠️ Ada gangguan pada jalur WhatsApp: { $trouble }.
    Keterangan dari WhatsApp: { $detail }
    Mohon beri tahu pengelola sistem. Telegram tetap berjalan.
whatsapp-channel_misconfigured = WhatsApp menolak akun atau izin kami, jadi pengiriman lewat WhatsApp berhenti dulu. Pesan yang menunggu tidak hilang
whatsapp-answers_only = WhatsApp membatasi pesan yang kami mulai sendiri. Jawaban kepada yang menulis tetap dikirim, pengingat dan kabar menunggu
whatsapp-template_refused = satu templat pesan ditolak, jadi kabarnya kami sampaikan dengan cara lain

whatsapp-template_approved = Templat WhatsApp { $template } sudah disetujui dan dapat dipakai. ✅
whatsapp-template_trouble =
    ⚠️ Templat WhatsApp { $template } tidak dapat dipakai sekarang ({ $event }).
    Kabar yang memakainya kami sampaikan lewat jalan lain.
whatsapp-template_quality = ⚠️ Mutu templat WhatsApp { $template } menurun. Bila berlanjut, WhatsApp menghentikannya untuk sementara.
whatsapp-template_category = ⚠️ WhatsApp mengubah kategori templat { $template } menjadi { $category }. Biayanya bisa berubah.
whatsapp-number_quality = Penilaian WhatsApp atas nomor kami berubah: { $event }.
whatsapp-account_news = Kabar dari WhatsApp tentang akun kami: { $event }. Mohon beri tahu pengelola sistem.

whatsapp-number_changed =
    { $name } berganti nomor WhatsApp. Percakapannya ikut pindah ke nomor yang baru.
    Sebelum urusan uang berikutnya, mohon pastikan dengan menelepon.
whatsapp-number_taken =
    ⚠️ WhatsApp memberi tahu bahwa { $name } berganti nomor, tetapi nomor barunya tercatat milik orang lain.
    Belum ada yang kami ubah. Mohon diperiksa.
whatsapp-identity_changed =
    { $name } memakai WhatsApp di HP yang baru.
    Sebelum urusan uang berikutnya, mohon pastikan dengan menelepon.
