access-not_allowed = Mohon maaf, tindakan ini memerlukan peran yang tidak Anda miliki.
access-staff_chat_only = Perintah itu hanya berlaku di grup petugas.
