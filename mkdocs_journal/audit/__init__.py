"""The leak audit: whether outputs contain content of withheld posts."""
