# Kartu percakapan dengan petugas, di grup petugas.

help_talk-card =
    { $state ->
        [answered] 💬
        [closed] ☑️
       *[other] 🙋
    } { $reason ->
        [not_understood] Pesan { $name } belum kami pahami
       *[other] { $name } ingin bicara dengan petugas
    }
    { $about }

    { $lines }

    { $status }
help_talk-moved =
    ⬇️ { $reason ->
        [not_understood] Pesan { $name } belum kami pahami
       *[other] { $name } ingin bicara dengan petugas
    }
    { $about }

    { $state ->
        [open] Belum dijawab dalam waktu yang dijanjikan. Kartunya
       *[other] Percakapan dibuka lagi. Kartunya
    } ada di bawah.
help_talk-group = { $group } ({ $village })
help_talk-stranger = (bukan pengurus kelompok yang terdaftar)
help_talk-asked = Nomor { $number }, { $at }
help_talk-doing = Sedang mengisi: { $what }
help_talk-earlier = Lanjutan nomor { $number }, yang ditutup { $at }

help_talk-line = { $at } { $said }
help_talk-office_line = { $at } { $by }: { $said }
help_talk-quote = “{ $said }”
help_talk-photos = ({ $count } foto)
help_talk-with_photos = { $said } { $photos }
help_talk-without_words = (tanpa tulisan)
help_talk-left_out = … { $count } pesan sebelumnya

help_talk-to_answer = Balas (reply) kartu ini untuk menjawab.
help_talk-promised = Dijanjikan dijawab paling lambat { $when }. Balas (reply) kartu ini untuk menjawab.
help_talk-late = ❗ Belum dijawab dalam waktu yang dijanjikan ({ $times } kali). Mohon dijawab paling lambat { $when }: balas (reply) kartu ini.
help_talk-answered = Dijawab oleh { $by }, { $at }. Balas lagi bila masih ada yang perlu disampaikan.
help_talk-closed_by = Ditutup oleh { $by }, { $at }.
help_talk-closed_by_them = Ditutup oleh yang bertanya, { $at }.
help_talk-fell_silent = Selesai dengan sendirinya, { $at }: tiga hari tidak ada pesan lagi.
help_talk-settled = Sudah ditangani.
help_talk-close = Selesai
help_talk-reopen = Buka lagi

help_talk-said =
    💬 { $name } (nomor { $number })
    { $lines }

    Balas (reply) untuk menjawab.
help_talk-person_closed = ☑️ { $name } sudah menutup percakapan nomor { $number }.
help_talk-is_closed = Percakapan nomor { $number } dengan { $name } sudah ditutup, jadi tidak ada yang diteruskan. Mau dibuka lagi? Sesudah itu balas kartunya.
help_talk-closed_before = Percakapan nomor { $number } dengan { $name } sudah ditutup sebelumnya. Tidak ada yang berubah.
help_talk-open_already = Percakapan ini masih terbuka. Balas kartunya untuk menjawab.
help_talk-open_elsewhere = { $name } sedang dalam percakapan nomor { $number }. Balas kartu itu, atau balas pesan ini.
help_talk-finish_how = Untuk menutup percakapan, balas (reply) kartunya dengan /selesai, atau tekan tombol Selesai di kartu itu.
