# A leader answers the office's question about the application.

answer_application-begin = Answer the question
answer_application-title = the answer for application { $number }
answer_application-nothing_asked = No question of the office is waiting for an answer.
answer_application-only_pages = (more pages only)
answer_application-answer-label = Answer
answer_application-answer-ask =
    The office asks about application { $number }, { $group }:
    “{ $asked }”
    Please answer here. If needed, send photos of missing pages, too.
answer_application-answer-no_words = Please answer briefly, or send a photo of the missing page.
answer_application-answer-too_long = That is too long. At most { $at_most } letters.
answer_application-confirm =
    Please check:
    Application: { $number }
    Question: { $asked }
    Answer: { $said }
    More pages: { $pages ->
        [0] none
       *[other] { $pages }
    }
    Send it to the office?
answer_application-submitted = Thank you, { $name }. We have passed on your answer for application { $number }; the office will look at it again.
answer_application-too_late = The office has decided about application { $number }, so the answer is not needed any more.
