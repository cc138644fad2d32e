# A leader wants a recorded report corrected: the card in the staff chat.

correction_request-card =
    ✏️ Wish for correction { $request }: report { $number }
    { $group }
    Recorded: { $amount }, { $paid_on_short } (verified by { $verifier })
    { $requester } says: { $wanted_full }, { $wanted_on_short }
    { $words }
correction_request-in_words = “{ $said }”
correction_request-without_words = (no explanation)
correction_request-propose = Propose correction
correction_request-refuse = Refuse
correction_request-card_proposed =
    🗳️ Wish for correction { $request }: report { $number }
    { $group }
    { $requester } says: { $wanted_full }, { $wanted_on_short }
    Proposed by { $by }, { $at }. Waits for the approval of somebody else.
correction_request-card_done =
    ✅ Wish for correction { $request }: report { $number }
    { $group }
    { $requester } says: { $wanted_full }, { $wanted_on_short }
    Approved by { $by }, { $at }.
correction_request-card_refused =
    ✖️ Wish for correction { $request }: report { $number }
    { $group }
    { $requester } says: { $wanted_full }, { $wanted_on_short }
    Refused by { $by }, { $at }, because: { $reason }.
correction_request-card_void =
    ↩️ Wish for correction { $request }: report { $number }
    { $group }
    { $requester } says: { $wanted_full }, { $wanted_on_short }
    No longer applies, { $at }.
correction_request-reporter_says = the reporter says “{ $said }”
correction_request-because_asked = asked for by the reporter
correction_request-is_proposed = Wish { $request } has been proposed and waits for approval.
correction_request-is_done = Wish { $request } has been approved and recorded. Nothing changes.
correction_request-is_refused = Wish { $request } has been refused. Nothing changes.
correction_request-is_void = Wish { $request } no longer applies: its report has changed since. Nothing was recorded.
correction_request-refused = Wish { $request } was refused, because: { $reason }. The reporter is told.
correction_request-news_refused =
    { $name }, thank you for telling us. Report { $number } of { $group } stays at { $amount }, { $paid_on_short }, because: { $reason }.
    If anything is unclear, write PETUGAS.

refuse_correction-title = the refusal of wish { $request }
refuse_correction-reason-label = Reason
refuse_correction-reason-ask = Why is this correction refused? The group's leader reads it.
refuse_correction-reason-no_words = Please write a short sentence.
refuse_correction-reason-too_long = Please make it shorter, at most { $at_most } letters.
refuse_correction-confirm =
    Please check:
    Wish { $request } is refused, because: { $reason }
    Send it to the reporter?
