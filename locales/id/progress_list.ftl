# /perkembangan: kabar usaha terbaru, dan siapa yang belum lapor.

progress_list-latest =
    🌱 Laporan usaha terbaru, { $where }:
    { $lines }
progress_list-everywhere = semua kelompok
progress_list-line = { $number }, { $group } ({ $village }), { $period }, { $photos } foto: { $status }
progress_list-status-submitted = menunggu dilihat
progress_list-status-accepted = diterima
progress_list-status-more_wanted = diminta lagi
progress_list-none = Belum ada laporan usaha, { $where }.
progress_list-silent =
    { $count ->
        [1] Satu kelompok belum lapor usaha:
       *[other] { $count } kelompok belum lapor usaha:
    }
    { $lines }
progress_list-silent_line = { $group } ({ $village }, { $district }), { $period }
progress_list-all_reported = Semua kelompok yang meminjam sudah lapor usaha. 🙏
progress_list-who_is_silent = Belum lapor
progress_list-next = Berikutnya
progress_list-back = Sebelumnya
progress_list-which = Kelompok mana yang dimaksud dengan “{ $said }”?
progress_list-unknown = “{ $said }” bukan nama kelompok atau kecamatan yang kami kenal. Contoh: /perkembangan bengalon, /perkembangan belum lapor.
