<?xml version="1.0" encoding="UTF-8"?>
<!--
  One document → its citation for reference managers: BibTeX ($kind = 'bib') or CSL JSON ($kind = 'json').

      <TEI xml:id="harbour">… 9 November 1962 …</TEI>  →
      @misc{harbour, title = {12. Memorandum of Conversation}, date = {1962-11-09}, booktitle = {…}, …}
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:import href="names.xsl"/>
  <xsl:import href="dates.xsl"/>
  <xsl:import href="titles.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- bib or json. -->
  <xsl:param name="kind" as="xs:string" select="'bib'"/>

  <!-- The collection the document is part of, its publisher, and the address of the document, if it has one. -->
  <xsl:param name="collection" as="xs:string" select="''"/>
  <xsl:param name="publisher" as="xs:string" select="''"/>
  <xsl:param name="address" as="xs:string" select="''"/>

  <xsl:template match="/" as="text()">
    <xsl:variable name="dates" as="xs:string*" select="v:cited-days((TEI/teiHeader//creation/date)[1])"/>
    <xsl:text>{if ($kind = 'json') then v:csl(TEI, $dates) else v:bibtex(TEI, $dates)}&#10;</xsl:text>
  </xsl:template>

  <!-- The day of a date, or the first and last: when="1962-11-09T12:00" → '1962-11-09'; notBefore, notAfter → two days -->
  <xsl:function name="v:cited-days" as="xs:string*">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:sequence select="
        distinct-values((v:earliest($date), v:latest($date))[. ne ''] ! substring-before(. || 'T', 'T'))"/>
  </xsl:function>

  <!-- See the example at the head of this file: <TEI xml:id="harbour">… → '@misc{harbour, …}' -->
  <xsl:function name="v:bibtex" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="dates" as="xs:string*"/>
    <xsl:variable name="fields" as="xs:string*" select="
        v:field('title', v:title($tei)), v:field('date', string-join($dates, '/')), v:field('booktitle', $collection),
        v:field('publisher', $publisher), v:field('url', $address)"/>
    <xsl:sequence select="'@misc{' || $tei/@xml:id || ',&#10;' || string-join($fields, ',&#10;') || '&#10;}'"/>
  </xsl:function>

  <!-- ('title', 'A & B') → '  title = {A \& B}'; no value → nothing -->
  <xsl:function name="v:field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="$value[. ne ''] ! ('  ' || $name || ' = {' || replace(., '([&amp;%$#_{}])', '\\$1') || '}')"/>
  </xsl:function>

  <!-- CSL JSON: <TEI xml:id="harbour">… →
       [{"id": "harbour", "type": "document", "title": …, "issued": {"date-parts": [[1962, 11, 9]]}}] -->
  <xsl:function name="v:csl" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="dates" as="xs:string*"/>
    <xsl:variable name="texts" as="map(xs:string, xs:string)" select="
        map {
          'id': string($tei/@xml:id), 'type': 'document', 'title': v:title($tei),
          'container-title': $collection, 'publisher': $publisher, 'URL': $address
        }"/>
    <xsl:variable name="parts" as="array(*)" select="
        array { $dates ! array { tokenize(., '-') ! xs:integer(.) } }"/>
    <xsl:variable name="entry" as="map(*)" select="
        map:merge((
          map:keys($texts)[$texts(.) ne ''] ! map:entry(., $texts(.)),
          map:entry('issued', map { 'date-parts': $parts })[exists($dates)]))"/>
    <xsl:sequence select="serialize([$entry], map { 'method': 'json', 'indent': true() })"/>
  </xsl:function>

</xsl:stylesheet>
