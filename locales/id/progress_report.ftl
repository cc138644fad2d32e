# Ketua kelompok mengirim foto dan kabar usahanya.

progress_report-title = laporan usaha

progress_report-group-label = Kelompok
progress_report-group-ask = Kabar usaha ini untuk kelompok yang mana, Pak/Bu?
progress_report-group-not_a_group = Maaf, kami belum menemukan kelompok itu. Silakan pilih salah satu di bawah, Pak/Bu.
progress_report-group-another =
    Kelompok “{ $said }” tidak tercatat atas nama Bapak/Ibu. Kabar ini untuk { $group }, benar?

progress_report-photos-label = Foto
progress_report-photos-ask =
    Mohon kirim foto usahanya, Pak/Bu, paling banyak sepuluh. 📷
    Boleh sekaligus, boleh satu per satu, boleh ditambah keterangan.
progress_report-photos-broken = Mohon maaf, Pak/Bu, kiriman itu belum bisa kami simpan karena { $why }. Mohon kirim ulang sebagai foto, atau ketik BATAL.
progress_report-photos-not_a_photo = Yang kami tunggu foto usahanya, Pak/Bu, satu saja sudah cukup. Kalau tidak jadi, ketik BATAL.
progress_report-photos-too_dark =
    { $photos ->
        [1] Fotonya agak gelap
       *[other] Ada { $count } foto yang agak gelap
    }, Pak/Bu. Bila bisa, foto lagi di luar ruangan atau dekat jendela.
progress_report-photos-blurred =
    { $photos ->
        [1] Fotonya agak buram
       *[other] Ada { $count } foto yang agak buram
    }, Pak/Bu. Bila bisa, foto lagi dari dekat dan tahan HP sebentar.
progress_report-photos-tiny =
    { $photos ->
        [1] Fotonya kecil sekali
       *[other] Ada { $count } foto yang kecil sekali
    }, Pak/Bu. Bila bisa, kirim foto aslinya dari galeri.
progress_report-photos-screen_photo =
    { $photos ->
        [1] Foto ini tampaknya foto dari layar
       *[other] Ada { $count } foto yang tampaknya foto dari layar
    }, Pak/Bu. Bila bisa, foto langsung usahanya.
progress_report-photos-screenshot =
    { $photos ->
        [1] Gambar ini tampaknya tangkapan layar
       *[other] Ada { $count } gambar yang tampaknya tangkapan layar
    }, Pak/Bu. Bila bisa, foto langsung usahanya.
progress_report-go_on = Lanjut saja
progress_report-send_again = Kirim ulang

progress_report-all_sent-label = Foto lengkap
progress_report-all_sent-ask =
    { $photos ->
        [1] Fotonya sudah masuk
       *[other] Sudah { $photos } foto masuk
    }, Pak/Bu. Masih ada lagi? Kirim saja. Kalau sudah semua, ketik SUDAH.
progress_report-all_sent-photo_instead =
    { $photos ->
        [1] Fotonya sudah masuk
       *[other] Sudah { $photos } foto masuk
    }, Pak/Bu. Masih ada lagi? Kirim saja. Kalau sudah semua, ketik SUDAH.
progress_report-all_sent-more_or_all = Maaf, kami belum paham. Kirim foto lagi, atau ketik SUDAH kalau fotonya sudah semua, Pak/Bu.
progress_report-all_sent-done = Sudah

progress_report-skip = Lewati
progress_report-not_told = belum diceritakan

progress_report-sales-label = Hasil jualan
progress_report-sales-ask =
    { $answered ->
        [0] Terima kasih fotonya, Pak/Bu. Ada beberapa pertanyaan singkat, semuanya boleh dilewati.
       *[other] Baik, Pak/Bu.
    }
    Berapa hasil jualan selama { $period }? Contoh: panen 200 kg, laku 3 juta
progress_report-sales-photo_instead =
    Sudah { $photos } foto kami simpan, Pak/Bu. Berapa hasil jualan selama { $period }? Contoh: 3 juta
progress_report-sales-not_a_sum =
    Maaf, jumlahnya belum terbaca. Boleh ditulis begini, Pak/Bu: laku 3 juta. Kalau belum dihitung, ketik LEWATI.
progress_report-sales-unsure = Supaya tidak keliru, maksudnya { $first }, Pak/Bu? Pilih di bawah, atau tulis lengkap angkanya.
progress_report-sales-and_told = { $amount } (“{ $told }”)

