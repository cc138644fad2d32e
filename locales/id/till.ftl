# Laporan yang sedang dipegang petugas, dan putusan yang masih dapat dibatalkan.

till-card =
    👀 { $about }

    Menurut jadwal: { $expected }
    Sisa pinjaman: { $outstanding }

    { $cautions }

    Diperiksa { $by } sejak { $since_time }.

till-accepted =
    ⏳ { $about }

    ✅ Diterima oleh { $by }, dicatat pukul { $at_time }.

till-accepted_other =
    ⏳ { $about }

    ✅ Diterima oleh { $by } dengan jumlah lain, { $accepted_full }, dicatat pukul { $at_time }.
    Alasan: { $reason }

till-rejected =
    ⏳ { $about }

    ✖️ Tidak diterima oleh { $by }, karena { $reason }. Dikabarkan pukul { $at_time }.

till-release = Lepas
till-undo = ↩️ Batalkan

till-taken_back = { $by } membatalkan putusan atas laporan { $number }. Laporannya menunggu pemeriksaan lagi; belum ada yang dicatat atau dikabarkan.
till-nothing_to_take_back = Laporan { $number } tidak sedang menunggu pencatatan, jadi tidak ada putusan yang dibatalkan.
till-not_posted =
    ⚠️ Putusan { $by } atas laporan { $number } dari { $group } tidak jadi dijalankan.
    { $why }
    Laporannya menunggu pemeriksaan lagi. Belum ada yang dicatat atau dikabarkan ke kelompok.
till-broken = Ada gangguan pada sistem saat mencatatnya. Mohon hubungi administrator bila terulang.

rule-report_in_hand = Laporan { $number } sedang diperiksa { $by } sejak { $since_time }. Tidak ada yang berubah.
rule-verdict_given =
    { $status ->
        [accepted] Laporan { $number } sudah diterima oleh { $decided_by } dan dicatat pukul { $posts_at_time }. Tidak ada yang berubah.
       *[other] Laporan { $number } sudah ditolak oleh { $decided_by } dan dikabarkan pukul { $posts_at_time }. Tidak ada yang berubah.
    }
rule-not_your_verdict = Putusan atas laporan { $number } dibuat oleh { $decided_by }, jadi hanya { $decided_by } yang dapat membatalkannya.
rule-too_late_to_take_back =
    { $status ->
        [accepted] Laporan { $number } yang diterima { $decided_by } sudah dicatat, { $decided_at }. Untuk memperbaikinya, ketik /koreksi { $number }.
        [rejected] Penolakan laporan { $number } oleh { $decided_by } sudah dikabarkan, { $decided_at }. Pelapor dapat mengirimnya lagi.
       *[other] Laporan { $number } sudah diputuskan oleh { $decided_by }, { $decided_at }. Tidak ada yang berubah.
    }
rule-no_longer_verifier = { $name } sudah tidak memegang peran Verifikator.
till-changed_meanwhile = { $by }, laporan { $number } diubah pelapor sebelum dicatat, jadi menunggu lagi. Mohon diperiksa ulang.
rule-report_changed = Laporan { $number } diubah oleh pelapor sesudah diputuskan.
