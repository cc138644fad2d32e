# Bank statements: imported, matched, verified. In the staff chat only.

statement-not_yours = Thank you, { $name }. Bank statements are imported by the treasurer, so this file is left alone.
statement-one_at_a_time = Please send one statement at a time, so that it is clear which one is being read.
statement-refused = The file { $file } cannot be read, because { $why }. Please download it from the bank again as CSV or XLSX and send it here.
statement-not_a_statement = The file { $file } does not look like a bank statement: no days and no amounts were found. Nothing has been kept.
statement-nothing_found =
    No transaction could be read in { $file }. Nothing has been kept.
    { $broken }

statement-imported =
    🏦 Statement { $first_short } to { $last_short }, { $programme }
    { $rows } transactions: { $new } new credits, { $known } known already, { $outgoing } debits.
    { $broken }
statement-all_read = Every row was read.
statement-broken = ⚠️ { $count } rows are not used:
statement-broken_row = Row { $row }: { $why }
statement-more_rows = … and { $count } rows more.
statement-why-day = its day cannot be read
statement-why-no_day = money came in without a day
statement-why-no_year = the year is not written
statement-why-money = its amount cannot be read
statement-why-side = it is not clear whether it came in or went out
statement-why-sen = its amount has cents, as bank interest does

statement-standing =
    🏦 { $programme }
    Last statement: { $first_short } to { $last_short }, imported by { $by }, { $on_short }.
statement-none_yet = 🏦 { $programme }: no bank statement has been imported yet.
statement-how = To import one, the treasurer sends the bank's file (CSV or XLSX) to this group. The same file may be sent again; nothing is entered twice.

statement-found = { $lines }
statement-line-matched = ✅ { $count } reports match a credit: { $total }
statement-line-unclear = ❓ { $count } credits need to be looked at
statement-line-credits = 💰 { $count } credits that nobody reported: { $total }
statement-line-reports = ⏳ { $count } reports without a credit: { $total }
statement-line-nothing = Every credit has its report. 🙏

statement-verify = ✅ Verify the { $count } that match
statement-see-matched = Show what matches
statement-see-unclear = Show what is unclear
statement-see-credits = Show unreported credits
statement-see-reports = Show reports without credit
statement-undo = Undo this import
statement-more = { $count } more

statement-list_empty = This list is empty now.
statement-list-matched =
    ✅ { $count } reports that match:
    { $lines }
statement-list-unclear =
    ❓ { $count } credits to be looked at. There may be more than one report, or the bank names somebody else:
    { $lines }
statement-list-credits =
    💰 { $count } credits that nobody reported. Whose money is it? (“none” means that it is no group's repayment, such as interest.)
    { $lines }
statement-list-reports =
    ⏳ { $count } reports without a credit on the statement:
    { $lines }
statement-pair = • { $number }, { $group }: { $amount }, came in { $booked_on_short } ({ $text })
statement-credit = { $mark }. { $amount }, { $booked_on_short }: { $text }
statement-perhaps = ↳ perhaps { $number }, { $group }, paid { $paid_on_short }
statement-report = • { $number }, { $group }: { $amount }, paid { $paid_on_short }

statement-record = { $mark }: record
statement-record_for = { $mark }: record for { $name }
statement-nobodys = { $mark }: none
statement-it_is = { $mark } = { $number }
statement-line_taken = That credit has its report or has been set aside already, so nothing has changed.
statement-paired = The { $amount } now belongs to report { $number }.
statement-set_aside = The { $amount } of { $booked_on_short } is marked as no repayment and will not be asked about again.

statement-verified = ✅ { $count } reports accepted by the bank statement: { $total }. They are posted at { $at_time }; until then this can be undone.
statement-some_verified =
    ✅ { $count } reports accepted by the bank statement: { $total }. They are posted at { $at_time }; until then this can be undone.
    { $left } reports were skipped:
    { $skipped }
statement-none_verified =
    No report was verified:
    { $skipped }
statement-skipped = • { $number }: { $why }
statement-skip-decided = decided already
statement-skip-in_hand = a colleague is looking at it
statement-skip-own = you reported it yourself, please ask a colleague
statement-skip-unmatched = it no longer matches the statement
statement-skip-closed = its loan has ended

statement-take_back = ↩️ Undo all
statement-taken_back = { $count } verdicts are taken back. The reports wait again; nothing was posted or announced.
statement-taken_back_late = { $count } verdicts are taken back. These have been posted already: { $late }
statement-nothing_taken_back = None of your verdicts can be taken back any more.

statement-undone = The import is undone: { $count } credits were taken off the list. Send the file again; its columns will be asked anew.
statement-undo_too_late = The import cannot be undone any more: { $count } of its credits are in use.
statement-undo_newer_first = There is a newer import. The newest has to be undone first.

# On the card of a repayment report.

statement-sign-seen = 🏦 On the bank statement: { $booked_on_short }, { $amount }
statement-sign-unclear = 🏦 Similar money is on the bank statement. Please look at /mutasi.
statement-sign-not_seen = 🏦 Not on the bank statement yet
