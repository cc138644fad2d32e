# Kelompok menarik ajuannya.

leave_queue-title = pengunduran diri dari antrean
leave_queue-nothing_open = Tidak ada ajuan yang bisa ditarik, Pak/Bu.
leave_queue-group-label = Kelompok
leave_queue-group-ask = Kelompok mana yang mundur, Pak/Bu?
leave_queue-group-not_a_group = Kelompok yang mana, Pak/Bu? Pilih di bawah, ya.
leave_queue-group-has_none = { $group } tidak punya ajuan yang berjalan, Pak/Bu.
leave_queue-reason-label = Alasan
leave_queue-reason-ask = Boleh tahu alasannya, Pak/Bu? Pilih, atau tulis sendiri.
leave_queue-reason-no_words = Pilih salah satu, atau tulis singkat saja, Pak/Bu.
leave_queue-reason-too_long = Cukup singkat saja, Pak/Bu. Paling banyak { $at_most } huruf.
leave_queue-choice-not_needed = Tidak perlu modal
leave_queue-choice-not_ready = Kelompok belum siap
leave_queue-choice-unsaid = Lewati
leave_queue-because-not_needed = modal sudah tidak diperlukan
leave_queue-because-not_ready = kelompok belum siap
leave_queue-because-unsaid = tanpa alasan
leave_queue-confirm =
    { $group } akan menarik ajuan { $number }{ $place ->
        [0] {""}
       *[other] {" "}dan melepas nomor { $place } di antrean
    }, Pak/Bu.
    Alasan: { $reason }
    Kalau nanti mengajukan lagi, mulai dari belakang. Yakin?
leave_queue-submitted = Baik, Pak/Bu { $name }. Ajuan { $number } dari { $group } sudah ditarik. Silakan mengajukan lagi kapan saja.
leave_queue-too_late = Ajuan itu baru saja berubah, Pak/Bu, jadi tidak ada yang ditarik. Silakan lihat gilirannya.
