# /saldo: dana bergulir sekilas.

fund-overview =
    💰 { $programme }
    Tercatat { $now }

    Kas bergulir: { $cash }
    Dapat dicairkan: { $available }
    Di kelompok (pokok): { $lent_out }
    Lewat jadwal: { $arrears }
    Kas jasa: { $fee_cash }
    Titipan kelompok: { $credit_held }

    Laporan bulan ini:
    { $month }
    { $waiting ->
        [0] Tidak ada laporan yang menunggu pemeriksaan.
       *[other] Menunggu pemeriksaan: { $waiting } laporan, { $waiting_sum } (belum masuk hitungan).
    }

fund-no_programme = Belum ada program dana bergulir yang tercatat.

fund-unmatched = Belum terlihat di mutasi bank: { $unmatched }. Program ini baru menghitungnya sebagai dana setelah cocok (/mutasi).

fund-kept =
    Tidak ikut dihitung sebagai dana yang dapat dicairkan:
    Sudah dipesan untuk kelompok: { $reserved }
    Cadangan: { $minimum }
