"""Knowing: articles, their text, its sentences and its boilerplate. Pure: values in, values out."""
