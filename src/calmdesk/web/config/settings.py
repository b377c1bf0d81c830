"""Django's settings, made from the environment. Nothing here is meant to be edited; see `environment/variables.py`."""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONE, SELF

from calmdesk.web.environment.secrets import kept_secret
from calmdesk.web.environment.variables import read_environment

CALMDESK = read_environment(os.environ)
_WEB = Path(__file__).resolve().parent.parent

SECRET_KEY = kept_secret(CALMDESK.data, "secret-key")
DEBUG = False
ALLOWED_HOSTS = list(CALMDESK.hosts)
CSRF_TRUSTED_ORIGINS = list(CALMDESK.origins)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "calmdesk.web.config.apps.ConfigApp",
    "calmdesk.web.accounts.apps.AccountsApp",
    "calmdesk.web.store.apps.StoreApp",
    "calmdesk.web.live.apps.LiveApp",
    "calmdesk.web.demo.apps.DemoApp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "calmdesk.web.config.headers.SafeHeaders",
    "csp.middleware.CSPMiddleware",
    "calmdesk.web.config.static.StaticFiles",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "calmdesk.web.accounts.signed_in.SignedInRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "calmdesk.web.config.urls"
ASGI_APPLICATION = "calmdesk.web.config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_WEB / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "calmdesk.web.accounts.context.permissions",
            ],
            "string_if_invalid": "",
        },
    }
]

DATABASES = {"default": CALMDESK.database_url.settings}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["calmdesk.web.accounts.passwords.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "inbox"
LOGOUT_REDIRECT_URL = "sign-in"

# Ten wrong passwords for one name from one address close the door for a quarter of an hour, for names that exist and
# for names that do not.
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "sign_in/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = CALMDESK.https
SESSION_COOKIE_NAME = "__Host-calmdesk" if CALMDESK.https else "calmdesk"
CSRF_COOKIE_NAME = "__Host-calmdesk-csrf" if CALMDESK.https else "calmdesk-csrf"
CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 31_536_000 if CALMDESK.https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CALMDESK.https else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = CALMDESK.upload_mb * 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 100
FILE_UPLOAD_PERMISSIONS = 0o600

STATIC_URL = "/static/"
STATICFILES_DIRS = [_WEB / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 300

USE_TZ = True
TIME_ZONE = CALMDESK.timezone
LANGUAGE_CODE = "en"
USE_I18N = False

LOGGING_CONFIG = None  # calmdesk.web.config.logs sets logging up where the server starts
SILENCED_SYSTEM_CHECKS: list[str] = []
