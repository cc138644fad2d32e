# Kartu kabar di grup petugas: dilihat dulu, lalu dikirim atau tidak.

announcing-card_preview =
    Kabar { $announcement } untuk semua kelompok program ini. Begini bunyinya:

    { $news }

    Penerima: { $people } ketua dari { $groups } kelompok.
    { $not_reached ->
        [0] Semua kelompok bisa dihubungi.
       *[other] { $not_reached } kelompok belum bisa dihubungi lewat chat.
    }
announcing-card_sending =
    Kabar { $announcement } sedang dikirim ke { $people } orang.

    { $news }

    Dikirim { $by }, { $at }.
announcing-card_told =
    Kabar { $announcement } selesai dikirim ke { $people } orang.

    { $news }

    { $result }
    Dikirim { $by }, { $at }.
announcing-card_dropped =
    Kabar { $announcement } tidak dikirim.

    { $news }

    Diputuskan { $by }, { $at }.
announcing-do-send = 📣 Kirim
announcing-do-drop = Tidak usah
announcing-settled =
    { $state ->
        [dropped] Kabar ini tidak jadi dikirim, diputuskan { $by }.
       *[other] Kabar ini sudah dikirim { $by }.
    }
announcing-delivered = Terkirim: { $count }
announcing-failed = Tidak sampai: { $count }, { $why }
announcing-why-recipient_unreachable = tidak bisa dihubungi (memblokir atau nomornya tidak aktif)
announcing-why-channel_unavailable = jaringan sedang terganggu
announcing-why-stale = dua minggu tidak membalas di WhatsApp
announcing-why-other = ditolak jaringan
