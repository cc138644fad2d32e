# Hari kerja pertama setiap bulan: laporan bulan yang lalu.

monthly-pack =
    📚 Laporan { $month_month }, { $programme }

    Kas bergulir akhir bulan: { $cash }
    Setoran masuk: { $repaid } dari rencana { $planned }
    Dicairkan: { $paid_out }
    { $late ->
        [0] { $running } pinjaman berjalan, semua sesuai jadwal. 🙏
       *[other] { $running } pinjaman berjalan, { $late } lewat jadwal: { $arrears }
    }
    Pesan WhatsApp berbayar: { $templates }
    Data lama yang dihapus sesuai aturan: { $forgotten }

    Rinciannya di berkas Excel: perkembangan, kolektibilitas, kelompok aktif, dan mutasi dana.
