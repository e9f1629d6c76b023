<?xml version="1.0" encoding="UTF-8"?>
<!--
  The index of persons and a page for each person. It needs names.xsl, dates.xsl, collection.xsl (keys), network.xsl.
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

  <!-- All persons by name under their first letters, with what they do in the documents; above them the network. -->
  <xsl:function name="v:person-index" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="persons" as="element(e:person)*">
      <xsl:for-each-group select="$edition/e:document/e:person" group-by="@key">
        <xsl:sort select="lower-case(v:index-name(.))"/>
        <xsl:sequence select="current-group()[1]"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="main" as="element()+">
      <h1>Persons</h1>
      <xsl:sequence select="v:network($edition)"/>
      <div data-filter="persons">
        <xsl:for-each-group select="$persons" group-by="upper-case(substring(v:index-name(.), 1, 1))">
          <section class="letter">
            <h2 id="letter-{current-grouping-key()}">{current-grouping-key()}</h2>
            <ul class="index">
              <xsl:for-each select="current-group()">
                <xsl:variable name="all" as="element(e:person)+" select="key('v:appearances', @key)"/>
                <li>
                  <a href="{@key}.html">{v:index-name(.)}</a>
                  <span class="role">{v:known-as($all)[lower-case(.) ne lower-case($all[1]/@name)]}</span>
                  <span class="numbers">{v:appearances($all)}</span>
                </li>
              </xsl:for-each>
            </ul>
          </section>
        </xsl:for-each-group>
      </div>
    </xsl:variable>
    <xsl:sequence select="v:file($edition, 'persons/index.html', 'persons', 'Persons', $main)"/>
  </xsl:function>

  <!-- The page of one person: life, offices, documents, who talked with them. -->
  <xsl:function name="v:person-file" as="element()">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="all" as="element(e:person)+"/>
    <xsl:variable name="key" as="xs:string" select="$all[1]/@key"/>
    <xsl:variable name="entry" as="element(person)?" select="key('v:entry', $key, $edition/root())[self::person][1]"/>
    <xsl:variable name="name" as="xs:string" select="if ($entry) then v:full-name($entry) else string($all[1]/@name)"/>
    <xsl:variable name="main" as="element()+">
      <header class="title">
        <p class="kicker">Person</p>
        <h1>{$name}</h1>
        <p class="life">{v:life($entry)}</p>
      </header>
      <div class="person-page">
        <xsl:sequence select="v:office-list($entry)"/>
        <section>
          <h2>In the documents</h2>
          <ol class="cards">
            <xsl:for-each select="$all">
              <xsl:sequence select="v:appearance(.)"/>
            </xsl:for-each>
          </ol>
        </section>
        <xsl:sequence select="v:partners($edition, $key)"/>
        <xsl:sequence select="v:other-names($entry, $name)"/>
        <xsl:sequence select="v:identifiers($entry)"/>
        <xsl:if test="empty($entry)">
          <p class="hint">This name is known only from the document; it has no entry in the authority file.</p>
        </xsl:if>
      </div>
    </xsl:variable>
    <xsl:sequence select="v:file($edition, 'persons/' || $key || '.html', 'person', $name, $main)"/>
  </xsl:function>

  <!-- 'Falk, Ada' -->
  <xsl:function name="v:index-name" as="xs:string">
    <xsl:param name="person" as="element(e:person)"/>
    <xsl:variable name="entry" as="element(person)?" select="key('v:entry', $person/@key, $person/root())[self::person][1]"/>
    <xsl:sequence select="if ($entry) then v:sort-name($entry) else string($person/@sort)"/>
  </xsl:function>

  <!-- The first role that a list of participants gives the person: 'Minister of Ports' -->
  <xsl:function name="v:known-as" as="xs:string">
    <xsl:param name="all" as="element(e:person)+"/>
    <xsl:sequence select="string(($all/@role[. ne ''])[1])"/>
  </xsl:function>

  <!-- '2 documents, speaks in 1' -->
  <xsl:function name="v:appearances" as="xs:string">
    <xsl:param name="all" as="element(e:person)+"/>
    <xsl:variable name="speaks" as="xs:integer" select="count($all[xs:integer(@turns) gt 0])"/>
    <xsl:sequence select="
        v:count(count($all), 'document') || (if ($speaks gt 0) then ', speaks in ' || $speaks else '')"/>
  </xsl:function>

  <!-- <birth when="1911-02-03"/> <death when="1990"/> → '3 February 1911 – 1990'; nothing known → '' -->
  <xsl:function name="v:life" as="xs:string">
    <xsl:param name="entry" as="element(person)?"/>
    <xsl:variable name="birth" as="xs:string" select="v:dated($entry/birth[1])"/>
    <xsl:variable name="death" as="xs:string" select="v:dated($entry/death[1])"/>
    <xsl:sequence select="
        if ($birth and $death) then $birth || ' – ' || $death
        else if ($birth) then 'born ' || $birth
        else if ($death) then 'died ' || $death
        else ''"/>
  </xsl:function>

  <!-- The offices of an authority entry in the order of their dates. -->
  <xsl:function name="v:office-list" as="element(h:section)?">
    <xsl:param name="entry" as="element(person)?"/>
    <xsl:variable name="offices" as="element()*" select="$entry/(state | affiliation | occupation)"/>
    <xsl:if test="exists($offices)">
      <section>
        <h2>Offices</h2>
        <ul class="offices">
          <xsl:for-each select="$offices">
            <xsl:sort select="string((@from, @when, @to)[1])"/>
            <li>
              <span class="date">{v:dated(.)}</span>
              <span>{string-join((label, desc, self::*[not(label | desc)]) ! normalize-space(), ', ')}</span>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- A document on the page of a person: what the person does in it. -->
  <xsl:function name="v:appearance" as="element(h:li)">
    <xsl:param name="person" as="element(e:person)"/>
    <xsl:variable name="document" as="element(e:document)" select="$person/.."/>
    <xsl:variable name="facts" as="xs:string*" select="
        $person/@role[. ne ''],
        $person/@delegation[. ne ''],
        (if ($person/@participant = 'yes') then 'takes part' else 'is mentioned'),
        xs:integer($person/@turns)[. gt 0] ! ('speaks ' || (if (. = 1) then 'once' else . || ' times')),
        xs:integer($person/@mentions)[. gt 0] ! ('is named ' || (if (. = 1) then 'once' else . || ' times'))"/>
    <li class="card d{$person/@group}">
      <p class="date">{($document/@date[. ne ''], 'Undated')[1]}</p>
      <div>
        <h3><a href="../documents/{$document/@id}.html">{$document/@title}</a></h3>
        <p class="meta">{string-join($facts, ' · ')}</p>
      </div>
    </li>
  </xsl:function>

  <!-- Who talked with a person, most first. -->
  <xsl:function name="v:partners" as="element(h:section)?">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="talks" as="element(e:talk)*" select="$edition/e:document/e:talk[@who = $key or @to = $key]"/>
    <xsl:if test="exists($talks)">
      <section>
        <h2>In conversation with</h2>
        <ul class="inline">
          <xsl:for-each-group select="$talks" group-by="(@who, @to)[. ne $key]">
            <xsl:sort select="sum(current-group()/@spoken)" order="descending"/>
            <xsl:variable name="partner" as="element(e:person)?" select="
                key('v:appearances', current-grouping-key(), $edition/root())[1]"/>
            <li><a href="{current-grouping-key()}.html">{$partner/@name}</a></li>
          </xsl:for-each-group>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The other forms of a name that the authority file knows. -->
  <xsl:function name="v:other-names" as="element(h:section)?">
    <xsl:param name="entry" as="element()?"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="others" as="xs:string*" select="
        distinct-values($entry/(persName | placeName) ! normalize-space())[. ne $name]"/>
    <xsl:if test="exists($others)">
      <section>
        <h2>Also named</h2>
        <p>{string-join($others, ' · ')}</p>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The catalogues that links can be made to, by idno/@type. -->
  <xsl:variable name="v:catalogues" as="map(xs:string, xs:string)" select="
      map {
        'Wikidata': 'https://www.wikidata.org/wiki/',
        'VIAF': 'https://viaf.org/viaf/',
        'GND': 'https://d-nb.info/gnd/',
        'GeoNames': 'https://www.geonames.org/'
      }"/>

  <!-- <idno type="Wikidata">Q1</idno> → a link to that entry -->
  <xsl:function name="v:identifiers" as="element(h:p)?">
    <xsl:param name="entry" as="element()?"/>
    <xsl:variable name="known" as="element(idno)*" select="$entry/idno[map:contains($v:catalogues, string(@type))]"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <xsl:if test="exists($known)">
      <p class="identifiers">
        <xsl:for-each select="$known">
          <a href="{$v:catalogues(@type)}{normalize-space()}">{@type} {normalize-space()}</a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
