# Senin pagi: pekan yang lalu dan keadaan dana, dengan satu gambar.

weekly-overview =
    📊 { $programme }, pekan ini
    Per { $today_short }

    Kas bergulir { $cash }, dapat dicairkan { $available }.
    Setoran masuk 7 hari terakhir { $week }; bulan ini { $month } dari rencana { $planned }.
    { $late ->
        [0] Semua kelompok sesuai jadwal. 🙏
       *[other] Lewat jadwal: { $late } kelompok, { $arrears }.
    }
    { $waiting ->
        [0] Tidak ada laporan yang menunggu pemeriksaan.
       *[other] Menunggu pemeriksaan: { $waiting } laporan, { $waiting_sum }.
    }
    Pengingat terkirim 7 hari terakhir: { $told }. Pesan WhatsApp berbayar bulan ini: { $templates }.
    { $queue }
weekly-who_is_late = Lihat yang lewat jadwal
weekly-next_in_queue = Siapa berikutnya
