# Laporan yang belum diterima dikirim ulang.

verification-send_again = Kirim ulang
sending_again-begun = Laporan { $number } kita kirim ulang, ya. Yang sudah benar tidak perlu ditulis lagi.
sending_again-done_before = Laporan { $number } sudah dikirim ulang dengan nomor { $again }, Pak/Bu.
sending_again-sent_before = Laporan itu sudah dikirim ulang dengan nomor { $again }, Pak/Bu, jadi tidak dikirim dua kali.
sending_again-not_needed = Laporan { $number } tidak perlu dikirim ulang, Pak/Bu.
sending_again-loan_over = Pinjaman dari laporan { $number } sudah selesai, Pak/Bu, jadi tidak perlu dikirim ulang.
