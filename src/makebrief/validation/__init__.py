"""Data that people write into plain frozen classes: pydantic defines and explains, its core checks.

Importing pydantic and building a model takes longer than setting a page. So a model is a plain
class (`model.py`) whose annotations only pydantic reads (`definition.py`); what it makes of them
is kept from run to run (`kept.py`), and a run whose data is right needs no more than that
(`validator.py`).
"""
