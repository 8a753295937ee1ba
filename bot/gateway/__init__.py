"""The one door to the web: serves the widget's files and passes the website channel on to Rasa.

Its own process, `python -m bot.gateway`. Nothing of Rasa can be reached through it but what
`bot/gateway/upstreams.py` lists.
"""
