"""With the signs alone, and with the model where one is installed."""

import pytest

from calmdesk.temperature import installed_model

WAYS = [pytest.param(False, id="signs alone")]
if installed_model() is not None:
    WAYS.append(pytest.param(True, id="with the model"))
