from django.apps import AppConfig


class AccountsApp(AppConfig):
    name = "calmdesk.web.accounts"
    label = "accounts"
