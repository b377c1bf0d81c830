"""The map: every address of calmdesk and where it leads."""

from __future__ import annotations

from django.urls import path

from calmdesk.web.accounts import views as accounts
from calmdesk.web.accounts.notice_views import notices
from calmdesk.web.api.routes import api
from calmdesk.web.backtest import views as backtest
from calmdesk.web.config.health import health
from calmdesk.web.counter import views as counter
from calmdesk.web.desk import views as desk
from calmdesk.web.desk.glance import glance
from calmdesk.web.desk.parts import parts
from calmdesk.web.inbox import views as inbox
from calmdesk.web.intake import views as intake
from calmdesk.web.languagetool import views as languagetool
from calmdesk.web.live import views as live
from calmdesk.web.panel import views as panel
from calmdesk.web.promises import views as promises
from calmdesk.web.rules import views as rules
from calmdesk.web.silences import views as silences
from calmdesk.web.suggest.views import suggest

urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("events", live.inbox_events, name="inbox-events"),
    path("c/<str:name>/", inbox.thread, name="thread"),
    path("c/<str:name>/fragment/", inbox.fragment, name="thread-fragment"),
    path("c/<str:name>/events", live.conversation_events, name="thread-events"),
    path("c/<str:name>/role/", inbox.correct_role, name="role"),
    path("c/<str:name>/reading.json", inbox.reading_json, name="thread-json"),
    path("c/<str:name>/next-move/", desk.next_move, name="next-move"),
    path("c/<str:name>/glance/", glance, name="glance"),
    path("c/<str:name>/draft/", desk.draft, name="draft"),
    path("c/<str:name>/parts/", parts, name="parts"),
    path("c/<str:name>/suggest/", suggest, name="suggest"),
    path("c/<str:name>/send/", desk.send, name="send"),
    path("c/<str:name>/unhelpful/", desk.unhelpful, name="unhelpful"),
    path("unhelpful/<int:pk>/undo/", desk.undo, name="undo-unhelpful"),
    path("promises/", promises.promises, name="promises"),
    path("promises/pressing/", promises.pressing, name="promises-pressing"),
    path("promises/calendar.ics", promises.calendar, name="promises-calendar"),
    path("promises/settle/", promises.settle, name="promises-settle"),
    path("promises/hand-over/", promises.hand_over, name="promises-hand-over"),
    path("add/", intake.add, name="add"),
    path("in-person/", counter.in_person, name="visits"),
    path("in-person/<str:name>/", counter.visit, name="visit"),
    path("in-person/<str:name>/undo/", counter.undo, name="visit-undo"),
    path("in-person/<str:name>/close/", counter.close, name="visit-close"),
    path("quarantine/", intake.quarantine, name="quarantine"),
    path("quarantine/<int:pk>/retry/", intake.retry, name="retry"),
    path("quarantine/<int:pk>/original/", intake.original, name="original"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<str:rule>/", rules.rule, name="rule"),
    path("silences/", silences.silences, name="silences"),
    path("silences/<int:pk>/undo/", silences.undo, name="undo-silence"),
    path("sign-in/", accounts.SignIn.as_view(), name="sign-in"),
    path("sign-out/", accounts.SignOut.as_view(), name="sign-out"),
    path("account/", accounts.account, name="account"),
    path("account/tokens/", accounts.tokens, name="tokens"),
    path("account/tokens/<int:pk>/revoke/", accounts.revoke, name="revoke-token"),
    path("account/writing-keys/", accounts.writing_keys, name="writing-keys"),
    path("account/writing-keys/<int:pk>/revoke/", accounts.revoke_writing_key, name="revoke-writing-key"),
    path("account/notices/", notices, name="account-notices"),
    path("account/password/", accounts.ChangePassword.as_view(), name="password"),
    path("backtest/", backtest.backtest, name="backtest"),
    path("backtest/<str:name>/", backtest.report, name="backtest-report"),
    path("panel/", panel.panel, name="panel"),
    path("panel/next-move/", panel.next_move, name="panel-next-move"),
    path("panel/draft/", panel.draft, name="panel-draft"),
    path("panel/unhelpful/", panel.unhelpful, name="panel-unhelpful"),
    path("panel/unhelpful/<int:pk>/undo/", panel.undo, name="panel-undo"),
    path("health/", health, name="health"),
    path("api/", api.urls),
    path("v2/check", languagetool.check_draft, name="v2-check"),
    path("v2/languages", languagetool.list_languages, name="v2-languages"),
    path("lt/<str:key>/v2", languagetool.list_languages, name="languagetool"),
    path("lt/<str:key>/v2/check", languagetool.check_draft, name="languagetool-check"),
    path("lt/<str:key>/v2/languages", languagetool.list_languages, name="languagetool-languages"),
]
