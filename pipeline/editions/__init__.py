"""TEI files become an edition: `pages` makes the site, plain texts and citations, `search` the index of words."""

from pipeline.editions.pages import Design, Page, Site, Source, build_site, pages, read

__all__ = ["Design", "Page", "Site", "Source", "build_site", "pages", "read"]
