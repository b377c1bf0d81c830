"""The web application: thin Django apps around the core.

    serve         starts it: settings, migrations, demo, server
    config        settings from the environment, the URL map, checks, health
    inbox rules   the pages
    api           the same over HTTP
    demo          example people and conversations
    readings      the reading of a stored conversation, for one viewer
    silences      rules that someone turned off, here, for themselves, for the desk
    intake        bytes in: stored, acknowledged, parsed in a limited child, or quarantined
    live          open pages move by themselves
    store         tables; the one place where rows become the core's values
    accounts      people, teams, tokens; the few functions that decide who may see what
    design        (Conversation, Reading, Playbook) -> what a template shows; knows no Django

Each may use what stands below it.
"""
