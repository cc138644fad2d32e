# Aturan buku yang menghalangi sebuah langkah; dibaca petugas.

rule-above_credit = Titipan yang dapat dikembalikan hanya { $credit }. Tidak ada yang dicatat.
rule-above_written_off = Yang pernah dihapus dari buku dan belum kembali hanya { $written_off }. Tidak ada yang dicatat.
rule-amount_not_positive = Jumlahnya harus lebih dari nol.
rule-unknown_loan = Pinjaman itu tidak ada dalam catatan.
rule-unknown_entry = Catatan itu tidak ada.
rule-needs_another_person = Langkah ini memerlukan persetujuan orang lain.
rule-not_paid_out = Modal pinjaman { $number } belum pernah dicairkan, jadi tidak ada yang dapat dicatat padanya.
rule-written_off = Pinjaman { $number } sudah dihapus dari buku, jadi tidak ada lagi yang dapat dicatat padanya.
rule-not_written_off = Pinjaman { $number } tidak pernah dihapus dari buku.
rule-plan_does_not_add_up = Jadwal barunya { $planned }, padahal sisanya { $outstanding }. Tidak ada yang dicatat.
rule-rests_on_later_entries = Catatan sesudahnya bersandar pada catatan ini, jadi yang belakangan harus dibatalkan lebih dulu.
