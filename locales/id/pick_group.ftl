# Kelompok mana yang dimaksud sebuah perintah.

pick_group-title = pilihan kelompok
pick_group-group-label = Kelompok
pick_group-group-ask = Kelompok mana? Tulis nama, desa, atau kodenya.
pick_group-group-unknown = Belum ada kelompok yang cocok dengan “{ $said }”. Coba tulis nama, desa, atau kodenya.
pick_group-group-several = Ada { $count } kelompok yang cocok dengan “{ $said }”. Yang mana? Bila tidak ada di bawah, tulis lebih lengkap.
