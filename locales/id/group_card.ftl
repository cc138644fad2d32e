# /kelompok: semua tentang satu kelompok.

group_card-shown =
    👥 { $group } ({ $code })
    { $village }, { $district }
    Usaha: { $business }, { $members } anggota

    { $officers }

    { $loans }

    Laporan terakhir:
    { $reports }

    Data per { $today_short }.
group_card-officer = { $office }: { $name }, { $phone }
group_card-office-leader = Ketua
group_card-office-secretary = Sekretaris
group_card-office-treasurer = Bendahara
group_card-office-facilitator = Pendamping
group_card-no_phone = tanpa nomor HP
group_card-no_officers = Belum ada pengurus yang tercatat.
group_card-loan = Pinjaman { $number }: sisa { $outstanding }, pokok kembali { $percent }%, kolektibilitas { $grade }
group_card-late = Lewat jadwal: { $arrears }, { $days } hari
group_card-next = Setoran berikutnya: { $due_on_short }, { $left }
group_card-code = Kode bayar: { $code }
group_card-credit = Titipan kelompok: { $credit }
group_card-past_loan = Pinjaman { $number }: { $status }
group_card-status-repaid = lunas
group_card-status-written_off = dihapus dari buku
group_card-no_loan_yet = Belum pernah meminjam.
group_card-report = { $number }, { $amount }, { $paid_on_short }: { $status }
group_card-no_reports = belum ada
group_card-never_borrowed = { $group } belum pernah meminjam, jadi tidak ada yang dapat dicatat.
group_card-loan_repaid = Pinjaman { $number } dari { $group } sudah lunas, jadi tidak ada lagi yang dapat dicatat padanya.
group_card-loan_written_off = Pinjaman { $number } dari { $group } sudah dihapus dari buku.

group_card-do-riwayat = Riwayat
group_card-do-jadwal = Jadwal
group_card-do-catat = Catat tunai
group_card-do-titipan = Kembalikan titipan
group_card-do-jadwalulang = Jadwal ulang
group_card-do-hapusbuku = Hapus buku
group_card-do-pulihkan = Pulihkan
