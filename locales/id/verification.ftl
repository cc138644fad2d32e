# Kartu laporan setoran di grup petugas, dan hasilnya bagi kelompok.

verification-about =
    Laporan { $number }
    { $group }
    { $village }, { $district }
    Pelapor: { $reporter }
    Jumlah: { $amount_full }
    Tanggal setor: { $paid_on }
    Cara: { $method }

verification-method-transfer = transfer
verification-method-cash = tunai

verification-card =
    📥 { $about }

    Menurut jadwal: { $expected }
    Sisa pinjaman: { $outstanding }

    { $cautions }

verification-expected-instalment = angsuran ke-{ $instalment }, { $due_on_short }, kurang { $left }
verification-expected-with_code = angsuran ke-{ $instalment }, { $due_on_short }, kurang { $left }, diminta { $asked } (kode bayar { $code })
verification-expected-nothing = semua angsuran sudah lunas

verification-caution-none = Tidak ada yang janggal.
verification-caution-slip_seen_here = ⚠️ Bukti yang sama pernah dikirim kelompok ini.
verification-caution-slip_seen_elsewhere = ⚠️ Bukti yang sama pernah dikirim kelompok lain.
verification-caution-odd_amount = ⚠️ Jumlahnya jauh dari jadwal.
verification-caution-above_outstanding = ⚠️ Jumlahnya melebihi sisa pinjaman.
verification-caution-below_smallest = ⚠️ Jumlahnya di bawah setoran terkecil.
verification-caution-before_disbursement = ⚠️ Tanggalnya sebelum modal dicairkan.
verification-caution-long_ago = ⚠️ Tanggalnya sudah lama berlalu.
verification-caution-same_report = ⚠️ Jumlah dan tanggal yang sama pernah dilaporkan.
verification-caution-no_slip = ⚠️ Belum ada foto bukti.

verification-accept = ✅ Terima
verification-other = Jumlah lain
verification-reject = Tolak
verification-claim = 👀 Saya periksa
verification-now = Verifikasi sekarang

verification-accepted =
    ✅ { $about }

    Diterima oleh { $by }, { $at }.
    Sisa pinjaman sekarang: { $outstanding }

verification-accepted_other =
    ✅ { $about }

    Diterima dengan jumlah lain: { $accepted_full }.
    Alasan: { $reason }
    Oleh { $by }, { $at }.
    Sisa pinjaman sekarang: { $outstanding }

verification-rejected =
    ✖️ { $about }

    Tidak diterima, karena { $reason }.
    Oleh { $by }, { $at }.

verification-reversed =
    ↩️ { $about }

    Pernah diterima oleh { $by }, { $at }, lalu dibatalkan.
    Sisa pinjaman sekarang: { $outstanding }

verification-other_begun = { $by }, laporan { $number } dari { $group }: dilaporkan { $amount }.
verification-reject_begun = { $by }, laporan { $number } dari { $group }, { $amount }.

verification-nothing_waits = Tidak ada laporan yang menunggu. Semua sudah diperiksa. 🙏
verification-waiting =
    { $count ->
        [1] Satu laporan menunggu pemeriksaan:
       *[other] { $count } laporan menunggu pemeriksaan. Yang paling lama lebih dulu:
    }
verification-waiting_more = { $count } laporan menunggu pemeriksaan. Ini { $shown } yang paling lama. Setelah selesai, ketik /verifikasi lagi.

# Yang dibaca ketua kelompok.

verification-result-accepted =
    Terima kasih, Bapak/Ibu { $name }. Setoran { $amount_full } tanggal { $paid_on_short } untuk { $group } sudah dicek dan dicatat. ✅

    Sisa pinjaman sekarang: { $outstanding }
    { $next }
    Nomor bukti { $number } tersimpan di kantor kami.

verification-result-accepted_other =
    Terima kasih, Bapak/Ibu { $name }. Laporan { $number } untuk { $group } sudah dicek. Uang yang masuk { $amount_full }, berbeda dari laporan { $reported }. Yang kami catat adalah uang yang masuk.
    Catatan petugas: { $reason }

    Sisa pinjaman sekarang: { $outstanding }
    { $next }
    Bila ada yang keliru, ketik PETUGAS ya.

verification-result-rejected =
    Bapak/Ibu { $name }, terima kasih atas laporannya. Laporan { $number } sebesar { $amount } belum dapat kami terima, karena { $reason }.

    { $mending }
    Perlu bantuan? Ketik PETUGAS.

verification-result-repaid =
    Alhamdulillah, selamat Bapak/Ibu { $name }! Pinjaman { $group } sudah lunas per { $day_short }. Dana ini akan membantu kelompok berikutnya. Terima kasih atas kerja keras semua anggota. 🙏

verification-next-due = Setoran berikutnya: { $due_on }, { $left }
verification-next-due_with_code = Setoran berikutnya: { $due_on }, { $left }. Mohon transfer tepat { $asked } (kode kelompok { $code }).
verification-next-nothing = Seluruh pinjaman sudah terbayar.
verification-next-credit = Kelebihan { $amount } kami simpan sebagai titipan, dipakai untuk setoran berikutnya.
verification-next-refund = Kelebihan { $amount } kami simpan sebagai titipan kelompok. Petugas akan mengatur pengembaliannya.

verification-changed =
    ✏️ Diubah pelapor:
    { $changes }
verification-corrected =
    ✏️ Dikoreksi:
    { $changes }
