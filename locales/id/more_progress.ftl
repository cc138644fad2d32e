# Petugas minta tambahan untuk laporan usaha.

more_progress-title = permintaan untuk laporan { $number }
more_progress-reason-label = Alasan
more_progress-reason-ask = Apa yang masih perlu? Pilih, atau tulis sendiri. Ini dibaca pelapor.
more_progress-reason-no_words = Mohon pilih salah satu, atau tulis dengan kalimat singkat.
more_progress-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
more_progress-confirm =
    Mohon dicek dulu:
    Laporan: { $number }, { $group }
    Yang diminta: { $reason }
    Kirim ke pelapor?
more_progress-done = Permintaan untuk laporan { $number } dari { $group } kami kirim ke pelapor.

more_progress-choice-clearer_photo = Foto lebih jelas
more_progress-choice-business_photo = Foto kegiatan
more_progress-choice-sales = Hasil jualan
more_progress-choice-obstacles = Cerita kendala

more_progress-because-clearer_photo = foto yang lebih jelas, dari dekat dan di tempat terang
more_progress-because-business_photo = foto kegiatan usahanya bersama anggota
more_progress-because-sales = kira-kira berapa hasil jualannya
more_progress-because-obstacles = cerita singkat tentang kendalanya
