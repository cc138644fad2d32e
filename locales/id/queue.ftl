# /antrean: daftar tunggu, dan yang dapat dilakukan.

queue-overview =
    📋 Antrean { $programme }: { $count } menunggu
    { $lines }
queue-empty =
    📋 Antrean { $programme } kosong: saat ini tidak ada kelompok yang menunggu giliran. 🙏
queue-besides = { $lines }
queue-line = { $place }. { $group } ({ $village }), { $granted }, mengajukan { $applied_on_short }{ $own }{ $beside }
queue-class = , { $priority }
queue-beside = {" "}— { $line }
queue-postponed = Ditunda:
queue-aside = • { $group } ({ $village }), { $granted }
queue-under_review = { $count } ajuan belum diputuskan.
queue-head = Antrean: { $count } menunggu; catatan { $number }, kepala { $head }.
queue-programme = { $name } ({ $code })
queue-which_programme = Antrean program yang mana?
queue-unknown_programme = Program itu belum dikenal. Antrean yang mana?
queue-show = Lihat antrean
queue-next = Berikutnya
queue-back = Sebelumnya
queue-do-review = Lihat ajuan
queue-nothing_to_review = Tidak ada ajuan { $programme } yang menunggu keputusan.
queue-to_review =
    { $count ->
        [1] Satu ajuan menunggu keputusan; kartunya di bawah ini.
       *[other] { $count } ajuan menunggu keputusan; { $shown } kartu di bawah ini.
    }

queue-whose-move = Kelompok mana yang dipindahkan? Atau tulis: /antrean pindah NAMA 2 karena …
queue-whose-postpone = Kelompok mana yang ditunda? Atau tulis: /antrean tunda NAMA karena …
queue-whose-resume = Kelompok mana yang dilanjutkan? Atau tulis: /antrean lanjutkan NAMA karena …
queue-whose-remove = Kelompok mana yang dikeluarkan? Atau tulis: /antrean keluarkan NAMA karena …
queue-nobody_to-move = Antrean { $programme } kosong, jadi tidak ada yang dipindahkan.
queue-nobody_to-postpone = Antrean { $programme } kosong, jadi tidak ada yang ditunda.
queue-nobody_to-resume = Tidak ada kelompok { $programme } yang sedang ditunda.
queue-nobody_to-remove = Antrean { $programme } kosong, jadi tidak ada yang dikeluarkan.
