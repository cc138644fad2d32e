# /rencana: modal yang akan datang.

planned_capital-title = rencana modal
planned_capital-which_programme = Rencana modal untuk program yang mana?
planned_capital-amount-ask = Berapa modal yang akan datang? Contoh: 50 juta
planned_capital-amount-label = Jumlah
planned_capital-amount-not_an_amount = Mohon tulis jumlahnya, misalnya { $example }.
planned_capital-amount-photo_instead = Fotonya sudah terlihat. Mohon tulis jumlahnya, misalnya { $example }.
planned_capital-amount-unsure = Maksudnya { $first }? Pilih yang benar, atau tulis ulang.
planned_capital-amount-too_small = Jumlah paling kecil { $at_least }. Mohon tulis lengkap, misalnya 50 juta.
planned_capital-amount-too_large = Jumlah itu terlalu besar. Mohon tulis ulang.
planned_capital-expected_on-ask = Kira-kira kapan masuk ke kas bergulir? Contoh: Maret, atau 15 Maret 2020.
planned_capital-expected_on-label = Perkiraan masuk
planned_capital-expected_on-not_a_day = Waktunya belum terbaca. Contoh: Maret, atau 15 Maret 2020.
planned_capital-expected_on-unsure = Tanggal itu tidak ada atau kurang jelas. Mungkin salah satu di bawah ini?
planned_capital-expected_on-not_ahead = { $given } sudah lewat. Yang ditulis di sini adalah modal yang belum datang.
planned_capital-expected_on-too_far = { $given } terlalu jauh. Mohon tulis waktu dalam tiga tahun ke depan.
planned_capital-confirm =
    Mohon dicek dulu, modal yang akan datang:
    Program: { $programme }
    Jumlah: { $amount_full }
    Paling lambat masuk: { $expected_on }
    Buku kas tidak berubah; perkiraan giliran ikut menghitungnya. Sudah benar?

planned_capital-announced =
    Tercatat oleh { $by }: modal { $amount } untuk { $programme }, paling lambat { $expected_on_short }. Perkiraan giliran menghitungnya mulai sekarang. Setelah uangnya masuk, catat dengan /modal.
planned_capital-nothing = Belum ada modal yang direncanakan.
planned_capital-new_here = Rencana baru
planned_capital-new = Baru: { $value }
planned_capital-listed =
    Modal yang direncanakan:
    { $plans }
planned_capital-line_open = { $amount }, paling lambat { $expected_on_short } ({ $programme })
planned_capital-line_overdue = { $amount }, sudah lewat { $expected_on_short }, tidak dihitung lagi ({ $programme })
planned_capital-drop = Tarik { $amount }
planned_capital-taken_back = Rencana modal { $amount } untuk { $expected_on_short } ditarik oleh { $by }. Perkiraan giliran tidak menghitungnya lagi.
planned_capital-ended_already = Rencana itu sudah berakhir. Tidak ada yang berubah.
planned_capital-arrived = Dari rencana modal, { $came } sudah datang dan tidak dihitung lagi sebagai rencana.
