# Kolom-kolom mutasi bank: ditanyakan sekali, lalu diingat.

bank_columns-title = pengaturan kolom mutasi bank
bank_columns-column = { $letter }: { $name }
bank_columns-letter = { $letter }
bank_columns-no_column = tidak ada
bank_columns-example = • { $booked_on_short }, { $amount }, { $text }
bank_columns-no_example = (belum ada uang masuk di baris-baris pertama)
bank_columns-confirm =
    Berkas { $file } kami baca begini:
    Program: { $programme }
    Tanggal: kolom { $day }
    Uang masuk: kolom { $money }
    Tanda masuk/keluar: { $flag }
    Keterangan: { $description }
    Referensi: { $reference }
    Saldo: { $balance }

    Contoh uang masuk:
    { $examples }

    Sudah benar? Lain kali berkas seperti ini langsung diimpor.

bank_columns-programme-label = Program
bank_columns-programme-ask = Mutasi ini dari rekening program yang mana?
bank_columns-programme-not_a_programme = Mohon pilih salah satu program di bawah.

bank_columns-day-label = Tanggal
bank_columns-day-ask = Kolom mana yang berisi tanggal transaksi? Boleh ketik hurufnya, misalnya A.
bank_columns-day-not_a_column = Mohon pilih kolom tanggal di bawah, atau ketik hurufnya, misalnya A.
bank_columns-day-nothing_read = Dengan kolom itu tidak ada tanggal dan uang masuk yang terbaca. Mohon pilih kolom tanggal yang benar, lalu kolom uang masuk.

bank_columns-money-label = Uang masuk
bank_columns-money-ask = Kolom mana yang berisi uang masuk (kredit)? Bila masuk dan keluar menjadi satu, pilih kolom jumlahnya.
bank_columns-money-not_a_column = Mohon pilih kolom uang masuk di bawah, atau ketik hurufnya, misalnya D.

bank_columns-flag-label = Tanda masuk/keluar
bank_columns-flag-ask = Kolom mana yang menandai uang masuk dan keluar, misalnya D/K atau DB/CR? Bila isinya uang masuk saja, pilih “tidak ada”.
bank_columns-flag-not_a_column = Mohon pilih kolom tandanya di bawah, atau “tidak ada”.

bank_columns-description-label = Keterangan
bank_columns-description-ask = Kolom mana yang berisi keterangan atau nama pengirim?
bank_columns-description-not_a_column = Mohon pilih kolom keterangan di bawah, atau “tidak ada”.

bank_columns-reference-label = Referensi
bank_columns-reference-ask = Kolom mana yang berisi nomor referensi?
bank_columns-reference-not_a_column = Mohon pilih kolom referensi di bawah, atau “tidak ada”.

bank_columns-balance-label = Saldo
bank_columns-balance-ask = Kolom mana yang berisi saldo?
bank_columns-balance-not_a_column = Mohon pilih kolom saldo di bawah, atau “tidak ada”.
