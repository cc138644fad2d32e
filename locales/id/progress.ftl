# Kartu laporan usaha di grup petugas, dan hasilnya bagi ketua.

progress-about =
    Laporan usaha { $number }
    { $group }
    { $village }, { $district }
    Pelapor: { $reporter }
    Masa: { $period }
    Foto: { $photos } ({ $times ->
        [1] satu kali kirim
       *[other] { $times } kali kirim
    })

progress-submitted =
    🌱 { $about }

    { $told }

    { $history }

    { $remarks }

progress-accepted =
    ✅ { $about }

    { $told }

    { $history }

    { $remarks }

    Diterima oleh { $by }, { $at }.

progress-more_wanted =
    🔁 { $about }

    { $told }

    { $history }

    { $remarks }

    Diminta lagi oleh { $by }, { $at }: { $reason }.

progress-quoted = “{ $text }”
progress-sales = Hasil jualan: { $sales }
progress-members = Anggota bekerja: { $working } dari { $members }
progress-obstacles = Kendala: { $obstacles }
progress-no_obstacles = tidak ada
progress-nothing_told = Foto saja, tanpa keterangan.

progress-last = Laporan usaha sebelumnya: { $period }
progress-first = Laporan usaha pertama kelompok ini.
progress-on_time = Angsuran tepat waktu: { $on_time } dari { $due }
progress-arrears = Lewat jadwal: { $arrears }
progress-no_arrears = Tidak ada yang lewat jadwal.
progress-no_loan = Tidak ada pinjaman berjalan.
progress-accepted_lately = Laporan usaha diterima, 90 hari terakhir: { $count }

progress-no_remarks = Belum ada catatan.
progress-accepted_before = ℹ️ Pernah diterima; ini tambahan yang perlu dilihat.
progress-caution-recycled_here = ⚠️ Ada foto yang tampak sama dengan laporan lain dari kelompok ini.
progress-caution-recycled_elsewhere = ⚠️ Ada foto yang tampak sama dengan laporan kelompok lain.
progress-same =
    { $exact ->
        [1] Foto yang sama
       *[other] Foto yang sangat mirip
    } ada di { $number }, { $group }, { $on_short }.
progress-compare-title =
    { $exact ->
        [1] Foto yang sama di dua laporan
       *[other] Foto yang sangat mirip di dua laporan
    }
progress-compare-report = Laporan { $number }
progress-note = 📝 { $author }, { $at }: { $text }

progress-do-accept = ✅ Terima
progress-do-more = Minta lagi
progress-do-note = Catatan

progress-note_begun = { $by }, catatan untuk laporan { $number }.
progress-note_kept = Catatan untuk laporan { $number } tersimpan di kartunya.
progress-note_without_words = Yang dapat dicatat adalah tulisan. Mohon balas kartunya dengan kalimat.
progress-note_too_long = Catatannya terlalu panjang. Mohon paling banyak { $at_most } huruf, boleh dalam beberapa balasan.
progress-more_begun = { $by }, laporan { $number } dari { $group }.

rule-progress_decided =
    { $status ->
        [accepted] Laporan { $number } sudah diterima oleh { $decided_by }, { $decided_at }. Tidak ada yang berubah.
       *[other] Untuk laporan { $number }, { $decided_by } sudah minta tambahan, { $decided_at }. Tidak ada yang berubah.
    }
rule-progress_changed = Ada tambahan baru untuk laporan { $number }. Mohon lihat kartunya yang terbaru dulu. Tidak ada yang berubah.
rule-own_progress = Laporan { $number } Anda kirim sendiri, jadi harus dilihat petugas lain.

# Yang dibaca ketua kelompok.

progress-result-accepted =
    Bapak/Ibu { $name }, laporan usaha { $number } dari { $group } untuk { $period } sudah dilihat dan diterima petugas. Terima kasih. 🙏
progress-result-more =
    Bapak/Ibu { $name }, terima kasih kabar usaha { $group } untuk { $period }. Supaya lengkap, mohon satu hal lagi: { $reason }.
    Nomor laporannya { $number }.
progress-result-send = Kirim foto
