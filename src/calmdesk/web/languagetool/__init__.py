"""The address that LanguageTool's own clients speak to, so that they underline drafts where agents already write."""
