joining-welcome =
    Selamat datang di layanan dana bergulir Dinas Sosial Kutai Timur. Kelompok usaha keluarga yang membutuhkan modal dapat mengajukan lewat kantor desa, pendamping sosial, atau kantor Dinas Sosial. Gratis, tanpa biaya apa pun.
    Bila kelompok Bapak/Ibu sudah terdaftar, tekan tombol di bawah untuk membagikan nomor HP sendiri.
joining-welcome_by_number =
    Selamat datang di layanan dana bergulir Dinas Sosial Kutai Timur. Kelompok usaha dapat mengajukan modal lewat kantor desa, pendamping sosial, atau kantor kami, gratis.
    Nomor ini belum ada di catatan kami. Bila kelompok Bapak/Ibu sudah terdaftar, ketik PETUGAS.
joining-own_contact =
    Mohon bagikan nomor HP Bapak/Ibu sendiri lewat tombol di bawah. Nomor orang lain tidak kami simpan.
joining-unknown_number =
    Terima kasih. Nomor ini belum ada di catatan kami. Petugas sudah kami beri tahu. Bapak/Ibu juga boleh menghubungi pendamping atau datang ke kantor Dinas Sosial.
joining-unknown_card =
    Ada yang ingin bergabung, tetapi nomornya belum ada di catatan: { $name }.
    Bila dia pengurus kelompok, daftarkan dulu nomor HP-nya, lalu minta dia membagikan nomornya sekali lagi.
joining-consent =
    Pak/Bu { $name }, sebelum mulai kami mohon persetujuan.
    Kami mencatat nama, nomor HP, data pinjaman kelompok, bukti setoran, dan foto usaha, hanya untuk mengelola dana bergulir. Pesan ini lewat Telegram atau WhatsApp, yang servernya di luar negeri.
    Bapak/Ibu boleh melihat, membetulkan, atau menghentikannya kapan saja lewat petugas. Setuju?
joining-agree = Setuju
joining-disagree = Tidak setuju
joining-agreed =
    Terima kasih, Pak/Bu { $name }. Persetujuan sudah kami catat. ✅
    Ketik MENU kapan saja untuk melihat pilihan.
joining-declined =
    Baik, Pak/Bu { $name }. Kami tidak akan mengirim pesan lagi. Kelompok tetap dilayani di kantor Dinas Sosial atau lewat pendamping. Bila berubah pikiran, tulis saja ke sini.
joining-welcome_back = Selamat datang kembali, Pak/Bu { $name }. Ketik MENU untuk melihat pilihan.
