# Setiap awal pekan: siapa yang tidak terjangkau pesan kami, dan siapa yang bisa ditelepon.

reach-listing =
    📵 Sulit dijangkau: { $count } orang
    { $people }
reach-line = { $group }: { $name }, { $why }. Mohon telepon { $office } { $ask }, { $phone }
reach-line_self = { $group }: { $name }, { $why }. Mohon telepon langsung, { $phone }
reach-more = dan { $count } orang lagi
reach-why-no_address = belum pernah masuk ke bot
reach-why-blocked = memblokir bot
reach-why-undeliverable = pesan gagal terkirim
reach-why-never_delivered = pesan tiga hari tidak sampai
reach-why-silent = diam lebih dari 60 hari
reach-office-leader = ketua
reach-office-treasurer = bendahara
reach-office-secretary = sekretaris
reach-office-facilitator = pendamping
