# Belum bisa setor: kapan, berapa, dan mengapa.

cannot_pay-title = kabar belum bisa setor

cannot_pay-group-label = Kelompok
cannot_pay-group-ask = Terima kasih sudah memberi kabar, Pak/Bu. Ini tentang kelompok yang mana?
cannot_pay-group-not_a_group = Maaf, kami belum menemukan kelompok itu. Silakan pilih salah satu di bawah, Pak/Bu.

cannot_pay-promised_on-label = Rencana setor
cannot_pay-promised_on-ask =
    Terima kasih sudah memberi kabar, Pak/Bu. Semoga segera ada jalan. Kira-kira kapan bisa menyetor?
    Boleh juga tulis tanggalnya, contoh: tanggal 25
cannot_pay-when-week = Seminggu lagi
cannot_pay-when-fortnight = Dua minggu lagi
cannot_pay-when-month = Sebulan lagi
cannot_pay-promised_on-not_a_day =
    Maaf, harinya belum terbaca, Pak/Bu. Mohon tulis tanggalnya, paling jauh { $latest_short }.
    Contoh: Senin depan, atau tanggal 25
cannot_pay-promised_on-unsure = Supaya tidak keliru, maksudnya tanggal berapa, Pak/Bu? Pilih di bawah, atau tulis tanggalnya.
cannot_pay-promised_on-in_the_past = { $given } sudah lewat, Pak/Bu. Kira-kira kapan bisa menyetor? Paling jauh { $latest_short }.
cannot_pay-promised_on-too_far =
    { $given } agak terlalu jauh, Pak/Bu. Mohon pilih hari paling lambat { $latest_short }. Bila belum yakin, sebagian dulu juga boleh, atau ketik PETUGAS supaya kita bicarakan.

cannot_pay-amount-label = Jumlah
cannot_pay-amount-ask = Berapa yang kira-kira bisa disetor waktu itu? Sebagian dulu juga boleh.
cannot_pay-amount-unknown = Belum tahu
cannot_pay-amount-photo_instead = Fotonya sudah masuk, terima kasih. Berapa yang kira-kira bisa disetor, Pak/Bu? Contoh: { $example }
cannot_pay-amount-not_an_amount = Maaf, jumlahnya belum terbaca, Pak/Bu. Contoh: { $example }. Bila belum tahu, tekan { cannot_pay-amount-unknown }.
cannot_pay-amount-unsure = Supaya tidak keliru, maksudnya { $first }, Pak/Bu? Pilih di bawah, atau tulis lengkap angkanya.
cannot_pay-amount-too_small = Jumlah paling sedikit { $at_least }, Pak/Bu. Bila belum tahu, tekan { cannot_pay-amount-unknown }.
cannot_pay-amount-too_large = Angkanya besar sekali, Pak/Bu. Mohon tulis ulang jumlah rupiahnya.

cannot_pay-reason-label = Kendala
cannot_pay-reason-ask = Boleh tahu kendalanya, Pak/Bu? Supaya kami bisa membantu. Bila tidak ingin bercerita, tekan { cannot_pay-reason-skip }.
cannot_pay-because-harvest = Hasil panen
cannot_pay-because-sales = Dagangan sepi
cannot_pay-because-illness = Ada yang sakit
cannot_pay-because-needed = Keperluan lain
cannot_pay-reason-none = tidak disebutkan
cannot_pay-reason-skip = Lewati
cannot_pay-reason-no_words = Boleh ditulis singkat saja, Pak/Bu, atau tekan { cannot_pay-reason-skip }.
cannot_pay-reason-too_long = Terlalu panjang, Pak/Bu. Paling banyak { $at_most } huruf.

cannot_pay-confirm =
    Mohon dicek dulu:
    Kelompok: { $group }
    Rencana setor: { $promised_on }
    Jumlah: { $amount }
    Kendala: { $reason }
    Sudah benar, Pak/Bu?

cannot_pay-submitted =
    Baik, Pak/Bu { $name }, sudah kami catat. Sampai { $promised_on } kami tidak mengingatkan dulu; pada hari itu kami sapa lagi. { $told } Semoga usahanya lancar. 🙏
cannot_pay-told_facilitator = Kabar ini kami teruskan ke pendamping { $name }.
cannot_pay-told_office = Kabar ini kami teruskan ke petugas.

cannot_pay-card =
    🕊 Belum bisa setor: { $group }
    { $village }, { $district }
    Dari: { $person }
    Rencana setor: { $promised_on }
    Jumlah: { $amount }
    Kendala: { $reason }

    { $due }
    { $before ->
        [0] Ini kabar pertama untuk pinjaman ini.
       *[other] Sebelumnya sudah { $before } kali memberi kabar untuk pinjaman ini.
    }
cannot_pay-due = Jadwal setoran berikutnya { $due_on_short }: { $left }
cannot_pay-late = Belum tercatat sejak { $due_on_short }: { $left }
cannot_pay-nothing_due = Semua setoran sudah tercatat.
cannot_pay-for_facilitator =
    Bapak/Ibu { $name }, kelompok { $group } ({ $village }) memberi kabar belum bisa setor.
    Dari: { $person }
    Rencana setor: { $promised_on }
    Jumlah: { $amount }
    Kendala: { $reason }
