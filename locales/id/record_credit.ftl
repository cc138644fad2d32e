# Uang masuk yang belum dilaporkan: dicatat bendahara atas nama kelompok.

record_credit-title = pencatatan uang masuk
record_credit-group-label = Kelompok
record_credit-group-ask = Uang kelompok mana? Tulis nama, desa, atau kodenya.
record_credit-group-unknown = Belum ada kelompok yang cocok dengan “{ $said }”. Coba tulis nama, desa, atau kodenya.
record_credit-group-several = Ada { $count } kelompok yang cocok dengan “{ $said }”. Yang mana? Bila tidak ada di bawah, tulis lebih lengkap.
record_credit-confirm =
    Uang masuk ini dicatat sebagai laporan setoran:
    Kelompok: { $group }
    Jumlah: { $amount_full }
    Tanggal: { $booked_on }
    Di bank: { $text }
    Setelah ini petugas lain yang memverifikasi. Sudah benar?
record_credit-submitted = Laporan { $number } dicatat untuk { $group }: { $amount }. Petugas lain perlu memverifikasinya.
record_credit-other_programme = Pinjaman { $group } ada di program lain, jadi uang dari rekening ini belum dapat dicatat untuknya.
