# The state of a report, inside a sentence.

report_status-submitted = waiting to be checked
report_status-accepted = checked and recorded
report_status-rejected = not accepted yet
report_status-reversed = its record was taken back
