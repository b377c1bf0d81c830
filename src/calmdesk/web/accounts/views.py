"""Sign-in, sign-out and one's own account."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from calmdesk.web.accounts.access import may_read_conversations, teams_for


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
    """`account/page.html`: `user`, `teams`."""
    return render(request, "account/page.html", {"teams": teams_for(request.user)})


