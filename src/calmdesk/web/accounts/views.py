"""Sign-in, sign-out and one's own account."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST, require_safe

from calmdesk.web.accounts.access import may_make_tokens, may_read_conversations, teams_for
from calmdesk.web.accounts.models import Token, WritingKey
from calmdesk.web.accounts.notices import notices_of
from calmdesk.web.accounts.request import person
from calmdesk.web.accounts.tokens import make_token
from calmdesk.web.accounts.writing_keys import make_writing_key
from calmdesk.web.design.notices import MOST_CUES


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """`sign_in/page.html`: `form` (username, password; `form.non_field_errors`), `next`."""

    template_name = "sign_in/page.html"
    redirect_authenticated_user = True

    def get_default_redirect_url(self) -> str:
        return str(reverse_lazy("inbox" if may_read_conversations(self.request.user) else "account"))


class SignOut(LogoutView):
    """POST only; back to the sign-in page."""


class ChangePassword(PasswordChangeView):
    """`account/password.html`: `form` (old_password, new_password1, new_password2)."""

    template_name = "account/password.html"
    success_url = reverse_lazy("account")


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """`account/page.html`: `user`, `teams`, `token_teams` (for which tokens may be made), `tokens` (theirs),
    `new_token` (the text of one just made, shown once), `writing_keys`, `new_writing_key` and `writing_address` alike;
    `own_notices` (NoticeSettings), `most_cues`, `desk_zone`.
    """
    user = person(request)
    teams = tuple(teams_for(user))
    token_teams = [team for team in teams if may_make_tokens(user, team)]
    context = {
        "teams": teams,
        "token_teams": token_teams,
        "tokens": Token.objects.filter(team__in=token_teams, revoked_at=None).select_related("team", "created_by"),
        "new_token": request.session.pop("new_token", ""),
        "writes": may_read_conversations(user),
        "writing_keys": WritingKey.objects.filter(user=user, revoked_at=None),
        "new_writing_key": (key := request.session.pop("new_writing_key", "")),
        "writing_address": request.build_absolute_uri(reverse("languagetool", args=[key])) if key else "",
        "own_notices": notices_of(user),
        "most_cues": MOST_CUES,
        "desk_zone": timezone.get_current_timezone_name(),
    }
    return render(request, "account/page.html", context)


@require_POST
def tokens(request: HttpRequest) -> HttpResponse:
    """POST `team` (id) and `name`: a new API token, which the account page shows once."""
    user = person(request)
    wanted = request.POST.get("team", "")
    team = next((team for team in teams_for(user) if str(team.pk) == wanted), None)
    name = " ".join(request.POST.get("name", "").split())[:80]
    if team is None or not may_make_tokens(user, team):
        raise Http404
    if name:
        request.session["new_token"] = make_token(team, name, user)
    else:
        messages.error(request, "A token needs a name that says what will use it.")
    return redirect("account")


@require_POST
def writing_keys(request: HttpRequest) -> HttpResponse:
    """POST `name`: a new key for a writing tool of one's own, which the account page shows once."""
    user = person(request)
    name = " ".join(request.POST.get("name", "").split())[:80]
    if not may_read_conversations(user):
        raise Http404
    if name:
        request.session["new_writing_key"] = make_writing_key(user, name)
    else:
        messages.error(request, "A key needs a name that says which tool will use it.")
    return redirect("account")


@require_POST
def revoke_writing_key(request: HttpRequest, pk: int) -> HttpResponse:
    """End a key of one's own at once."""
    count = WritingKey.objects.filter(pk=pk, user=person(request), revoked_at=None).update(revoked_at=timezone.now())
    if not count:
        raise Http404
    messages.success(request, "The key is revoked.")
    return redirect("account")


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """End a token at once."""
    user = person(request)
    token = Token.objects.filter(pk=pk, revoked_at=None).select_related("team").first()
    if token is None or not may_make_tokens(user, token.team):
        raise Http404
    token.revoked_at = timezone.now()
    token.save(update_fields=["revoked_at"])
    messages.success(request, "The token is revoked.")
    return redirect("account")
