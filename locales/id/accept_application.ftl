# Petugas menerima ajuan ke antrean.

accept_application-title = penerimaan ajuan { $number }
accept_application-granted-label = Jumlah
accept_application-granted-ask = Berapa yang diterima? Pilih, atau tulis.
accept_application-granted-not_an_amount = Mohon tulis jumlahnya, misalnya 15 juta.
accept_application-granted-photo_instead = Fotonya sudah terlihat. Mohon tulis jumlahnya, misalnya 15 juta.
accept_application-granted-unsure = Maksudnya { $first }? Pilih yang benar, atau tulis ulang.
accept_application-granted-too_small = Jumlah paling kecil { $at_least }.
accept_application-granted-too_large = Jumlah itu terlalu besar. Mohon tulis ulang.
accept_application-granted-above_wanted = { $amount } lebih dari yang diajukan, { $wanted }. Benar begitu?
accept_application-granted-above_most = { $amount } melebihi batas program, { $most } per kelompok. Benar begitu?
accept_application-granted-not_round = { $amount } bukan kelipatan { $round_to }. Benar begitu?
accept_application-priority-label = Kelas
accept_application-priority-ask = Kelas antrean? Biasanya 5. Angka 1 paling dulu, 9 paling akhir.
accept_application-priority-not_a_class = Mohon pilih, atau tulis angka { $first } sampai { $last }.
accept_application-reason-label = Alasan kelas
accept_application-reason-ask = Mengapa di kelas itu? Alasan ini dibaca semua kelompok di antrean.
accept_application-reason-no_words = Mohon tulis alasannya dengan kalimat singkat.
accept_application-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
accept_application-why = {" "}karena { $reason }
accept_application-confirm =
    Mohon dicek dulu:
    Ajuan: { $number }, { $group }
    Diajukan: { $wanted }
    Diterima: { $granted_full }
    Antrean: { $priority }{ $why }
    Masukkan ke antrean?
accept_application-done = { $group } masuk antrean, nomor { $place } dari { $count } (ajuan { $number }). Ketua sudah dikabari.
