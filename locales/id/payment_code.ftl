# /kodeunik: kode bayar kelompok.

payment_code-title = kode bayar
payment_code-overview =
    Kode bayar: kelompok diminta menyetor jumlahnya ditambah tiga angka kodenya (contoh Rp500.017), supaya rekening koran langsung menyebut siapa yang menyetor. Tambahannya menjadi titipan kelompok.

    { $lines }
payment_code-line-on = { $programme }: nyala, { $count } kelompok punya kode
payment_code-line-off = { $programme }: mati
payment_code-turn-on = Nyalakan: { $programme }
payment_code-turn-off = Matikan: { $programme }
payment_code-switch-label = Kode bayar
payment_code-switch-ask = Kode bayar dinyalakan atau dimatikan?
payment_code-switch-on = Nyalakan
payment_code-switch-off = Matikan
payment_code-switch-not_a_choice = Mohon pilih salah satu di bawah.
payment_code-deed-on =
    Kode bayar { $programme } dinyalakan.
    Setiap kelompok peminjam mendapat kode, dan mulai sekarang diminta menyetor tepat dengan kodenya.
payment_code-deed-off =
    Kode bayar { $programme } dimatikan.
    Kelompok diminta jumlah biasa. Kodenya tetap tersimpan, dan yang sudah dicatat tidak berubah.
payment_code-confirm =
    Mohon dicek dulu:
    { $deed }
    Sudah benar?
payment_code-turned-on = Kode bayar { $programme } sekarang nyala, { $count } kelompok punya kode. Dinyalakan oleh { $by }.
payment_code-turned-off = Kode bayar { $programme } sekarang mati. Dimatikan oleh { $by }.
payment_code-as_it_was = Kode bayar { $programme } sudah seperti itu. Tidak ada yang berubah.
