loose_photo-title = foto tadi

loose_photo-photos-label = Foto
loose_photo-photos-ask = Mohon kirim fotonya, Pak/Bu.
loose_photo-photos-broken = Mohon maaf, Pak/Bu, kiriman itu belum bisa kami simpan karena { $why }. Mohon kirim ulang sebagai foto, atau ketik BATAL.
loose_photo-photos-not_a_photo = Yang kami tunggu fotonya, Pak/Bu. Kalau tidak jadi, ketik BATAL.

loose_photo-purpose-label = Kegunaan foto
loose_photo-purpose-ask = Fotonya sudah masuk, Pak/Bu. Ini foto apa?
loose_photo-purpose-slip = Bukti setoran
loose_photo-purpose-business = Foto usaha
loose_photo-purpose-other = Lainnya
loose_photo-purpose-not_a_choice = Maaf, kami belum paham. Apakah foto itu bukti setoran, atau foto usaha, Pak/Bu?

loose_photo-is_business = Baik, foto itu untuk kabar usaha.
loose_photo-is_slip = Baik, foto itu kami pakai sebagai bukti setoran.
loose_photo-added =
    Terima kasih, Pak/Bu. Fotonya kami tambahkan ke laporan { $number }: { $amount }, { $paid_on }. Bila ini untuk setoran lain, tekan tombol di bawah atau tulis jumlahnya.
loose_photo-other_repayment = Setoran lain
loose_photo-shown =
    Terima kasih, Pak/Bu. { $count ->
        [1] Fotonya sudah kami simpan dan diperlihatkan ke petugas.
       *[other] Sebanyak { $count } foto sudah kami simpan dan diperlihatkan ke petugas.
    } 📷
loose_photo-card =
    Foto dari { $name }
    { $groups }
    { $caption }
loose_photo-no_caption = (tanpa keterangan)
