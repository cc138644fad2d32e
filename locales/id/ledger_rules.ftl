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
rule-funding_settled =
    { $state ->
        [proposed] Pencairan { $funding } untuk { $group } masih menunggu konfirmasi.
        [confirmed] Pencairan { $funding } untuk { $group } sudah dikonfirmasi { $by }, { $at }.
        [approved] Pencairan { $funding } untuk { $group } sudah disetujui { $by }, { $at }.
        [paid] Pencairan { $funding } untuk { $group } sudah dibayar { $by }, { $at }. Tidak ada yang berubah.
       *[other] Pencairan { $funding } untuk { $group } sudah tidak berlaku, { $at }. Tidak ada yang berubah.
    }
rule-funding_hindered =
    { $hurdle ->
        [left_queue] { $group } tidak lagi di antrean, jadi belum bisa dilanjutkan.
        [not_first] { $group } tidak lagi di urutan pertama, jadi belum bisa dilanjutkan.
        [no_success] Menurut aturan sekarang belum ada kelompok yang berhasil, jadi { $group } belum bisa dilanjutkan.
        [no_money] Dana yang ada tidak lagi cukup untuk { $group }. Lihat kartunya.
        [running_loan] { $group } masih punya pinjaman yang belum lunas.
        [history] Menurut aturan, riwayat pinjaman { $group } belum memungkinkan.
        [other_amount] Menurut aturan sekarang jumlah untuk { $group } lain. Lihat kartunya.
        [no_evidence] Bukti untuk bagian berikutnya { $group } belum lengkap.
       *[other] Pinjaman { $group } sudah tidak berjalan.
    }
rule-own_confirmation = Pencairan untuk { $group } Anda konfirmasi sendiri, jadi harus disetujui orang lain.
rule-payer_approved = Pencairan untuk { $group } Anda setujui sendiri, jadi harus dibayar bendahara yang lain.
rule-impossible_percent_repaid = Persen pokok yang kembali harus antara 1 dan 100.
rule-impossible_worst_class = Kelas riwayat harus antara I dan V.
rule-impossible_reports = Banyaknya laporan usaha tidak masuk akal.
rule-impossible_report_days = Banyaknya hari tidak masuk akal.
rule-impossible_maximum = Batas untuk satu kelompok harus lebih dari nol.
rule-impossible_minimum_reserve = Cadangan tidak boleh di bawah nol.
rule-impossible_repeat_percent = Persen pinjaman berikutnya tidak masuk akal.
rule-impossible_no_path = Harus ada cara untuk berhasil: lunas, atau sebelum lunas.
