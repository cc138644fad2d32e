# Keputusan empat mata: kartu usulan, dan apa jadinya.

decision-approve = ✅ Setujui
decision-refuse = Tolak

decision-card =
    🗳️ Usulan { $decision }: { $what }

    Diusulkan { $by }, { $at }.
    Perlu persetujuan orang lain, paling lambat { $until }.
decision-card_approved =
    ✅ Usulan { $decision }: { $what }

    Diusulkan { $by }, { $at }.
    Disetujui { $decided_by }, { $decided_at }.
decision-card_refused =
    ✖️ Usulan { $decision }: { $what }

    Diusulkan { $by }, { $at }.
    Ditolak { $decided_by }, { $decided_at }, karena { $reason }.
decision-card_cancelled =
    ↩️ Usulan { $decision }: { $what }

    Diusulkan { $by }, { $at }.
    Ditarik kembali oleh pengusulnya, { $decided_at }.
decision-card_expired =
    ⌛ Usulan { $decision }: { $what }

    Diusulkan { $by }, { $at }.
    Gugur { $decided_at }, karena tidak diputuskan dalam waktunya.

decision-order-counter_cash =
    setoran tunai di kantor
    { $group } ({ $village }), pinjaman { $number }
    Jumlah: { $amount_full }
    Diterima: { $paid_on }
    Sisa pinjaman sebelumnya: { $outstanding }
decision-order-capital =
    tambahan modal
    { $programme }
    Jumlah: { $amount_full }
    Diterima: { $received_on }
    Sumber: { $source }
decision-order-refund =
    pengembalian titipan
    { $group } ({ $village })
    Jumlah: { $amount_full }
    Titipan sekarang: { $held }
decision-order-reversal =
    pembatalan setoran
    Laporan { $number }, { $group }
    Jumlah: { $amount_full }
    Tanggal setor: { $paid_on }
    Alasan: { $reason }
decision-order-reschedule =
    jadwal ulang
    { $group } ({ $village }), pinjaman { $number }
    Sisa pinjaman: { $outstanding }
    Jadwal lama:
    { $old }
    Jadwal baru:
    { $new }
    Alasan: { $reason }
decision-order-write_off =
    hapus buku
    { $group } ({ $village }), pinjaman { $number }
    Jumlah pokok: { $amount_full }
    Sisa pokok: { $owed }
    Surat keputusan: { $paper }
    Alasan: { $reason }

decision-proposed =
    Usulan { $decision } sudah dikirim ke kartu di grup ini. Yang menyetujui harus orang lain, paling lambat { $days } hari.
decision-result_approved = Usulan { $decision } dari { $proposer } disetujui dan sudah dicatat. ✅
decision-result_refused = Usulan { $decision } dari { $proposer } ditolak, karena { $reason }. Tidak ada yang dicatat.
decision-result_cancelled = Usulan { $decision } ditarik kembali oleh { $proposer }. Tidak ada yang dicatat.
decision-result_expired = Mohon maaf, usulan { $decision } dari { $proposer } sudah lewat { $days } hari, jadi gugur. Silakan diusulkan lagi bila masih perlu.

decision-kind-counter_cash = setoran tunai
decision-kind-capital = tambahan modal
decision-kind-refund = pengembalian titipan
decision-kind-reversal = pembatalan setoran
decision-kind-reschedule = jadwal ulang
decision-kind-write_off = hapus buku

rule-already_proposed = Hal yang sama sudah diusulkan, nomor { $decision }, dan belum diputuskan.
rule-own_proposal = Usulan { $decision } Anda ajukan sendiri, jadi harus disetujui orang lain.
rule-decision_expired = Usulan { $decision } sudah lewat waktunya. Silakan diusulkan lagi bila masih perlu.
rule-decision_settled =
    { $status ->
        [approved] Usulan { $decision } sudah disetujui oleh { $decided_by }, { $decided_at }. Tidak ada yang berubah.
        [refused] Usulan { $decision } sudah ditolak oleh { $decided_by }, { $decided_at }. Tidak ada yang berubah.
        [cancelled] Usulan { $decision } sudah ditarik kembali oleh { $decided_by }, { $decided_at }. Tidak ada yang berubah.
       *[other] Usulan { $decision } sudah gugur, { $decided_at }. Tidak ada yang berubah.
    }

# Penolakan sebuah usulan.
refuse_decision-title = penolakan sebuah usulan
refuse_decision-reason-ask = Mengapa usulan ini ditolak? Alasannya dibaca pengusul.
refuse_decision-confirm =
    Mohon dicek dulu:
    Usulan { $decision } ditolak, karena { $reason }
    Sudah benar?

# Yang dibaca ketua kelompok sesudah sebuah usulan dijalankan.
decision-news-counter_cash =
    Terima kasih, Bapak/Ibu { $name }. Setoran tunai { $amount_full } tanggal { $paid_on_short } untuk { $group } sudah dicatat di kantor. ✅

    Sisa pinjaman sekarang: { $outstanding }
    { $next }
decision-news-reversal =
    Bapak/Ibu { $name }, catatan setoran { $number } sebesar { $amount } untuk { $group } kami batalkan, karena { $reason }.

    Sisa pinjaman sekarang: { $outstanding }
    Bila ada yang kurang jelas, ketik PETUGAS ya. Terima kasih atas pengertiannya.
decision-news-reschedule =
    Bapak/Ibu { $name }, jadwal setoran { $group } sudah diperbarui:
    { $new }

    Sisa pinjaman: { $outstanding }
    Terima kasih atas kejujurannya, semoga usahanya lancar.
decision-news-refund =
    Bapak/Ibu { $name }, titipan { $group } sebesar { $amount_full } sudah dikembalikan oleh kantor. Bila belum diterima, ketik PETUGAS ya.

refuse_decision-reason-label = Alasan
refuse_decision-reason-no_words = Mohon tulis dengan kalimat singkat.
refuse_decision-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.

# Koreksi laporan, dan uang yang kembali sesudah hapus buku.

decision-order-correction =
    koreksi laporan
    Laporan { $number }, { $group }
    { $changes }
    Alasan: { $reason }
decision-order-recovery =
    setoran sesudah hapus buku
    { $group } ({ $village }), pinjaman { $number }
    Jumlah: { $amount_full }
    Diterima: { $paid_on }
    Dihapus dan belum kembali: { $given_up }
decision-kind-correction = koreksi laporan
decision-kind-recovery = setoran sesudah hapus buku
decision-news-correction =
    Bapak/Ibu { $name }, laporan { $number } untuk { $group } sudah dikoreksi. ✅
    { $changes }
    Alasan: { $reason }

    Sisa pinjaman sekarang: { $outstanding }
    { $next }
    Bila ada yang kurang jelas, ketik PETUGAS ya.
decision-news-correction_asked =
    Bapak/Ibu { $name }, laporan { $number } untuk { $group } sudah dikoreksi. ✅
    { $changes }

    Sisa pinjaman sekarang: { $outstanding }
    { $next }
    Bila ada yang kurang jelas, ketik PETUGAS ya.
decision-news-recovery =
    Terima kasih banyak, Bapak/Ibu { $name }. Setoran { $amount_full } tanggal { $paid_on_short } dari { $group } sudah kami terima dan catat. Setiap setoran membantu kelompok berikutnya. 🙏
