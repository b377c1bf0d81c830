"""The web application: thin Django apps around the core.

    serve         starts it: settings, migrations, demo, server
    config        settings, the URL map, checks, health
    inbox         the list of conversations and the page of one
    rules         the pages of the playbook
    backtest      marking samples right or wrong
    api           the same over HTTP
    demo          example people and conversations
    silences      rules that someone turned off, here, for themselves, for the desk
    readings      the reading of a stored conversation, for one viewer
    intake        bytes in: stored, acknowledged, parsed in a limited child, or quarantined
    live          open pages move by themselves
    store         tables; the one place where rows become the core's values
    accounts      people, teams, tokens; the few functions that decide who may see what
    design        (Conversation, Reading, Playbook) -> what a template shows; knows no Django
    environment   what the operator set, and secrets kept in the data folder

Each may use what stands below it.
"""
