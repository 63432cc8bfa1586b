"""One settings file: every difference between machines comes from the environment (README.md has the table)."""

import datetime as dt
import os
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
import pghistory
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("MVI_VAR") or BASE_DIR / "var")  # what is made while it runs: database, static files


def env_flag(name, default=False):
    """A yes/no setting: 1, true, yes, on (any case) mean yes."""
    return os.environ.get(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


def env_list(name):
    """A setting with several values, separated by commas."""
    return [value.strip() for value in os.environ.get(name, "").split(",") if value.strip()]


DEMO = env_flag("MVI_DEMO")  # `make demo`: example data, fixed passwords, a banner; never for real work
DEBUG = env_flag("DEBUG")
TESTING = "PYTEST_VERSION" in os.environ  # pytest sets it; the test suite runs on the embedded database too
HTTPS = not (DEBUG or DEMO or TESTING)  # cookies, redirects and HSTS of a real installation

SECRET_KEY = os.environ.get("SECRET_KEY", "")
if not SECRET_KEY:
    if HTTPS:
        raise ImproperlyConfigured("Set SECRET_KEY to a long random text; README.md, “How to run it for real”.")
    SECRET_KEY = "only-for-trying-out-" * 3

ALLOWED_HOSTS = env_list("ALLOWED_HOSTS") or ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "mvi",
    "strategy",
    "pilots",
    "workshops",
    "mvi.apps.AdministrationConfig",  # django.contrib.admin with a site of our own
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "pgtrigger",
    "pghistory",
    "crispy_forms",
    "django_filters",
    "import_export",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "django_htmx",
    "django_prose_editor",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "mvi.middleware.RefuseControlCharacters",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "mvi.middleware.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "mvi.middleware.Origin",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "mvi.urls"
WSGI_APPLICATION = "mvi.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "mvi.context.frame",
            ],
        },
    },
]

# Database: any PostgreSQL 15 or newer by DATABASE_URL, else the embedded one in var/postgres (mvi/postgres/).
if os.environ.get("DATABASE_URL"):
    DATABASES = {"default": dj_database_url.config(conn_max_age=60, conn_health_checks=True)}
elif HTTPS:
    raise ImproperlyConfigured(
        "Set DATABASE_URL to a PostgreSQL 15 or newer: the embedded database is only for trying out."
    )
else:
    DATABASES = {
        "default": {
            "ENGINE": "mvi.postgres",
            "NAME": "mvi",
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PGHISTORY_INSTALL_CONTEXT_FUNC_ON_MIGRATE = True
PGHISTORY_DEFAULT_TRACKERS = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
PGHISTORY_APPEND_ONLY = True  # the history refuses changes too

CACHES = {
    # Shared by all web processes, so that a limit counted by one holds for the other.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    # Parts of pages by all the facts they show, so that no process can be behind: 10 to 80 kB each.
    "drawn": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 300}},
}

# Work in the background waits in the database too; `manage.py run_jobs` does it.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# People
AUTH_USER_MODEL = "mvi.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: a locked-out attempt never reaches the password hash
    "mvi.adapters.RolesBackend",  # with Django's own too, a wrong password is hashed twice
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "overview:dashboard"
BEHIND_PROXY = env_flag("BEHIND_PROXY")  # one proxy of ours in front: believe what it adds to X-Forwarded-For
STAFF_NEED_SECOND_FACTOR = HTTPS  # the administration opens only with two-step login

# Log-in by e-mail address and password, then a second factor (allauth)
ACCOUNT_ADAPTER = "mvi.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # administrators open the accounts
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True  # tell people that their password or second factor changed
ACCOUNT_EMAIL_SUBJECT_PREFIX = "MVI-kompas: "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_SESSION_REMEMBER = False  # the session ends with the browser, or after SESSION_COOKIE_AGE
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "5/15m/key",  # wrong codes of one person's second factor; passwords are counted by axes
    "reset_password": "20/m/ip,5/h/key",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a passkey alone is two factors only if the device asks who you are
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "MVI-kompas"
MFA_TOTP_TOLERANCE = 1  # a clock may be half a minute off (RFC 6238)
MFA_RECOVERY_CODES_SHOW_ONCE = True

