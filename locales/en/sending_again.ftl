# A report that was not accepted is sent again.

verification-send_again = Send again
sending_again-begun = Let us send report { $number } again. What was right need not be written once more.
sending_again-done_before = Report { $number } was sent again as { $again }.
sending_again-sent_before = That report was sent again as { $again }, so it is not sent twice.
sending_again-not_needed = Report { $number } need not be sent again.
sending_again-loan_over = The loan of report { $number } is over, so it need not be sent again.
