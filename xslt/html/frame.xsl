<?xml version="1.0" encoding="UTF-8"?>
<!--
  What all pages share: the head, the navigation, the foot.

      <xsl:call-template name="v:page"> with title "12. Memorandum", root "../", current "documents" and the content of main
          →  <html lang="en"><head>…</head><body><header>…</header><main>…</main><footer>…</footer></body></html>
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:e="urn:verbale:edition"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The sections of the site: key, address, name. -->
  <xsl:variable name="v:sections" as="map(xs:string, xs:string)+" select="
      map { 'key': 'documents', 'href': 'index.html', 'name': 'Documents' },
      map { 'key': 'chronology', 'href': 'chronology.html', 'name': 'Chronology' },
      map { 'key': 'persons', 'href': 'persons/index.html', 'name': 'Persons' },
      map { 'key': 'places', 'href': 'places/index.html', 'name': 'Places' },
      map { 'key': 'organizations', 'href': 'organizations/index.html', 'name': 'Organizations' },
      map { 'key': 'search', 'href': 'search.html', 'name': 'Search' },
      map { 'key': 'about', 'href': 'about.html', 'name': 'About' }"/>

  <!-- A whole page. See the example at the head of this file: title 'About' → <html>…<title>About –
       Conversations</title>… -->
  <xsl:template name="v:page" as="element(h:html)">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:param name="current" as="xs:string"/>
    <xsl:param name="main" as="node()*"/>
    <xsl:param name="head" as="element()*" select="()"/>
    <xsl:param name="description" as="xs:string" select="''"/>
    <html lang="{($edition/@lang[. ne ''], 'en')[1]}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{string-join(($title, $edition/@title)[. ne ''] => distinct-values(), ' – ')}</title>
        <xsl:if test="$description">
          <meta name="description" content="{$description}"/>
        </xsl:if>
        <meta property="og:title" content="{$title}"/>
        <meta property="og:type" content="{if ($current = 'document') then 'article' else 'website'}"/>
        <meta property="og:site_name" content="{$edition/@title}"/>
        <meta name="color-scheme" content="light dark"/>
        <link rel="stylesheet" href="{$root}assets/verbale.css"/>
        <xsl:if test="$edition/@theme = 'yes'">
          <link rel="stylesheet" href="{$root}assets/theme.css"/>
        </xsl:if>
        <link rel="icon" href="data:,"/>
        <xsl:if test="$edition/@feed = 'yes'">
          <link rel="alternate" type="application/atom+xml" href="{$root}atom.xml" title="{$edition/@title}"/>
        </xsl:if>
        <script defer="defer" src="{$root}assets/verbale.js"></script>
        <xsl:sequence select="$head"/>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the text</a>
        <header class="site">
          <a class="name" href="{$root}index.html">
            <xsl:if test="$edition/@logo ne ''">
              <img src="{$root}{$edition/@logo}" alt="" height="28"/>
            </xsl:if>
            <xsl:text>{$edition/@title}</xsl:text>
          </a>
          <nav aria-label="Site">
            <ul>
              <xsl:for-each select="$v:sections">
                <li>
                  <a href="{$root}{?href}">
                    <xsl:if test="?key = $current">
                      <xsl:attribute name="aria-current" select="'page'"/>
                    </xsl:if>
                    <xsl:text>{?name}</xsl:text>
                  </a>
                </li>
              </xsl:for-each>
            </ul>
          </nav>
        </header>
        <main id="main">
          <xsl:sequence select="$main"/>
        </main>
        <footer class="site">
          <p>
            <xsl:text>{string-join(($edition/@title, $edition/@publisher)[. ne ''], '. ')}. </xsl:text>
            <xsl:choose>
              <xsl:when test="$edition/@licence ne ''">
                <a rel="license" href="{$edition/@licence}">{($edition/@licence-text[. ne ''], 'Licence')[1]}</a>
              </xsl:when>
              <xsl:otherwise>{$edition/@licence-text}</xsl:otherwise>
            </xsl:choose>
          </p>
          <ul>
            <li><a href="{$root}manual/index.html">Encoding manual</a></li>
            <li><a href="{$root}about.html#cite">How to cite</a></li>
          </ul>
        </footer>
      </body>
    </html>
  </xsl:template>

</xsl:stylesheet>
