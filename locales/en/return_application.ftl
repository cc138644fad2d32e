# Staff ask something about an application first.

return_application-title = the question about application { $number }
return_application-asked-label = Question
return_application-asked-ask = What would you like to ask? The leader reads this sentence.
return_application-asked-no_words = Please write the question in a short sentence.
return_application-asked-too_long = Please shorter, at most { $at_most } letters.
return_application-confirm =
    Please check:
    Application: { $number }, { $group }
    Question: { $asked }
    Send it to the leader?
return_application-done = The question about application { $number } of { $group } goes to the leader. The card comes back once it is answered.
