# Ketua meminta koreksi laporan yang sudah dicatat: kartu di grup petugas.

correction_request-card =
    ✏️ Permintaan koreksi { $request }: laporan { $number }
    { $group }
    Tercatat: { $amount }, { $paid_on_short } (dicek { $verifier })
    Menurut { $requester }: { $wanted_full }, { $wanted_on_short }
    { $words }
correction_request-in_words = “{ $said }”
correction_request-without_words = (tanpa keterangan)
correction_request-propose = Ajukan koreksi
correction_request-refuse = Tolak
correction_request-card_proposed =
    🗳️ Permintaan koreksi { $request }: laporan { $number }
    { $group }
    Menurut { $requester }: { $wanted_full }, { $wanted_on_short }
    Diajukan { $by }, { $at }. Menunggu persetujuan orang lain.
correction_request-card_done =
    ✅ Permintaan koreksi { $request }: laporan { $number }
    { $group }
    Menurut { $requester }: { $wanted_full }, { $wanted_on_short }
    Disetujui { $by }, { $at }.
correction_request-card_refused =
    ✖️ Permintaan koreksi { $request }: laporan { $number }
    { $group }
    Menurut { $requester }: { $wanted_full }, { $wanted_on_short }
    Ditolak { $by }, { $at }, karena { $reason }.
correction_request-card_void =
    ↩️ Permintaan koreksi { $request }: laporan { $number }
    { $group }
    Menurut { $requester }: { $wanted_full }, { $wanted_on_short }
    Tidak berlaku lagi, { $at }.
correction_request-reporter_says = kata pelapor, “{ $said }”
correction_request-because_asked = diminta pelapor
correction_request-is_proposed = Permintaan koreksi { $request } sudah diajukan dan menunggu persetujuan.
correction_request-is_done = Permintaan koreksi { $request } sudah disetujui dan dicatat. Tidak ada yang berubah.
correction_request-is_refused = Permintaan koreksi { $request } sudah ditolak. Tidak ada yang berubah.
correction_request-is_void = Permintaan koreksi { $request } tidak berlaku lagi: laporannya sudah berubah sejak itu. Tidak ada yang dicatat.
correction_request-refused = Permintaan koreksi { $request } ditolak, karena { $reason }. Kabarnya kami kirim ke pelapor.
correction_request-news_refused =
    Bapak/Ibu { $name }, terima kasih atas keterangannya. Laporan { $number } untuk { $group } tetap { $amount }, { $paid_on_short }, karena { $reason }.
    Bila ada yang kurang jelas, ketik PETUGAS ya.

refuse_correction-title = penolakan permintaan koreksi { $request }
refuse_correction-reason-label = Alasan
refuse_correction-reason-ask = Mengapa koreksi ini ditolak? Alasannya dibaca ketua kelompok.
refuse_correction-reason-no_words = Mohon tulis dengan kalimat singkat.
refuse_correction-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
refuse_correction-confirm =
    Mohon dicek dulu:
    Permintaan koreksi { $request } ditolak, karena { $reason }
    Kirim ke pelapor?
