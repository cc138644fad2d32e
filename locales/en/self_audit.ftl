# The books prove themselves: /audit, and what happens when there is a difference.

self_audit-line-today = Books: difference 0 (checked { $at_time }, head { $head })
self_audit-line-earlier = Books: difference 0 (checked { $at }, head { $head })
self_audit-line-never = Books: never checked yet
self_audit-line-halted = ⛔ Books: there is a difference, no money is posted since { $since }. { $because }

self_audit-of_programme =
    { $programme }
    { $books }
self_audit-state =
    { $states }

    The books are checked every morning at 05:00. An administrator can have them checked at any time.
self_audit-begun =
    { $states }

    The books are being checked again. The result follows here.
self_audit-result =
    🔎 { $programme }
    { $books }
self_audit-halted =
    ⛔ Postings of { $programme } are halted

    The check of the books found a difference:
    { $difference }

    Until it is mended no money is posted. Reports of leaders are still taken and wait; leaders need not do anything.
    Please tell an administrator and the operators of the system now. Once it is mended, an administrator checks again.
self_audit-lifted =
    ✅ Postings of { $programme } go on
    { $books }
self_audit-again = Check again

self_audit-chain-missing = { $where } is missing.
self_audit-chain-broken_link = { $where } does not follow the entry before it.
self_audit-chain-changed = { $where } was changed after it was posted.
self_audit-chain-cut_off = { $where } was there at an earlier check, and is gone from the end of the journal.
self_audit-chain-rewritten = { $where } is not the entry that an earlier check saw.
self_audit-misnamed = { $where } should be called { $named }.
self_audit-figures = { $where }, { $what }: { $shown } is written, the journal says { $recomputed }.

self_audit-where-entry = Journal entry no. { $number }
self_audit-where-loan = Loan { $number }
self_audit-where-group = The group with system number { $number }
self_audit-where-account = Account { $code }
self_audit-where-fund = Figures of the fund
self_audit-where-equation = Equation of the accounts

self_audit-what-balance = balance
self_audit-what-principal = principal
self_audit-what-fee = fee
self_audit-what-credit = credit
self_audit-what-principal_paid = principal paid on the instalment of { $due_on }
self_audit-what-fee_paid = fee paid on the instalment of { $due_on }
self_audit-what-outstanding_principal = outstanding principal
self_audit-what-left_of_repaid = what is left of a repaid loan
self_audit-what-cash = fund cash
self_audit-what-lent_out = lent out
self_audit-what-written_off = written off
self_audit-what-in_treasury = held by the treasury
self_audit-what-capital = capital
self_audit-what-fee_cash = fee cash

rule-books_halted = Postings of { $programme } are halted since { $since }, because the check of the books found a difference. Nothing was recorded, and what waits is kept. Type /audit to see how things stand.
