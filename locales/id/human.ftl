human-ask_human =
    Baik, Pak/Bu { $name }. Sudah kami teruskan ke petugas (nomor { $number }). { $promise } Tulis saja pesannya di sini, petugas akan membaca.
human-promise = Petugas menjawab paling lambat { $when }.
human-promise_later = Sekarang di luar jam layanan (Senin–Jumat 08.00–16.00 WITA). Petugas menjawab paling lambat { $when }.
human-answer_comes = Jawabannya kami kirim ke sini.
human-passed_on = Pesan ini sudah kami teruskan ke petugas. { $promise }
human-photos_passed_on =
    { $count ->
        [1] Fotonya sudah kami teruskan ke petugas.
       *[other] { $count } foto sudah kami teruskan ke petugas.
    }
human-passed_on_only = Sudah kami sampaikan ke petugas. 🙏
human-photos_missing = Sebagian foto belum terbaca, Pak/Bu. Mohon dikirim sekali lagi.
human-not_for_staff = Bukan untuk petugas
human-not_understood =
    Maaf, Pak/Bu { $name }, kami masih belum paham. Pesan Bapak/Ibu kami teruskan ke petugas (nomor { $number }). { $promise }
    Sementara itu silakan pilih di bawah, atau tulis dengan kata lain.
human-finish = Sudah, terima kasih
human-closed = Baik, Pak/Bu { $name }. Percakapan nomor { $number } sudah selesai. Kalau perlu petugas lagi, ketik PETUGAS.
human-closed_already = Percakapan nomor { $number } sudah selesai, Pak/Bu { $name }. Kalau perlu petugas lagi, ketik PETUGAS.
human-closed_by_office = Pak/Bu { $name }, percakapan nomor { $number } dengan petugas sudah selesai. Kalau masih ada yang ingin disampaikan, ketik PETUGAS.
human-late = Pak/Bu { $name }, mohon maaf, pesan nomor { $number } belum sempat dijawab petugas. Sudah kami ingatkan lagi, dan kami usahakan dijawab paling lambat { $when }. Terima kasih sudah menunggu. 🙏
human-complaint =
    Terima kasih sudah menyampaikan, Pak/Bu { $name }, dan mohon maaf atas ketidaknyamanannya. Sudah kami teruskan ke petugas (nomor { $number }). { $promise }
human-change_leader =
    Pergantian pengurus dicatat oleh petugas, Pak/Bu { $name }, supaya data kelompok tetap aman. Sudah kami teruskan (nomor { $number }). { $promise } Mohon siapkan berita acara kelompoknya.
human-change_number =
    Nomor HP hanya bisa diganti oleh petugas, Pak/Bu { $name }, supaya data kelompok tetap aman. Sudah kami teruskan (nomor { $number }). { $promise } Jangan kirim PIN atau OTP kepada siapa pun.
human-delete_data =
    Permintaan Bapak/Ibu sudah kami catat dengan nomor { $number }. Petugas menjawab paling lama 3 x 24 jam. Catatan keuangan tetap kami simpan sesuai aturan arsip.
human-access_data =
    Permintaan Bapak/Ibu sudah kami catat dengan nomor { $number }. Petugas mengirim penjelasan tentang data Bapak/Ibu paling lama 3 x 24 jam.
human-group = { $name }, { $village }
human-no_group = (belum terhubung dengan kelompok)
