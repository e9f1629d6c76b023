<?xml version="1.0" encoding="UTF-8"?>
<!--
  Places and organizations: an index and a page for each of both. It needs names.xsl, lists.xsl, persons.xsl (other names,
  identifiers) and collection.xsl (v:known, v:file).

      <document id="harbour" …><place key="london" name="London" mentions="3"/></document>
          →  places/london.html: 'London', 'is named 3 times'; a line in places/index.html
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

  <!-- What is indexed: the element in the catalogue and in authority files, the folder of its pages, the titles. -->
  <xsl:variable name="v:kinds" as="map(xs:string, xs:string)+" select="
      map { 'element': 'place', 'folder': 'places', 'title': 'Places', 'one': 'place' },
      map { 'element': 'org', 'folder': 'organizations', 'title': 'Organizations', 'one': 'organization' }"/>

  <!-- All places (or organizations) by name, with how often they are named → places/index.html: <li><a
       href="london.html">London</a> settlement, 2 documents</li> -->
  <xsl:function name="v:entity-index" as="element()+">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="kind" as="map(xs:string, xs:string)"/>
    <xsl:variable name="lines" as="element(h:li)*">
      <xsl:for-each-group select="$edition/e:document/*[local-name() = $kind?element]" group-by="@key">
        <xsl:sort select="lower-case(v:entity-name(., $edition))"/>
        <li>
          <a href="{current-grouping-key()}.html">{v:entity-name(., $edition)}</a>
          <span class="role">{v:known($edition, $kind?element, current-grouping-key())/@type}</span>
          <span class="numbers">{v:count(count(current-group()), 'document')}</span>
        </li>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="heading" as="element(h:h1)">
      <h1>{$kind?title}</h1>
    </xsl:variable>
    <xsl:sequence select="
        v:listed($edition, $kind?folder || '/index', $kind?folder, $kind?title, $heading, $lines, 300,
          function($line as element()) as xs:string { string($line/h:a) },
          function($lines as element()*) as element()* { v:index-lines($lines, $kind?folder) }, ())"/>
  </xsl:function>

  <!-- Lines of an index, which a script lets a reader filter; none → a sentence -->
  <xsl:function name="v:index-lines" as="element()">
    <xsl:param name="lines" as="element(h:li)*"/>
    <xsl:param name="things" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="exists($lines)">
        <ul class="index" data-filter="{$things}">
          <xsl:sequence select="$lines"/>
        </ul>
      </xsl:when>
      <xsl:otherwise>
        <p class="hint">No {$things} are marked in the documents.</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The page of a place or organization: what it is, and the documents that name it: <place key="london"
       mentions="3"/> → places/london.html: London … is named 3 times -->
  <xsl:function name="v:entity-page" as="element()+">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="kind" as="map(xs:string, xs:string)"/>
    <xsl:param name="mentions" as="element()+"/>
    <xsl:variable name="key" as="xs:string" select="$mentions[1]/@key"/>
    <xsl:variable name="entry" as="element()?" select="v:known($edition, $kind?element, $key)"/>
    <xsl:variable name="name" as="xs:string" select="v:entity-name($mentions[1], $edition)"/>
    <xsl:variable name="type" as="xs:string" select="($entry/@type, $kind?one)[1]"/>
    <xsl:variable name="heading" as="element()+">
      <header class="title">
        <p class="kicker">{upper-case(substring($type, 1, 1))}{substring($type, 2)}</p>
        <h1>{$name}</h1>
      </header>
      <h2>In the documents</h2>
    </xsl:variable>
    <xsl:sequence select="
        v:listed($edition, $kind?folder || '/' || $key, $kind?folder, $name, $heading, $mentions, 150,
          function($mention as element()) as xs:string { v:date(substring($mention/../@earliest, 1, 7)) },
          function($mentions as element()*) as element()* { v:cards($mentions ! v:mention-card(.)) },
          (v:other-names($entry, $name), v:identifiers($entry)))"/>
  </xsl:function>

  <!-- A document that names a place: <place mentions="3"/> → … is named 3 times -->
  <xsl:function name="v:mention-card" as="element(h:li)">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="subject" as="xs:string?" select="$mention/../@subject[. ne ''] ! v:shortened(., 12)"/>
    <xsl:variable name="facts" as="element(h:p)">
      <p class="meta">{string-join(($subject, v:times($mention/@mentions, 'is named')), ' · ')}</p>
    </xsl:variable>
    <xsl:sequence select="v:document-card($mention/.., '../documents/', $facts)"/>
  </xsl:function>

  <!-- The name of a place or organization: that of the authority file, else that of the document's own entry. -->
  <xsl:function name="v:entity-name" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="entry" as="element()?" select="v:known($edition, local-name($mention), $mention/@key)"/>
    <xsl:sequence select="if (exists($entry)) then v:full-name($entry) else string($mention/@name)"/>
  </xsl:function>

</xsl:stylesheet>
