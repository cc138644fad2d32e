how_to_pay-account =
    Setoran hanya ke rekening resmi:
    { $account }
    Jangan setor ke rekening lain, walau ada yang mengaku petugas. Simpan buktinya, lalu kirim fotonya ke sini. Ragu? Ketik PETUGAS.
how_to_pay-accounts =
    Setoran hanya ke rekening resmi:
    { $accounts }
    Jangan setor ke rekening lain, walau ada yang mengaku petugas. Simpan buktinya, lalu kirim fotonya ke sini. Ragu? Ketik PETUGAS.
how_to_pay-line = { $group }: { $account }
how_to_pay-ask_office =
    Rekening resminya belum tercatat di sini, Pak/Bu. Mohon tanyakan dulu ke kantor Dinas Sosial sebelum menyetor, dan jangan setor ke rekening yang belum pasti.
how_to_pay-no_loan =
    Kelompok Bapak/Ibu tidak punya pinjaman yang sedang berjalan, jadi tidak ada yang perlu disetor. Layanan ini gratis tanpa biaya apa pun.
how_to_pay-account_exact =
    Setoran hanya ke rekening resmi:
    { $account }

    { $exact }

    Jangan setor ke rekening lain, walau ada yang mengaku petugas. Simpan buktinya, lalu kirim fotonya ke sini. Ragu? Ketik PETUGAS.
how_to_pay-accounts_exact =
    Setoran hanya ke rekening resmi:
    { $accounts }

    { $exact }

    Jangan setor ke rekening lain, walau ada yang mengaku petugas. Simpan buktinya, lalu kirim fotonya ke sini. Ragu? Ketik PETUGAS.
how_to_pay-exact = Untuk setoran berikutnya, mohon transfer tepat { $asked }. Tiga angka terakhir ({ $code }) adalah kode kelompok Bapak/Ibu, supaya kami langsung tahu siapa yang menyetor. { $remainder } itu menjadi titipan kelompok.
how_to_pay-exact_of = { $group }: mohon transfer tepat { $asked }. Tiga angka terakhir ({ $code }) adalah kode kelompok ini, dan { $remainder } itu menjadi titipannya.
