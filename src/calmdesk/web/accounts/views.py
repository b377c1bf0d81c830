"""Sign-in, sign-out and one's own account."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST, require_safe

from calmdesk.web.accounts.access import may_make_tokens, may_read_conversations, teams_for
from calmdesk.web.accounts.models import Token
from calmdesk.web.accounts.request import person
from calmdesk.web.accounts.tokens import make_token


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
    `new_token` (the text of one just made, shown once).
    """
    user = person(request)
    teams = tuple(teams_for(user))
    token_teams = [team for team in teams if may_make_tokens(user, team)]
    context = {
        "teams": teams,
        "token_teams": token_teams,
        "tokens": Token.objects.filter(team__in=token_teams, revoked_at=None).select_related("team", "created_by"),
        "new_token": request.session.pop("new_token", ""),
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
