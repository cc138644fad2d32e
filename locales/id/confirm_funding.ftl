# Konfirmasi pencairan: ketentuan pinjaman, dan sekaligus atau bertahap.

confirm_funding-title = konfirmasi pencairan
confirm_funding-choice-label = Ketentuan
confirm_funding-choice-ask =
    { $group }, { $amount }. Ketentuan yang biasa:
    { $usual_terms }
    Pakai itu?
confirm_funding-choice-not_a_choice = Mohon pilih salah satu di bawah.
confirm_funding-choice-usual = Yang biasa
confirm_funding-choice-other = Ketentuan lain
confirm_funding-rhythm-label = Kapan menyetor
confirm_funding-rhythm-ask = Setorannya setiap kapan?
confirm_funding-rhythm-not_a_rhythm = Pilih di bawah, atau tulis seperti: tiap 4 bulan.
confirm_funding-count-label = Banyaknya setoran
confirm_funding-count-ask = Berapa kali setoran, termasuk yang tanpa pokok?
confirm_funding-count-not_a_count = Mohon tulis satu angka, misalnya 12.
confirm_funding-count-out_of_range = Antara { $at_least } dan { $at_most } setoran. Mohon tulis ulang.
confirm_funding-harvests-label = Tanggal panen
confirm_funding-harvests-ask = Setorannya tanggal berapa saja? Contoh: 20 Februari 2020, 20 Agustus 2020.
confirm_funding-harvests-not_days = Paling banyak { $at_most } tanggal, dipisah koma. Mohon tulis ulang.
confirm_funding-harvests-unclear_day = Tanggal “{ $said }” belum terbaca. Contoh: 20 Februari 2020, 20 Agustus 2020.
confirm_funding-harvests-not_ahead = { $given } sudah lewat. Mohon tulis tanggal yang akan datang.
confirm_funding-fee-label = Jasa
confirm_funding-fee-ask = Jasanya berapa persen dari pinjaman tiap setoran? Contoh: 0,5.
confirm_funding-fee-not_a_percentage = Mohon tulis satu angka, misalnya 0,5 atau 1.
confirm_funding-fee-too_high = Paling banyak { $at_most } persen tiap setoran. Mohon tulis ulang.
confirm_funding-no_fee = Tanpa jasa
confirm_funding-fee_of = { $percent }% tiap setoran
confirm_funding-grace-label = Tanpa pokok
confirm_funding-grace-ask = Berapa setoran pertama yang tanpa pokok? Tulis 0 bila tidak ada.
confirm_funding-grace-not_a_count = Mohon tulis satu angka, misalnya 0 atau 3.
confirm_funding-grace-out_of_range = Antara { $at_least } dan { $at_most }. Mohon tulis ulang.
confirm_funding-grace-takes_all = Setorannya hanya { $count }, jadi yang tanpa pokok harus lebih sedikit.
confirm_funding-first_due-label = Setoran pertama
confirm_funding-first_due-ask = Setoran pertama jatuh pada tanggal berapa?
confirm_funding-first_due-not_a_day = Tanggal itu belum terbaca. Contoh: 20 Agustus.
confirm_funding-first_due-unsure = Tanggal itu tidak ada atau kurang jelas. Mungkin salah satu di bawah ini?
confirm_funding-first_due-not_ahead = { $given } sudah lewat. Mohon tulis tanggal yang akan datang.
confirm_funding-one_period_later = Satu masa sesudah cair
confirm_funding-parts-label = Pencairan
confirm_funding-parts-ask = Dicairkan sekaligus, atau bertahap? Bagian berikutnya menunggu laporan usaha berfoto dan kunjungan pendamping. Boleh juga ditulis, misalnya 60 40.
confirm_funding-parts-not_parts = Pilih di bawah, atau tulis bagian-bagiannya: paling banyak { $at_most }, jumlahnya 100. Contoh: 60 40.
confirm_funding-at_once = Sekaligus
confirm_funding-in_two = Dua kali, 50 + 50
confirm_funding-parts_of = { $count } bagian: { $percents } persen
confirm_funding-confirm =
    Mohon dicek dulu, pencairan untuk { $group } ({ $village }), { $amount_full }:
    { $all_terms }
    Pencairan: { $parts }

    Bila dibayar hari ini, setorannya:
    { $plan }
    Konfirmasi?
confirm_funding-done = Pencairan untuk { $group } sudah dikonfirmasi. Orang lain yang menyetujui, lewat kartunya.
