from django.apps import AppConfig


class StoreApp(AppConfig):
    name = "calmdesk.web.store"
    label = "store"
