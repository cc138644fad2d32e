# Who should be called: the reminders have ended, now it takes a person.

calls-card =
    📞 Please call: { $group }
    { $village }, { $district }
    { $state }

    { $people }
    { $outcome }
calls-late = Not recorded yet: { $arrears }, { $days } days after its day. The automatic reminders have stopped.
calls-paid = Everything that has fallen due is recorded.
calls-leader = Leader: { $name }, { $phone }
calls-treasurer = Treasurer: { $name }, { $phone }
calls-facilitator = Facilitator: { $name }, { $phone }
calls-no_phone = no number yet
calls-for_facilitator =
    { $name }, please help us to talk to { $group }, { $village }. { $arrears } is { $days } days behind the schedule, and our reminders have stopped.

    { $people }

    Please tell the office after you have talked. Thank you. 🙏
calls-called = Called
calls-promised = New promise
calls-not_reached = Not reached
calls-outcome-open = Nobody has called yet.
calls-outcome-called = ✅ Called by { $by }, { $at }.
calls-outcome-promised = ✅ A new day is promised, noted by { $by }, { $at }.
calls-outcome-not_reached = 📵 Not reached, { $by }, { $at }. Please try again.
calls-outcome-moot = ✅ The money has come, no call is needed any more.
calls-noted-called = Noted: { $group } was called. Thank you.
calls-noted-not_reached = Noted: { $group } was not reached. The card stays open.
calls-noted-promised = Noted: { $group } wants to pay on { $promised_on }. Reminders follow that day.
calls-already = This call is noted already. { $outcome }

call_promise-title = a new promise
call_promise-promised_on-ask = When does the group want to pay?
call_promise-promised_on-label = Promised day
call_promise-promised_on-not_a_day = I could not read that day. Example: next Friday, or 5 August. { $latest } at the latest.
call_promise-promised_on-unsure = That day does not exist, or is not clear. Is it one of these?
call_promise-promised_on-in_the_past = { $given } is over. Please name a day up to { $latest }.
call_promise-promised_on-too_far = { $given } is too far ahead. { $latest } at the latest.
call_promise-confirm =
    Please check, { $group }:
    Promised day: { $promised_on }
    Is this right?
