<?xml version="1.0" encoding="UTF-8"?>
<!--
  Dates in words. The values are those of TEI: W3C dates, possibly partial, possibly with a time.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The names of the months. -->
  <xsl:variable name="v:months" as="xs:string+" select="
      'January', 'February', 'March', 'April', 'May', 'June',
      'July', 'August', 'September', 'October', 'November', 'December'"/>

  <!-- '1962-11-09T12:00' → '9 November 1962, 12:00'; '1962-11' → 'November 1962'; '1962' → '1962'; '' → '' -->
  <xsl:function name="v:date" as="xs:string">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:variable name="day-and-time" as="xs:string*" select="tokenize($value, 'T')"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($day-and-time[1], '-')[. ne '']"/>
    <xsl:variable name="month" as="xs:string?" select="
        if ($parts[2] castable as xs:integer) then $v:months[xs:integer($parts[2])] else ()"/>
    <xsl:variable name="day" as="xs:string?" select="replace($parts[3], '^0', '')[.]"/>
    <xsl:variable name="words" as="xs:string" select="string-join(($day, $month, $parts[1]), ' ')"/>
    <xsl:sequence select="string-join(($words, $day-and-time[2] ! substring(., 1, 5)), ', ')"/>
  </xsl:function>

  <!-- A dated element in words: when="1962-11-09" → '9 November 1962';
       from="1962-10-16" to="1962-10-28" → '16 October 1962 to 28 October 1962';
       notBefore="1963-11-23" notAfter="1963-12-31" → 'between 23 November 1963 and 31 December 1963' -->
  <xsl:function name="v:dated" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:choose>
      <xsl:when test="$element/@when">
        <xsl:sequence select="v:date($element/@when)"/>
      </xsl:when>
      <xsl:when test="$element/@notBefore and $element/@notAfter">
        <xsl:sequence select="'between ' || v:date($element/@notBefore) || ' and ' || v:date($element/@notAfter)"/>
      </xsl:when>
      <xsl:when test="$element/@notBefore">
        <xsl:sequence select="'not before ' || v:date($element/@notBefore)"/>
      </xsl:when>
      <xsl:when test="$element/@notAfter">
        <xsl:sequence select="'not after ' || v:date($element/@notAfter)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="v:period($element/@from, $element/@to)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- ('1958-01-02', '1961') → '2 January 1958 to 1961'; ('1960', ()) → 'from 1960'; ((), '1960') → 'until 1960' -->
  <xsl:function name="v:period" as="xs:string">
    <xsl:param name="from" as="xs:string?"/>
    <xsl:param name="to" as="xs:string?"/>
    <xsl:sequence select="
        if ($from and $to) then v:date($from) || ' to ' || v:date($to)
        else if ($from) then 'from ' || v:date($from)
        else if ($to) then 'until ' || v:date($to)
        else ''"/>
  </xsl:function>

  <!-- The earliest day of a dated element as it is written: notBefore="1963-11-23" → '1963-11-23'; undated → '' -->
  <xsl:function name="v:earliest" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="string($element/(@when, @from, @notBefore, @to, @notAfter)[1])"/>
  </xsl:function>

  <!-- The latest day of a dated element as it is written: notAfter="1963-12-31" → '1963-12-31'; undated → '' -->
  <xsl:function name="v:latest" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="string($element/(@when, @to, @notAfter, @from, @notBefore)[1])"/>
  </xsl:function>

</xsl:stylesheet>
