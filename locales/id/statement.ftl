# Mutasi bank: diimpor, dicocokkan, diperiksa. Hanya di grup petugas.

statement-not_yours = Terima kasih, { $name }. Mutasi bank diimpor oleh bendahara, jadi berkas ini tidak kami proses.
statement-one_at_a_time = Mohon kirim mutasi satu berkas dulu, supaya jelas mana yang sedang dibaca.
statement-refused = Berkas { $file } belum dapat dibaca, karena { $why }. Mohon unduh lagi dari bank sebagai CSV atau XLSX, lalu kirim ke sini.
statement-not_a_statement = Berkas { $file } tidak seperti mutasi bank: kolom tanggal dan jumlah uangnya tidak ditemukan. Tidak ada yang disimpan.
statement-nothing_found =
    Tidak ada transaksi yang terbaca di { $file }. Tidak ada yang disimpan.
    { $broken }

statement-imported =
    🏦 Mutasi { $first_short } sampai { $last_short }, { $programme }
    { $rows } transaksi: { $new } uang masuk baru, { $known } sudah ada, { $outgoing } uang keluar.
    { $broken }
statement-all_read = Semua baris terbaca.
statement-broken = ⚠️ { $count } baris tidak dipakai:
statement-broken_row = Baris { $row }: { $why }
statement-more_rows = … dan { $count } baris lagi.
statement-why-day = tanggalnya tidak terbaca
statement-why-no_day = ada uang masuk tanpa tanggal
statement-why-no_year = tahunnya tidak tertulis
statement-why-money = jumlahnya tidak terbaca
statement-why-side = masuk atau keluarnya tidak jelas
statement-why-sen = jumlahnya memakai sen, misalnya bunga bank

statement-standing =
    🏦 { $programme }
    Mutasi terakhir: { $first_short } sampai { $last_short }, diimpor { $by }, { $on_short }.
statement-none_yet = 🏦 { $programme }: belum ada mutasi bank yang diimpor.
statement-how = Untuk mengimpor: bendahara mengirim berkas mutasi dari bank (CSV atau XLSX) ke grup ini. Berkas yang sama boleh dikirim lagi; tidak ada yang tercatat dua kali.

statement-found = { $lines }
statement-line-matched = ✅ { $count } laporan cocok dengan uang masuk: { $total }
statement-line-unclear = ❓ { $count } uang masuk perlu dilihat dulu
statement-line-credits = 💰 { $count } uang masuk belum dilaporkan: { $total }
statement-line-reports = ⏳ { $count } laporan belum ada uangnya: { $total }
statement-line-nothing = Semua uang masuk sudah ada laporannya. 🙏

statement-verify = ✅ Verifikasi { $count } yang cocok
statement-see-matched = Lihat yang cocok
statement-see-unclear = Lihat yang perlu dilihat
statement-see-credits = Lihat yang belum dilaporkan
statement-see-reports = Lihat laporan tanpa uang
statement-undo = Batalkan impor ini
statement-more = { $count } lagi

statement-list_empty = Daftar ini sudah kosong.
statement-list-matched =
    ✅ { $count } laporan yang cocok:
    { $lines }
statement-list-unclear =
    ❓ { $count } uang masuk yang perlu dilihat. Bisa lebih dari satu laporan, atau nama di bank berbeda:
    { $lines }
statement-list-credits =
    💰 { $count } uang masuk belum dilaporkan. Uang siapa ini? (“bukan” berarti bukan setoran kelompok, misalnya bunga bank.)
    { $lines }
statement-list-reports =
    ⏳ { $count } laporan belum ada uangnya di mutasi bank:
    { $lines }
statement-pair = • { $number }, { $group }: { $amount }, masuk { $booked_on_short } ({ $text })
statement-credit = { $mark }. { $amount }, { $booked_on_short }: { $text }
statement-perhaps = ↳ mungkin { $number }, { $group }, setor { $paid_on_short }
statement-report = • { $number }, { $group }: { $amount }, setor { $paid_on_short }

statement-record = { $mark }: catat
statement-record_for = { $mark }: catat untuk { $name }
statement-nobodys = { $mark }: bukan
statement-it_is = { $mark } = { $number }
statement-line_taken = Uang masuk itu sudah ada laporannya atau sudah ditandai, jadi tidak ada yang berubah.
statement-paired = Baik, { $amount } itu kami pasangkan dengan laporan { $number }.
statement-set_aside = Baik, { $amount } tanggal { $booked_on_short } ditandai bukan setoran dan tidak ditanyakan lagi.

statement-verified = ✅ { $count } laporan diterima menurut mutasi bank: { $total }. Dicatat pukul { $at_time }; sampai saat itu masih dapat dibatalkan.
statement-some_verified =
    ✅ { $count } laporan diterima menurut mutasi bank: { $total }. Dicatat pukul { $at_time }; sampai saat itu masih dapat dibatalkan.
    { $left } laporan dilewati:
    { $skipped }
statement-none_verified =
    Tidak ada laporan yang diverifikasi:
    { $skipped }
statement-skipped = • { $number }: { $why }
statement-skip-decided = sudah diputuskan
statement-skip-in_hand = sedang diperiksa petugas lain
statement-skip-own = Anda sendiri yang melaporkan, mohon petugas lain
statement-skip-unmatched = tidak lagi cocok dengan mutasi
statement-skip-closed = pinjamannya sudah selesai

statement-take_back = ↩️ Batalkan semua
statement-taken_back = { $count } putusan dibatalkan. Laporannya menunggu pemeriksaan lagi; belum ada yang dicatat atau dikabarkan.
statement-taken_back_late = { $count } putusan dibatalkan. Yang ini sudah telanjur dicatat: { $late }
statement-nothing_taken_back = Tidak ada putusan Anda yang masih dapat dibatalkan.

statement-undone = Impor itu dibatalkan: { $count } uang masuk dihapus dari daftar. Kirim lagi berkasnya; kolomnya akan ditanyakan ulang.
statement-undo_too_late = Impor itu tidak dapat dibatalkan lagi: { $count } uang masuknya sudah dipakai.
statement-undo_newer_first = Ada impor yang lebih baru. Yang terbaru perlu dibatalkan lebih dulu.

# Di kartu laporan setoran.

statement-sign-seen = 🏦 Ada di mutasi bank: { $booked_on_short }, { $amount }
statement-sign-unclear = 🏦 Ada uang masuk yang mirip di mutasi bank. Mohon dilihat di /mutasi.
statement-sign-not_seen = 🏦 Belum ada di mutasi bank
