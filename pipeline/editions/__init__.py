"""TEI files become an edition: `pages` makes the site, plain texts and citations, `search` the index of words, `design`
reads what a user changes."""

from pipeline.editions.design import Design, load_design
from pipeline.editions.pages import Page, Site, Source, build_site, pages, read

__all__ = ["Design", "Page", "Site", "Source", "build_site", "load_design", "pages", "read"]
