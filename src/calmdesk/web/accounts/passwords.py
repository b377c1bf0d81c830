"""How passwords are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id with 19 MiB and two passes (OWASP's setting); Django's 100 MB a sign-in is a burden on a small desk."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
