<?xml version="1.0" encoding="UTF-8"?>
<!--
  The documents in time: a plotted line of days, and under it the same documents by month. It needs dates.xsl, lists.xsl and
  collection.xsl.

      5 documents  →  chronology.html
      300 documents  →  chronology.html (the years), chronology/1962.html, chronology/1963.html …, chronology/undated.html
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

  <!-- How many documents one page of the chronology holds; with more, every year has a page. -->
  <xsl:variable name="v:most-on-a-line" as="xs:integer" select="60"/>

  <!-- The chronology: one page for all documents, or an overview and a page for each year: 5 documents →
       chronology.html; 300 → chronology.html, chronology/1962.html … -->
  <xsl:function name="v:chronology" as="element()+">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="dated" as="element(e:document)*" select="$edition/e:document[exists(v:day(@earliest, '-01-01'))]"/>
    <xsl:variable name="undated" as="element(e:document)*" select="$edition/e:document except $dated"/>
    <xsl:choose>
      <xsl:when test="count($edition/e:document) le $v:most-on-a-line">
        <xsl:variable name="main" as="element()+">
          <h1>Chronology</h1>
          <xsl:sequence select="v:timeline($dated, 'documents/'), v:months($edition/e:document, 'documents/')"/>
        </xsl:variable>
        <xsl:sequence select="v:file($edition, 'chronology.html', 'chronology', 'Chronology', $main)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="v:overview($edition, $dated, $undated)"/>
        <xsl:for-each-group select="$dated" group-by="substring(@earliest, 1, 4)">
          <xsl:sequence select="v:year-pages($edition, current-grouping-key(), current-grouping-key(), current-group())"/>
        </xsl:for-each-group>
        <xsl:if test="exists($undated)">
          <xsl:sequence select="v:year-pages($edition, 'undated', 'Undated', $undated)"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The pages of one year: (…, '1962', '1962', documents) → chronology/1962.html -->
  <xsl:function name="v:year-pages" as="element()+">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="documents" as="element(e:document)+"/>
    <xsl:variable name="before" as="element()+">
      <header class="title">
        <p class="kicker"><a href="../chronology.html">Chronology</a></p>
        <h1>{$title}</h1>
      </header>
      <xsl:sequence select="v:timeline($documents[exists(v:day(@earliest, '-01-01'))], '../documents/')"/>
    </xsl:variable>
    <xsl:sequence select="
        v:listed($edition, 'chronology/' || $name, 'chronology', $title, $before, $documents, 100,
          function($document as element()) as xs:string { v:date(substring($document/@earliest, 1, 7)) },
          v:months(?, '../documents/'), ())"/>
  </xsl:function>

  <!-- Documents under their months → <section class="month"><h2>November 1962</h2> <ol class="cards">… -->
  <xsl:function name="v:months" as="element(h:section)*">
    <xsl:param name="documents" as="element()*"/>
    <xsl:param name="folder" as="xs:string"/>
    <xsl:for-each-group select="$documents" group-adjacent="v:month(.)">
      <section class="month">
        <h2>{current-grouping-key()}</h2>
        <xsl:sequence select="v:cards(current-group() ! v:card(., $folder))"/>
      </section>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The month of a document, or its date in words if that goes beyond one: 'November 1962'; 'Between …'; 'Undated' -->
  <xsl:function name="v:month" as="xs:string">
    <xsl:param name="document" as="element(e:document)"/>
    <xsl:variable name="months" as="xs:string+" select="$document/(@earliest, @latest) ! substring(., 1, 7)"/>
    <xsl:sequence select="
        if ($document/@date = '') then 'Undated'
        else if ($months[1] = $months[2]) then v:date($months[1])
        else upper-case(substring($document/@date, 1, 1)) || substring($document/@date, 2)"/>
  </xsl:function>

  <!-- All years, each with a bar as long as it has documents: a link to its page: 30 documents of 1962, 10 of 1963 →
       1962 with a whole bar, 1963 with a third -->
  <xsl:function name="v:overview" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="dated" as="element(e:document)*"/>
    <xsl:param name="undated" as="element(e:document)*"/>
    <xsl:variable name="years" as="xs:string*" select="$dated ! substring(@earliest, 1, 4)"/>
    <xsl:variable name="most" as="xs:integer" select="
        max((1, count($undated), for $year in distinct-values($years) return count($years[. = $year])))"/>
    <xsl:variable name="main" as="element()+">
      <h1>Chronology</h1>
      <ol class="years">
        <xsl:for-each-group select="$dated" group-by="substring(@earliest, 1, 4)">
          <xsl:sequence select="v:year-bar(current-grouping-key(), current-grouping-key(), count(current-group()), $most)"/>
        </xsl:for-each-group>
        <xsl:if test="exists($undated)">
          <xsl:sequence select="v:year-bar('undated', 'Undated', count($undated), $most)"/>
        </xsl:if>
      </ol>
    </xsl:variable>
    <xsl:sequence select="v:file($edition, 'chronology.html', 'chronology', 'Chronology', $main)"/>
  </xsl:function>

  <!-- ('1962', '1962', 12, 40) → a line with a bar of 30 % -->
  <xsl:function name="v:year-bar" as="element(h:li)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="most" as="xs:integer"/>
    <li>
      <a href="chronology/{$name}.html">{$title}</a>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect width="{round(100 * $number div $most, 1)}" height="10"/>
      </svg>
      <span class="numbers">{v:count($number, 'document')}</span>
    </li>
  </xsl:function>

  <!-- How many dots stand below each other where days are close. -->
  <xsl:variable name="v:lanes" as="xs:integer" select="10"/>

  <!-- How many lines of dates within bounds. -->
  <xsl:variable name="v:span-lanes" as="xs:integer" select="6"/>

  <!-- The line: a dot for a day, below the dots a thin line for a document whose date is known only within bounds; at
       least two documents, else nothing: 9 November 1962 → a dot; between March 1962 and June 1963 → a line from the
       one to the other -->
  <xsl:function name="v:timeline" as="element(h:figure)?">
    <xsl:param name="documents" as="element(e:document)*"/>
    <xsl:param name="folder" as="xs:string"/>
    <xsl:variable name="first" as="xs:date?" select="min($documents/v:day(@earliest, '-01-01'))"/>
    <xsl:variable name="last" as="xs:date?" select="max($documents/v:day(@latest, '-12-28'))"/>
    <xsl:if test="count($documents) gt 1 and $last gt $first">
      <xsl:variable name="marks" as="element(v:mark)+" select="v:marks($documents, $first, $last)"/>
      <xsl:variable name="depth" as="xs:integer" select="xs:integer(max(($marks[@kind = 'dot']/xs:integer(@lane), 0)) + 1)"/>
      <xsl:variable name="spans" as="xs:integer" select="min((count($marks[@kind = 'span']), $v:span-lanes))"/>
      <xsl:variable name="height" as="xs:integer" select="44 + 13 * $depth + 9 * $spans"/>
      <figure class="timeline" tabindex="0" aria-label="Documents in time">
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 {$height}" role="group" aria-label="Documents in time">
          <xsl:sequence select="v:axis($first, $last, $height - 14)"/>
          <xsl:for-each select="$marks">
            <a href="{$folder}{@id}.html">
              <xsl:variable name="y" as="xs:double" select="
                  if (@kind = 'dot') then 42 + 13 * @lane else 40 + 13 * $depth + 9 * @lane"/>
              <line class="{@kind}" x1="{@from}" x2="{@to}" y1="{$y}" y2="{$y}">
                <title>{@title}</title>
              </line>
            </a>
          </xsl:for-each>
        </svg>
        <figcaption>Each dot is a document; a thin line is a date that is known only within bounds.</figcaption>
      </figure>
    </xsl:if>
  </xsl:function>

  <!-- Where the documents stand on the line: <document earliest="1962-11-09" …/> →
       <v:mark kind="dot" from="20" to="20.1" lane="0" …/>; a date within one percent of the line is a dot; dots that would
       touch stand below each other. -->
  <xsl:function name="v:marks" as="element(v:mark)+">
    <xsl:param name="documents" as="element(e:document)+"/>
    <xsl:param name="first" as="xs:date"/>
    <xsl:param name="last" as="xs:date"/>
    <xsl:variable name="placed" as="element(v:mark)+">
      <xsl:for-each select="$documents">
        <xsl:variable name="from" as="xs:double" select="v:position(v:day(@earliest, '-01-01'), $first, $last)"/>
        <xsl:variable name="to" as="xs:double" select="v:position(v:day(@latest, '-12-28'), $first, $last)"/>
        <v:mark id="{@id}" title="{@date}: {@title}" kind="{if ($to - $from le 10) then 'dot' else 'span'}" from="{$from}"
            to="{max(($to, $from + 0.1))}"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each-group select="$placed" group-by="if (@kind = 'span') then 'span' else string(xs:double(@from) idiv 12)">
      <xsl:for-each select="current-group()">
        <v:mark lane="{(position() - 1) mod (if (@kind = 'span') then $v:span-lanes else $v:lanes)}">
          <xsl:sequence select="@*"/>
        </v:mark>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The axis with its first and last day, and a stroke where a year begins, or a month if there are few:
       (1962-03-01, 1964-01-01, 60) → strokes for 21 months, '1963' where the year begins -->
  <xsl:function name="v:axis" as="element()+">
    <xsl:param name="first" as="xs:date"/>
    <xsl:param name="last" as="xs:date"/>
    <xsl:param name="height" as="xs:double"/>
    <xsl:variable name="months" as="xs:date*" select="
        for $year in year-from-date($first) to year-from-date($last), $month in 1 to 12
        return xs:date($year || '-' || format-integer($month, '00') || '-01')[. gt $first and . lt $last]"/>
    <xsl:variable name="by-months" as="xs:boolean" select="count($months) le 24"/>
    <xsl:for-each select="if ($by-months) then $months else $months[month-from-date(.) = 1]" xmlns="http://www.w3.org/2000/svg">
      <xsl:variable name="x" as="xs:double" select="v:position(., $first, $last)"/>
      <line class="tick" x1="{$x}" x2="{$x}" y1="{if (month-from-date(.) = 1 and $by-months) then 14 else 22}" y2="{$height}"/>
      <xsl:if test="month-from-date(.) = 1 and $x gt 170 and $x lt 830">
        <text x="{$x + 4}" y="14">{year-from-date(.)}</text>
      </xsl:if>
    </xsl:for-each>
    <line xmlns="http://www.w3.org/2000/svg" class="axis" x1="20" x2="980" y1="22" y2="22"/>
    <text xmlns="http://www.w3.org/2000/svg" x="20" y="14">{v:date(string($first))}</text>
    <text xmlns="http://www.w3.org/2000/svg" x="980" y="14" text-anchor="end">{v:date(string($last))}</text>
  </xsl:function>

  <!-- A day for a date that may be partial or have a time: ('1962-11', '-01-01') → 1962-11-01;
       ('1962', '-12-28') → 1962-12-28 -->
  <xsl:function name="v:day" as="xs:date?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="rest" as="xs:string"/>
    <xsl:variable name="day" as="xs:string" select="substring-before($value || 'T', 'T')"/>
    <xsl:variable name="whole" as="xs:string" select="
        $day || (if (string-length($day) = 4) then $rest else if (string-length($day) = 7) then substring($rest, 4) else '')"/>
    <xsl:sequence select="if ($whole castable as xs:date) then xs:date($whole) else ()"/>
  </xsl:function>

  <!-- Where a day stands between the first (20) and the last (980): (1962-07-02, 1962-01-01, 1962-12-31) → 500 -->
  <xsl:function name="v:position" as="xs:double">
    <xsl:param name="day" as="xs:date?"/>
    <xsl:param name="first" as="xs:date"/>
    <xsl:param name="last" as="xs:date"/>
    <xsl:variable name="whole" as="xs:decimal" select="($last - $first) div xs:dayTimeDuration('P1D')"/>
    <xsl:variable name="part" as="xs:decimal" select="(($day, $first)[1] - $first) div xs:dayTimeDuration('P1D')"/>
    <xsl:sequence select="xs:double(round(20 + 960 * $part div $whole, 1))"/>
  </xsl:function>

</xsl:stylesheet>
