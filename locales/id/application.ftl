# Kartu ajuan di grup petugas, dan hasilnya bagi kelompok.

application-about =
    Ajuan { $number }
    { $group }
    { $village }, { $district }, { $members } anggota
    Program: { $programme }
    Diajukan oleh: { $applicant }
    Untuk: { $purpose }
    Jumlah: { $amount_full }
    Proposal: { $pages ->
        [0] belum ada
       *[other] { $pages } lembar
    }

application-submitted =
    📄 { $about }

    { $history }

    { $remarks }
application-returned =
    💬 { $about }

    { $history }

    { $remarks }

    Dikembalikan dengan pertanyaan oleh { $by }, { $at }. Menunggu jawaban ketua.
application-waiting =
    ⏳ { $about }

    { $history }

    { $remarks }

    Di antrean: { $granted }, { $class }. Terakhir oleh { $by }, { $at }.
application-postponed =
    ⏸ { $about }

    { $history }

    { $remarks }

    Ditunda oleh { $by }, { $at }: { $reason }.
application-refused =
    ❌ { $about }

    { $remarks }

    Belum dapat diterima, oleh { $by }, { $at }: { $reason }.
application-withdrawn =
    🚪 { $about }

    { $remarks }

    Ditarik oleh { $by }, { $at }: { $reason }.
application-funded =
    ✅ { $about }

    { $remarks }

    Modal diterima: { $granted }, { $on_short }.

application-no_loan_yet = Belum pernah meminjam.
application-running_loan = Pinjaman berjalan { $number }: { $percent }% kembali, sisa { $outstanding }, tepat waktu { $on_time } dari { $due }
application-arrears = Lewat jadwal: { $arrears }
application-past_loan-repaid = Pinjaman { $number }: lunas
application-past_loan-written_off = Pinjaman { $number }: dihapus dari buku
application-news = Laporan usaha diterima, 90 hari: { $count }
application-above_most = ⚠️ Melebihi batas program, { $most } per kelompok.
application-not_round = ⚠️ Bukan kelipatan Rp100.000.
application-without_pages = ⚠️ Belum ada lembar proposal.
application-nothing_odd = Tidak ada yang janggal.
application-only_pages = (lembar tambahan)
application-said-returned = ❓ { $by }: { $said }
application-said-answered = ↩️ { $by }: { $said }

application-do-accept = ✅ Terima ke antrean
application-do-ask = Tanya dulu
application-do-refuse = Tolak
application-do-move = Pindahkan
application-do-postpone = Tunda
application-do-resume = Lanjutkan
application-do-remove = Keluarkan

application-begun-accept = { $by }, menerima ajuan { $number } dari { $group } ke antrean.
application-begun-ask = { $by }, pertanyaan untuk ajuan { $number } dari { $group }.
application-begun-refuse = { $by }, penolakan ajuan { $number } dari { $group }.

application-result-returned =
    Bapak/Ibu { $name }, terima kasih atas ajuan { $number } dari { $group }. Petugas ingin tahu dulu:
    “{ $asked }”
    Mohon dijawab di sini, Pak/Bu. 🙏
application-result-refused =
    Bapak/Ibu { $name }, terima kasih sudah mengajukan. Mohon maaf, ajuan { $number } dari { $group } belum dapat kami terima, karena { $reason }.
    Bapak/Ibu boleh mengajukan lagi, atau bertanya kepada petugas.

priority-usual = kelas { $priority } (biasa)
priority-sooner = kelas { $priority } (didahulukan)
priority-later = kelas { $priority } (sesudah yang lain)
