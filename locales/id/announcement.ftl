# Kabar sesudah pencairan: kelompok yang didanai, yang berhasil, yang menunggu, dan semua.

announcement-funded =
    🎉 Selamat, Bapak/Ibu { $name }! Modal untuk { $group } sudah cair: { $amount_full }, tanggal { $paid_on_short }.
    { $more }

    Jadwal setorannya:
    { $plan }

    Nomor pinjaman { $number }. Layanan ini gratis. Selamat berusaha, semoga berkah.
announcement-part =
    🎉 Bapak/Ibu { $name }, bagian modal ke-{ $part } untuk { $group } sudah cair: { $amount_full }, tanggal { $paid_on_short }.
    { $more }

    Jadwal setorannya sekarang:
    { $plan }

    Terima kasih atas foto dan kabarnya. Semoga usahanya makin maju.
announcement-whole = Modalnya sudah cair seluruhnya.
announcement-rest = Sisanya { $rest } cair sesudah foto perkembangan usaha diterima dan pendamping berkunjung.
announcement-thanks = 🙏 Terima kasih, Bapak/Ibu { $name }! Karena keberhasilan { $group }, sekarang { $funded } bisa menerima modal. Semua anggota boleh bangga.
announcement-place =
    Bapak/Ibu { $name }, { $funded } sudah menerima modal.
    { $place ->
        [1] Sekarang { $group } di urutan pertama antrean.
       *[other] Sekarang { $group } di urutan { $place } dari { $waiting } di antrean.
    }
    { $forecast }
    Terima kasih sudah sabar menunggu.
announcement-forecast = Perkiraan gilirannya { $when }.

announcement-text = 📣 Kabar dana bergulir: { $group } ({ $village }) menerima modal { $amount }. Giliran ini terbuka karena { $succeeded } sudah berhasil. Terima kasih untuk setiap setoran, dana ini terus berputar.
announcement-text_first_round = 📣 Kabar dana bergulir: { $group } ({ $village }) menerima modal { $amount }, dari dana yang baru disediakan. Setiap setoran nanti membuka giliran kelompok berikutnya.
announcement-to_all =
    Bapak/Ibu { $name },
    { $news }
