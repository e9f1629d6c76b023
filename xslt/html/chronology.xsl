<?xml version="1.0" encoding="UTF-8"?>
<!--
  The documents in time: a plotted line of days, and under it the same documents by month. It needs dates.xsl and
  collection.xsl.
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

  <!-- The page. -->
  <xsl:function name="v:chronology-page" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="dated" as="element(e:document)*" select="$edition/e:document[@earliest ne '']"/>
    <xsl:variable name="main" as="element()+">
      <h1>Chronology</h1>
      <xsl:sequence select="v:timeline($dated)"/>
      <xsl:for-each-group select="$dated" group-adjacent="v:month(.)">
        <section class="month">
          <h2>{current-grouping-key()}</h2>
          <ol class="cards">
            <xsl:sequence select="current-group() ! v:card(., 'documents/')"/>
          </ol>
        </section>
      </xsl:for-each-group>
      <xsl:if test="$edition/e:document[@earliest = '']">
        <section class="month">
          <h2>Undated</h2>
          <ol class="cards">
            <xsl:sequence select="$edition/e:document[@earliest = ''] ! v:card(., 'documents/')"/>
          </ol>
        </section>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="v:file($edition, 'chronology.html', 'chronology', 'Chronology', $main)"/>
  </xsl:function>

  <!-- The month of a document, or its date in words if that goes beyond one: 'November 1962'; 'between …' -->
  <xsl:function name="v:month" as="xs:string">
    <xsl:param name="document" as="element(e:document)"/>
    <xsl:variable name="months" as="xs:string+" select="$document/(@earliest, @latest) ! substring(., 1, 7)"/>
    <xsl:sequence select="
        if ($months[1] = $months[2]) then v:date($months[1])
        else upper-case(substring($document/@date, 1, 1)) || substring($document/@date, 2)"/>
  </xsl:function>

  <!-- How many documents stand below each other before the next begins at the top again. -->
  <xsl:variable name="v:lanes" as="xs:integer" select="12"/>

  <!-- The line: a dot for a day, a bar for a span of days; at least two documents, else nothing. -->
  <xsl:function name="v:timeline" as="element(h:figure)?">
    <xsl:param name="documents" as="element(e:document)*"/>
    <xsl:variable name="first" as="xs:date?" select="min($documents/v:day(@earliest, '-01-01'))"/>
    <xsl:variable name="last" as="xs:date?" select="max($documents/v:day(@latest, '-12-28'))"/>
    <xsl:if test="count($documents) gt 1 and $last gt $first">
      <figure class="timeline">
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 {40 + 14 * min((count($documents), $v:lanes))}" role="group"
            aria-label="Documents in time">
          <line class="axis" x1="20" x2="980" y1="22" y2="22"/>
          <text x="20" y="14">{v:date(string($first))}</text>
          <text x="980" y="14" text-anchor="end">{v:date(string($last))}</text>
          <xsl:for-each select="$documents">
            <xsl:variable name="from" as="xs:double" select="v:position(v:day(@earliest, '-01-01'), $first, $last)"/>
            <xsl:variable name="to" as="xs:double" select="v:position(v:day(@latest, '-12-28'), $first, $last)"/>
            <a href="documents/{@id}.html">
              <rect x="{$from - 4}" width="{max((8, $to - $from + 8))}" y="{38 + 14 * ((position() - 1) mod $v:lanes)}" height="8" rx="4">
                <title>{@date}: {@title}</title>
              </rect>
            </a>
          </xsl:for-each>
        </svg>
        <figcaption>Each bar is a document; a wide bar is a date that is known only within bounds.</figcaption>
      </figure>
    </xsl:if>
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

  <!-- Where a day stands between the first (20) and the last (980). -->
  <xsl:function name="v:position" as="xs:double">
    <xsl:param name="day" as="xs:date?"/>
    <xsl:param name="first" as="xs:date"/>
    <xsl:param name="last" as="xs:date"/>
    <xsl:variable name="whole" as="xs:decimal" select="($last - $first) div xs:dayTimeDuration('P1D')"/>
    <xsl:variable name="part" as="xs:decimal" select="(($day, $first)[1] - $first) div xs:dayTimeDuration('P1D')"/>
    <xsl:sequence select="xs:double(round(20 + 960 * $part div $whole, 1))"/>
  </xsl:function>

</xsl:stylesheet>
