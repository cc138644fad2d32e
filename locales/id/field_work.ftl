# Pendamping: kelompok dampingan dan tugas; dan saran kunjungan bagi petugas.

field_work-no_care = Bapak/Ibu { $name } belum tercatat sebagai pendamping kelompok. Bila keliru, petugas siap membantu.

field_work-groups =
    Kelompok dampingan Bapak/Ibu, per { $today_short }:

    { $groups }
field_work-group =
    👥 { $group } ({ $village })
    { $loan }
    { $visit }
    {" "}
field_work-no_loan = Tidak ada pinjaman berjalan
field_work-loan = Sisa { $outstanding }, pokok kembali { $percent }%
field_work-late = Lewat jadwal { $days } hari: { $arrears }
field_work-next = Setoran berikutnya { $due_on_short }: { $left }
field_work-never_visited = Belum pernah dikunjungi
field_work-visited = Kunjungan terakhir { $visited_on_short }, tahap { $stage }. { $verdict }
field_work-recommended = Direkomendasikan sampai { $until_short }
field_work-not_recommended = Belum direkomendasikan
field_work-recommendation_over = Rekomendasinya sudah lewat masa berlaku ({ $until_short })

field_work-no_tasks = Tidak ada tugas yang menunggu, Pak/Bu. Terima kasih.
field_work-tasks =
    { $count ->
        [1] Satu kunjungan disarankan:
       *[other] { $count } kunjungan disarankan:
    }

    { $tasks }
    { $more ->
        [0] {""}
       *[other] … dan { $more } lagi.
    }
field_work-task =
    🧭 { $group } ({ $village }), sejak { $since }
    { $reasons }

field_work-sign-later_and_later = • Setoran makin lambat, terakhir { $figure } hari sesudah jadwal
field_work-sign-very_late = • Setoran tertua lewat { $figure } hari dari jadwal
field_work-sign-smaller_and_smaller = • Setoran makin kecil, terakhir { $figure }% dari sebelumnya
field_work-sign-photos_stopped = • Belum ada kabar usaha selama { $figure } hari
field_work-sign-no_answer = • { $figure } pesan terakhir kami belum dijawab

field_work-told =
    Pak/Bu { $name }, { $group } ({ $village }) mungkin terbantu bila dikunjungi:
    { $reasons }

    Ini saran dari catatan, bukan penilaian. Bila sudah berkunjung, tekan tombol di bawah.

field_work-suggested =
    🧭 Perlu kunjungan? { $group }
    { $village }, { $district }
    { $reasons }

    Pendamping: { $facilitator }
    Saran dari catatan, keputusan ada pada petugas dan pendamping.
field_work-suggested_done =
    ✅ { $group } sudah dikunjungi, { $at }
    { $village }, { $district }
    { $reasons }

    Pendamping: { $facilitator }
field_work-suggested_dismissed =
    ☑️ { $group }: kunjungan dirasa belum perlu
    { $village }, { $district }
    { $reasons }

    Oleh { $by }, { $at }.
field_work-dismiss = Belum perlu
field_work-nobody_cares = (belum ada pendamping)
field_work-settled_before = Saran kunjungan itu sudah selesai. Tidak ada yang berubah.
