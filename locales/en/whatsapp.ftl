# WhatsApp: news for staff about numbers, templates and the way messages go.

whatsapp-something_waits = The Social Office has news for you. Reply to this message with any word to read it.

whatsapp-trouble =
    ⚠️ WhatsApp is in trouble: { $trouble }.
    What WhatsApp says: { $detail }
    Please tell the operators. Telegram goes on.
whatsapp-channel_misconfigured = WhatsApp refuses our account or a permission, so sending over WhatsApp rests. Waiting messages are not lost
whatsapp-answers_only = WhatsApp restricts messages that we begin ourselves. Answers go on, reminders and news wait
whatsapp-template_refused = a message template was refused, so its news goes another way

whatsapp-template_approved = The WhatsApp template { $template } is approved and can be used. ✅
whatsapp-template_trouble =
    ⚠️ The WhatsApp template { $template } cannot be used now ({ $event }).
    News that uses it goes another way.
whatsapp-template_quality = ⚠️ The quality of the WhatsApp template { $template } is falling. If it goes on, WhatsApp pauses it.
whatsapp-template_category = ⚠️ WhatsApp moved the template { $template } to the category { $category }. Its price may change.
whatsapp-number_quality = WhatsApp's rating of our number changed: { $event }.
whatsapp-account_news = News from WhatsApp about our account: { $event }. Please tell the operators.

whatsapp-number_changed =
    { $name } has a new WhatsApp number. The conversation moved along with them.
    Before the next matter of money, please call to make sure.
whatsapp-number_taken =
    ⚠️ WhatsApp says that { $name } has a new number, but that number is registered for somebody else.
    Nothing was changed. Please look into it.
whatsapp-identity_changed =
    { $name } uses WhatsApp on a new phone.
    Before the next matter of money, please call to make sure.
