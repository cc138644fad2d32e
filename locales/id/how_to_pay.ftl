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
