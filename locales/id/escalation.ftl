# Laporan yang menunggu terlalu lama: pengingat untuk petugas saja.

escalation-nudge =
    ⏰ { $count } laporan menunggu lebih dari { $days } hari kerja:
    { $reports }
escalation-report = { $number }, { $group }, { $amount }, sejak { $since }
escalation-more = dan { $count } lagi
