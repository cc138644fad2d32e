# The staff chat: answers to leaders, and polite refusals.

staff-unknown_command = We do not know that command yet. Type /bantuan for the list.
staff-not_your_button = That button is for the colleague who began this, or its message is an earlier one. Nothing has changed.

staff-answer =
    From the social office:
    { $text }
staff-answer_in_pictures = From the social office, for you:
staff-answer_passed_on = Your answer to { $name } has been passed on. ✅
staff-answer_without_words = Only words and photos can be passed on. Please reply to the card with a sentence.
staff-answer_corrected =
    From the social office (corrected):
    { $text }
staff-answer_without_some_photos = Your answer to { $name } has been passed on, but some of its photos could not be read. Please send them again.

rule-own_report = You sent report { $number } yourself, so somebody else has to check it.
rule-already_decided =
    { $status ->
        [accepted] Report { $number } was accepted by { $decided_by }, { $decided_at }. Nothing has changed.
        [rejected] Report { $number } was rejected by { $decided_by }, { $decided_at }. Nothing has changed.
       *[other] Report { $number } was decided by { $decided_by }, { $decided_at }. Nothing has changed.
    }
rule-loan_closed = Loan { $number } is closed, so nothing more can be recorded on it.
rule-above_outstanding = The amount is above what is left. Please check it once more.
rule-already_disbursed = The capital of loan { $number } has been paid out before.
rule-insufficient_funds = The fund does not hold enough for this. Please look at /saldo.
rule-already_reversed = Entry { $entry } has been reversed before.
rule-not_reversible = Entry { $entry } is a reversal, which cannot be reversed itself.
rule-same_reference_other_content = This step was recorded before with other content. Please ask an administrator.

# News of the system itself.

staff-message_set_aside = A message could not be handled and was set aside with number { $reference }. Its sender has been told.
staff-message_given_up = A message of ours could not be sent, number { $reference }. Please reach its reader in another way.
staff-unreachable = { $name } cannot be reached by chat any more. Please use another way.
staff-reached_elsewhere = { $name } cannot be reached on { $channel ->
    [whatsapp] WhatsApp
   *[other] Telegram
} any more. The news goes by their other channel.
staff-cannot_reach = This has not arrived because its reader has no chat address. Please pass it on in another way:
staff-job_failed = ⚠️ The periodic task “{ $job }” keeps failing. Please tell whoever runs the system: the log has the details.
staff-job_stumbled = ⚠️ The periodic task “{ $job }” failed for one thing ({ $about }); the others were seen to. Please tell whoever runs the system: the log has the details.
