# Petugas belum dapat menerima ajuan.

refuse_application-title = penolakan ajuan { $number }
refuse_application-reason-label = Alasan
refuse_application-reason-ask = Mengapa belum dapat diterima? Pilih, atau tulis sendiri. Alasan ini dibaca ketua.
refuse_application-reason-no_words = Mohon pilih salah satu alasan, atau tulis dengan kalimat singkat.
refuse_application-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
refuse_application-confirm =
    Mohon dicek dulu:
    Ajuan: { $number }, { $group }
    Belum diterima, karena { $reason }
    Kirim ke ketua?
refuse_application-done = Ajuan { $number } dari { $group } ditandai belum diterima. Alasannya kami kirim ke ketua.

refuse_application-choice-not_this_programme = Bukan program ini
refuse_application-choice-not_complete = Belum lengkap
refuse_application-choice-not_yet_ready = Kelompok belum siap
refuse_application-choice-no_member = Syarat anggota

# Setelah kata "karena".
refuse_application-because-not_this_programme = keperluannya belum sesuai dengan program ini
refuse_application-because-not_complete = berkasnya belum lengkap
refuse_application-because-not_yet_ready = kelompok masih perlu pendampingan dulu
refuse_application-because-no_member = keanggotaan kelompok belum memenuhi syarat program
