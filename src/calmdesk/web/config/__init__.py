"""How the application is put together: settings, the URL map, checks and the health page."""
