access-not_allowed = Mohon maaf, tindakan ini memerlukan peran yang tidak Anda miliki.
