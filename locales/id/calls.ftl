# Siapa yang perlu ditelepon: pengingat sudah selesai, sekarang giliran orang.

calls-card =
    📞 Perlu ditelepon: { $group }
    { $village }, { $district }
    { $state }

    { $people }
    { $outcome }
calls-late = Belum tercatat: { $arrears }, { $days } hari lewat jadwal. Pengingat otomatis sudah berhenti.
calls-paid = Semua setoran yang sudah jatuh tempo tercatat.
calls-leader = Ketua: { $name }, { $phone }
calls-treasurer = Bendahara: { $name }, { $phone }
calls-facilitator = Pendamping: { $name }, { $phone }
calls-no_phone = nomor belum ada
calls-for_facilitator =
    Bapak/Ibu { $name }, mohon bantu menghubungi kelompok { $group }, { $village }. Setoran { $arrears } sudah { $days } hari lewat jadwal dan pengingat kami hentikan.

    { $people }

    Setelah berbicara, mohon kabari kantor. Terima kasih. 🙏
calls-called = Sudah ditelepon
calls-promised = Ada rencana baru
calls-not_reached = Belum tersambung
calls-outcome-open = Belum ada yang menelepon.
calls-outcome-called = ✅ Sudah ditelepon { $by }, { $at }.
calls-outcome-promised = ✅ Ada rencana setor baru, dicatat { $by }, { $at }.
calls-outcome-not_reached = 📵 Belum tersambung, { $by }, { $at }. Mohon dicoba lagi.
calls-outcome-moot = ✅ Uangnya sudah masuk, tidak perlu ditelepon lagi.
calls-noted-called = Dicatat: { $group } sudah ditelepon. Terima kasih.
calls-noted-not_reached = Dicatat: { $group } belum tersambung. Kartunya tetap terbuka.
calls-noted-promised = Dicatat: { $group } berencana menyetor { $promised_on }. Pengingat mengikuti tanggal itu.
calls-already = Panggilan ini sudah dicatat. { $outcome }

call_promise-title = rencana setor baru
call_promise-promised_on-ask = Kapan kelompok berencana menyetor?
call_promise-promised_on-label = Rencana setor
call_promise-promised_on-not_a_day = Tanggal itu belum terbaca. Contoh: Jumat depan, atau 5 Agustus. Paling lambat { $latest }.
call_promise-promised_on-unsure = Tanggal itu tidak ada atau kurang jelas. Mungkin salah satu di bawah ini?
call_promise-promised_on-in_the_past = { $given } sudah lewat. Mohon tanggal paling lambat { $latest }.
call_promise-promised_on-too_far = { $given } terlalu jauh. Paling lambat { $latest }.
call_promise-confirm =
    Mohon dicek dulu, { $group }:
    Rencana setor: { $promised_on }
    Sudah benar?
