# Berkas Excel bulanan. Judul kolom dipisah dengan garis tegak.

workbook-r1 = R1 Perkembangan
workbook-r1_title = Laporan Perkembangan Pinjaman per Kelompok
workbook-r1_head = No|Kelompok – Loan ID|Tgl Cair|Tempo|Alokasi|% Jasa|Target|Target|Real s.d. Bulan Lalu|Real s.d. Bulan Lalu|Real Bulan Ini|Real Bulan Ini|Real s.d. Bulan Ini|Real s.d. Bulan Ini|Saldo|%|Tunggakan|Tunggakan
workbook-r1_head_2 = { "" }||||||Pokok|Jasa|Pokok|Jasa|Pokok|Jasa|Pokok|Jasa|||Pokok|Jasa
workbook-r2 = R2 Kolektibilitas
workbook-r2_title = Laporan Kolektibilitas
workbook-r2_head = No|Kelompok – Loan ID|Saldo|Tunggakan|Kolek I|Kolek II|Kolek III|Kolek IV|Kolek V
workbook-r4 = R4 Kelompok Aktif
workbook-r4_title = Daftar Kelompok Aktif dan Tunggakan
workbook-r4_head = No|Kelompok – Loan ID|Angg.|Tgl Cair|Tempo|Alokasi|Saldo|Tunggakan Pokok|Tunggakan Jasa
workbook-r17 = R17 Mutasi Dana
workbook-r17_title = Mutasi Dana
workbook-r17_head = Tgl|No Bukti|Uraian|Kelompok|Pokok Masuk|Jasa Masuk|Pencairan|Setor Kas Daerah|Koreksi|Saldo Kas Bergulir
workbook-period = { $programme }, { $month_month } (dalam rupiah)
workbook-village_total = Jumlah desa { $village }
workbook-grand_total = Jumlah
workbook-group = { $group } [{ $leader }] - { $loan }
workbook-closed-repaid = V-LUNAS { $on_short }
workbook-closed-written_off = Penghapusan { $on_short }
workbook-footer = Dibuat oleh Gulir, { $at }. Angka sesuai buku pada saat itu.
