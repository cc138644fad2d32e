# Menghubungkan WhatsApp dan Telegram milik orang yang sama.

linking-code =
    Kode Bapak/Ibu: { $code }
    Buka layanan ini di chat yang satunya, lalu ketik kode itu di sana dalam { $minutes } menit. Jangan berikan kode ini kepada orang lain; petugas tidak pernah memintanya.
linking-refused-wrong = Kode itu keliru atau sudah lewat waktunya. Di chat yang sudah terhubung, ketik HUBUNGKAN WA untuk kode yang baru.
linking-refused-too_many = Sudah beberapa kali kodenya keliru, jadi untuk hari ini kami hentikan dulu. Ketik PETUGAS bila perlu dibantu.
linking-linked_elsewhere = Pak/Bu { $name }, { $channel } Bapak/Ibu sekarang terhubung dengan layanan ini. Bukan Bapak/Ibu yang melakukannya? Putuskan sekarang juga.
linking-unlink = Bukan saya, putuskan
linking-unlinked = Baik, Pak/Bu { $name }. Chat itu sudah kami putuskan: tidak ada kabar Bapak/Ibu yang dikirim ke sana lagi. Petugas kami beri tahu.
linking-unlinked_card = ⚠️ { $name } memutuskan { $channel } yang baru dihubungkan dengan kode, karena bukan dia yang melakukannya. Sebelum urusan uang berikutnya, mohon pastikan dengan menelepon.
