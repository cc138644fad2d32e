# /kelompok: everything about one group.

group_card-shown =
    👥 { $group } ({ $code })
    { $village }, { $district }
    Business: { $business }, { $members ->
        [one] { $members } member
       *[other] { $members } members
    }

    { $officers }

    { $loans }

    Latest reports:
    { $reports }

    As of { $today_short }.
group_card-officer = { $office }: { $name }, { $phone }
group_card-office-leader = Leader
group_card-office-secretary = Secretary
group_card-office-treasurer = Treasurer
group_card-office-facilitator = Facilitator
group_card-no_phone = no phone number
group_card-no_officers = No officers are registered.
group_card-loan = Loan { $number }: { $outstanding } owed, { $percent }% of the principal back, class { $grade }
group_card-late =
    { $days ->
        [one] Past its day: { $arrears }, { $days } day
       *[other] Past its day: { $arrears }, { $days } days
    }
group_card-next = Next instalment: { $due_on_short }, { $left }
group_card-code = Payment code: { $code }
group_card-credit = Credit of the group: { $credit }
group_card-past_loan = Loan { $number }: { $status }
group_card-status-repaid = repaid
group_card-status-written_off = written off
group_card-no_loan_yet = Has never borrowed.
group_card-report = { $number }, { $amount }, { $paid_on_short }: { $status }
group_card-no_reports = none yet
group_card-never_borrowed = { $group } has never borrowed, so there is nothing to record.
group_card-loan_repaid = Loan { $number } of { $group } is repaid, so nothing more can be recorded on it.
group_card-loan_written_off = Loan { $number } of { $group } is written off.

group_card-do-riwayat = History
group_card-do-jadwal = Schedule
group_card-do-catat = Enter cash
group_card-do-titipan = Refund credit
group_card-do-jadwalulang = New schedule
group_card-do-hapusbuku = Write off
group_card-do-pulihkan = Recover
