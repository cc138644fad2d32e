# Linking WhatsApp and Telegram of the same person.

linking-code =
    Your code: { $code }
    Open this service in your other chat and type the code there within { $minutes } minutes. Give it to nobody else; the office never asks for it.
linking-refused-wrong = That code is wrong or too old. In the chat that is linked already, type HUBUNGKAN WA for a new one.
linking-refused-too_many = The code was wrong several times, so we stop for today. Type PETUGAS if you need help.
linking-linked_elsewhere = { $name }, your { $channel } is linked with this service now. Was it not you? Unlink it at once.
linking-unlink = Not me, unlink it
linking-unlinked = Good, { $name }. That chat is unlinked: none of your news goes there any more. The office is told.
linking-unlinked_card = ⚠️ { $name } has unlinked { $channel }, which had just been linked by a code, because it was somebody else. Before the next matter of money, please make sure by calling.
