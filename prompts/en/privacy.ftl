### What is kept of a person.

button_delete = Delete everything
delete = This deletes your answers, points, streaks and reports in every server. It cannot be undone.
deleted = Done: { $traces ->
        [one] { $traces } answer or report is
       *[other] { $traces } answers and reports are
    } deleted.
exported = This file holds everything that I keep of you: answers, reports, and the rounds that you started. I read no messages.
not_yours = That button belongs to somebody else. Use `/privacy delete` yourself.
