kinds-voice = Mohon maaf, kami belum bisa mendengarkan pesan suara. Boleh diketik singkat saja, Pak/Bu.
kinds-video = Mohon maaf, video belum bisa kami terima. Boleh dikirim fotonya saja, Pak/Bu.
kinds-sticker = Terima kasih stikernya, Pak/Bu.
kinds-location = Terima kasih, Pak/Bu, tetapi lokasi belum kami perlukan.
kinds-unsupported = Mohon maaf, pesan jenis ini belum bisa kami baca. Boleh diketik, atau dikirim sebagai foto atau PDF, Pak/Bu.
kinds-contact = Terima kasih. Nomor Bapak/Ibu sudah kami kenal, dan nomor orang lain tidak kami simpan.
kinds-edited = Pesan yang diubah itu sudah kami proses sebelumnya, Pak/Bu. Kalau ada yang keliru, tulis saja pesan baru atau ketik PETUGAS.
