# Ketua mengajukan modal untuk kelompoknya.

apply-title = ajuan modal
apply-no_group = Modal diajukan oleh pengurus kelompok yang terdaftar, Pak/Bu. Petugas akan membantu bila kelompoknya belum terdaftar.
apply-no_programme = Belum ada program modal yang dibuka, Pak/Bu. Silakan tanya petugas.
apply-no_longer = (sudah tidak ada)

apply-group-label = Kelompok
apply-group-ask = Ajuan ini untuk kelompok yang mana, Pak/Bu?
apply-group-not_a_group = Kelompok yang mana, Pak/Bu? Pilih di bawah, ya.
apply-group-has_applied = { $group } sudah punya ajuan yang berjalan, Pak/Bu, dan satu kelompok satu ajuan.

apply-other_group = Pilih kelompok lain
apply-choose_programme = Pilih program

apply-programme-label = Program
apply-programme-ask = Untuk program yang mana, Pak/Bu?
apply-programme-no_words = Program yang mana, Pak/Bu? Pilih di bawah, ya.
apply-programme-too_long = Terlalu panjang, Pak/Bu. Pilih di bawah, ya.
apply-programme-unknown = “{ $said }” belum kami kenal, atau ada lebih dari satu, Pak/Bu.

apply-purpose-label = Untuk apa
apply-purpose-ask =
    Modalnya untuk apa, Pak/Bu?
    Contoh: bibit jahe dan pupuk
apply-purpose-no_words = Boleh ditulis singkat untuk apa modalnya, Pak/Bu? Contoh: 20 ekor kambing dan pakan.
apply-purpose-too_long = Terlalu panjang, Pak/Bu. Paling banyak { $at_most } huruf; selebihnya cukup di proposal.

apply-amount-label = Jumlah
apply-amount-ask =
    Berapa modal yang diajukan, Pak/Bu?
    Contoh: 15 juta
apply-amount-not_an_amount = Boleh ditulis jumlahnya, Pak/Bu? Contoh: 15 juta.
apply-amount-photo_instead = Berkasnya sudah kami terima, Pak/Bu. Berapa modal yang diajukan? Contoh: 15 juta.
apply-amount-unsure = Maksudnya { $first }, Pak/Bu?
apply-amount-too_small = Paling kecil { $at_least }, Pak/Bu. Mohon ditulis lengkap. Contoh: 15 juta.
apply-amount-too_large = Jumlah itu terlalu besar, Pak/Bu. Mohon ditulis ulang.
apply-amount-not_round = Biasanya modal diajukan dalam kelipatan { $round_to }, Pak/Bu. Tetap { $amount }?
apply-amount-above_most = Program ini memberi paling banyak { $most } untuk satu kelompok, Pak/Bu. Tetap mengajukan { $amount }? Petugas yang akan menimbang.

apply-proposal-label = Proposal
apply-proposal-ask =
    Mohon kirim foto setiap lembar proposal, atau berkas PDF-nya. 📷
    Kalau belum ada, pilih Nanti.
apply-proposal-not_a_photo = Yang ditunggu foto atau PDF proposalnya, Pak/Bu. Kalau belum ada, pilih Nanti.
apply-proposal-broken = Berkasnya belum bisa kami simpan karena { $why }. Mohon kirim sekali lagi, Pak/Bu, atau pilih Nanti.
apply-proposal-too_dark = { $count } lembar terlalu gelap untuk dibaca, Pak/Bu. Bila bisa, foto ulang di tempat terang.
apply-proposal-blurred = { $count } lembar kurang terbaca, Pak/Bu. Bila bisa, foto ulang dari dekat, HP jangan goyang.
apply-proposal-tiny = { $count } lembar terlalu kecil untuk dibaca, Pak/Bu. Bila bisa, foto ulang dari dekat.

apply-confirm =
    Mohon dicek dulu:
    Kelompok: { $group }
    Program: { $programme }
    Untuk: { $purpose }
    Jumlah: { $amount_full }
    Proposal: { $proposal ->
        [0] menyusul
       *[other] { $proposal } lembar
    }
    Sudah benar, Pak/Bu?
apply-submitted =
    Terima kasih, Pak/Bu { $name }. Ajuan { $number } untuk { $group } sudah kami terima dan akan dilihat petugas. { $pages ->
        [0] Proposalnya boleh dibawa ke kantor atau lewat pendamping.
       *[other] Proposalnya sudah tersimpan.
    }
    Hasilnya kami kabari di sini. Mengajukan modal tidak dipungut biaya.

# Mengajukan dua kali.
apply-has_applied-submitted = { $group } sudah mengajukan { $amount } pada { $applied_at } (nomor { $number }), dan petugas sedang melihatnya, Pak/Bu. Cukup satu ajuan.
apply-has_applied-returned = { $group } sudah mengajukan { $amount } pada { $applied_at } (nomor { $number }). Petugas menunggu jawaban Bapak/Ibu.
apply-has_applied-waiting = { $group } sudah ada di daftar tunggu untuk { $amount } (nomor { $number }), Pak/Bu. Tidak perlu mengajukan lagi.
apply-has_applied-postponed = { $group } sudah punya ajuan { $number } untuk { $amount } yang sedang ditunda, Pak/Bu. Tidak perlu mengajukan lagi.
