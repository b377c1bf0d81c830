from django.apps import AppConfig


class DemoApp(AppConfig):
    name = "calmdesk.web.demo"
    label = "demo"
