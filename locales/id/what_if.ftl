# /simulasi: apa jadinya bila kelompok ini didanai sekarang.

what_if-title = simulasi
what_if-group-ask = Simulasi mendanai kelompok mana?
what_if-group-label = Kelompok
what_if-group-unknown = Belum ada kelompok yang cocok dengan “{ $said }”. Mohon tulis nama, desa, atau kodenya.
what_if-group-several = “{ $said }” cocok dengan { $count } kelompok. Yang mana?
what_if-amount-ask = Berapa modalnya? Contoh: 15 juta
what_if-amount-label = Modal
what_if-amount-not_an_amount = Mohon tulis jumlahnya, misalnya { $example }.
what_if-amount-photo_instead = Fotonya sudah terlihat. Mohon tulis jumlahnya, misalnya { $example }.
what_if-amount-unsure = Maksudnya { $first }? Pilih yang benar, atau tulis ulang.
what_if-amount-too_small = Jumlah paling kecil { $at_least }. Mohon tulis lengkap, misalnya 15 juta.
what_if-amount-too_large = Jumlah itu terlalu besar. Mohon tulis ulang.

what_if-begun = 🔮 Simulasi { $group } dengan { $amount } sedang dihitung.
what_if-shown =
    🔮 Simulasi, tidak ada yang berubah: { $group } didanai { $amount } sekarang.
    { $programme }

    Dapat dicairkan: { $before } → { $after }
    { $notes }

    Giliran yang menunggu, sekarang → sesudahnya:
    { $places }

    { $worst }
what_if-covered = Cadangan { $reserve } tetap utuh.
what_if-short = ⚠️ Kurang { $short }: kas akan turun di bawah cadangan { $reserve }.
what_if-covered_without_reserve = Dananya cukup.
what_if-short_without_reserve = ⚠️ Dananya kurang { $short }.
what_if-needs_success = Menurut aturan, ini menunggu kelompok lain berhasil lebih dulu.
what_if-outside = Kelompok ini tidak sedang menunggu di antrean.
what_if-overtakes = Kelompok ini akan mendahului { $count } kelompok di depannya.
what_if-place =
    { $place }. { $group }
    { $before } → { $after }
    (terburuk: { $worst })
what_if-more = dan { $count } kelompok lagi (/antrean)
what_if-nobody_else = Tidak ada kelompok lain yang menunggu.
what_if-two_stop = Terburuk: bila { $one } dan { $other }, yang setorannya paling belakangan, berhenti menyetor.
what_if-one_stops = Terburuk: bila { $group }, yang setorannya paling belakangan, berhenti menyetor.
what_if-nobody_pays = Saat ini tidak ada kelompok yang sedang menyetor, jadi tidak ada keadaan terburuk.
