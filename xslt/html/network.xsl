<?xml version="1.0" encoding="UTF-8"?>
<!--
  Who talked with whom, as a drawing: the persons on two facing arcs, a line for each pair, as strong as their talk is
  long.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:e="urn:verbale:edition"
    xmlns:v="urn:verbale:xslt"
    xmlns:math="http://www.w3.org/2005/xpath-functions/math"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- How many persons, those who speak most, a drawing can hold and still be read. -->
  <xsl:variable name="v:most-drawn" as="xs:integer" select="24"/>

  <!-- The figure; nobody talks with anybody → nothing. -->
  <xsl:function name="v:network" as="element(h:figure)?">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="talks" as="element(e:talk)*" select="$edition/e:document/e:talk[@who != @to]"/>
    <xsl:variable name="keys" as="xs:string*" select="v:most-talkative($talks)"/>
    <xsl:if test="count($keys) gt 1">
      <xsl:variable name="most" as="xs:double" select="max(v:pairs($talks, $keys)/@spoken)"/>
      <figure class="network">
        <xsl:variable name="height" as="xs:double" select="2 * v:half-height(count($keys)) + 20"/>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="-280 {-$height div 2} 560 {$height}" role="group" aria-label="Who talked with whom">
          <xsl:for-each select="v:pairs($talks, $keys)">
            <xsl:variable name="one" as="xs:integer" select="index-of($keys, @one)[1]"/>
            <xsl:variable name="other" as="xs:integer" select="index-of($keys, @other)[1]"/>
            <path d="M {v:x($one, count($keys))} {v:y($one, count($keys))} Q 0 0 {v:x($other, count($keys))} {v:y($other,
                count($keys))}" stroke-width="{round(1 + 7 * math:sqrt(@spoken div $most), 1)}">
              <title>{v:short-of($edition, @one)} and {v:short-of($edition, @other)}</title>
            </path>
          </xsl:for-each>
          <xsl:for-each select="$keys">
            <xsl:variable name="position" as="xs:integer" select="position()"/>
            <xsl:variable name="right" as="xs:boolean" select="v:x($position, count($keys)) ge 0"/>
            <a href="{.}.html">
              <circle cx="{v:x($position, count($keys))}" cy="{v:y($position, count($keys))}" r="4.5"/>
              <text x="{v:x($position, count($keys)) + (if ($right) then 10 else -10)}" y="{v:y($position, count($keys)) + 4}"
                  text-anchor="{if ($right) then 'start' else 'end'}">{v:short-of($edition, .)}</text>
            </a>
          </xsl:for-each>
        </svg>
        <figcaption>Who talked with whom: the stronger the line, the longer the talk.</figcaption>
      </figure>
    </xsl:if>
  </xsl:function>

  <!-- The keys of those who talk and are talked to, at most so many; neighbours on the circle talk with each other: a
       to b 7, b to a 2, c to b 1 → 'b', 'a', 'c' -->
  <xsl:function name="v:most-talkative" as="xs:string*">
    <xsl:param name="talks" as="element(e:talk)*"/>
    <xsl:variable name="sorted" as="xs:string*">
      <xsl:for-each-group select="$talks" group-by="@who, @to">
        <xsl:sort select="sum(current-group()/@spoken)" order="descending"/>
        <xsl:sort select="current-grouping-key()"/>
        <xsl:sequence select="current-grouping-key()"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="$sorted[position() le $v:most-drawn]"/>
  </xsl:function>

  <!-- <talk who="a" to="b" spoken="5"/> <talk who="b" to="a" spoken="2"/> → <v:pair one="a" other="b" spoken="7"/> -->
  <xsl:function name="v:pairs" as="element(v:pair)*">
    <xsl:param name="talks" as="element(e:talk)*"/>
    <xsl:param name="keys" as="xs:string*"/>
    <xsl:for-each-group select="$talks[@who = $keys and @to = $keys]" group-by="sort((string(@who), string(@to)))" composite="yes">
      <v:pair one="{current-grouping-key()[1]}" other="{current-grouping-key()[2]}" spoken="{sum(current-group()/@spoken)}"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The place of the n-th of so many persons: the first half stands on the right from top to bottom, the second on
       the left, all at the same distance in height, so that no name covers another: (1, 8) → 117.1; (5, 8) → -117.1
       -->
  <xsl:function name="v:x" as="xs:double">
    <xsl:param name="position" as="xs:integer"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:variable name="side" as="xs:integer" select="if ($position le v:on-one-side($count)) then 1 else -1"/>
    <xsl:variable name="slope" as="xs:double" select="v:y($position, $count) div v:half-height($count)"/>
    <xsl:sequence select="round($side * 150 * math:sqrt(1 - $slope * $slope), 1)"/>
  </xsl:function>

  <!-- See v:x: (1, 8) → -45; (2, 8) → -15 -->
  <xsl:function name="v:y" as="xs:double">
    <xsl:param name="position" as="xs:integer"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:variable name="row" as="xs:integer" select="($position - 1) mod v:on-one-side($count)"/>
    <xsl:sequence select="xs:double(30 * $row - 15 * (v:on-one-side($count) - 1))"/>
  </xsl:function>

  <!-- How many persons stand on the right: 5 → 3 -->
  <xsl:function name="v:on-one-side" as="xs:integer">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:sequence select="($count + 1) idiv 2"/>
  </xsl:function>

  <!-- Half the height of the arcs: 8 → 72 -->
  <xsl:function name="v:half-height" as="xs:double">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:sequence select="xs:double(15 * v:on-one-side($count) + 12)"/>
  </xsl:function>

  <!-- 'falk' → 'Falk' -->
  <xsl:function name="v:short-of" as="xs:string">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="string(key('v:appearances', $key, $edition/root())[1]/@short)"/>
  </xsl:function>

</xsl:stylesheet>
