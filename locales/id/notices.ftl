# Kabar yang kami kirim sendiri: beberapa hal menjadi satu pesan.

notices-several =
    Bapak/Ibu { $name }, ini kabar dari kami hari ini:

    { $lines }

    Terima kasih.
notices-several_owed =
    Bapak/Ibu { $name }, ini kabar dari kami hari ini:

    { $lines }

    Bila ada kendala, tekan { reminder-later } supaya kami bantu. Terima kasih.

notices-progress =
    Bapak/Ibu { $name }, bagaimana kabar usaha kelompok { $group } bulan ini? Balas dengan satu foto dan satu kalimat saja. 📷 Laporan ini membantu kami mendampingi kelompok. Terima kasih.
notices-line_progress = • { $group }: kami menunggu kabar usaha bulan ini, satu foto dan satu kalimat saja

notices-place =
    Bapak/Ibu { $name }, kelompok { $group } ada di daftar tunggu nomor { $place } dari { $of }. Perkiraan giliran: { $when }. Giliran bergantung pada dana yang kembali dan keputusan rapat. Kami kabari begitu ada keputusan. Terima kasih sudah sabar menunggu.
notices-line_place = • { $group }: daftar tunggu nomor { $place } dari { $of }, perkiraan giliran { $when }
