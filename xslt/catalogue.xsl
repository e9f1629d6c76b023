<?xml version="1.0" encoding="UTF-8"?>
<!--
  One document → its entry in the catalogue of the edition, from which the pages about the whole collection are made.

      <TEI xml:id="harbour">…</TEI>  →
      <document xmlns="urn:verbale:edition" id="harbour" title="12. Memorandum of Conversation" type="Memorandum of …"
          earliest="1962-11-09" latest="1962-11-09" date="9 November 1962" place="Port Clement" subject="Dredging" changed="">
        <person key="falk" name="Ada Falk" sort="Falk, Ada" role="Minister of Ports" group="1" delegation="N." of="Norland"
            government="Norland" participant="yes" mentions="2" turns="2" spoken="294"/>
        <talk who="falk" to="orsini" spoken="294"/>
        <place key="port-clement" name="Port Clement" mentions="1"/>
        <org key="harbour-board" name="Harbour Board" mentions="2"/>
        <abbreviation short="H.B." key="harbour-board"/> <abbreviation short="Amb." long="Ambassador"/>
      </document>
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns="urn:verbale:edition"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:verbale:edition"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:import href="normalize.xsl"/>
  <xsl:import href="dates.xsl"/>
  <xsl:import href="titles.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes"/>

  <xsl:template match="/" as="element(e:document)">
    <xsl:variable name="tei" as="element(TEI)" select="v:normalized(TEI)"/>
    <xsl:variable name="date" as="element(date)?" select="($tei/teiHeader//creation/date)[1]"/>
    <document id="{$tei/@xml:id}" title="{v:title($tei)}" type="{v:type($tei/teiHeader[1])}" date="{v:dated($date)}"
        earliest="{v:earliest($date)}" latest="{v:latest($date)}" cert="{$date/@cert}" place="{v:place($tei/teiHeader[1])}"
        subject="{string-join($tei/teiHeader//keywords//term ! normalize-space(), '; ')}"
        changed="{max($tei/teiHeader/revisionDesc//change/@when/string())}">
      <xsl:variable name="mentions" as="element()*" select="$tei/text//(persName | rs)[@v:key]"/>
      <xsl:variable name="speech" as="element()*" select="$tei/text//*[@v:turn]"/>
      <xsl:for-each select="$tei/teiHeader//person[@v:key]">
        <xsl:variable name="key" as="xs:string" select="@v:key"/>
        <xsl:variable name="spoken" as="element()*" select="$speech[@v:key = $key]"/>
        <person key="{$key}" name="{@v:name}" sort="{@v:sort}" short="{@v:short}" role="{v:role(.)}" group="{@v:group}"
            delegation="{normalize-space(parent::listPerson[@type = 'delegation']/head[1])}"
            of="{v:delegation-of(parent::listPerson[@type = 'delegation']/head[1], $tei/text[1])}"
            government="{let $governments := v:governments(., v:earliest($date)) return $governments[count($governments) = 1]}"
            participant="{if (ancestor::listPerson[@type = 'mentioned']) then 'no' else 'yes'}"
            mentions="{count($mentions[@v:key = $key])}" turns="{count(distinct-values($spoken/@v:turn))}"
            spoken="{sum($spoken ! string-length(normalize-space()))}"/>
      </xsl:for-each>
      <xsl:sequence select="v:talks($tei, $speech[not(@cert = 'low')])"/>
      <xsl:for-each-group select="$tei/text//(placeName | orgName)[@v:key]" group-by="@v:key">
        <xsl:element name="{if (self::orgName) then 'org' else 'place'}">
          <xsl:attribute name="key" select="current-grouping-key()"/>
          <xsl:attribute name="name" select="(v:entity(@ref, .) ! v:full-name(.), normalize-space())[1]"/>
          <xsl:attribute name="mentions" select="count(current-group())"/>
        </xsl:element>
      </xsl:for-each-group>
      <xsl:sequence select="v:abbreviations($tei/text[1])"/>
    </document>
  </xsl:template>

  <!-- The country that the heading of a delegation means, if the list in the text says so: <head>U.S.</head> and
       <item><placeName ref="#united-states">U.S.</placeName> <list>… → 'United States' -->
  <xsl:function name="v:delegation-of" as="xs:string">
    <xsl:param name="heading" as="element(head)?"/>
    <xsl:param name="text" as="element(text)?"/>
    <xsl:variable name="places" as="element(placeName)*" select="
        $text//list[@type = 'participants']//placeName[@v:key][normalize-space() = normalize-space($heading)]"/>
    <xsl:sequence select="string(($places ! v:entity(@ref, .) ! v:full-name(.))[1])"/>
  </xsl:function>

  <!-- The abbreviations of a text: those an editor has resolved, and capitals that name a place or an organization;
       whether these are no mere capitals, only the authority file can tell (see abbreviations.xsl): <orgName
       ref="#eec">EEC</orgName> → <abbreviation short="EEC" key="eec"/> -->
  <xsl:function name="v:abbreviations" as="element(e:abbreviation)*">
    <xsl:param name="text" as="element(text)?"/>
    <xsl:for-each-group select="$text//choice[abbr][expan]" group-by="normalize-space(abbr[1])">
      <abbreviation short="{current-grouping-key()}" long="{normalize-space(expan[1])}"/>
    </xsl:for-each-group>
    <xsl:for-each-group select="$text//(placeName | orgName)[@v:key][matches(normalize-space(), '^(\p{Lu}\.?){2,6}$')]"
        group-by="normalize-space()">
      <abbreviation short="{current-grouping-key()}" key="{@v:key}"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Who speaks to whom: those whom @toWhom names, else whoever spoke before; doubtful speakers do not count.
       <said who="#falk" toWhom="#orsini">… → <talk who="falk" to="orsini" spoken="294"/> -->
  <xsl:function name="v:talks" as="element(e:talk)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="speech" as="element()*"/>
    <xsl:variable name="talks" as="element(e:talk)*">
      <xsl:for-each select="$speech[@v:key]">
        <xsl:variable name="speaker" as="xs:string" select="@v:key"/>
        <xsl:variable name="length" as="xs:integer" select="string-length(normalize-space())"/>
        <xsl:variable name="ids" as="xs:string*" select="tokenize(@toWhom) ! v:fragment(.)"/>
        <xsl:variable name="named" as="xs:string*" select="$tei/teiHeader//person[@xml:id = $ids]/@v:key"/>
        <xsl:variable name="turn" as="xs:integer" select="xs:integer(@v:turn)"/>
        <xsl:variable name="before" as="xs:string?" select="$speech[xs:integer(@v:turn) = $turn - 1][1]/@v:key"/>
        <xsl:for-each select="(if (exists($named)) then $named else $before)[. ne $speaker]">
          <talk who="{$speaker}" to="{.}" spoken="{$length}"/>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each-group select="$talks" group-by="@who, @to" composite="yes">
      <talk who="{@who}" to="{@to}" spoken="{sum(current-group()/@spoken)}"/>
    </xsl:for-each-group>
  </xsl:function>

</xsl:stylesheet>
