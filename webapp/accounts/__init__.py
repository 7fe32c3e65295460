"""Who may write: accounts, passwords, sessions, and what each role may do."""

from webapp.accounts.addresses import sign_in_address
from webapp.accounts.attempts import Attempts
from webapp.accounts.errors import AccountError
from webapp.accounts.file import Accounts
from webapp.accounts.models import Account, Role, Session, Token
from webapp.accounts.passwords import Passwords
from webapp.accounts.permissions import Permissions
from webapp.accounts.private import PRIVATE_FOLDER, secret_key
from webapp.accounts.signing_in import SignIn, SignInRefusedError, TooManyAttemptsError

__all__ = [
    "PRIVATE_FOLDER",
    "Account",
    "AccountError",
    "Accounts",
    "Attempts",
    "Passwords",
    "Permissions",
    "Role",
    "Session",
    "SignIn",
    "SignInRefusedError",
    "Token",
    "TooManyAttemptsError",
    "secret_key",
    "sign_in_address",
]
