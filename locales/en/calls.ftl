# Who should be called: the reminders have ended, now it takes a person.

calls-card =
    📞 Please call: { $group }
    { $village }, { $district }
    Not recorded yet: { $arrears }, { $days } days after its day. The automatic reminders have stopped.

    { $people }
calls-leader = Leader: { $name }, { $phone }
calls-treasurer = Treasurer: { $name }, { $phone }
calls-facilitator = Facilitator: { $name }, { $phone }
calls-no_phone = no number yet
