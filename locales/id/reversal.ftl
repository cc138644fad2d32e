# /koreksi: setoran yang sudah dicatat dibatalkan.

find_report-title = pembatalan setoran
find_report-number-label = Nomor laporan
find_report-number-ask = Laporan nomor berapa yang dibatalkan? Contoh: S-1907-0003.
find_report-number-not_a_number = Nomor laporan seperti S-1907-0003. Mohon tulis sekali lagi.
find_report-unknown = Laporan { $number } tidak ada. Mohon periksa nomornya.
find_report-is_submitted = Laporan { $number } belum diperiksa, jadi cukup ditolak pada kartunya.
find_report-is_rejected = Laporan { $number } memang tidak diterima, jadi tidak ada yang dibatalkan.
find_report-is_reversed = Setoran dari laporan { $number } sudah pernah dibatalkan.

reverse_report-title = pembatalan setoran
reverse_report-reason-ask = Mengapa setoran ini dibatalkan? Alasannya dibaca ketua kelompok.
reverse_report-confirm =
    Mohon dicek dulu, pembatalan setoran:
    Laporan: { $number }, { $group }
    Jumlah: { $amount_full }
    Alasan: { $reason }
    Ajukan untuk disetujui?

reverse_report-reason-label = Alasan
reverse_report-reason-no_words = Mohon tulis dengan kalimat singkat.
reverse_report-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
