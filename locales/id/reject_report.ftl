# Petugas belum dapat menerima laporan.

reject_report-title = penolakan laporan { $number }
reject_report-reason-label = Alasan
reject_report-reason-ask = Mengapa belum dapat diterima? Pilih, atau tulis sendiri. Alasan ini dibaca pelapor.
reject_report-reason-no_words = Mohon pilih salah satu alasan, atau tulis dengan kalimat singkat.
reject_report-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
reject_report-confirm =
    Mohon dicek dulu:
    Laporan: { $number }, { $group }
    Belum diterima, karena { $reason }
    Kirim ke pelapor?
reject_report-done = Laporan { $number } dari { $group } ditandai belum diterima. Alasan dan cara memperbaikinya kami kirim ke pelapor pukul { $at_time }. Keliru? Tekan Batalkan sebelum itu.

# Tombol petugas.
reject_report-choice-slip_unreadable = Bukti tidak terbaca
reject_report-choice-money_not_found = Uang belum masuk
reject_report-choice-wrong_amount = Jumlah tidak cocok
reject_report-choice-wrong_group = Bukan kelompok ini
reject_report-choice-duplicate = Sudah pernah dicatat

# Setelah kata "karena".
reject_report-because-slip_unreadable = foto buktinya tidak terbaca
reject_report-because-money_not_found = uangnya belum kami temukan di rekening program
reject_report-because-wrong_amount = jumlahnya tidak sama dengan buktinya
reject_report-because-wrong_group = buktinya untuk kelompok lain
reject_report-because-duplicate = setoran yang sama sudah pernah dicatat

# Apa yang dapat dilakukan ketua kelompok.
reject_report-mending-slip_unreadable = Mohon foto ulang buktinya dari dekat di tempat terang, lalu lapor sekali lagi di sini.
reject_report-mending-money_not_found = Mohon periksa nomor rekening tujuan dan tanggalnya. Bila uang sudah terkirim, lapor sekali lagi dengan foto bukti dari bank.
reject_report-mending-wrong_amount = Mohon lapor sekali lagi dengan jumlah yang tertulis pada bukti.
reject_report-mending-wrong_group = Mohon kirim bukti setoran kelompok Bapak/Ibu sendiri.
reject_report-mending-duplicate = Tidak ada yang perlu dikirim ulang. Bila ini memang setoran lain, lapor sekali lagi dengan buktinya.
reject_report-mending-own_words = Mohon lengkapi, lalu lapor sekali lagi di sini.
