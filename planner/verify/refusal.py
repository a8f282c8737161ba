"""What is said of a certificate that proves nothing."""

from models.errors import SmenaError


class CertificateError(SmenaError):
    """The certificate does not fit the problem, or the problem has no legal tours to bound."""
