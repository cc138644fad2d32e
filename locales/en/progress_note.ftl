# A note of staff about a progress report.

progress_note-title = the note about report { $number }
progress_note-text-label = Note
progress_note-text-ask = What should be remembered? Only staff read it.
progress_note-text-no_words = Please write a short sentence.
progress_note-text-too_long = Please shorter, at most { $at_most } letters.
