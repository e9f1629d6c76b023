<?xml version="1.0" encoding="UTF-8"?>
<!--
  The index of persons and a page for each person. It needs names.xsl, dates.xsl, lists.xsl, collection.xsl (keys),
  network.xsl.

      <document id="harbour" …><person key="falk" name="Ada Falk" turns="2" mentions="3" …/></document>
          →  persons/falk.html: 'takes part · speaks 2 times · is named 3 times'; a line in persons/index.html
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

  <!-- All persons by name under their first letters, with what they do in the documents; above them the network →
       persons/index.html -->
  <xsl:function name="v:person-index" as="element()+">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="persons" as="element(e:person)*">
      <xsl:for-each-group select="$edition/e:document/e:person" group-by="@key">
        <xsl:sort select="lower-case(v:index-name(.))"/>
        <xsl:sequence select="."/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="before" as="element()+">
      <h1>Persons</h1>
      <xsl:sequence select="v:network($edition)"/>
    </xsl:variable>
    <xsl:sequence select="
        v:listed($edition, 'persons/index', 'persons', 'Persons', $before, $persons, 300, v:index-name#1, v:letters#1, ())"/>
  </xsl:function>

  <!-- Persons under the first letters of their names: Falk, Orsini → <section class="letter">F: Falk</section>
       <section>O: Orsini</section> -->
  <xsl:function name="v:letters" as="element()">
    <xsl:param name="persons" as="element(e:person)*"/>
    <div data-filter="persons">
      <xsl:for-each-group select="$persons" group-by="upper-case(substring(v:index-name(.), 1, 1))">
        <section class="letter">
          <h2 id="letter-{current-grouping-key()}">{current-grouping-key()}</h2>
          <ul class="index">
            <xsl:sequence select="current-group() ! v:index-line(.)"/>
          </ul>
        </section>
      </xsl:for-each-group>
    </div>
  </xsl:function>

  <!-- A person in the index: <person key="falk" sort="Falk, Ada" …/> →
       <li><a href="falk.html">Falk, Ada</a> Minister of Ports, 2 documents</li> -->
  <xsl:function name="v:index-line" as="element(h:li)">
    <xsl:param name="person" as="element(e:person)"/>
    <xsl:variable name="all" as="element(e:person)+" select="key('v:appearances', $person/@key, $person/root())"/>
    <li>
      <a href="{$person/@key}.html">{v:index-name($person)}</a>
      <xsl:for-each select="v:known-as($all)[not(lower-case(.) = ('', lower-case($person/@name)))]">
        <span class="role">{.}</span>
      </xsl:for-each>
      <span class="numbers">{v:appearances($all)}</span>
    </li>
  </xsl:function>

  <!-- The page of one person: life, offices, documents, who talked with them: key="falk" → persons/falk.html -->
  <xsl:function name="v:person-page" as="element()+">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="all" as="element(e:person)+"/>
    <xsl:variable name="key" as="xs:string" select="$all[1]/@key"/>
    <xsl:variable name="entry" as="element(person)?" select="v:known($edition, 'person', $key)"/>
    <xsl:variable name="name" as="xs:string" select="if ($entry) then v:full-name($entry) else string($all[1]/@name)"/>
    <xsl:variable name="before" as="element()+">
      <header class="title">
        <p class="kicker">Person</p>
        <h1>{$name}</h1>
        <xsl:if test="v:life($entry) ne ''">
          <p class="life">{v:life($entry)}</p>
        </xsl:if>
      </header>
      <xsl:sequence select="v:office-list($entry)"/>
      <h2>In the documents</h2>
    </xsl:variable>
    <xsl:variable name="after" as="element()*">
      <xsl:sequence select="v:partners($edition, $key), v:other-names($entry, $name), v:identifiers($entry)"/>
      <xsl:if test="empty($entry)">
        <p class="hint">This name is known only from the document; it has no entry in the authority file.</p>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="
        v:listed($edition, 'persons/' || $key, 'persons', $name, $before, $all, 150,
          function($person as element()) as xs:string { v:date(substring($person/../@earliest, 1, 7)) },
          function($persons as element()*) as element()* { v:cards($persons ! v:appearance(.)) }, $after)"/>
  </xsl:function>

  <!-- 'Falk, Ada' -->
  <xsl:function name="v:index-name" as="xs:string">
    <xsl:param name="person" as="element(e:person)"/>
    <xsl:variable name="entry" as="element(person)?" select="v:known($person/ancestor::e:edition, 'person', $person/@key)"/>
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

  <!-- The offices of an authority entry in the order of their dates: <state from="1961"
       to="1964"><label>Minister</label> → 1961 to 1964 Minister -->
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

  <!-- A document on the page of a person: what the person does in it: <person turns="2" mentions="3" …/> → takes part
       · speaks 2 times · is named 3 times -->
  <xsl:function name="v:appearance" as="element(h:li)">
    <xsl:param name="person" as="element(e:person)"/>
    <xsl:variable name="facts" as="xs:string*" select="
        $person/@role[. ne ''],
        $person/@delegation[. ne ''],
        (if ($person/@participant = 'yes') then 'takes part' else 'is mentioned'),
        v:times($person/@turns, 'speaks'),
        v:times($person/@mentions, 'is named')"/>
    <xsl:variable name="meta" as="element(h:p)">
      <p class="meta">{string-join($facts, ' · ')}</p>
    </xsl:variable>
    <xsl:sequence select="v:document-card($person/.., '../documents/', $meta)"/>
  </xsl:function>

  <!-- Who talked with a person, most first: <talk who="falk" to="orsini"/> on the page of Falk → <a
       href="orsini.html">Livia Orsini</a> -->
  <xsl:function name="v:partners" as="element(h:section)?">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="talks" as="element(e:talk)*" select="key('v:talks', $key, $edition/root())"/>
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

  <!-- The other forms of a name that the authority file knows: <persName type="variant">A. Falk</persName> → Also
       named: A. Falk -->
  <xsl:function name="v:other-names" as="element(h:section)?">
    <xsl:param name="entry" as="element()?"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="others" as="xs:string*" select="
        distinct-values($entry/(persName | placeName | orgName) ! normalize-space())[. ne $name]"/>
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