# Throttle of log-in (axes): mvi/throttle.py
AXES_HANDLER = "mvi.throttle.Throttle"
AXES_FAILURE_LIMIT = 5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
WRONG_FROM_ADDRESS = 50
AXES_COOLOFF_TIME = dt.timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "mvi.throttle.account_tried"
AXES_CLIENT_IP_CALLABLE = "mvi.throttle.network_of"
AXES_LOCKOUT_CALLABLE = "mvi.errors.too_many_requests"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "csrfmiddlewaretoken"]
AXES_DISABLE_ACCESS_LOG = True  # the audit trail has it
AXES_VERBOSE = False

# Log-in through the municipality's own identity provider, switched on by its address and our identity there
OIDC_SERVER_URL = os.environ.get("OIDC_SERVER_URL", "")
OIDC_CLIENT_ID = os.environ.get("OIDC_CLIENT_ID", "")
OIDC_CLIENT_SECRET = os.environ.get("OIDC_CLIENT_SECRET", "")
OIDC = bool(OIDC_SERVER_URL and OIDC_CLIENT_ID and OIDC_CLIENT_SECRET)
OIDC_OPENS_ACCOUNTS = env_flag("OIDC_OPENS_ACCOUNTS")  # whoever it knows gets an account, without a role
SOCIALACCOUNT_ADAPTER = "mvi.adapters.IdentityProviderAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        # Some providers do not say that an address is verified, though nobody can choose their own there.
        "VERIFIED_EMAIL": env_flag("OIDC_EMAIL_IS_VERIFIED"),
        "APPS": [
            {
                "provider_id": "gemeente",
                "name": os.environ.get("OIDC_NAME", _("your organisation")),
                "client_id": OIDC_CLIENT_ID,
                "secret": OIDC_CLIENT_SECRET,
                "settings": {"server_url": OIDC_SERVER_URL, "oauth_pkce_enabled": True},
            }
        ][: int(OIDC)],
    }
}

# Mail: new passwords and warnings
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env_flag("EMAIL_USE_TLS")
EMAIL_TIMEOUT = 10
EMAIL_KIND = "smtp" if EMAIL_HOST else "dummy" if HTTPS else "console"  # a link in a real log would be a secret
EMAIL_BACKEND = f"django.core.mail.backends.{EMAIL_KIND}.EmailBackend"
SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1:8000").rstrip("/")  # where the links in mails lead
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "mvi-kompas@localhost")

# Language and time
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "mvi" / "locale"]
FORMAT_MODULE_PATH = ["mvi.formats"]
TIME_ZONE = "Europe/Amsterdam"
USE_THOUSAND_SEPARATOR = True

# Static files: `npm run build` bundles css and js into static/build, collectstatic adds a hash to each name.
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if not (DEBUG or TESTING)
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG or TESTING

# Forms
CRISPY_TEMPLATE_PACK = "nlds"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["nlds"]
FORM_RENDERER = "mvi.forms.Renderer"
CRISPY_FAIL_SILENTLY = False
FILTERS_EMPTY_CHOICE_LABEL = _("all")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440  # bytes of a form without its files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
LARGEST_DOCUMENT = int(os.environ.get("MVI_LARGEST_DOCUMENT") or 10) * 1024**2  # bytes of a file that people keep here

# Security: headers as internet.nl and Mozilla Observatory ask
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        # Browsers check where a log-in form is sent on to, so the identity provider is named.
        "form-action": [SELF, *["{0.scheme}://{0.netloc}".format(urlsplit(OIDC_SERVER_URL))][: int(OIDC)]],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}
SECURITY_CONTACT = os.environ.get("SECURITY_CONTACT", "")  # whom to tell of a leak: an e-mail address or https address
SECURITY_POLICY = os.environ.get("SECURITY_POLICY", "")  # where the rules for reporting stand
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_ENGINE = "mvi.sessions"
SESSION_COOKIE_AGE = 8 * 60 * 60  # a working day after log-in: log in again
SESSION_SAVE_EVERY_REQUEST = False
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "mvi.errors.csrf_failure"
LANGUAGE_COOKIE_SAMESITE = "Lax"
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"

# Import and export: only with the export permission of that noun (import-export's default is: everyone)
IMPORT_EXPORT_EXPORT_PERMISSION_CODE = "export"
IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "import"
IMPORT_EXPORT_USE_TRANSACTIONS = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "WARNING")},
}
