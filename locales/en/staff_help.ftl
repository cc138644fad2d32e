# /bantuan in the staff chat.

staff_help-listing =
    What you can do here:
    { $commands }

    To answer a leader who asked for a person, reply to their card.
staff_help-verifikasi = /verifikasi: repayment reports that wait to be checked
staff_help-saldo = /saldo: cash, money lent to groups, and what is past due
staff_help-bantuan = /bantuan: this list
