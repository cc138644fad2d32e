sensitive-not_kept =
    Mohon jangan kirim NIK, PIN, OTP, atau nomor kartu lewat chat, Pak/Bu. Pesan tadi tidak kami simpan. Petugas tidak pernah meminta PIN atau OTP.
