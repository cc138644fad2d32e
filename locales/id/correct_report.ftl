# Ketua membetulkan laporan yang sudah terkirim.

correct_report-title = koreksi laporan
correct_report-begun = Koreksi laporan { $number }: { $amount }, { $paid_on }.
correct_report-offered = { $number }, { $amount }, { $paid_on_short }

correct_report-report-label = Laporan
correct_report-report-ask = Laporan yang mana yang dikoreksi, Pak/Bu?
correct_report-report-not_a_number = Mohon pilih laporannya di bawah, atau tulis nomornya, contoh: S-1907-0003.
correct_report-report-unknown = Laporan { $number } tidak ada di antara laporan Bapak/Ibu. Mohon pilih lagi.

correct_report-what-label = Yang dikoreksi
correct_report-what-ask = Apa yang perlu dibetulkan, Pak/Bu?
correct_report-what-not_a_choice = Yang bisa dibetulkan jumlah atau tanggalnya, Pak/Bu. Boleh langsung ditulis, contoh: 550 ribu.

correct_report-amount-label = Jumlah
correct_report-amount-ask =
    Berapa jumlah yang benar, Pak/Bu?
    Contoh: 550 ribu
correct_report-amount-photo_instead = Fotonya sudah masuk. Berapa jumlah yang benar, Pak/Bu? Contoh: { $example }
correct_report-amount-not_an_amount =
    Maaf, jumlahnya belum terbaca. Mohon tulis angkanya saja, Pak/Bu.
    Contoh: { $example } atau 500 ribu
correct_report-amount-unsure = Supaya tidak keliru, maksudnya { $first }, Pak/Bu? Pilih di bawah, atau tulis lengkap angkanya.
correct_report-amount-too_small = Jumlah paling sedikit { $at_least }, Pak/Bu. Mohon tulis lengkap, contoh: 500 ribu.
correct_report-amount-too_large = Angkanya besar sekali, Pak/Bu. Mohon tulis ulang jumlah rupiahnya.
correct_report-amount-as_before = Laporan { $number } memang sudah { $amount }, { $paid_on_short }, Pak/Bu. Berapa jumlah yang benar?
correct_report-amount-odd_amount =
    Supaya tidak keliru: jumlahnya { $amount_full }, atau maksudnya { $meant_full }, Pak/Bu?
correct_report-amount-above_outstanding =
    { $amount } lebih besar daripada sisa pinjaman, yaitu { $outstanding_full }. Apakah jumlahnya sudah benar, Pak/Bu?
correct_report-amount-below_smallest =
    { $amount } lebih kecil daripada setoran paling sedikit, yaitu { $smallest }. Apakah jumlahnya sudah benar, Pak/Bu?
correct_report-amount-same_report =
    Setoran { $amount } tanggal { $paid_on_short } sudah ada di laporan { $number }, { $status }. Apakah koreksinya sudah benar, Pak/Bu?

correct_report-paid_on-label = Tanggal
correct_report-paid_on-ask =
    Tanggal setor yang benar, Pak/Bu?
    Contoh: 5 Juli
correct_report-paid_on-not_a_day =
    Maaf, tanggalnya belum terbaca. Mohon tulis harinya, Pak/Bu.
    Contoh: kemarin, Senin lalu, atau { $today_short }
correct_report-paid_on-unsure = Supaya tidak keliru, maksudnya tanggal berapa, Pak/Bu? Pilih di bawah, atau tulis tanggalnya.
correct_report-paid_on-in_the_future = { $given } belum tiba, Pak/Bu. Hari ini { $today }. Kapan uangnya disetor?
correct_report-paid_on-as_before = Laporan { $number } memang sudah { $amount }, { $paid_on_short }, Pak/Bu. Tanggal berapa yang benar?
correct_report-paid_on-before_disbursement =
    { $paid_on } lebih awal daripada pencairan modal, yaitu { $disbursed_on_short }. Apakah tanggalnya sudah benar, Pak/Bu?
correct_report-paid_on-long_ago = { $paid_on } sudah lebih dari dua bulan yang lalu. Apakah tanggalnya sudah benar, Pak/Bu?
correct_report-paid_on-same_report =
    Setoran { $amount } tanggal { $paid_on_short } sudah ada di laporan { $number }, { $status }. Apakah koreksinya sudah benar, Pak/Bu?

correct_report-confirm =
    Mohon dicek dulu, koreksi laporan { $number } dari { $group }:
    { $changes }
    Sudah benar, Pak/Bu?
correct_report-changed =
    Laporan { $number } sudah diperbaiki. ✅
    { $changes }
    Terima kasih sudah memberi tahu, Pak/Bu. Petugas akan mencocokkan seperti biasa.
correct_report-asked =
    Laporan { $number } sudah dicatat di kantor, jadi koreksinya diperiksa petugas dulu:
    { $changes }
    Terima kasih sudah memberi tahu, Pak/Bu. Hasilnya kami kabari. 🙏
correct_report-is_decided_about = Koreksi laporan { $number } sedang diputuskan di kantor, Pak/Bu. Hasilnya kami kabari dulu, ya.
correct_report-differs_in_nothing = Laporan { $number } memang sudah { $amount }, { $paid_on_short }, Pak/Bu, jadi tidak ada yang diubah.
correct_report-unknown = Laporan { $number } tidak ada di antara laporan Bapak/Ibu. Mohon periksa nomornya.
correct_report-is_rejected = Laporan { $number } belum diterima, Pak/Bu, jadi lebih mudah dikirim ulang dengan isi yang benar.
correct_report-is_reversed = Pencatatan laporan { $number } sudah dibatalkan, Pak/Bu. Bila setorannya memang ada, silakan lapor lagi.
