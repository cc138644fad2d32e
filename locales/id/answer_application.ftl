# Ketua menjawab pertanyaan petugas tentang ajuannya.

answer_application-begin = Jawab pertanyaan
answer_application-title = jawaban untuk ajuan { $number }
answer_application-nothing_asked = Saat ini tidak ada pertanyaan petugas yang menunggu jawaban, Pak/Bu.
answer_application-only_pages = (lembar tambahan saja)
answer_application-answer-label = Jawaban
answer_application-answer-ask =
    Pertanyaan petugas tentang ajuan { $number }, { $group }:
    “{ $asked }”
    Silakan dijawab di sini, Pak/Bu. Bila perlu, kirim juga foto lembar yang kurang.
answer_application-answer-no_words = Mohon dijawab dengan tulisan singkat, atau kirim foto lembar yang kurang, Pak/Bu.
answer_application-answer-too_long = Terlalu panjang, Pak/Bu. Paling banyak { $at_most } huruf.
answer_application-confirm =
    Mohon dicek dulu:
    Ajuan: { $number }
    Pertanyaan: { $asked }
    Jawaban: { $said }
    Lembar tambahan: { $pages ->
        [0] tidak ada
       *[other] { $pages }
    }
    Kirim ke petugas, Pak/Bu?
answer_application-submitted = Terima kasih, Pak/Bu { $name }. Jawaban untuk ajuan { $number } sudah kami teruskan; petugas akan melihatnya lagi.
answer_application-too_late = Ajuan { $number } sudah diputuskan petugas, Pak/Bu, jadi jawabannya tidak diperlukan lagi.
