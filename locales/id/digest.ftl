# /ringkasan, dan kabar setiap pagi kerja.

digest-overview =
    📋 Ringkasan { $today }

    { $programmes }
    { $proposals }
digest-programme =
    { $programme }, bulan ini:
    { $numbers }
digest-waiting = Menunggu diperiksa: { $count } laporan, { $total }. Paling lama: { $number }, { $group }, sejak { $since }.
digest-nothing_waits = Tidak ada laporan yang menunggu diperiksa.
digest-proposals = Usulan menunggu persetujuan: { $count }. Paling lama: usulan { $decision } ({ $kind }) dari { $proposer }, berlaku sampai { $until }.
digest-no_proposals = Tidak ada usulan yang menunggu persetujuan.
