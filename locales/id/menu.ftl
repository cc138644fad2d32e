menu-say-greeting =
    Selamat { $part ->
        [morning] pagi
        [midday] siang
        [afternoon] sore
       *[night] malam
    }, Pak/Bu { $name }. Ada yang bisa kami bantu?
menu-say-nothing_asked = Baik, Pak/Bu. Saat ini tidak ada pertanyaan yang menunggu jawaban. Ada yang bisa kami bantu?
menu-say-nothing_to_correct = Belum ada laporan baru yang bisa diperbaiki, Pak/Bu. Ada yang bisa kami bantu?
menu-repayment_report = Lapor setoran
menu-progress_report = Lapor usaha (foto)
menu-what_is_left = Sisa dan jadwal
menu-how_to_pay = Cara setor
menu-cannot_pay = Belum bisa setor
menu-my_turn = Giliran kelompok
menu-apply = Ajukan modal
menu-human = Hubungi petugas
menu-help = Bantuan
menu-correct_report = Koreksi laporan
menu-visit = Catat kunjungan
menu-my_groups = Kelompok dampingan
menu-my_tasks = Tugas saya
