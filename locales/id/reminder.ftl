# Pengingat setoran: hangat, pendek, tidak pernah mendesak.

reminder-paid = Sudah setor
reminder-later = Belum bisa
reminder-left = Lihat kartu

reminder-week =
    Yth. Bapak/Ibu { $name }, jadwal setoran ke-{ $number } kelompok { $group } adalah { $due_on } sebesar { $amount }. Masih ada waktu { $days } hari. Bila sudah menyetor, tekan { reminder-paid }. Terima kasih.
reminder-soon =
    Bapak/Ibu { $name }, { $days } hari lagi, yaitu { $due_on }, jadwal setoran kelompok { $group } sebesar { $amount }. Bila ada kendala, tekan { reminder-later } supaya kami bantu. Terima kasih.
reminder-tomorrow =
    Bapak/Ibu { $name }, besok, { $due_on }, jadwal setoran kelompok { $group } sebesar { $amount } ke rekening program. Setelah menyetor, kirim foto buktinya ke sini, ya. Terima kasih.
reminder-today =
    Selamat { $part ->
        [morning] pagi
        [midday] siang
        [afternoon] sore
       *[night] malam
    } Bapak/Ibu { $name }, hari ini jadwal setoran kelompok { $group } sebesar { $amount }. Abaikan pesan ini bila sudah menyetor dan melapor. Terima kasih.
reminder-late =
    Bapak/Ibu { $name }, setoran kelompok { $group } untuk { $due_on } sebesar { $amount } belum tercatat pada kami. Bila sudah menyetor, kirim buktinya ke sini. Bila belum, tekan { reminder-later } dan kita cari jalan bersama.
reminder-late_again =
    Bapak/Ibu { $name }, kami ingin memastikan usaha kelompok { $group } baik-baik saja. Setoran { $amount } untuk { $due_on } belum tercatat. Boleh dicicil sesuai kemampuan. Tekan { reminder-later } atau ketik PETUGAS, kami siap membantu.
reminder-exact = Mohon transfer tepat { $asked }; tiga angka terakhir ({ $code }) kode kelompok.

reminder-promised_today =
    Selamat { $part ->
        [morning] pagi
        [midday] siang
        [afternoon] sore
       *[night] malam
    } Bapak/Ibu { $name }, hari ini { $promised_on }, hari yang Bapak/Ibu sebutkan untuk setoran kelompok { $group }. Setelah menyetor, kirim foto buktinya ke sini, ya. Terima kasih.
reminder-promised_tomorrow =
    Bapak/Ibu { $name }, besok { $promised_on }, hari yang Bapak/Ibu sebutkan untuk setoran kelompok { $group }. Setelah menyetor, kirim foto buktinya ke sini, ya. Terima kasih.
reminder-promised_ahead =
    Bapak/Ibu { $name }, { $days } hari lagi, yaitu { $promised_on }, hari yang Bapak/Ibu sebutkan untuk setoran kelompok { $group }. Setelah menyetor, kirim foto buktinya ke sini, ya. Terima kasih.
reminder-promised_passed =
    Bapak/Ibu { $name }, setoran kelompok { $group } yang direncanakan { $promised_on } belum tercatat pada kami. Bila sudah menyetor, kirim buktinya ke sini. Bila masih ada kendala, tekan { reminder-later } dan sebutkan hari yang baru. Sebagian dulu juga boleh.

reminder-called =
    Bapak/Ibu { $name }, { $who } akan menghubungi Bapak/Ibu untuk membantu mencari jalan keluar setoran kelompok { $group } di waktu yang nyaman. Pesan pengingat kami hentikan dulu. Terima kasih.
reminder-facilitator = pendamping { $name }
reminder-office = petugas Dinsos

reminder-line_ahead = • { $group }: setoran ke-{ $number } { $amount }, { $due_on } ({ $days } hari lagi)
reminder-line_tomorrow = • { $group }: setoran ke-{ $number } { $amount }, besok, { $due_on }
reminder-line_today = • { $group }: setoran ke-{ $number } { $amount }, hari ini
reminder-line_late = • { $group }: setoran ke-{ $number } { $amount } untuk { $due_on_short } belum tercatat
reminder-line_promised = • { $group }: setoran yang Bapak/Ibu rencanakan { $promised_on }
reminder-line_promise_passed = • { $group }: setoran yang direncanakan { $promised_on_short } belum tercatat
reminder-line_called = • { $group }: { $who } akan menghubungi Bapak/Ibu; pengingat setoran kami hentikan dulu

reminder-over = Setoran itu sudah tidak kami tunggu lagi, Pak/Bu, jadi tidak ada yang perlu dilakukan. Terima kasih.
