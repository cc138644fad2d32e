# /koreksi: setoran yang sudah dicatat dibetulkan atau dibatalkan.

find_report-title = koreksi setoran
find_report-number-label = Nomor laporan
find_report-number-ask = Laporan nomor berapa yang dikoreksi? Contoh: S-1907-0003.
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

# Laporan yang sudah dicatat, dengan jumlah atau tanggal lain.

find_report-what_to_do = Laporan { $number }, { $group }: { $amount }, { $paid_on_short }. Apa yang dikoreksi?
find_report-correct = Jumlah atau tanggal lain
find_report-reverse = Batalkan setoran

correct_accepted-title = koreksi laporan { $number }
correct_accepted-what-label = Yang dikoreksi
correct_accepted-what-ask = Apa yang dikoreksi, jumlah atau tanggalnya?
correct_accepted-what-not_a_choice = Pilih jumlah atau tanggal. Boleh langsung ditulis, misalnya 550 ribu.
correct_accepted-amount-label = Jumlah
correct_accepted-amount-ask = Berapa jumlah yang benar?
correct_accepted-amount-not_an_amount = Mohon tulis jumlahnya, misalnya { $example }.
correct_accepted-amount-photo_instead = Fotonya sudah terlihat. Mohon tulis jumlahnya, misalnya { $example }.
correct_accepted-amount-unsure = Maksudnya { $first }? Pilih yang benar, atau tulis ulang.
correct_accepted-amount-too_small = Jumlah paling kecil { $at_least }. Mohon tulis lengkap, misalnya 450 ribu.
correct_accepted-amount-too_large = Jumlah itu terlalu besar. Mohon tulis ulang.
correct_accepted-amount-as_before = Yang tercatat memang sudah { $amount }, { $paid_on_short }. Berapa jumlah yang benar?
correct_accepted-paid_on-label = Tanggal
correct_accepted-paid_on-ask = Tanggal setor yang benar?
correct_accepted-paid_on-not_a_day = Mohon tulis tanggalnya, misalnya kemarin atau { $today_short }.
correct_accepted-paid_on-unsure = Tanggal yang mana? Pilih yang benar, atau tulis ulang.
correct_accepted-paid_on-in_the_future = { $given } belum tiba, hari ini { $today }. Tanggal setor yang benar?
correct_accepted-paid_on-as_before = Yang tercatat memang sudah { $amount }, { $paid_on_short }. Tanggal setor yang benar?
correct_accepted-paid_on-before_loan = { $paid_on } lebih awal daripada pencairan modal, { $disbursed_on_short }. Mohon tulis tanggal yang benar.
correct_accepted-reason-label = Alasan
correct_accepted-reason-ask = Mengapa laporan ini dikoreksi? Alasannya dibaca ketua kelompok.
correct_accepted-reason-no_words = Mohon tulis dengan kalimat singkat.
correct_accepted-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
correct_accepted-confirm =
    Mohon dicek dulu, koreksi laporan { $number }, { $group }:
    { $changes }
    Alasan: { $reason }
    Ajukan untuk disetujui?

rule-nothing_to_correct = Laporan { $number } memang sudah tercatat begitu, jadi tidak ada yang dikoreksi.
rule-report_not_accepted =
    { $status ->
        [reversed] Setoran dari laporan { $number } sudah dibatalkan, jadi tidak ada lagi yang dikoreksi. Tidak ada yang dicatat.
       *[other] Laporan { $number } tidak tercatat sebagai setoran, jadi tidak ada yang dikoreksi. Tidak ada yang dicatat.
    }
