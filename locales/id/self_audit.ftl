# Buku memeriksa dirinya sendiri: /audit, dan apa yang terjadi bila ada selisih.

self_audit-line-today = Buku: selisih 0 (diperiksa { $at_time }, kepala { $head })
self_audit-line-earlier = Buku: selisih 0 (diperiksa { $at }, kepala { $head })
self_audit-line-never = Buku: belum pernah diperiksa
self_audit-line-halted = ⛔ Buku: ada selisih, pencatatan uang berhenti sejak { $since }. { $because }

self_audit-of_programme =
    { $programme }
    { $books }
self_audit-state =
    { $states }

    Buku diperiksa setiap pagi pukul 05.00. Pemeriksaan sewaktu-waktu dijalankan administrator.
self_audit-begun =
    { $states }

    Pemeriksaan ulang dimulai. Hasilnya menyusul di sini.
self_audit-result =
    🔎 { $programme }
    { $books }
self_audit-halted =
    ⛔ Pencatatan uang { $programme } dihentikan

    Pemeriksaan buku menemukan selisih:
    { $difference }

    Sampai selisih ini dibereskan, tidak ada uang yang dicatat. Laporan ketua tetap diterima dan menunggu; ketua tidak perlu berbuat apa-apa.
    Mohon segera beri tahu administrator dan pengelola sistem. Sesudah dibereskan, administrator memeriksa lagi.
self_audit-lifted =
    ✅ Pencatatan uang { $programme } berjalan lagi
    { $books }
self_audit-again = Periksa lagi

self_audit-chain-missing = { $where } tidak ada.
self_audit-chain-broken_link = { $where } tidak menyambung dengan catatan sebelumnya.
self_audit-chain-changed = { $where } berubah sesudah dicatat.
self_audit-chain-cut_off = { $where } pernah ada pada pemeriksaan sebelumnya, sekarang hilang dari ujung jurnal.
self_audit-chain-rewritten = { $where } bukan lagi catatan yang ada pada pemeriksaan sebelumnya.
self_audit-misnamed = { $where } seharusnya bernama { $named }.
self_audit-figures = { $where }, { $what }: tertulis { $shown }, menurut jurnal { $recomputed }.

self_audit-where-entry = Catatan jurnal nomor { $number }
self_audit-where-loan = Pinjaman { $number }
self_audit-where-group = Kelompok dengan nomor sistem { $number }
self_audit-where-account = Akun { $code }
self_audit-where-fund = Ikhtisar dana
self_audit-where-equation = Persamaan akun

self_audit-what-balance = saldo
self_audit-what-principal = pokok
self_audit-what-fee = jasa
self_audit-what-credit = titipan
self_audit-what-principal_paid = pokok yang dibayar untuk angsuran { $due_on }
self_audit-what-fee_paid = jasa yang dibayar untuk angsuran { $due_on }
self_audit-what-outstanding_principal = sisa pokok
self_audit-what-left_of_repaid = sisa pinjaman yang sudah lunas
self_audit-what-cash = kas bergulir
self_audit-what-lent_out = dana di kelompok
self_audit-what-written_off = yang dihapus dari buku
self_audit-what-in_treasury = dana di kas daerah
self_audit-what-capital = modal
self_audit-what-fee_cash = kas jasa

rule-books_halted = Pencatatan uang { $programme } sedang dihentikan sejak { $since }, karena pemeriksaan buku menemukan selisih. Tidak ada yang dicatat, dan yang menunggu tetap tersimpan. Ketik /audit untuk melihat keadaannya.
