# /bantuan in the staff chat.

staff_help-listing =
    What you can do here:
    { $commands }

    To answer a leader who asked for a person, reply to their card.
staff_help-verifikasi = /verifikasi: repayment reports that wait to be checked
staff_help-saldo = /saldo: cash, money lent to groups, and what is past due
staff_help-cairkan = /cairkan: the next disbursement, from its proposal to its payment
staff_help-aturan = /aturan: the rule of turns in plain words, and changing it
staff_help-antrean = /antrean: who waits for capital; pindah, tunda, lanjutkan, keluarkan
staff_help-bantuan = /bantuan: this list
staff_help-kelompok = /kelompok: everything about one group
staff_help-tunggakan = /tunggakan: collectibility, and who is late
staff_help-perkembangan = /perkembangan: photos and news of businesses, or who has not reported
staff_help-cari = /cari: groups or people
staff_help-riwayat = /riwayat: who, what, when: group, loan, report
staff_help-catat = /catat: cash paid at the office
staff_help-koreksi = /koreksi: put a recorded repayment right, or take it back
staff_help-jadwal = /jadwal: a schedule of instalments, in force and former
staff_help-jadwalulang = /jadwalulang: a new schedule for what is owed
staff_help-hapusbuku = /hapusbuku: write principal off
staff_help-pulihkan = /pulihkan: money that came in after a write-off
staff_help-modal = /modal: more capital
staff_help-rencana = /rencana: capital that is to come, for the forecast
staff_help-simulasi = /simulasi: what it would mean to fund a group now
staff_help-titipan = /titipan: refund a group's credit
staff_help-mutasi = /mutasi: bank statements, what matches and what does not
staff_help-ringkasan = /ringkasan: the numbers of this month, and what waits
staff_help-audit = /audit: whether the books are right
staff_help-petugas = /petugas: staff and their roles
staff_help-pengingat = /pengingat: when groups are reminded, and the hours
staff_help-kodeunik = /kodeunik: payment codes of groups, on or off
staff_help-selesai = /selesai: close a talk with a leader (reply to its card)

staff_help-button-verifikasi = Verify
staff_help-button-saldo = Balance
staff_help-button-cairkan = Disburse
staff_help-button-aturan = Rule
staff_help-button-antrean = Queue
staff_help-button-kelompok = Group
staff_help-button-tunggakan = Late
staff_help-button-perkembangan = Business news
staff_help-button-cari = Find
staff_help-button-riwayat = History
staff_help-button-catat = Enter cash
staff_help-button-koreksi = Correct
staff_help-button-jadwal = Schedule
staff_help-button-jadwalulang = New schedule
staff_help-button-hapusbuku = Write off
staff_help-button-pulihkan = Recover
staff_help-button-modal = Capital
staff_help-button-rencana = Planned capital
staff_help-button-simulasi = Simulation
staff_help-button-titipan = Refund
staff_help-button-mutasi = Bank lines
staff_help-button-ringkasan = Summary
staff_help-button-audit = Check the books
staff_help-button-petugas = Staff
staff_help-button-pengingat = Reminders
staff_help-button-kodeunik = Payment codes
staff_help-button-selesai = Done
