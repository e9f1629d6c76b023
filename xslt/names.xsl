<?xml version="1.0" encoding="UTF-8"?>
<!--
  What persons, places and organizations are called, and by which key the pages of an edition know them.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Persons of a file by their id. -->
  <xsl:key name="v:person" match="person" use="@xml:id"/>

  <!-- Places and organizations of a file by their id. -->
  <xsl:key name="v:entity" match="place | org" use="@xml:id"/>

  <!-- The person of the same document that a pointer means: '#rusk' → <person xml:id="rusk">; of several pointers only the
       first counts. -->
  <xsl:function name="v:person" as="element(person)?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:param name="context" as="node()"/>
    <xsl:sequence select="key('v:person', v:fragment($pointer), $context/ancestor-or-self::TEI[1])[1]"/>
  </xsl:function>

  <!-- The id in the first of several pointers: '#rusk #home' → 'rusk'; 'placeography.xml#london' → 'london'. -->
  <xsl:function name="v:fragment" as="xs:string">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:sequence select="substring-after(tokenize($pointer)[1], '#')"/>
  </xsl:function>

  <!-- The key of a person in the whole edition: the id in the authority file, or, for a person known only from one
       document, that document's id and the person's: corresp="personography.xml#rusk" → 'rusk'; none → 'harbour.kern' -->
  <xsl:function name="v:person-key" as="xs:string">
    <xsl:param name="person" as="element(person)"/>
    <xsl:sequence select="
        if (contains($person/@corresp, '#')) then v:fragment($person/@corresp)
        else if ($person/ancestor::standOff or $person/ancestor::particDesc)
          then string-join(($person/ancestor::TEI[1]/@xml:id, $person/@xml:id), '.')
        else string($person/@xml:id)"/>
  </xsl:function>

  <!-- The full name of a person, place or organization: the first form that is none of the variants.
       <persName><forename>Ada</forename> <surname>Falk</surname></persName> → 'Ada Falk' -->
  <xsl:function name="v:full-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="forms" as="element()*" select="$entry/(persName | placeName | orgName)"/>
    <xsl:sequence select="normalize-space(($forms[@type = 'full'], $forms[not(@type)], $forms, $entry/@xml:id)[1])"/>
  </xsl:function>

  <!-- The name for a margin: the surname if it is marked, else the full name: 'Falk' -->
  <xsl:function name="v:short-name" as="xs:string">
    <xsl:param name="person" as="element(person)"/>
    <xsl:variable name="surname" as="xs:string" select="normalize-space($person/persName[surname][1]/surname[1])"/>
    <xsl:sequence select="if ($surname) then $surname else v:full-name($person)"/>
  </xsl:function>

  <!-- The name for an index: 'Falk, Ada'; without a marked surname the full name. -->
  <xsl:function name="v:sort-name" as="xs:string">
    <xsl:param name="person" as="element(person)"/>
    <xsl:variable name="form" as="element(persName)?" select="$person/persName[surname][1]"/>
    <xsl:variable name="rest" as="xs:string" select="normalize-space(string-join($form/node() except $form/surname[1]))"/>
    <xsl:sequence select="
        if (exists($form)) then string-join((normalize-space($form/surname[1]), $rest[.]), ', ')
        else v:full-name($person)"/>
  </xsl:function>

  <!-- The number of a person's delegation in its document: 1 for those of the first delegation, 0 for all others. -->
  <xsl:function name="v:delegation" as="xs:integer">
    <xsl:param name="person" as="element(person)?"/>
    <xsl:variable name="list" as="element(listPerson)?" select="$person/parent::listPerson[@type = 'delegation']"/>
    <xsl:sequence select="
        if (empty($list)) then 0
        else count($list/preceding-sibling::listPerson[@type = 'delegation']) + 1"/>
  </xsl:function>

  <!-- In what role a person takes part, as printed: <state type="role"><label>Interpreter</label></state> → 'Interpreter' -->
  <xsl:function name="v:role" as="xs:string">
    <xsl:param name="person" as="element(person)"/>
    <xsl:sequence select="normalize-space($person/state[@type = 'role'][1]/label[1])"/>
  </xsl:function>

  <!-- The offices a person held on a day, in words: '1962-11-09' → 'Minister of Ports' -->
  <xsl:function name="v:offices" as="xs:string*">
    <xsl:param name="person" as="element(person)"/>
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence select="v:offices-held($person, $day) ! normalize-space(label[1])"/>
  </xsl:function>

  <!-- The offices a person held on a day: ('…', '1962-11-09') → <state type="office" from="1961-06-01">…; no day → none -->
  <xsl:function name="v:offices-held" as="element(state)*">
    <xsl:param name="person" as="element(person)"/>
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence select="
        $person/state[@type = 'office'][@from or @to][$day ne '']
          [string(@from) le $day and (empty(@to) or @to || '~' ge $day)]"/>
  </xsl:function>

  <!-- The governments in whose offices a person was on a day: <state type="office"><desc><orgName>Norland</orgName> → 'Norland' -->
  <xsl:function name="v:governments" as="xs:string*">
    <xsl:param name="person" as="element(person)"/>
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence select="distinct-values(v:offices-held($person, $day)/desc/orgName ! normalize-space())"/>
  </xsl:function>

  <!-- The key of a place or organization in the whole edition: that of the authority file if the document's own entry points
       there. <place xml:id="london-2" corresp="placeography.xml#london"> and '#london-2' → 'london' -->
  <xsl:function name="v:entity-key" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <xsl:variable name="id" as="xs:string" select="v:fragment($pointer)"/>
    <xsl:sequence select="(v:entity($pointer, $context)/@corresp ! v:fragment(.), $id)[. ne ''][1]"/>
  </xsl:function>

  <!-- The place or organization of the same document that a pointer means: '#london' → <place xml:id="london"> -->
  <xsl:function name="v:entity" as="element()?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <xsl:sequence select="key('v:entity', v:fragment($pointer), $context/ancestor-or-self::TEI[1])[1]"/>
  </xsl:function>

</xsl:stylesheet>
