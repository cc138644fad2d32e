# /aturan: siapa berikutnya, dalam kata-kata biasa, dan perubahannya.

funding_rule-shown =
    📜 Aturan giliran: { $programme }
    { $since }

    { $lines }

    { $warnings }
funding_rule-default = Aturan bawaan, belum pernah diubah.
funding_rule-since = Versi { $version }, berlaku sejak { $since }.
funding_rule-change = ✏️ Ubah aturan
funding_rule-which_programme = Aturan program yang mana?
funding_rule-same_already = Aturannya sudah begitu. Tidak ada yang perlu diubah.

rule_words-repaid_on = Kelompok yang lunas selalu dihitung berhasil
rule_words-repaid_off = Lunas saja belum dihitung berhasil
rule_words-threshold_on = Sebelum lunas pun dihitung berhasil, bila semua ini terpenuhi:
rule_words-threshold_off = Sebelum lunas tidak dihitung berhasil, jadi syarat berikut tidak dipakai:
rule_words-percent = pokok yang kembali paling sedikit { $percent }%
rule_words-arrears_on = semua setoran sesuai jadwal
rule_words-arrears_off = setoran yang lewat jadwal tidak dilihat
rule_words-history = tidak pernah lebih rendah dari kelas { $worst }
rule_words-history_off = riwayat tidak dilihat
rule_words-reports = { $count } laporan usaha berfoto diterima dalam { $days } hari
rule_words-reports_off = laporan usaha tidak diminta
rule_words-recommendation_on = ada rekomendasi pendamping yang masih berlaku
rule_words-recommendation_off = rekomendasi pendamping tidak diminta
rule_words-stage = tahap usaha paling sedikit { $stage }
rule_words-stage_off = tahap usaha tidak dilihat
rule_words-frees_any_cash = Begitu ada yang berhasil, semua dana yang ada boleh dicairkan
rule_words-frees_as_many_as_succeeded = Satu kelompok berhasil membuka giliran satu kelompok
rule_words-reserve = Cadangan yang selalu tinggal: { $amount }
rule_words-maximum = Paling banyak untuk satu kelompok: { $amount }
rule_words-maximum_off = Tidak ada batas jumlah untuk satu kelompok
rule_words-repeat = Pinjaman berikutnya paling besar, dibanding yang sebelumnya: kelas II { $second }, III { $third }, IV { $fourth }, V { $fifth }
rule_words-item = • { $line }
rule_words-demand = – { $line }
rule_words-share = { $percent }%
rule_words-any_share = tanpa batas
rule_words-change =
    Dari: { $before }
    Menjadi: { $after }
rule_words-no_warning = ✅ Aturan ini bisa dipenuhi.
rule_words-warning-maximum_below_smallest = ⚠️ Batas { $figure } lebih kecil daripada permohonan terkecil ({ $against }), jadi tidak ada yang menerima sebanyak permohonannya.
rule_words-warning-reserve_above_capital = ⚠️ Cadangan { $figure } tidak kurang dari seluruh modal ({ $against }), jadi tidak ada yang bisa dicairkan.
rule_words-warning-reserve_leaves_too_little = ⚠️ Di luar cadangan hanya { $figure } yang bisa bergulir, kurang dari permohonan terkecil ({ $against }).
rule_words-warning-too_many_reports = ⚠️ { $figure } laporan tidak mungkin terkumpul, karena paling banyak { $against } dalam waktu itu.
rule_words-warning-no_facilitator = ⚠️ { $figure } dari { $against } kelompok peminjam belum punya pendamping, jadi tidak ada yang bisa merekomendasikannya.
rule_words-warning-no_second_loan = ⚠️ Tidak ada kelompok yang bisa meminjam lagi.

funding_rule-title = perubahan aturan
funding_rule-item-label = Yang diubah
funding_rule-item-ask = Aturan { $programme }: apa yang diubah?
funding_rule-item-not_a_choice = Mohon pilih salah satu di bawah.
funding_rule-item-percent = Persen pokok kembali
funding_rule-item-reports = Laporan usaha
funding_rule-item-reserve = Cadangan
funding_rule-item-maximum = Paling banyak
funding_rule-item-frees = Giliran yang terbuka
funding_rule-item-history = Riwayat
funding_rule-item-stage = Tahap usaha
funding_rule-item-repeat = Pinjaman berikutnya
funding_rule-item-repaid = Lunas dihitung
funding_rule-item-threshold = Sebelum lunas
funding_rule-item-arrears = Lewat jadwal
funding_rule-item-recommendation = Rekomendasi
funding_rule-percent-label = Persen
funding_rule-percent-ask =
    Sekarang: { $line }
    Menjadi berapa persen?
funding_rule-percent-not_a_count = Mohon tulis satu angka, misalnya 80.
funding_rule-percent-out_of_range = Antara { $at_least } dan { $at_most } persen. Mohon tulis ulang.
funding_rule-percent-same = Sekarang sudah begitu. Mohon tulis angka lain.
funding_rule-count-label = Banyaknya laporan
funding_rule-count-ask =
    Sekarang: { $line }
    Berapa laporan berfoto yang diminta? Tulis 0 bila tidak diminta.
