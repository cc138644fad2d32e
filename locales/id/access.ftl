access-not_allowed = Mohon maaf, { $name }, langkah ini di luar peran Anda. Bila memang perlu, mohon hubungi administrator.
