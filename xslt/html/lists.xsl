<?xml version="1.0" encoding="UTF-8"?>
<!--
  Lists of documents and names: cards, and pages of a length that a phone can load. It needs collection.xsl (v:file).

      130 documents, 60 on a page  →  index.html, index~2.html, index~3.html, each with links to the others
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

  <!-- A list as one page or several: `label` names an entry for the links between the pages, `render` makes the list
       of the entries of one page; what stands before it is only on the first. No id has a ~, so that no page is in
       the way of another: (…, 'index', …, 130 documents, 60, …) → index.html, index~2.html, index~3.html -->
  <xsl:function name="v:listed" as="element()+">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="stem" as="xs:string"/>
    <xsl:param name="current" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="before" as="node()*"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:param name="length" as="xs:integer"/>
    <xsl:param name="label" as="function(element()) as xs:string"/>
    <xsl:param name="render" as="function(element()*) as node()*"/>
    <xsl:param name="after" as="node()*"/>
    <xsl:variable name="pages" as="xs:integer" select="max((1, (count($entries) + $length - 1) idiv $length))"/>
    <xsl:variable name="labels" as="xs:string*" select="
        if ($pages = 1) then () else (1 to $pages) ! v:span(v:part($entries, ., $length), $label)"/>
    <xsl:for-each select="1 to $pages">
      <xsl:variable name="list" as="element(h:div)">
        <div class="listed">
          <xsl:sequence select="$render(v:part($entries, ., $length)), v:pager($stem, $labels, .)"/>
        </div>
      </xsl:variable>
      <xsl:variable name="heading" as="element(h:h1)">
        <h1 class="long"><a href="{tokenize($stem, '/')[last()]}.html">{$title}</a>, page {.}</h1>
      </xsl:variable>
      <xsl:sequence select="
          v:file($edition, v:numbered($stem, .), $current, $title || (if (. = 1) then '' else ', page ' || .),
            if (. = 1) then ($before, $list, $after) else ($heading, $list))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The path of a page of a list: ('persons/index', 1) → 'persons/index.html'; ('persons/index', 2) → 'persons/index~2.html' -->
  <xsl:function name="v:numbered" as="xs:string">
    <xsl:param name="stem" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="$stem || (if ($number = 1) then '' else '~' || $number) || '.html'"/>
  </xsl:function>

  <!-- The entries of one page: ((a, b, c), 2, 2) → c -->
  <xsl:function name="v:part" as="element()*">
    <xsl:param name="entries" as="element()*"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="length" as="xs:integer"/>
    <xsl:sequence select="subsequence($entries, ($number - 1) * $length + 1, $length)"/>
  </xsl:function>

  <!-- From the first entry to the last: 'November 1962 – January 1963' -->
  <xsl:function name="v:span" as="xs:string">
    <xsl:param name="entries" as="element()*"/>
    <xsl:param name="label" as="function(element()) as xs:string"/>
    <xsl:variable name="ends" as="xs:string*" select="($entries[1], $entries[last()]) ! ($label(.)[. ne ''], 'undated')[1]"/>
    <xsl:sequence select="string-join(distinct-values($ends), ' – ')"/>
  </xsl:function>

  <!-- The links between the pages of a list; one page → nothing -->
  <xsl:function name="v:pager" as="element(h:nav)?">
    <xsl:param name="stem" as="xs:string"/>
    <xsl:param name="labels" as="xs:string*"/>
    <xsl:param name="here" as="xs:integer"/>
    <xsl:if test="exists($labels)">
      <nav class="pager" aria-label="Pages of this list">
        <ol>
          <xsl:for-each select="$labels">
            <li>
              <a href="{tokenize(v:numbered($stem, position()), '/')[last()]}">
                <xsl:if test="position() = $here">
                  <xsl:attribute name="aria-current" select="'page'"/>
                </xsl:if>
                <xsl:text>{.}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- Cards, one below the other: <li class="card">… → <ol class="cards"><li class="card">… -->
  <xsl:function name="v:cards" as="element(h:ol)">
    <xsl:param name="cards" as="element(h:li)*"/>
    <ol class="cards">
      <xsl:sequence select="$cards"/>
    </ol>
  </xsl:function>

  <!-- A document in a list: date, title, subject, type and place, participants in the colours of their delegations:
       <document id="a" date="1963" …/> → <li class="card"><p class="date">1963</p> … -->
  <xsl:function name="v:card" as="element(h:li)">
    <xsl:param name="document" as="element(e:document)"/>
    <xsl:param name="folder" as="xs:string"/>
    <xsl:variable name="participants" as="element(e:person)*" select="$document/e:person[@participant = 'yes']"/>
    <xsl:variable name="facts" as="node()*">
      <xsl:if test="$document/@subject ne ''">
        <p class="subject">{v:shortened($document/@subject, 20)}</p>
      </xsl:if>
      <p class="meta">{string-join($document/(@type, @place)[. ne ''], ' · ')}</p>
      <xsl:if test="exists($participants)">
        <p class="people">
          <xsl:for-each select="$participants">
            <xsl:text>{if (position() gt 1) then ', ' else ''}</xsl:text>
            <span class="d{(@hue, 0)[1]}">{@name}</span>
          </xsl:for-each>
        </p>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="v:document-card($document, $folder, $facts)"/>
  </xsl:function>

  <!-- A card with the date and title of a document, and what else is to be said of it: (document, 'documents/',
       <p>…</p>) → <li class="card">… <a href="documents/a.html">…</a> <p>…</p> -->
  <xsl:function name="v:document-card" as="element(h:li)">
    <xsl:param name="document" as="element(e:document)"/>
    <xsl:param name="folder" as="xs:string"/>
    <xsl:param name="facts" as="node()*"/>
    <li class="card">
      <p class="date">{($document/@date[. ne ''], 'Undated')[1]}</p>
      <div>
        <h3><a href="{$folder}{$document/@id}.html">{$document/@title}</a></h3>
        <xsl:sequence select="$facts"/>
      </div>
    </li>
  </xsl:function>

  <!-- ('one two three', 2) → 'one two …' -->
  <xsl:function name="v:shortened" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="words" as="xs:integer"/>
    <xsl:variable name="all" as="xs:string*" select="tokenize($text)"/>
    <xsl:sequence select="string-join(($all[position() le $words], '…'[count($all) gt $words]), ' ')"/>
  </xsl:function>

  <!-- ('1', 'is named') → 'is named once'; ('3', 'speaks') → 'speaks 3 times'; '0' → nothing -->
  <xsl:function name="v:times" as="xs:string?">
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:sequence select="
        if ($number = '0') then () else $what || ' ' || (if ($number = '1') then 'once' else $number || ' times')"/>
  </xsl:function>

  <!-- (1, 'document') → '1 document'; (2, 'document') → '2 documents' -->
  <xsl:function name="v:count" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="thing" as="xs:string"/>
    <xsl:sequence select="$number || ' ' || $thing || (if ($number = 1) then '' else 's')"/>
  </xsl:function>

</xsl:stylesheet>
