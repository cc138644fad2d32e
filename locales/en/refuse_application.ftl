# Staff cannot accept an application.

refuse_application-title = refusing application { $number }
refuse_application-reason-label = Reason
refuse_application-reason-ask = Why can it not be accepted? Choose, or write it yourself. The leader reads this reason.
refuse_application-reason-no_words = Please choose one, or write a short sentence.
refuse_application-reason-too_long = Please shorter, at most { $at_most } letters.
refuse_application-confirm =
    Please check:
    Application: { $number }, { $group }
    Not accepted, because { $reason }
    Send it to the leader?
refuse_application-done = Application { $number } of { $group } is marked as not accepted. The reason goes to the leader.

refuse_application-choice-not_this_programme = Not this programme
refuse_application-choice-not_complete = Not complete
refuse_application-choice-not_yet_ready = Group not ready yet
refuse_application-choice-no_member = Membership rules

# After the word "because".
refuse_application-because-not_this_programme = its purpose does not fit this programme
refuse_application-because-not_complete = its papers are not complete yet
refuse_application-because-not_yet_ready = the group still needs some guidance first
refuse_application-because-no_member = the group’s membership does not meet the programme’s rules yet
