"""REMEMBERING: the database; the only room that imports sqlalchemy and alembic."""