funding_rule-count-not_a_count = Mohon tulis satu angka, misalnya 2.
funding_rule-count-out_of_range = Antara { $at_least } dan { $at_most }. Mohon tulis ulang.
funding_rule-count-same = Sekarang sudah begitu. Mohon tulis angka lain.
funding_rule-days-label = Dalam berapa hari
funding_rule-days-ask = Dalam berapa hari terakhir? Contoh: 90.
funding_rule-days-not_a_count = Mohon tulis satu angka, misalnya 90.
funding_rule-days-out_of_range = Antara { $at_least } dan { $at_most } hari. Mohon tulis ulang.
funding_rule-amount-label = Jumlah
funding_rule-amount-ask =
    Sekarang: { $line }
    Menjadi berapa? Contoh: 15 juta.
funding_rule-amount-not_an_amount = Mohon tulis jumlahnya, misalnya { $example }.
funding_rule-amount-photo_instead = Fotonya sudah terlihat. Mohon tulis jumlahnya, misalnya { $example }.
funding_rule-amount-unsure = Maksudnya { $first }? Pilih yang benar, atau tulis ulang.
funding_rule-amount-too_small = Jumlah paling kecil { $at_least }. Mohon tulis lengkap, misalnya 450 ribu.
funding_rule-amount-too_large = Jumlah itu terlalu besar. Mohon tulis ulang.
funding_rule-amount-same = Sekarang sudah begitu. Mohon tulis jumlah lain.
funding_rule-no_limit = Tidak ada
funding_rule-frees-label = Giliran yang terbuka
funding_rule-frees-ask =
    Sekarang: { $line }
    Bila satu kelompok berhasil, apa yang terbuka?
funding_rule-frees-not_a_choice = Mohon pilih salah satu di bawah.
funding_rule-frees-any_cash = Semua dana yang ada
funding_rule-frees-as_many_as_succeeded = Giliran satu kelompok
funding_rule-frees-same = Sekarang sudah begitu. Mohon pilih yang lain.
funding_rule-worst-label = Riwayat
funding_rule-worst-ask =
    Sekarang: { $line }
    Kelas paling rendah yang masih boleh?
funding_rule-worst-not_a_choice = Mohon pilih salah satu di bawah.
funding_rule-worst-1 = Kelas I
funding_rule-worst-2 = Kelas II
funding_rule-worst-3 = Kelas III
funding_rule-worst-4 = Kelas IV
funding_rule-worst-any = Tidak dilihat
funding_rule-worst-same = Sekarang sudah begitu. Mohon pilih yang lain.
funding_rule-stage-label = Tahap usaha
funding_rule-stage-ask =
    Sekarang: { $line }
    Tahap usaha paling sedikit?
funding_rule-stage-not_a_choice = Mohon pilih salah satu di bawah.
funding_rule-stage-growing = Tumbuh
funding_rule-stage-thriving = Berkembang
funding_rule-stage-advanced = Maju
funding_rule-stage-any = Tidak dilihat
funding_rule-stage-same = Sekarang sudah begitu. Mohon pilih yang lain.
funding_rule-percents-label = Pinjaman berikutnya
funding_rule-percents-ask =
    Sekarang: { $line }
    Tulis empat angka persen untuk kelas II, III, IV, dan V. Contoh: 100 75 0 0.
funding_rule-percents-not_percents = Mohon tulis empat angka, paling besar 1000. Contoh: 100 75 0 0.
funding_rule-percents-same = Sekarang sudah begitu. Mohon tulis angka lain.
funding_rule-switch-label = Dipakai atau tidak
funding_rule-switch-ask =
    Sekarang: { $line }
    { $what }: dipakai?
funding_rule-switch-not_a_choice = Mohon pilih salah satu di bawah.
funding_rule-switch-on = Dipakai
funding_rule-switch-off = Tidak dipakai
funding_rule-switch-same = Sekarang sudah begitu. Mohon pilih yang lain.
funding_rule-switch-no_path = Kalau begitu tidak ada lagi cara untuk berhasil. Paling sedikit satu harus dipakai: lunas, atau sebelum lunas.
funding_rule-reason-label = Alasan
funding_rule-reason-ask = Apa alasannya? Alasannya bisa dibaca kelompok yang menunggu.
funding_rule-reason-no_words = Mohon tulis dengan kalimat singkat.
funding_rule-reason-too_long = Mohon lebih singkat, paling banyak { $at_most } huruf.
funding_rule-confirm =
    Mohon dicek dulu, aturan { $programme }:
    { $changes }
    Alasan: { $reason }
    { $warnings }
    Ajukan untuk disetujui?

decision-order-funding_rule =
    perubahan aturan giliran
    { $programme }
    { $changes }
    Alasan: { $reason }
    { $warnings }
decision-kind-funding_rule = perubahan aturan giliran
