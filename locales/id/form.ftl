# Kata-kata yang dipakai semua percakapan.

form-send = Ya, kirim
form-change = Perbaiki
form-cancel = Batal
form-keep = Ya, benar
form-rewrite = Tulis ulang
form-continue = Lanjut
form-restart = Mulai baru
form-human = Hubungi petugas
form-menu = Lihat menu
form-today = Hari ini
form-yesterday = Kemarin
form-later = Nanti
form-share_contact = Bagikan nomor saya
form-value = { $value }
form-group = { $name }

form-cancelled = Baik, Pak/Bu, dibatalkan. Tidak ada yang dikirim.
form-stale = Tombol itu dari pesan yang sudah lewat, Pak/Bu, jadi tidak ada yang berubah. Laporan yang sudah terkirim tetap aman.
form-which = Bagian mana yang perlu diperbaiki, Pak/Bu?
form-back_to = Sekarang kita lanjutkan { $what }, ya.
form-resume =
    Pak/Bu, { $what } belum selesai. Mau dilanjutkan?
form-expired_gently =
    Pak/Bu, { $what } sudah lama belum selesai, jadi kami simpan dulu. Silakan mulai lagi kapan saja.
form-noted = Baik, kami catat. { $what }: { $value }.
form-edit_noticed = Perubahan pesannya sudah kami baca, Pak/Bu.
form-nothing_open = Tidak ada yang sedang diproses, Pak/Bu.
form-not_understood =
    Maaf, kami belum paham maksudnya, Pak/Bu. Silakan pilih di bawah, atau tulis dengan kata lain. Contoh: “setor 500 ribu kemarin”.
form-sent_again = (kirim ulang)
form-too_many_photos = Yang kami simpan { $at_most } foto pertama, Pak/Bu; { $count } lagi boleh dikirim di laporan berikutnya.
form-photos_missing = { $count } foto belum bisa kami simpan karena { $why }. Yang lain aman; mohon kirim ulang yang itu, Pak/Bu.
form-choose = Pilih
