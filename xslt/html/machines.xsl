<?xml version="1.0" encoding="UTF-8"?>
<!--
  Lists for machines: the site map and the news feed. Both hold whole addresses, so there are none without the address of the
  site. It needs collection.xsl.

      <edition url="https://example.org/" feed="yes" …><document id="harbour" changed="2026-01-31"/></edition>
          →  sitemap.xml with all documents, atom.xml with those whose last change is known
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:verbale:edition"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The addresses of the front page and of all documents →
       <url><loc>https://example.org/documents/harbour.html</loc></url> … -->
  <xsl:function name="v:sitemap" as="element()?">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:if test="$edition/@url ne ''">
      <xsl:variable name="set" as="element()">
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <xsl:for-each select="'', $edition/e:document/('documents/' || @id || '.html')">
            <url><loc>{$edition/@url}{.}</loc></url>
          </xsl:for-each>
        </urlset>
      </xsl:variable>
      <xsl:sequence select="v:xml-file('sitemap.xml', $set)"/>
    </xsl:if>
  </xsl:function>

  <!-- The 50 documents that were changed last, as Atom. A change is what the revisions of a file tell, or the day that
       edition.toml gives for all; the day on which the edition is built says nothing. No such day → no feed. -->
  <xsl:function name="v:feed" as="element()?">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="documents" as="element(e:document)*" select="
        sort($edition/e:document[v:changed(.)], (), v:changed#1) => reverse() => subsequence(1, 50)"/>
    <xsl:if test="$edition/@feed = 'yes'">
      <xsl:variable name="feed" as="element()">
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{($edition/@lang[. ne ''], 'en')[1]}">
          <title>{$edition/@title}</title>
          <id>{$edition/@url}</id>
          <updated>{v:moment(v:changed($documents[1]))}</updated>
          <author><name>{($edition/@publisher[. ne ''], $edition/e:editor/@name, $edition/@title)[1]}</name></author>
          <link rel="self" href="{$edition/@url}atom.xml"/>
          <link href="{$edition/@url}"/>
          <xsl:for-each select="$documents">
            <xsl:variable name="address" as="xs:string" select="$edition/@url || 'documents/' || @id || '.html'"/>
            <entry>
              <title>{@title}</title>
              <id>{$address}</id>
              <updated>{v:moment(v:changed(.))}</updated>
              <link href="{$address}"/>
              <summary>{string-join((@type, @date, @subject)[. ne ''], ' · ')}</summary>
            </entry>
          </xsl:for-each>
        </feed>
      </xsl:variable>
      <xsl:sequence select="v:xml-file('atom.xml', $feed)"/>
    </xsl:if>
  </xsl:function>

  <!-- The day of the last change of a document, or nothing: the one its file tells is not older than the one for all:
       changed="2026-02-01" in an edition with updated="2026-01-31" → '2026-02-01' -->
  <xsl:function name="v:changed" as="xs:string?">
    <xsl:param name="document" as="element(e:document)"/>
    <xsl:sequence select="max(($document/@changed/string(), $document/../@updated/string())[. castable as xs:date])"/>
  </xsl:function>

  <!-- '2026-01-31' → '2026-01-31T00:00:00Z' -->
  <xsl:function name="v:moment" as="xs:string">
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence select="$day || 'T00:00:00Z'"/>
  </xsl:function>

  <!-- ('sitemap.xml', <urlset>) → <file path="sitemap.xml">&lt;?xml … -->
  <xsl:function name="v:xml-file" as="element()">
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="content" as="element()"/>
    <file path="{$path}">{serialize($content, map { 'method': 'xml', 'omit-xml-declaration': false() })}</file>
  </xsl:function>

</xsl:stylesheet>
