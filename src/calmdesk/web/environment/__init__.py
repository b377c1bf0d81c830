"""What the operator set, which database it names, and the secrets calmdesk keeps for itself; knows no Django."""