progress_report-members-label = Anggota bekerja
progress_report-members-ask =
    Berapa anggota yang ikut bekerja, Pak/Bu?
    Contoh: 5 orang, atau semua
progress_report-members-photo_instead = Sudah { $photos } foto kami simpan, Pak/Bu. Berapa anggota yang ikut bekerja? Contoh: 5 orang
progress_report-members-not_a_number = Maaf, jumlahnya belum terbaca, Pak/Bu. Contoh: 5 orang, atau SEMUA. Boleh juga ketik LEWATI.
progress_report-members-everybody = Semua
progress_report-members-more_than_registered =
    Anggota yang tercatat { $registered } orang, sedangkan yang ditulis { $members }. Sudah benar, Pak/Bu?

progress_report-obstacles-label = Kendala
progress_report-obstacles-ask = Ada kendala yang perlu kami ketahui, Pak/Bu? Ceritakan saja.
progress_report-obstacles-photo_instead = Sudah { $photos } foto kami simpan, Pak/Bu. Ada kendala yang perlu kami ketahui?
progress_report-obstacles-no_words = Boleh diceritakan dengan kalimat singkat, Pak/Bu. Kalau tidak ada kendala, ketik TIDAK ADA.
progress_report-obstacles-too_long = Terlalu panjang, Pak/Bu. Paling banyak { $at_most } huruf.
progress_report-obstacles-none = Tidak ada

progress_report-confirm =
    Mohon dicek dulu:
    Kelompok: { $group }
    Masa: { $period }
    Foto: { $photos }
    { $told }
    Sudah benar, Pak/Bu?
progress_report-quoted = “{ $text }”
progress_report-line-sales = Hasil jualan: { $sales }
progress_report-line-members = Anggota bekerja: { $members }
progress_report-line-obstacles = Kendala: { $obstacles }
progress_report-nothing_told = (foto saja)
progress_report-no_longer = (tidak lagi atas nama Bapak/Ibu)
progress_report-not_yours =
    Kelompok itu tidak lagi tercatat atas nama Bapak/Ibu, jadi kabarnya belum kami kirim. Bila ini keliru, ketik PETUGAS, kami bantu.

# Ucapan terima kasih: bergantian, dan selalu menyebut yang dikirim.

progress_report-thanks-a =
    Terima kasih, Pak/Bu { $name }. Kabar { $group } untuk { $period } sudah kami simpan bersama { $photos } foto. { $named } Nomornya { $number }. 🙏
progress_report-thanks-b =
    Sudah kami terima, Pak/Bu { $name }: { $photos } foto usaha { $group }, { $period }. { $named } Petugas akan melihatnya. Nomor laporan { $number }.
progress_report-thanks-c =
    Senang melihat { $photos } foto dari { $group }, Pak/Bu { $name }. { $named } Laporan { $number } untuk { $period } sudah sampai ke petugas.
progress_report-thanks-d =
    Kabar { $group } sudah lengkap untuk { $period }, Pak/Bu { $name }. { $named } Sebanyak { $photos } foto tersimpan dengan nomor { $number }. Terima kasih.

progress_report-added-a =
    Terima kasih tambahannya, Pak/Bu { $name }. { $named } Laporan { $number } ({ $group }, { $period }) bertambah { $photos } foto.
progress_report-added-b =
    Sudah kami tambahkan ke laporan { $number }, Pak/Bu { $name }: { $photos } foto baru dari { $group } untuk { $period }. { $named }
progress_report-added-c =
    Kabar terbaru { $group } sudah masuk, Pak/Bu { $name }. { $named } Ada { $photos } foto baru dalam laporan { $number } untuk { $period }.
progress_report-added-d =
    Laporan { $number } makin lengkap, Pak/Bu { $name }: { $photos } foto baru dari { $group }, { $period }. { $named } Terima kasih.

progress_report-named-obstacles = Kendalanya, “{ $obstacles }”, akan dibaca petugas dan pendamping.
progress_report-named-sales = Hasil jualan { $sales } ikut tercatat.
progress_report-named-caption = Ceritanya, “{ $text }”, ikut kami simpan.
progress_report-named-members =
    { $members ->
        [1] Semangat untuk satu anggota yang bekerja.
       *[other] Semangat untuk { $members } anggota yang bekerja.
    }
progress_report-named-no_obstacles = Syukurlah tidak ada kendala.
progress_report-named-photos = Fotonya langsung kami perlihatkan ke petugas.
