# Siapa yang perlu ditelepon: pengingat sudah selesai, sekarang giliran orang.

calls-card =
    📞 Perlu ditelepon: { $group }
    { $village }, { $district }
    Belum tercatat: { $arrears }, { $days } hari lewat jadwal. Pengingat otomatis sudah berhenti.

    { $people }
calls-leader = Ketua: { $name }, { $phone }
calls-treasurer = Bendahara: { $name }, { $phone }
calls-facilitator = Pendamping: { $name }, { $phone }
calls-no_phone = nomor belum ada
