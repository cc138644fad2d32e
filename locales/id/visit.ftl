# Kunjungan pendamping ke kelompok.

visit-title = catatan kunjungan

visit-group-label = Kelompok
visit-group-ask = Kelompok mana yang dikunjungi, Pak/Bu?
visit-group-not_in_care = “{ $said }” belum kami temukan di daftar dampingan Bapak/Ibu. Pilih salah satu, atau tulis namanya.

visit-visited_on-label = Tanggal
visit-visited_on-ask = Kapan kunjungannya, Pak/Bu? Contoh: hari ini, kemarin, tgl 5.
visit-visited_on-not_a_day = Tanggal itu belum kami pahami, Pak/Bu. Contoh: kemarin, atau 5 Juli.
visit-visited_on-unsure = Tanggal yang mana, Pak/Bu?
visit-visited_on-in_the_future = { $given } belum terjadi, Pak/Bu. Hari ini { $today_short }. Kapan kunjungannya?

visit-photos-label = Foto
visit-photos-ask = Mohon kirim foto kunjungan, paling banyak 10. Boleh beberapa sekaligus.
visit-photos-broken = Mohon maaf, Pak/Bu, kiriman itu belum bisa kami simpan karena { $why }. Mohon kirim ulang sebagai foto, atau tekan NANTI.
visit-photos-not_a_photo = Yang kami tunggu fotonya, Pak/Bu. Bila belum ada, tekan NANTI.

visit-seen-label = Yang dilihat
visit-seen-ask = Apa yang terlihat di sana, Pak/Bu? Satu atau dua kalimat cukup. Contoh: “Jahe 3 bulan, tumbuh baik, 8 anggota hadir.”
visit-seen-no_words = Mohon ditulis dengan kalimat, Pak/Bu. Contoh: “Jahe 3 bulan, tumbuh baik, 8 anggota hadir.”
visit-seen-too_long = Terlalu panjang, Pak/Bu. Paling banyak { $at_most } huruf.

visit-marks-label = Ciri-ciri
visit-marks-ask =
    Ciri mana yang sudah ada? Contoh: 1-6, 8 dan 9.

    Tumbuh
    1 ada pendamping
    2 anggota dilatih
    3 pengurus terbentuk
    4 alat diterima
    5 papan nama
    6 usaha berjalan
    Berkembang
    7 dijalankan pengurus
    8 untung jadi modal
    9 untung ke anggota
    10 iuran sosial
    11 makin percaya diri
    12 hasil terasa
    Maju
    13 modal naik
    14 bantu keluarga lain
    15 dikelola baik
    16 bermitra

    Boleh juga “semua” atau “belum ada”.
visit-marks-not_marks = Mohon tulis nomor 1 sampai { $most }, Pak/Bu. Contoh: 1-6, 8 dan 9. Boleh juga “semua” atau “belum ada”.

visit-recommended-label = Rekomendasi
visit-recommended-ask = Apakah kelompok ini Bapak/Ibu rekomendasikan sebagai kelompok yang berhasil?
visit-recommended-not_a_choice = Mohon pilih ya atau belum, Pak/Bu.
visit-recommends-yes = Ya, direkomendasikan
visit-recommends-no = Belum

visit-reason-label = Alasan
visit-reason-ask = Apa alasannya, Pak/Bu? Satu kalimat cukup.
visit-reason-no_words = Mohon ditulis dengan kalimat, Pak/Bu. Contoh: “Usahanya jalan, setoran tertib.”
visit-reason-too_long = Terlalu panjang, Pak/Bu. Paling banyak { $at_most } huruf.

visit-confirm =
    Mohon dicek dulu, kunjungan:
    Kelompok: { $group }
    Tanggal: { $visited_on }
    Foto: { $photos }
    Yang dilihat: { $seen }
    Ciri yang ada: { $marks } dari 16, tahap { $stage }
    Rekomendasi: { $recommended }
    Alasan: { $reason }
    Sudah benar, Pak/Bu?
visit-recorded =
    Terima kasih, Pak/Bu. Kunjungan ke { $group }, { $visited_on_short }, sudah kami catat dan diperlihatkan ke petugas. { $recommended ->
        [yes] Rekomendasinya berlaku { $days } hari, sampai { $until_short }.
       *[no] Catatan ini berlaku { $days } hari, sampai { $until_short }.
    }

visit-stage-beginning = rintisan
visit-stage-growing = tumbuh
visit-stage-thriving = berkembang
visit-stage-advanced = maju

# Kartu bagi petugas.

visit-card =
    🧭 Kunjungan ke { $group }
    { $village }, { $district }
    { $visited_on }, oleh { $facilitator }

    { $seen }

    Tahap: { $stage }
    { $marks }
    { $recommendation }
    Alasan: { $reason }
visit-marks_of = Ciri { $stage }: { $count } dari { $of }
visit-recommended-yes = 👍 Direkomendasikan, berlaku sampai { $until_short }
visit-recommended-no = Belum direkomendasikan
