# Grup petugas: jawaban untuk ketua, dan penolakan yang sopan.

staff-unknown_command = Perintah itu belum kami kenal. Ketik /bantuan untuk daftarnya.
staff-not_your_button = Tombol itu untuk petugas yang memulainya, atau pesannya sudah lewat. Tidak ada yang berubah.

staff-answer =
    Dari petugas Dinas Sosial:
    { $text }
staff-answer_in_pictures = Dari petugas Dinas Sosial, untuk Bapak/Ibu:
staff-answer_passed_on = Jawaban untuk { $name } sudah kami teruskan. ✅
staff-answer_without_words = Yang dapat diteruskan adalah tulisan dan foto. Mohon balas kartunya dengan kalimat.
staff-answer_corrected =
    Dari petugas Dinas Sosial (diperbaiki):
    { $text }
staff-answer_without_some_photos = Jawaban untuk { $name } sudah kami teruskan, tetapi sebagian fotonya tidak terbaca. Mohon dikirim ulang.

rule-own_report = Laporan { $number } Anda kirim sendiri, jadi harus diperiksa petugas lain.
rule-already_decided =
    { $status ->
        [accepted] Laporan { $number } sudah diterima oleh { $decided_by }, { $decided_at }. Tidak ada yang berubah.
        [rejected] Laporan { $number } sudah ditolak oleh { $decided_by }, { $decided_at }. Tidak ada yang berubah.
       *[other] Laporan { $number } sudah diputuskan oleh { $decided_by }, { $decided_at }. Tidak ada yang berubah.
    }
rule-loan_closed = Pinjaman { $number } sudah selesai, jadi tidak ada lagi yang dapat dicatat padanya.
rule-above_outstanding = Jumlahnya melebihi yang masih tersisa. Mohon diperiksa lagi.
rule-already_disbursed = Modal pinjaman { $number } sudah pernah dicairkan.
rule-insufficient_funds = Dananya tidak cukup untuk langkah ini. Mohon periksa /saldo.
rule-already_reversed = Catatan nomor { $entry } sudah pernah dibatalkan.
rule-not_reversible = Catatan nomor { $entry } adalah pembatalan dan tidak dapat dibatalkan lagi.
rule-same_reference_other_content = Langkah ini sudah pernah dicatat dengan isi yang berbeda. Mohon hubungi administrator.

# Kabar dari sistem sendiri.

staff-message_set_aside = Ada pesan yang tidak dapat diproses dan kami sisihkan dengan nomor { $reference }. Pengirimnya sudah diberi tahu.
staff-message_given_up = Ada pesan keluar yang tidak dapat dikirim, nomor { $reference }. Mohon hubungi penerimanya lewat jalan lain.
staff-unreachable = { $name } tidak dapat dihubungi lewat chat lagi. Mohon hubungi lewat jalan lain.
staff-reached_elsewhere = { $name } tidak dapat dihubungi lewat { $channel ->
    [whatsapp] WhatsApp
   *[other] Telegram
} lagi. Kabarnya kami kirim lewat jalur yang lain.
staff-cannot_reach = Kabar ini belum sampai karena penerimanya tidak punya alamat chat. Mohon disampaikan lewat jalan lain:
staff-job_failed = ⚠️ Tugas berkala “{ $job }” gagal berkali-kali. Mohon beri tahu pengelola sistem: rinciannya ada di log.
staff-job_stumbled = ⚠️ Tugas berkala “{ $job }” gagal untuk satu hal ({ $about }); yang lain tetap jalan. Mohon beri tahu pengelola sistem: rinciannya ada di log.
